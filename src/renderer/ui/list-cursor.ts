/**
 * The row that a key takes the cursor of a list to, or null where the key means nothing here. `page`: rows that Page Up and
 * Page Down go over. A list without rows has no cursor to move.
 */
export function movedRow(row: number, key: string, rows: number, page: number): number | null {
  const last = rows - 1;
  switch (key) {
    case 'ArrowDown':
      return Math.min(row + 1, last);
    case 'ArrowUp':
      return Math.max(0, row - 1);
    case 'PageDown':
      return Math.min(row + page, last);
    case 'PageUp':
      return Math.max(0, row - page);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}
