/** The figures over the workspace in view, read anew when it, the inventory or the day changes; never for a search. */
import { create } from 'zustand';
import type { ErrorInfo } from '#shared/domain/errors.ts';
import type { Summary } from '#shared/ipc/summary.ts';
import { atMostEvery } from '../../lib/at-most-every.ts';
import { answer, bridge } from '../../lib/bridge.ts';
import { useView } from '../inventory/view-store.ts';

type SummaryState = {
  /** Null until the first answer. */
  summary: Summary | null;
  problem: ErrorInfo | null;
};

export const useSummary = create<SummaryState>(() => ({ summary: null, problem: null }));

/** Between two counts while a sync reports one workspace after the other, in milliseconds. */
const pause = 400;
let lastRequest = 0;

/** Of several readings under way only the latest counts. */
async function read(): Promise<void> {
  lastRequest += 1;
  const request = lastRequest;
  const result = await answer(bridge().summaryRead({ workspaceId: useView.getState().workspaceId }));
  if (request !== lastRequest) return;
  // What could not be counted anew is older, not wrong.
  if (result.ok) useSummary.setState({ summary: result.value, problem: null });
  else useSummary.setState({ problem: result.error });
}

export const refreshSummary = atMostEvery(pause, read);

/** Starts reading and follows the view and the inventory; returns how to stop. */
export function followSummary(): () => void {
  refreshSummary();
  const stopView = useView.subscribe((view, before) => {
    // At once: figures of another workspace must not stand under this one's name.
    if (view.workspaceId !== before.workspaceId) void read();
  });
  const stopInventory = bridge().onInventoryChanged(refreshSummary);
  return () => {
    stopView();
    stopInventory();
  };
}
