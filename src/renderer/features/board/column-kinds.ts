/** The columns of the board: what each is called, what it says when it is empty, and where its cards come from. */

import type { BoardKey } from '#shared/ipc/board.ts';
import type { Result } from '#shared/ipc/define.ts';
import { answer, bridge } from '../../lib/bridge.ts';
import { useView } from '../inventory/view-store.ts';

/** `id`: of the card among those of its column; `keyId`: the key that the inspector shows for it. */
export type Card = { id: string; keyId: string | null; kind: 'key'; key: BoardKey };

/** `resting`: how many of them, at the end, are snoozed. */
type Cards = { total: number; resting: number; rows: Card[] };

export type ColumnKind = {
  label: string;
  /** In place of cards. */
  empty: string;
  read(offset: number, limit: number): Promise<Result<Cards>>;
  /** Where a card stands by now, where no page on screen says so; null where it has left. */
  position(cardId: string): Promise<number | null>;
};

export const columnIds = ['overdue', 'due'] as const;
export type ColumnId = (typeof columnIds)[number];

const query = () => {
  const { search, workspaceId } = useView.getState();
  return { search, workspaceId };
};

function keysIn(column: 'overdue' | 'due'): Pick<ColumnKind, 'read' | 'position'> {
  return {
    async read(offset, limit) {
      const result = await answer(bridge().boardKeys({ query: query(), column, offset, limit }));
      if (!result.ok) return result;
      const rows = result.value.rows.map((key): Card => ({ kind: 'key', id: key.id, keyId: key.id, key }));
      return { ok: true, value: { ...result.value, rows } };
    },
    async position(cardId) {
      const result = await answer(bridge().boardPosition({ query: query(), column, keyId: cardId }));
      return result.ok ? result.value.position : null;
    },
  };
}

export const columnKinds: Readonly<Record<ColumnId, ColumnKind>> = {
  overdue: { label: 'Overdue', empty: 'Nothing is overdue.', ...keysIn('overdue') },
  due: { label: 'Due', empty: 'Nothing is due in the next 14 days.', ...keysIn('due') },
};
