/** Which side of rotation is on screen, and how many keys want attention, over all workspaces. */
import { create } from 'zustand';
import { atMostEvery } from '../../lib/at-most-every.ts';
import { answer, bridge } from '../../lib/bridge.ts';

export type RotationTab = 'board' | 'calendar';

export const useRotation = create<{ tab: RotationTab }>(() => ({ tab: 'board' }));

export function showTab(tab: RotationTab): void {
  useRotation.setState({ tab });
}

/** Null before they were counted. */
export const useUrgent = create<{ overdue: number; due: number } | null>(() => null);

/** Between two counts while a sync reports one workspace after the other, in milliseconds. */
const pause = 400;

export const refreshUrgent = atMostEvery(pause, async () => {
  const result = await answer(bridge().summaryRead({ workspaceId: null }));
  // What could not be counted anew is older, not wrong.
  if (result.ok)
    useUrgent.setState({ overdue: result.value.figures.overdue, due: result.value.figures.dueSoon }, true);
});

export function followUrgent(): () => void {
  refreshUrgent();
  return bridge().onInventoryChanged(refreshUrgent);
}
