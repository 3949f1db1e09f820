/** Where the keyboard goes on the board. */
import { flushSync } from 'react-dom';
import { selectCard, useBoard } from './board-store.ts';
import type { ColumnId } from './column-kinds.ts';
import { showTab } from './rotation-store.ts';

/** Shows the board with the keyboard in a column, on the card it was on there. */
export function goToColumn(id: ColumnId): void {
  flushSync(() => {
    showTab('board');
    selectCard(id, useBoard.getState().columns[id].cursor);
  });
  listOf(id)?.focus({ preventScroll: true });
  showColumn(id);
}

/** Where columns are wider than the window. */
export function showColumn(id: ColumnId): void {
  listOf(id)?.closest('section')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

const listOf = (id: ColumnId) => document.querySelector<HTMLElement>(`[data-column="${id}"]`);
