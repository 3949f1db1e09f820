import type { Store } from '../store/client.ts';
import type { CallsOf, Handlers } from '../system/handlers.ts';

export function lensHandlers(store: Store): Handlers<CallsOf<'lens'>> {
  return {
    'lens.rows': ({ query, offset, limit }) => store.read.lensRows(query, offset, limit),
  };
}
