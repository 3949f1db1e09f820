/** The keyboard in the table: which cell it is on, and what a key does there. */
import { type KeyboardEvent, useState } from 'react';
import { hasCommandKey } from '../../../lib/platform-keys.ts';
import { isNothing } from '../../selection/chosen.ts';
import {
  chooseAllMatching,
  clearChosen,
  endRange,
  extendTo,
  toggleAt,
  toggleInView,
  useChosen,
} from '../../selection/chosen-store.ts';
import { knownRow } from '../rows-store.ts';
import { selectPosition, useSelection } from '../selection-store.ts';
import { sortBy } from '../view-store.ts';
import { boxColumn, type Cursor, type GridSize, headerRow, moveCursor } from './cursor.ts';
import type { DrawnColumn } from './fitting.ts';
import { columnKey } from './header-keys.ts';

/**
 * The current key follows the keyboard from row to row. `onEnter` is called for Enter on a row.
 * The row of the cursor is the position of the current key, so that a click and a key never disagree.
 */
export function useGridCursor(drawn: readonly DrawnColumn[], size: GridSize, onEnter: () => void) {
  const position = useSelection((selection) => selection.position);
  const [inHeader, setInHeader] = useState(false);
  const [column, setColumn] = useState<number | null>(null);

  const row = inHeader ? headerRow : Math.max(0, Math.min(position ?? 0, size.rows - 1));
  const cursor: Cursor = { row, column: column === null ? null : Math.min(column, size.columns - 1) };

  function moveTo(target: Cursor): void {
    setInHeader(target.row === headerRow);
    setColumn(target.column);
    if (target.row !== headerRow && (target.row !== position || inHeader)) selectPosition(target.row);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.altKey) return;
    const done = inHeader ? inHeaderRow(event) : onRows(event);
    if (done || move(event)) event.preventDefault();
  }

  function inHeaderRow(event: KeyboardEvent): boolean {
    const at = cursor.column ?? boxColumn;
    const pressed = event.key === 'Enter' || event.key === ' ';
    if (at === boxColumn) {
      if (pressed) toggleInView();
      return pressed;
    }
    const header = drawn[at - 1];
    if (!header) return false;
    const columnsMoved = columnKey(event, header.id, drawn);
    if (columnsMoved !== null) {
      setColumn(at + columnsMoved);
      return true;
    }
    if (pressed && !event.shiftKey) sortBy(header.id);
    return pressed;
  }

  function onRows(event: KeyboardEvent): boolean {
    if (size.rows === 0) return false;
    if (event.key === 'Escape' && !isNothing(useChosen.getState().chosen)) clearChosen();
    else if (event.key.toLowerCase() === 'a' && hasCommandKey(event) && !event.shiftKey) chooseAllMatching();
    else if (event.key === ' ') {
      selectPosition(cursor.row);
      toggleAt(cursor.row);
    } else if (event.key === 'Enter' && !event.shiftKey) {
      selectPosition(cursor.row);
      onEnter();
    } else return false;
    return true;
  }

  /** Arrows and their like; with Shift they choose what they pass. */
  function move(event: KeyboardEvent): boolean {
    const withCommand = event.ctrlKey || event.metaKey;
    // Ctrl with anything else belongs to the shortcuts of the window.
    if (withCommand && event.key !== 'Home' && event.key !== 'End') return false;
    // The first arrow lands on the row that is shown as current; it does not jump over it.
    const firstMove = position === null && !inHeader && event.key === 'ArrowDown';
    const target = firstMove
      ? { row: 0, column: cursor.column }
      : moveCursor(cursor, event.key, size, withCommand);
    if (!target || (size.rows === 0 && target.row !== headerRow)) return false;
    const changesRow = target.row !== cursor.row || firstMove;
    if (event.shiftKey) {
      // A range has no end in the header, and none sideways.
      if (inHeader || target.row === headerRow || target.column !== cursor.column) return true;
      void extendTo(cursor.row, target.row);
    } else if (changesRow) endRange();
    moveTo(target);
    return true;
  }

  /** A click on a row takes the keyboard with it; one on a row of the list before, just about to go, means nothing. */
  function onRowClick(clicked: number, how: 'look' | 'toggle' | 'range'): void {
    if (!knownRow(clicked)) return;
    const from = cursor.row === headerRow ? clicked : cursor.row;
    setInHeader(false);
    setColumn(null);
    selectPosition(clicked);
    if (how === 'toggle') toggleAt(clicked);
    else if (how === 'range') void extendTo(position === null ? clicked : from, clicked);
    else endRange();
  }

  return { cursor, onKeyDown, onRowClick };
}
