import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headerRow, moveCursor } from '../../../src/renderer/features/inventory/grid/cursor.ts';

const size = { rows: 500, columns: 6, rowsPerPage: 18 };
const wholeRow = (row: number) => ({ row, column: null });

describe('the keyboard on a whole row', () => {
  it.each([
    ['ArrowDown', wholeRow(11)],
    ['ArrowUp', wholeRow(9)],
    ['PageDown', wholeRow(28)],
    ['PageUp', wholeRow(0)],
    ['Home', wholeRow(0)],
    ['End', wholeRow(499)],
    ['ArrowRight', { row: 10, column: 0 }],
    ['ArrowLeft', wholeRow(10)],
  ])('%s', (key, expected) => {
    expect(moveCursor(wholeRow(10), key, size)).toEqual(expected);
  });

  it('stops at the last row', () => {
    expect(moveCursor(wholeRow(499), 'ArrowDown', size)).toEqual(wholeRow(499));
    expect(moveCursor(wholeRow(495), 'PageDown', size)).toEqual(wholeRow(499));
  });

  it('leaves other keys alone', () => {
    expect(moveCursor(wholeRow(10), 'a', size)).toBeNull();
    expect(moveCursor(wholeRow(10), 'Tab', size)).toBeNull();
  });
});

describe('the keyboard on a cell', () => {
  const cell = { row: 10, column: 2 };

  it.each([
    ['ArrowRight', { row: 10, column: 3 }],
    ['ArrowLeft', { row: 10, column: 1 }],
    ['ArrowDown', { row: 11, column: 2 }],
    ['Home', { row: 10, column: 0 }],
    ['End', { row: 10, column: 5 }],
  ])('%s', (key, expected) => {
    expect(moveCursor(cell, key, size)).toEqual(expected);
  });

  it('goes to the ends of the list with Ctrl', () => {
    expect(moveCursor(cell, 'Home', size, true)).toEqual({ row: 0, column: 2 });
    expect(moveCursor(cell, 'End', size, true)).toEqual({ row: 499, column: 2 });
  });

  it('returns to the whole row at the left end', () => {
    expect(moveCursor({ row: 10, column: 0 }, 'ArrowLeft', size)).toEqual(wholeRow(10));
  });
});

describe('the keyboard in the header', () => {
  it('is reached from the first row, and left for the first row', () => {
    expect(moveCursor(wholeRow(0), 'ArrowUp', size)).toEqual({ row: headerRow, column: 1 });
    expect(moveCursor({ row: 0, column: 3 }, 'ArrowUp', size)).toEqual({ row: headerRow, column: 3 });
    expect(moveCursor({ row: headerRow, column: 3 }, 'ArrowDown', size)).toEqual(wholeRow(0));
  });

  it('stays on a column at its ends', () => {
    expect(moveCursor({ row: headerRow, column: 0 }, 'ArrowLeft', size)).toEqual({
      row: headerRow,
      column: 0,
    });
    expect(moveCursor({ row: headerRow, column: 5 }, 'ArrowRight', size)).toEqual({
      row: headerRow,
      column: 5,
    });
  });

  it('is where one stays while there are no rows', () => {
    const empty = { ...size, rows: 0 };
    expect(moveCursor({ row: headerRow, column: 1 }, 'ArrowDown', empty)?.row).toBe(headerRow);
    expect(moveCursor({ row: headerRow, column: 1 }, 'End', empty)).toEqual({ row: headerRow, column: 5 });
  });
});

it('never leaves the table, whatever is pressed', () => {
  const keys = ['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'PageDown', 'PageUp', 'Home', 'End'];
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(...keys), fc.boolean()), { maxLength: 40 }),
      fc.integer({ min: 0, max: 40 }),
      fc.integer({ min: 1, max: 8 }),
      (presses, rows, columns) => {
        let cursor = { row: rows === 0 ? headerRow : 0, column: rows === 0 ? 0 : (null as number | null) };
        for (const [key, toEnd] of presses) {
          cursor = moveCursor(cursor, key, { rows, columns, rowsPerPage: 5 }, toEnd) ?? cursor;
          expect(cursor.row).toBeGreaterThanOrEqual(headerRow);
          expect(cursor.row).toBeLessThan(Math.max(rows, 0));
          if (cursor.row === headerRow) expect(cursor.column).not.toBeNull();
          if (cursor.column !== null) {
            expect(cursor.column).toBeGreaterThanOrEqual(0);
            expect(cursor.column).toBeLessThan(columns);
          }
        }
      },
    ),
  );
});
