import type { Store } from '../store/client.ts';
import type { CallsOf, Handlers } from '../system/handlers.ts';

export function observationHandlers(store: Store): Handlers<CallsOf<'observations'>> {
  return {
    'observations.get': async ({ keyId }) => ({ observations: await store.read.observations(keyId) }),
  };
}
