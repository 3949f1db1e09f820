/**
 * Which keys are reminded of on which day. Pure functions of the keys with their policies, of what was told before, and of
 * the clock in the time zone where Latchkey runs; days are whole numbers as `dayOf` has them.
 */
import { z } from '../zod.ts';
import { type Aged, rotationOf } from './rotation-due.ts';
import { dayOf, dayOfDate } from './search/days.ts';

/** So many days before a key's day. */
export const reminderDaysAhead = [30, 14, 7, 1] as const;
/** Days between two reminders of an overdue key; the first is on the day after its own. */
const overdueEvery = 7;
/** The summary comes at this hour, or at the first start after it. */
export const reminderHour = 9;

/**
 * A day on which a key is reminded of. `step` rises with what is pressing: the position in `reminderDaysAhead`, then one
 * more for every week that a key is overdue.
 */
export type Occasion = { step: number; day: number };

/** The last occasion up to today of a key that is due on the day `due`; null where there was none yet. */
export function lastOccasion(due: number, today: number): Occasion | null {
  const late = today - due;
  if (late > 0) {
    const weeks = Math.floor((late - 1) / overdueEvery);
    return { step: reminderDaysAhead.length + weeks, day: due + 1 + weeks * overdueEvery };
  }
  const step = reminderDaysAhead.findLastIndex((days) => -late <= days);
  const ahead = reminderDaysAhead[step];
  return ahead === undefined ? null : { step, day: due - ahead };
}

/** The first day after today on which it is reminded of. */
export function nextOccasion(due: number, today: number): number {
  const ahead = reminderDaysAhead.find((days) => due - days > today);
  if (ahead !== undefined) return due - ahead;
  return due + 1 + Math.ceil(Math.max(0, today - due) / overdueEvery) * overdueEvery;
}

/** What a summary said about a key: on which day, which day the key was due then, and how pressing that was. */
export type Told = { on: number; due: number; step: number };

/** In another time zone the same key can be due a day earlier or later. That is no other date. */
const driftOfZones = 1;

/**
 * Whether a key has something new to say. What fell on days without a summary is said once, at the next one. A key whose
 * day was moved is reminded of on the days before its new one, and at once where it is more pressing than what was told.
 * `awakeSince`: the day on which it was last snoozed until; from then on it counts as not told.
 */
export function isNews(
  occasion: Occasion,
  due: number,
  told: Told | null,
  today: number,
  awakeSince: number | null = null,
): boolean {
  if (told === null || isAhead(told.on, today)) return true;
  if (awakeSince !== null && told.on < awakeSince) return true;
  if (occasion.step > told.step) return true;
  return Math.abs(due - told.due) > driftOfZones && occasion.day > told.on;
}

/** A day that was written down by a clock that ran ahead. Whoever travels west has tomorrow behind them, and no more. */
export function isAhead(day: number, today: number): boolean {
  return day > today + 1;
}

/**
 * Whether the summary of today may come. `lastDay`: of the last one, leaving out any that `isAhead`. A day has one summary
 * at most, also for somebody who travels west and lives through its morning twice.
 */
export function isSummaryTime(now: number, lastDay: number | null): boolean {
  return new Date(now).getHours() >= reminderHour && (lastDay === null || lastDay < dayOf(now));
}

/** Under which heading a key stands, the most pressing first. */
export const reminderKinds = ['overdue', 'within-1', 'within-7', 'within-14', 'within-30'] as const;
export const reminderKindSchema = z.enum(reminderKinds);
export type ReminderKind = z.infer<typeof reminderKindSchema>;

export function reminderKindOf(daysLeft: number): ReminderKind | null {
  if (daysLeft < 0) return 'overdue';
  const ahead = reminderDaysAhead.findLast((days) => daysLeft <= days);
  return ahead === undefined ? null : `within-${ahead}`;
}

export type ReminderCounts = Record<ReminderKind, number>;

function countReminders(reminders: readonly Reminder[]): ReminderCounts {
  const counts: ReminderCounts = { overdue: 0, 'within-1': 0, 'within-7': 0, 'within-14': 0, 'within-30': 0 };
  for (const { kind } of reminders) counts[kind] += 1;
  return counts;
}

/** `told`: what the last summary that named the key said about it. */
export type ReminderSubject = Aged & { told: Told | null };

/** A key that is overdue or due within 30 days, as it stands today. */
export type Reminder = {
  due: number;
  daysLeft: number;
  kind: ReminderKind;
  occasion: Occasion;
  /** The next summary names it. */
  news: boolean;
};

/** Null for a key that is not reminded of: due later or never, snoozed, disabled or gone. `now` in milliseconds since 1970. */
export function reminderOf(key: ReminderSubject, now: number): Reminder | null {
  const rotation = rotationOf(key, now);
  if (rotation.kind !== 'due') return null;
  const today = dayOf(now);
  const { day: due, daysLeft } = rotation;
  const kind = reminderKindOf(daysLeft);
  const occasion = lastOccasion(due, today);
  if (kind === null || occasion === null) return null;
  const { snoozedUntil } = key.rotation;
  const awakeSince = snoozedUntil === undefined ? null : dayOfDate(snoozedUntil);
  return { due, daysLeft, kind, occasion, news: isNews(occasion, due, key.told, today, awakeSince) };
}

export type DailySummary = {
  /** Every key that is overdue or due within 30 days. */
  all: ReminderCounts;
  /** Those of them that it names: without any there is nothing to notify of. */
  news: ReminderCounts;
  told: { id: string; told: Told }[];
};

/** What the summary of today says. */
export function summaryOf(keys: readonly (ReminderSubject & { id: string })[], now: number): DailySummary {
  const reminders: Reminder[] = [];
  const told: DailySummary['told'] = [];
  for (const key of keys) {
    const reminder = reminderOf(key, now);
    if (!reminder) continue;
    reminders.push(reminder);
    const { due, occasion, news } = reminder;
    if (news) told.push({ id: key.id, told: { on: dayOf(now), due, step: occasion.step } });
  }
  return { all: countReminders(reminders), news: countReminders(reminders.filter(({ news }) => news)), told };
}
