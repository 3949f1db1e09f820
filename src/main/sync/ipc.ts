import type { CallsOf, Handlers } from '../system/handlers.ts';
import type { SyncService } from './service.ts';

export function syncHandlers(sync: SyncService): Handlers<CallsOf<'sync'>> {
  return {
    'sync.status': async () => sync.status(),
    'sync.now': ({ workspaceId }) => sync.run(workspaceId === null ? null : [workspaceId]),
  };
}
