/** How the start went, and how the store fares since: what decides between the desk and a screen about its data. */
import { create } from 'zustand';
import type { StartState } from '#shared/ipc/start.ts';
import { closeDialog } from '../../app/dialogs.ts';
import { answer, bridge } from '../../lib/bridge.ts';
import { rereadDetail } from '../inventory/details/detail-store.ts';
import { refreshRows } from '../inventory/rows-store.ts';
import { loadWorkspaces } from '../workspaces/workspaces-store.ts';

export const useStart = create<StartState>(() => ({ phase: 'starting' }));

/** Takes the state over. A desk that opens after a problem is read anew, without what was asked for while it was away. */
export function showStart(next: StartState): void {
  const before = useStart.getState().phase;
  useStart.setState(next, true);
  if (before !== 'problem' || next.phase !== 'ready') return;
  closeDialog();
  void loadWorkspaces();
  refreshRows();
  rereadDetail();
}

/** Returns how to stop. */
export function followStart(): () => void {
  let heard = false;
  const stop = bridge().onStartChanged((state) => {
    heard = true;
    showStart(state);
  });
  void answer(bridge().startState({})).then((result) => {
    // An event that came first is newer than this answer.
    if (result.ok && !heard) showStart(result.value);
  });
  return stop;
}
