import type { ClockSkews } from '../platforms/clock-skews.ts';
import type { CallsOf, Handlers } from '../system/handlers.ts';
import type { SyncService } from './service.ts';

export function syncHandlers(sync: SyncService, clocks: ClockSkews): Handlers<CallsOf<'sync'>> {
  return {
    'sync.status': async () => sync.status(),
    'sync.now': ({ workspaceId }) => sync.run(workspaceId === null ? null : [workspaceId]),
    'sync.stop': () => sync.stop(),
    'sync.clocks': async () => clocks.all(),
  };
}
