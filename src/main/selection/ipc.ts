import type { Store } from '../store/client.ts';
import type { CallsOf, Handlers } from '../system/handlers.ts';

/** Which keys the window means is worked out in SQL; it never has to list an inventory to mean all of it. */
export function selectionHandlers(store: Store): Handlers<CallsOf<'selection'>> {
  return {
    'selection.range': async ({ query, offset, limit }) => ({
      keyIds: await store.read.selectionRange(query, offset, limit),
    }),
    'selection.look': ({ selection, view }) => store.read.selectionLook(selection, view),
  };
}
