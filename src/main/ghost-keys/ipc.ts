import type { CallsOf, Handlers } from '../system/handlers.ts';
import type { GhostKeyService } from './service.ts';

export function ghostKeyHandlers(ghosts: GhostKeyService): Handlers<CallsOf<'ghostKeys'>> {
  return {
    'ghostKeys.list': () => ghosts.list(),
    'ghostKeys.keep': async ({ keyId }) => {
      await ghosts.keep(keyId);
      return {};
    },
    'ghostKeys.delete': async ({ keyId }) => {
      await ghosts.delete(keyId);
      return {};
    },
    'ghostKeys.release': async ({ intentId }) => {
      await ghosts.release(intentId);
      return {};
    },
  };
}
