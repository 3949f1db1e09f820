/** The columns of the board: what each is called, what it says when it is empty, and where its cards come from. */

import { startOfMonth } from 'date-fns';
import type { Run } from '#shared/domain/rotation-run.ts';
import type { BoardKey } from '#shared/ipc/board.ts';
import type { Result } from '#shared/ipc/define.ts';
import { answer, bridge } from '../../lib/bridge.ts';
import { useView } from '../inventory/view-store.ts';

/** `id`: of the card among those of its column; `keyId`: the key that the inspector shows for it. */
export type Card = { id: string; keyId: string | null } & (
  | { kind: 'key'; key: BoardKey }
  | { kind: 'run'; run: Run }
);

/** `resting`: how many of them, at the end, are snoozed. */
type Cards = { total: number; resting: number; rows: Card[] };

export type ColumnKind = {
  label: string;
  /** In place of cards. */
  empty: string;
  read(offset: number, limit: number): Promise<Result<Cards>>;
  /** Where a card stands that is on no page in memory; null where it has left. Left out where none is that far away. */
  position?(cardId: string): Promise<number | null>;
};

export const columnIds = ['overdue', 'due', 'running', 'waiting', 'done'] as const;
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

/** Runs there are few of: where one stands is seen on the page that is read anew. */
function runsIn(state: 'running' | 'waiting' | 'done'): Pick<ColumnKind, 'read'> {
  return {
    async read(offset, limit) {
      const since = state === 'done' ? { endedSince: startOfMonth(Date.now()).toISOString() } : {};
      const result = await answer(bridge().runsRows({ ...query(), ...since, state, offset, limit }));
      if (!result.ok) return result;
      const rows = result.value.rows.map(
        (run): Card => ({ kind: 'run', id: run.id, keyId: run.old.keyId ?? run.twin?.keyId ?? null, run }),
      );
      return { ok: true, value: { total: result.value.total, resting: 0, rows } };
    },
  };
}

export const columnKinds: Readonly<Record<ColumnId, ColumnKind>> = {
  overdue: { label: 'Overdue', empty: 'Nothing is overdue.', ...keysIn('overdue') },
  due: { label: 'Due', empty: 'Nothing is due in the next 14 days.', ...keysIn('due') },
  running: { label: 'Running', empty: 'No rotation asks for anything.', ...runsIn('running') },
  waiting: { label: 'Waiting', empty: 'No rotation waits.', ...runsIn('waiting') },
  done: { label: 'Done this month', empty: 'No rotation was finished this month.', ...runsIn('done') },
};
