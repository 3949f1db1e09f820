import type { Store } from '../store/client.ts';
import type { CallsOf, Handlers } from '../system/handlers.ts';

/** Sorting, filtering and counting are SQL; this only hands the window what it asked for. */
export function boardHandlers(store: Store): Handlers<CallsOf<'board'>> {
  return {
    'board.keys': ({ query, column, offset, limit }) => store.read.boardKeys(query, column, offset, limit),
    'board.position': async ({ query, column, keyId }) => ({
      position: await store.read.boardPosition(query, column, keyId),
    }),
    'board.days': async ({ query, from, days }) => ({ days: await store.read.boardDays(query, from, days) }),
    'board.day': ({ query, day, offset, limit }) => store.read.boardDay(query, day, offset, limit),
  };
}
