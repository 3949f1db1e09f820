/** What has been read: a row by looking at it, all of them by a press that can be taken back. */
import { answer, bridge } from '../../lib/bridge.ts';
import { plural } from '../../lib/plural.ts';
import { showToast, showUndoFailure } from '../../ui/toast.tsx';
import { useSelection } from '../inventory/selection-store.ts';
import { reminderAt, useReminders } from './reminders-store.ts';

/** Milliseconds that a key is looked at before it counts as read: passing over it with the arrows is no reading. */
const dwell = 800;

/** While the screen is open: the key that stays selected is read. Returns how to stop. */
export function followReading(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = useSelection.subscribe(({ keyId }, before) => {
    if (keyId === before.keyId) return;
    clearTimeout(timer);
    timer = setTimeout(() => void readSelected(keyId), dwell);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}

async function readSelected(keyId: string | null): Promise<void> {
  const { list, cursor } = useReminders.getState();
  const row = reminderAt(list, cursor);
  if (!list || !row?.unread || row.keyId !== keyId) return;
  await answer(bridge().remindersMarkRead({ workspaceId: list.workspaceId, keyIds: [row.keyId] }));
}

export async function markAllRead(): Promise<void> {
  const { list } = useReminders.getState();
  if (!list) return;
  const result = await answer(bridge().remindersMarkRead({ workspaceId: list.workspaceId, keyIds: null }));
  if (!result.ok) {
    useReminders.setState({ problem: result.error });
    return;
  }
  const { read } = result.value;
  showToast({
    text: `Marked ${plural(read.length, 'reminder')} as read`,
    about: 'reminders',
    undo: () => void takeBack(read),
  });
}

async function takeBack(keyIds: string[]): Promise<void> {
  const result = await answer(bridge().remindersMarkUnread({ keyIds }));
  if (!result.ok) showUndoFailure(`The reminders are still marked as read. ${result.error.message}`);
}
