/** Where the keyboard goes on the board. */
import { flushSync } from 'react-dom';
import { selectCard, useBoard } from './board-store.ts';
import type { ColumnId } from './column-kinds.ts';

/** With the keyboard into a column, onto the card it was on there. */
export function goToColumn(id: ColumnId): void {
  flushSync(() => selectCard(id, useBoard.getState().columns[id].cursor));
  const list = document.querySelector<HTMLElement>(`[data-column="${id}"]`);
  list?.focus({ preventScroll: true });
  list?.closest('section')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}
