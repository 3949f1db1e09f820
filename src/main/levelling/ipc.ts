import type { Store } from '../store/client.ts';
import type { CallsOf, Handlers } from '../system/handlers.ts';
import type { Clock } from '../system/ports.ts';
import { previewLevelling } from './preview.ts';

export function levellingHandlers(store: Store, clock: Clock): Handlers<CallsOf<'levelling'>> {
  return {
    'levelling.preview': async ({ workspaceIds, ...choice }) =>
      previewLevelling(await store.read.dueEntries(workspaceIds), choice, clock.now().getTime()),
  };
}
