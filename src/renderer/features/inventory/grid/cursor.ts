/** Where the keyboard is in the table, and where a key takes it: rules of the ARIA grid pattern, as a pure function. */

/** `row` -1 is the header. `column` null means the row as a whole; it is never null in the header. */
export type Cursor = { row: number; column: number | null };

export type GridSize = {
  rows: number;
  /** Columns that are shown, the boxes among them. */
  columns: number;
  /** Rows that Page Up and Page Down go over. */
  rowsPerPage: number;
};

export const headerRow = -1;

/** The boxes are a column of their own; who comes to the header from a row as a whole lands on the first one behind it. */
export const boxColumn = 0;
const firstDataColumn = 1;

/** The cursor after a key was pressed, or null where the key means nothing here. `toEnd`: with Ctrl or Command. */
export function moveCursor(cursor: Cursor, key: string, size: GridSize, toEnd = false): Cursor | null {
  switch (key) {
    case 'ArrowDown':
      return toRow(cursor, cursor.row + 1, size);
    case 'ArrowUp':
      return toRow(cursor, cursor.row - 1, size);
    case 'PageDown':
      return toRow(cursor, cursor.row + size.rowsPerPage, size);
    case 'PageUp':
      return toRow(cursor, Math.max(0, cursor.row - size.rowsPerPage), size);
    case 'ArrowRight':
      return toColumn(cursor, cursor.column === null ? 0 : cursor.column + 1, size);
    case 'ArrowLeft':
      return toColumn(cursor, cursor.column === null ? null : cursor.column - 1, size);
    case 'Home':
      return cursor.column === null || toEnd ? toRow(cursor, 0, size) : toColumn(cursor, 0, size);
    case 'End':
      return cursor.column === null || toEnd
        ? toRow(cursor, size.rows - 1, size)
        : toColumn(cursor, size.columns - 1, size);
    default:
      return null;
  }
}

function toRow(cursor: Cursor, row: number, size: GridSize): Cursor {
  const target = Math.max(headerRow, Math.min(row, size.rows - 1));
  if (target === headerRow)
    return { row: headerRow, column: cursor.column ?? Math.min(firstDataColumn, size.columns - 1) };
  // Coming from the header one is back on rows as a whole, which is what selecting means.
  return { row: target, column: cursor.row === headerRow ? null : cursor.column };
}

function toColumn(cursor: Cursor, column: number | null, size: GridSize): Cursor {
  if (column !== null && column < 0)
    return cursor.row === headerRow ? { ...cursor, column: 0 } : { ...cursor, column: null };
  return { ...cursor, column: column === null ? null : Math.min(column, size.columns - 1) };
}
