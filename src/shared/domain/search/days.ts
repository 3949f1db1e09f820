/**
 * Days of the calendar as whole numbers, 0 being 1 January 1970. A search compares days and not times: a key made this
 * morning is as old as one made tonight, in the time zone of whoever looks.
 */
import type { DayAmount, DayTerm, Operator } from './term.ts';

const millisecondsPerDay = 86_400_000;

/** The day, here, of a time in milliseconds since 1970. */
export function dayOf(time: number): number {
  const here = new Date(time);
  return Date.UTC(here.getFullYear(), here.getMonth(), here.getDate()) / millisecondsPerDay;
}

/** When a day begins here, in milliseconds since 1970. Days are not all of one length: clocks change. */
export function startOf(day: number): number {
  const there = new Date(day * millisecondsPerDay);
  return new Date(there.getUTCFullYear(), there.getUTCMonth(), there.getUTCDate()).getTime();
}

/** Of a date that `isRealDate`. */
export function dayOfDate(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / millisecondsPerDay;
}

/** A day as `2026-01-31`, as a search has it. */
export function dateOf(day: number): string {
  return new Date(day * millisecondsPerDay).toISOString().slice(0, 10);
}

const dayFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** A day as people read it: "31 Jan 2026". */
export function dayText(day: number): string {
  return dayFormat.format(day * millisecondsPerDay);
}

/** Whether `2026-01-31` is a day since 1970 that the calendar has. */
export function isRealDate(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`);
  // Where there is no 30 February, JavaScript may read 2 March.
  return time >= 0 && new Date(time).toISOString().startsWith(date);
}

/** Times from `from` up to but not including `before`; null where that side is open. */
export type TimeRange = { from: number | null; before: number | null };

const turned: Readonly<Record<Operator, Operator>> = { '<': '>', '<=': '>=', '=': '=', '>=': '<=', '>': '<' };

type DayBound = Pick<DayTerm, 'operator' | 'amount'>;

/** The times whose age a term of `created` or `unused` asks for: more days ago is an earlier time. */
export function pastRange({ operator, amount }: DayBound, today: number): TimeRange {
  return 'date' in amount
    ? rangeOf(operator, dayOfDate(amount.date))
    : rangeOf(turned[operator], today - amount.days);
}

/** The day that a term of `due` compares with: more days is later. */
export function aheadDay(amount: DayAmount, today: number): number {
  return 'date' in amount ? dayOfDate(amount.date) : today + amount.days;
}

function rangeOf(operator: Operator, day: number): TimeRange {
  switch (operator) {
    case '<':
      return { from: null, before: startOf(day) };
    case '<=':
      return { from: null, before: startOf(day + 1) };
    case '=':
      return { from: startOf(day), before: startOf(day + 1) };
    case '>=':
      return { from: startOf(day), before: null };
    case '>':
      return { from: startOf(day + 1), before: null };
  }
}
