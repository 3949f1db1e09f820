/** The list of reminders that is on screen: its headings, the pages in view, and the row the keyboard is on. */
import { create } from 'zustand';
import type { ErrorInfo } from '#shared/domain/errors.ts';
import type { ReminderRow, RemindersOverview } from '#shared/ipc/reminders.ts';
import { answer, bridge } from '../../lib/bridge.ts';
import { useSelection } from '../inventory/selection-store.ts';
import { useView } from '../inventory/view-store.ts';

export type RemindersState = {
  /** Null until the first answer. */
  list: {
    workspaceId: string | null;
    overview: RemindersOverview;
    pages: ReadonlyMap<number, readonly ReminderRow[]>;
  } | null;
  problem: ErrorInfo | null;
  /** Position of the row that the keyboard is on. */
  cursor: number;
  /** Rises when the list is another one, which is read from its top. */
  restarts: number;
};

const pageSize = 100;

const initial: RemindersState = { list: null, problem: null, cursor: 0, restarts: 0 };

export const useReminders = create<RemindersState>(() => initial);

let [firstInView, lastInView] = [0, pageSize - 1];
let reading = false;
let again = false;

export function reminderAt(list: RemindersState['list'], position: number): ReminderRow | undefined {
  return list?.pages.get(Math.floor(position / pageSize))?.[position % pageSize];
}

/** Moves the keyboard to a row, and the inspector with it. */
export function selectReminder(position: number): void {
  const row = reminderAt(useReminders.getState().list, position);
  useReminders.setState({ cursor: position });
  if (row) useSelection.setState({ keyId: row.keyId, position: null, awaiting: false });
}

/** Reads headings and the pages in view, and shows both at once, so that no key stands under another's heading. */
export async function readReminders(): Promise<void> {
  again = reading;
  if (reading) return;
  reading = true;
  const found = await read(useView.getState().workspaceId);
  reading = false;
  if (again) return readReminders();
  if (!found.ok) {
    useReminders.setState({ problem: found.error });
    return;
  }
  const list = found.value;
  useReminders.setState(({ cursor }) => ({
    list,
    problem: null,
    cursor: Math.min(cursor, Math.max(0, list.overview.total - 1)),
  }));
}

type Read = { ok: true; value: NonNullable<RemindersState['list']> } | { ok: false; error: ErrorInfo };

async function read(workspaceId: string | null): Promise<Read> {
  const overview = await answer(bridge().remindersOverview({ workspaceId }));
  if (!overview.ok) return overview;
  const pages = new Map<number, readonly ReminderRow[]>();
  const last = Math.min(lastInView, overview.value.total - 1);
  for (let page = Math.floor(firstInView / pageSize); page * pageSize <= last; page += 1) {
    const rows = await readPage(workspaceId, page);
    if (!rows.ok) return rows;
    pages.set(page, rows.value);
  }
  return { ok: true, value: { workspaceId, overview: overview.value, pages } };
}

function readPage(workspaceId: string | null, page: number) {
  return answer(bridge().remindersRows({ workspaceId, offset: page * pageSize, limit: pageSize }));
}

/** The grid says which rows it draws; where one of them has not been read, what is in view is read anew. */
export function showReminderRange(first: number, last: number): void {
  [firstInView, lastInView] = [first, last];
  const { list } = useReminders.getState();
  if (!list) return;
  for (let page = Math.floor(first / pageSize); page * pageSize <= last; page += 1)
    if (!list.pages.has(page)) return void readReminders();
}

/** While the screen is open: reads, and follows what changes. */
export function followReminders(): () => void {
  useReminders.setState(initial);
  [firstInView, lastInView] = [0, pageSize - 1];
  void readReminders();
  const stopView = useView.subscribe((view, before) => {
    if (view.workspaceId === before.workspaceId) return;
    [firstInView, lastInView] = [0, pageSize - 1];
    useReminders.setState(({ restarts }) => ({ cursor: 0, restarts: restarts + 1 }));
    void readReminders();
  });
  const stops = [
    stopView,
    bridge().onInventoryChanged(() => void readReminders()),
    bridge().onRemindersChanged(() => void readReminders()),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
