import type { Store } from '../store/client.ts';
import { AppError } from '../system/app-error.ts';
import type { CallsOf, Handlers } from '../system/handlers.ts';

/** Sorting, filtering and counting are SQL; this only hands the window what it asked for. */
export function inventoryHandlers(store: Store): Handlers<CallsOf<'inventory'>> {
  return {
    'inventory.rows': ({ query, offset, limit }) => store.read.inventoryRows(query, offset, limit),
    'inventory.position': async ({ query, keyId }) => ({
      position: await store.read.inventoryPosition(query, keyId),
    }),
    'inventory.key': async ({ keyId }) => {
      const detail = await store.read.keyDetail(keyId);
      if (!detail)
        throw new AppError({ code: 'not-found', message: 'This key is not in the inventory any more.' });
      return detail;
    },
  };
}
