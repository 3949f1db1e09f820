import type { Store } from '../store/client.ts';
import type { CallsOf, Handlers } from '../system/handlers.ts';

/** Counting is SQL; this only hands the window what it asked for. */
export function summaryHandlers(store: Store): Handlers<CallsOf<'summary'>> {
  return { 'summary.read': ({ workspaceId }) => store.read.summary(workspaceId) };
}
