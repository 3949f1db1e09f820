/** Moments in words. Times come as RFC 3339 in UTC and are shown in the zone of the system. */
import { differenceInDays, differenceInHours, differenceInMinutes, differenceInMonths } from 'date-fns';

const exactFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});
const timeFormat = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const dayFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });

/**
 * How long ago, in one unit: "just now", "8 min ago", "3 h ago", "12 d ago", "5 mo ago", "2 y ago". A moment ahead of
 * the clock counts as now, since it comes from a platform's clock that runs ahead of ours.
 */
export function ago(at: string, now: number): string {
  const minutes = differenceInMinutes(now, at);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes} min ago`;
  const hours = differenceInHours(now, at);
  if (hours < 24) return `${hours} h ago`;
  const months = differenceInMonths(now, at);
  if (months < 1) return `${differenceInDays(now, at)} d ago`;
  if (months < 12) return `${months} mo ago`;
  return `${Math.floor(months / 12)} y ago`;
}

/** How long it has been, in one unit: "less than a minute", "8 min", "3 h", "12 d". */
export function howLong(since: string, now: number): string {
  const words = ago(since, now);
  return words === 'just now' ? 'less than a minute' : words.replace(/ ago$/, '');
}

/** "29 Aug 2026, 14:03": for titles and wherever the minute counts. */
export function exactTime(at: string): string {
  return exactFormat.format(new Date(at));
}

/** "14:03". */
export function timeOfDay(at: string): string {
  return timeFormat.format(new Date(at));
}

/** "29 Aug 2026". */
export function day(at: string): string {
  return dayFormat.format(new Date(at));
}
