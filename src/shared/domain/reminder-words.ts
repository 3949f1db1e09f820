/** What a summary says, in the notification and in the history of them. Counts only: never a name, never a key's value. */
import { type ReminderCounts, type ReminderKind, reminderKinds } from './reminders.ts';

/** "3 keys are overdue, 5 fall due within 14 days". Those due later are told of where there is nothing nearer. */
export function summaryTitle(all: ReminderCounts): string {
  const { overdue } = all;
  const soon = all['within-1'] + all['within-7'] + all['within-14'];
  const parts: string[] = [];
  if (overdue > 0) parts.push(`${keys(overdue)} ${overdue === 1 ? 'is' : 'are'} overdue`);
  if (soon > 0) parts.push(falls(soon, 14, parts.length === 0));
  if (parts.length === 0) parts.push(falls(all['within-30'], 30, true));
  return parts.join(', ');
}

function falls(count: number, days: number, named: boolean): string {
  const subject = named ? keys(count) : grouped(count);
  return `${subject} ${count === 1 ? 'falls' : 'fall'} due within ${days} days`;
}

const newsWords: Readonly<Record<ReminderKind, string>> = {
  overdue: 'overdue',
  'within-1': 'due by tomorrow',
  'within-7': 'due within 7 days',
  'within-14': 'due within 14 days',
  'within-30': 'due within 30 days',
};

/** "New: 1 overdue, 2 due within 7 days." */
export function summaryNews(news: ReminderCounts): string {
  const parts = reminderKinds.filter((kind) => news[kind] > 0);
  return `New: ${parts.map((kind) => `${grouped(news[kind])} ${newsWords[kind]}`).join(', ')}.`;
}

const format = new Intl.NumberFormat('en');
const grouped = (count: number) => format.format(count);
const keys = (count: number) => `${grouped(count)} ${count === 1 ? 'key' : 'keys'}`;
