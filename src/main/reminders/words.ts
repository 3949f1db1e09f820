/** What is said outside of the window: counts and names of keys, never a key's value. */
import { summaryNews, summaryTitle } from '#shared/domain/reminder-words.ts';
import type { DailySummary, ReminderCounts } from '#shared/domain/reminders.ts';
import type { EventPayload } from '#shared/ipc/contract.ts';
import type { DueAtAGlance } from '../store/api/reminders.ts';

/** Null where nothing is new, which is no cause to disturb anybody. */
export function noticeOf({ all, news }: Omit<DailySummary, 'told'>): { title: string; body: string } | null {
  if (Object.values(news).every((count) => count === 0)) return null;
  return { title: summaryTitle(all), body: summaryNews(news) };
}

/** Where the keys are that the title counts: the board has no column for those that are due later. */
export function placeOf(all: ReminderCounts): EventPayload<'reminders.open'> {
  const pressing = all.overdue + all['within-1'] + all['within-7'] + all['within-14'];
  return pressing > 0
    ? { screen: 'rotation', search: 'due:<=14d' }
    : { screen: 'inventory', search: 'due:<=30d' };
}

export function trayTip(count: number): string {
  if (count === 0) return 'Latchkey';
  return `Latchkey: ${count === 1 ? '1 key is' : `${count} keys are`} overdue or due within 14 days`;
}

/** "line4-uploader, Acme Vision: 4 days overdue". */
export function trayLabel({ name, workspaceName, daysLeft }: DueAtAGlance['keys'][number]): string {
  return `${name || 'No name'}, ${workspaceName}: ${when(daysLeft)}`;
}

function when(daysLeft: number): string {
  if (daysLeft < 0) return `${days(-daysLeft)} overdue`;
  if (daysLeft === 0) return 'due today';
  return daysLeft === 1 ? 'due tomorrow' : `due in ${days(daysLeft)}`;
}

const days = (count: number) => (count === 1 ? '1 day' : `${count} days`);
