import { describe, expect, it } from 'vitest';
import { type ColumnId, columns } from '../../../src/renderer/features/inventory/grid/columns.ts';
import {
  aroundColumns,
  columnTemplate,
  fitting,
  stuckWidth,
} from '../../../src/renderer/features/inventory/grid/fitting.ts';
import {
  columnIndex,
  type Layout,
  layoutFrom,
  moved,
  movedBefore,
  resized,
  usualLayout,
  withoutWidth,
  withShown,
} from '../../../src/renderer/features/inventory/grid/layout.ts';

const idsFor = (width: number, layout: Layout = usualLayout) =>
  fitting(layout, width).drawn.map(({ id }) => id);
const usualOrder = columns.map(({ id }) => id);
const order = (layout: Layout) => layout.map(({ id }) => id);
const widthOf = (layout: Layout, id: ColumnId) => layout.find((column) => column.id === id)?.width;

describe('columns that yield', () => {
  it('shows all of them, in their usual order, where there is room', () => {
    expect(idsFor(2000)).toEqual(usualOrder);
    expect(fitting(usualLayout, 2000).left).toEqual([]);
  });

  it('keeps name, workspace, scope and status in the narrowest supported window', () => {
    // 1024 px less sidebar (192), inspector (300) and scrollbar (10).
    expect(idsFor(522)).toEqual(['name', 'workspace', 'scope', 'status']);
  });

  it('gives up who made a key before when it is due', () => {
    // 1360 px less sidebar (232), inspector (336) and scrollbar (10).
    expect(idsFor(782)).toEqual(['name', 'workspace', 'environment', 'scope', 'rotation', 'status']);
  });

  it('never asks for more than the width, and never for fewer columns in a wider table', () => {
    let before = 0;
    for (let width = 250; width < 1600; width += 7) {
      const { drawn, left, minWidth } = fitting(usualLayout, width);
      expect(minWidth).toBeLessThanOrEqual(width);
      expect(drawn.length).toBeGreaterThanOrEqual(before);
      expect([...drawn.map(({ id }) => id), ...left].toSorted()).toEqual(usualOrder.toSorted());
      before = drawn.length;
    }
  });

  it('keeps the name even before the width is known', () => {
    expect(idsFor(0)).toEqual(['name']);
  });

  it('leaves the place of a column that nobody wants to the next one', () => {
    const withoutScope = withShown(usualLayout, 'scope', false);
    expect(idsFor(560)).toEqual(['name', 'workspace', 'scope', 'status']);
    expect(idsFor(560, withoutScope)).toEqual(['name', 'workspace', 'environment', 'status']);
  });
});

describe('widths by hand', () => {
  const measured = new Map<ColumnId, number>([
    ['name', 221.4],
    ['workspace', 130],
    ['environment', 101],
  ]);

  it('keep the columns before them where they are, and let the others share the rest', () => {
    const layout = resized(usualLayout, 'workspace', 180.6, measured);
    expect(widthOf(layout, 'name')).toBe(221);
    expect(widthOf(layout, 'workspace')).toBe(181);
    expect(widthOf(layout, 'environment')).toBeNull();
    expect(columnTemplate(fitting(layout, 522).drawn)).toBe(
      '42px 221px 181px minmax(112px, 2fr) minmax(84px, 1.2fr)',
    );
  });

  it('make the table scroll sideways rather than take a column away', () => {
    const layout = resized(usualLayout, 'name', 600, measured);
    const { drawn, minWidth } = fitting(layout, 522);
    expect(drawn.map(({ id }) => id)).toEqual(['name', 'workspace', 'scope', 'status']);
    expect(minWidth).toBe(aroundColumns + 600 + 108 + 112 + 84);
  });

  it('make room for another column where they are narrower', () => {
    const layout = resized(usualLayout, 'name', 50, measured);
    expect(idsFor(522, layout).length).toBeGreaterThan(4);
  });

  it('stay within reason, and can be given up', () => {
    expect(widthOf(resized(usualLayout, 'name', -5, measured), 'name')).toBe(48);
    expect(widthOf(resized(usualLayout, 'name', 1e9, measured), 'name')).toBe(900);
    const layout = resized(usualLayout, 'name', 300, measured);
    expect(withoutWidth(layout, 'name')).toEqual(usualLayout);
  });
});

it('keeps the first column in place only where it leaves room for the others', () => {
  expect(stuckWidth(fitting(usualLayout, 782).drawn, 782)).toBe(42 + 152);
  const wideName = resized(usualLayout, 'name', 600, new Map());
  expect(stuckWidth(fitting(wideName, 782).drawn, 782)).toBe(42);
  expect(stuckWidth(fitting(wideName, 1400).drawn, 1400)).toBe(642);
});

describe('order', () => {
  it('changes by one place, over columns that are not on screen', () => {
    const among: ColumnId[] = ['name', 'workspace', 'scope', 'status'];
    const layout = moved(usualLayout, 'workspace', 1, among);
    expect(order(layout).filter((id) => among.includes(id))).toEqual([
      'name',
      'scope',
      'workspace',
      'status',
    ]);
    const back = moved(layout, 'workspace', -1, ['name', 'scope', 'workspace', 'status']);
    expect(idsFor(522, back)).toEqual(among);
  });

  it('ends at the ends', () => {
    expect(moved(usualLayout, 'name', -1, usualOrder)).toEqual(usualLayout);
    expect(moved(usualLayout, 'status', 1, usualOrder)).toEqual(usualLayout);
  });

  it('puts a column anywhere, and loses none', () => {
    for (const id of usualOrder)
      for (const before of [...usualOrder, null]) {
        const layout = movedBefore(usualLayout, id, before);
        expect(order(layout).toSorted()).toEqual(usualOrder.toSorted());
        if (before !== id) {
          const next = order(layout)[order(layout).indexOf(id) + 1] ?? null;
          expect(next).toBe(before);
        }
      }
  });

  it('counts places from the box on', () => {
    expect(columnIndex(usualLayout, 'name')).toBe(2);
    expect(columnIndex(movedBefore(usualLayout, 'name', null), 'name')).toBe(usualOrder.length + 1);
  });
});

describe('what was kept', () => {
  it('comes back as it was', () => {
    const changed = withShown(movedBefore(usualLayout, 'status', 'name'), 'createdBy', false);
    expect(layoutFrom(changed)).toEqual(changed);
    expect(layoutFrom([])).toEqual(usualLayout);
  });

  it('loses what this version does not have, and what is there twice', () => {
    const column = { shown: true, width: null };
    expect(
      layoutFrom([
        { id: 'colour of the moon', ...column },
        { id: 'status', ...column },
        { id: 'status', shown: false, width: 100 },
      ]).filter(({ id }) => id === 'status'),
    ).toEqual([{ id: 'status', ...column }]);
  });

  it('gets a column it did not know where it usually stands', () => {
    const known = usualLayout.filter(({ id }) => id !== 'rotation' && id !== 'name');
    expect(order(layoutFrom(known))).toEqual(usualOrder);
  });

  it('never hides the name', () => {
    expect(withShown(usualLayout, 'name', false)).toEqual(usualLayout);
    expect(layoutFrom([{ id: 'name', shown: false, width: null }])[0]).toMatchObject({ shown: true });
  });
});
