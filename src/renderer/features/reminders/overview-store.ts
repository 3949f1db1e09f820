/** How many reminders nobody has read, and when the next one comes, over all workspaces: for the sidebar and the status bar. */
import { create } from 'zustand';
import type { RemindersOverview } from '#shared/ipc/reminders.ts';
import { answer, bridge } from '../../lib/bridge.ts';

type Overview = Pick<RemindersOverview, 'unread' | 'next'>;

export const useRemindersOverview = create<Overview>(() => ({ unread: 0, next: null }));

let reading = false;
let again = false;

/** One reading at a time, and one more where something happened meanwhile: a sync tells of every workspace. */
export async function readOverview(): Promise<void> {
  again = reading;
  if (reading) return;
  reading = true;
  const result = await answer(bridge().remindersOverview({ workspaceId: null }));
  reading = false;
  if (result.ok) useRemindersOverview.setState({ unread: result.value.unread, next: result.value.next });
  if (again) void readOverview();
}

export function followRemindersOverview(): () => void {
  void readOverview();
  const stops = [
    bridge().onInventoryChanged(() => void readOverview()),
    bridge().onRemindersChanged(() => void readOverview()),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
