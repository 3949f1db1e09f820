import { describe, expect, it } from 'vitest';
import { columns, columnsFor, rowPadding } from '../../../src/renderer/features/inventory/grid/columns.ts';

const idsFor = (width: number) => columnsFor(width).map(({ id }) => id);
const narrowest = (width: number) =>
  columnsFor(width).reduce((sum, { minWidth }) => sum + minWidth, 2 * rowPadding);

describe('columns that yield', () => {
  it('shows all of them, in their usual order, where there is room', () => {
    expect(columnsFor(2000)).toEqual(columns);
  });

  it('keeps name, workspace, scope and status in the narrowest supported window', () => {
    // 1024 px less sidebar (192) and inspector (300).
    expect(idsFor(532)).toEqual(['name', 'workspace', 'scope', 'status']);
  });

  it('gives up who made a key before how it is used', () => {
    // 1360 px less sidebar (232) and inspector (336).
    expect(idsFor(792)).toEqual(['name', 'workspace', 'environment', 'scope', 'lastUsed', 'status']);
  });

  it('never asks for more than the width, and never for fewer columns in a wider table', () => {
    let before = 0;
    for (let width = 250; width < 1600; width += 7) {
      expect(narrowest(width)).toBeLessThanOrEqual(width);
      expect(columnsFor(width).length).toBeGreaterThanOrEqual(before);
      before = columnsFor(width).length;
    }
  });

  it('keeps the name even before the width is known', () => {
    expect(idsFor(0)).toEqual(['name']);
  });
});
