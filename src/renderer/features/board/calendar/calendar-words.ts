/** Days and months in words. Days have no time of day, so they are written in the zone in which they are counted. */
import type { CalendarDay } from '#shared/ipc/board.ts';
import { plural } from '../../../lib/plural.ts';

const format = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' });
const long = format({ weekday: 'long', day: 'numeric', month: 'long' });
const short = format({ day: 'numeric', month: 'short' });
const month = format({ month: 'long', year: 'numeric' });
const shortMonth = format({ month: 'short' });
const weekdayLong = format({ weekday: 'long' });
const weekdayShort = format({ weekday: 'short' });

const moment = (day: number) => day * 86_400_000;

/** "Tuesday 24 November". */
export const longDay = (day: number) => long.format(moment(day)).replace(',', '');
/** "24 Nov". */
export const shortDay = (day: number) => short.format(moment(day));
/** "November 2026". */
export const monthName = (day: number) => month.format(moment(day));
export const shortMonthName = (day: number) => shortMonth.format(moment(day));
export const weekdayName = (day: number) => ({
  long: weekdayLong.format(moment(day)),
  short: weekdayShort.format(moment(day)),
});

/** Names that are said of a day; the list of the day has all. */
const saidNames = 3;

/** "Tuesday 24 November, today, 7 keys due: nightly-export, dagster-ingest, crane-cam-02 and 4 more". */
export function dayWords(day: number, today: number, due: CalendarDay | undefined): string {
  const parts = [longDay(day)];
  if (day === today) parts.push('today');
  parts.push(
    due ? `${plural(due.count, 'key')} ${day < today ? 'overdue' : 'due'}${namesOf(due)}` : 'no keys due',
  );
  return parts.join(', ');
}

function namesOf({ first, count }: CalendarDay): string {
  const names = first.slice(0, saidNames).map(({ name }) => name || 'a key without a name');
  const more = count - names.length;
  return `: ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
