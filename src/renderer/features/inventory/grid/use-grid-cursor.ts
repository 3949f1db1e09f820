/** The keyboard in the table: which cell it is on, and what a key does there. */
import { type KeyboardEvent, useState } from 'react';
import { knownRow } from '../rows-store.ts';
import { selectPosition, useSelection } from '../selection-store.ts';
import { sortBy } from '../view-store.ts';
import type { Column } from './columns.ts';
import { type Cursor, type GridSize, headerRow, moveCursor } from './cursor.ts';

/**
 * Selection follows the keyboard from row to row. `onEnter` is called for Enter on a row.
 * The row of the cursor is the selected position, so that a click and a key never disagree.
 */
export function useGridCursor(shown: readonly Column[], size: GridSize, onEnter: () => void) {
  const position = useSelection((selection) => selection.position);
  const [inHeader, setInHeader] = useState(false);
  const [column, setColumn] = useState<number | null>(null);

  const row = inHeader ? headerRow : Math.max(0, Math.min(position ?? 0, size.rows - 1));
  const lastColumn = shown.length - 1;
  const cursor: Cursor = { row, column: column === null ? null : Math.min(column, lastColumn) };

  function moveTo(target: Cursor): void {
    setInHeader(target.row === headerRow);
    setColumn(target.column);
    if (target.row !== headerRow && (target.row !== position || inHeader)) selectPosition(target.row);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.altKey || event.shiftKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      const header = inHeader ? shown[cursor.column ?? 0] : undefined;
      if (header) sortBy(header.id);
      else if (size.rows > 0) {
        selectPosition(cursor.row);
        if (event.key === 'Enter') onEnter();
      }
      return;
    }
    const withCommand = event.ctrlKey || event.metaKey;
    // Ctrl with anything else belongs to the shortcuts of the window.
    if (withCommand && event.key !== 'Home' && event.key !== 'End') return;
    // The first arrow lands on the row that is shown as current; it does not jump over it.
    const firstMove = position === null && !inHeader && event.key === 'ArrowDown';
    const target = firstMove
      ? { row: 0, column: cursor.column }
      : moveCursor(cursor, event.key, size, withCommand);
    if (!target || (size.rows === 0 && target.row !== headerRow)) return;
    event.preventDefault();
    moveTo(target);
  }

  /** A click on a row takes the keyboard with it; one on a row of the list before, just about to go, means nothing. */
  function onRowClick(clicked: number): void {
    if (!knownRow(clicked)) return;
    setInHeader(false);
    setColumn(null);
    selectPosition(clicked);
  }

  return { cursor, onKeyDown, onRowClick };
}
