import type { CallsOf, Handlers } from '../system/handlers.ts';
import type { QuarantineNeeds } from './needs.ts';
import { quarantineKey, restoreKey } from './put.ts';

export function quarantineHandlers(needs: QuarantineNeeds): Handlers<CallsOf<'quarantine'>> {
  const { store, emit } = needs;
  return {
    'quarantine.rows': ({ workspaceId, offset, limit }) =>
      store.read.quarantineRows(workspaceId, offset, limit),
    'quarantine.news': () => store.read.quarantineNews(),
    'quarantine.newsSeen': async ({ upTo }) => {
      await store.write.markQuarantineNewsSeen(upTo);
      emit('quarantine.changed', {});
      return {};
    },
    'quarantine.put': ({ keyId, plan }) => quarantineKey(needs, keyId, plan),
    'quarantine.restore': ({ keyId, stayDisabled }) => restoreKey(needs, keyId, stayDisabled),
  };
}
