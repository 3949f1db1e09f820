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
  const list = document.querySelector<HTMLElement>(`[data-column="${id}"]`);
  list?.focus({ preventScroll: true });
  list?.closest('section')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}
