import { useConnections } from './connections-store.ts';

/** How many sign-ins there are, beside the screen's name in the sidebar. */
export function ConnectionsCount() {
  return useConnections(({ list }) => list?.length ?? null);
}
