import type { Store } from '../store/client.ts';
import type { CallsOf, Handlers } from '../system/handlers.ts';
import type { Visits } from './visits.ts';

export function changeHandlers(store: Store, visits: Visits): Handlers<CallsOf<'changes'>> {
  return {
    'changes.overview': (view) => store.read.changesOverview(view),
    'changes.rows': ({ view, upTo, offset, limit }) => store.read.changeRows(view, upTo, offset, limit),
    'changes.unseen': async () => ({ count: await store.read.unseenChanges() }),
    'changes.shown': async ({ workspaceId, upTo }) => {
      await visits.shown(workspaceId, upTo);
      return {};
    },
    'changes.markSeen': async ({ workspaceId, upTo }) => ({
      before: await visits.markSeen(workspaceId, upTo),
    }),
    'changes.restoreMarks': async ({ marks }) => {
      await visits.restore(marks);
      return {};
    },
  };
}
