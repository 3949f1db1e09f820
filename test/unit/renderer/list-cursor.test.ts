import { describe, expect, it } from 'vitest';
import { movedRow } from '../../../src/renderer/ui/list-cursor.ts';

describe('moving over the rows of a list', () => {
  it.each([
    ['ArrowDown', 4, 5],
    ['ArrowDown', 29, 29],
    ['ArrowUp', 4, 3],
    ['ArrowUp', 0, 0],
    ['PageDown', 4, 14],
    ['PageDown', 25, 29],
    ['PageUp', 14, 4],
    ['PageUp', 4, 0],
    ['Home', 14, 0],
    ['End', 14, 29],
  ])('%s on row %i goes to row %i', (key, row, target) => {
    expect(movedRow(row, key, 30, 10)).toBe(target);
  });

  it.each(['ArrowLeft', 'ArrowRight', 'Tab', 'x'])('%s is none of its keys', (key) => {
    expect(movedRow(4, key, 30, 10)).toBeNull();
  });
});
