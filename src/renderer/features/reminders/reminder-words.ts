/** What the screen of reminders says: headings, days, and when the next one comes. */
import { type ReminderKind, reminderHour } from '#shared/domain/reminders.ts';
import { dayOf, dayOfDate } from '#shared/domain/search/days.ts';
import type { BadgeTone } from '../../ui/badge.tsx';

export const kindWords: Readonly<Record<ReminderKind, string>> = {
  overdue: 'Overdue',
  'within-1': 'Today and tomorrow',
  'within-7': 'Within 7 days',
  'within-14': 'Within 14 days',
  'within-30': 'Within 30 days',
};

/** As in the inventory: "4 d late", "due today", "12 d left". */
export function leftWords(daysLeft: number): string {
  if (daysLeft === 0) return 'due today';
  return daysLeft < 0 ? `${-daysLeft} d late` : `${daysLeft} d left`;
}

/** As everywhere: red once it is late, amber in its last 14 days. */
export function toneOf(kind: ReminderKind): BadgeTone {
  if (kind === 'overdue') return 'bad';
  return kind === 'within-30' ? 'neutral' : 'warn';
}

// Days are the same everywhere: a format in the zone of the window's start would be a day off after a journey.
const dayFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});
const weekdayFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  weekday: 'short',
  day: 'numeric',
  month: 'short',
});

/** "29 Aug 2026", of a day as `2026-08-29`. */
export function dayWords(date: string): string {
  return dayFormat.format(new Date(date));
}

/** "today", "tomorrow", "yesterday", or the day of the week with its date. */
export function nearDay(date: string, now: number): string {
  const days = dayOfDate(date) - dayOf(now);
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  return days === -1 ? 'yesterday' : weekdayFormat.format(new Date(date));
}

/** "Next reminder tomorrow 09:00"; null where there is none, or where its hour has come and it is about to be said. */
export function nextWords(next: string | null, now: number): string | null {
  if (next === null) return null;
  const when = nearDay(next, now);
  if (when === 'yesterday' || (when === 'today' && new Date(now).getHours() >= reminderHour)) return null;
  return `Next reminder ${when} ${String(reminderHour).padStart(2, '0')}:00`;
}
