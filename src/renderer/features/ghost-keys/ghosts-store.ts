/** What has to be decided about keys without a secret, read anew whenever main says that keys or workspaces changed. */
import { create } from 'zustand';
import type { GhostKey, WaitingCreation } from '#shared/ipc/ghost-keys.ts';
import { answer, bridge } from '../../lib/bridge.ts';

type Ghosts = { ghosts: readonly GhostKey[]; waiting: readonly WaitingCreation[] };

export const useGhosts = create<Ghosts>(() => ({ ghosts: [], waiting: [] }));

let lastRequest = 0;

/** Of several readings under way only the latest counts; a failed one keeps what is on screen. */
export async function loadGhosts(): Promise<void> {
  lastRequest += 1;
  const request = lastRequest;
  const result = await answer(bridge().ghostKeysList({}));
  if (result.ok && request === lastRequest) useGhosts.setState(result.value);
}

export function followGhosts(): () => void {
  void loadGhosts();
  const stops = [
    bridge().onInventoryChanged(() => void loadGhosts()),
    bridge().onWorkspacesChanged(() => void loadGhosts()),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
