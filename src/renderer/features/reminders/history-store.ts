/** The summaries of the days before, while they are on screen. */
import { create } from 'zustand';
import type { ErrorInfo } from '#shared/domain/errors.ts';
import type { ReminderSummary } from '#shared/ipc/reminders.ts';
import { answer, bridge } from '../../lib/bridge.ts';

type HistoryState = {
  /** Null until the first answer. */
  summaries: readonly ReminderSummary[] | null;
  problem: ErrorInfo | null;
};

export const useHistory = create<HistoryState>(() => ({ summaries: null, problem: null }));

export async function readHistory(): Promise<void> {
  const result = await answer(bridge().remindersHistory({}));
  if (result.ok) useHistory.setState({ summaries: result.value, problem: null });
  else useHistory.setState({ problem: result.error });
}

export function followHistory(): () => void {
  void readHistory();
  return bridge().onRemindersChanged(() => void readHistory());
}
