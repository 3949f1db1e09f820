/** What levelling would come to, in words. */
import { dayOfDate } from '#shared/domain/search/days.ts';
import type { LevellingMove, LevellingPreview } from '#shared/ipc/levelling.ts';
import { grouped, plural } from '../../lib/plural.ts';

type Week = LevellingPreview['weeks'][number];

/** Keys in the busiest of the weeks that are levelled, now and then. */
export function busiest(weeks: readonly Week[]): { was: number; will: number } {
  const levelled = weeks.filter(({ level }) => level);
  return {
    was: Math.max(0, ...levelled.map(({ was }) => was)),
    will: Math.max(0, ...levelled.map(({ will }) => will)),
  };
}

/** "17.4", "8". */
export const meanText = (mean: number) => grouped(Math.round(mean * 10) / 10);

/** One or two sentences under the figures: whether it is level then, and what would help where it is not. */
export function outcomeWords(preview: LevellingPreview, tolerance: number, most: number): string {
  const { weeks, wanted, goal, moves, kept } = preview;
  if (busiest(weeks).was === 0) return 'No key is due in the next 13 weeks.';
  if (goal <= wanted)
    return moves.length === 0
      ? 'The load is level: no week is more than a fifth above the mean.'
      : 'Then no week is more than a fifth above the mean.';
  let advice = 'Their policies allow no more.';
  if (tolerance < most) advice = 'A wider tolerance may help.';
  else if (kept.planned > 0) advice = 'Moving keys that are planned already may help.';
  return `Fewer than ${grouped(goal)} in the busiest week are not possible this way. ${advice}`;
}

/** What is left out, and why; null where nothing is. */
export function leftWords({ overdue, kept }: LevellingPreview): string | null {
  const parts = [
    overdue > 0 && `${plural(overdue, 'key')} overdue`,
    kept.snoozed > 0 && `${grouped(kept.snoozed)} snoozed`,
    kept.planned > 0 && `${grouped(kept.planned)} planned already`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? null : `Not moved: ${parts.join(', ')}.`;
}

const weekdayFormat = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
});

/** "Mon 7 Dec". */
export const shortDay = (date: string) =>
  weekdayFormat.format(new Date(`${date}T00:00:00Z`)).replace(',', '');

/** "3 days earlier", "1 day later". */
export function shiftWords({ from, to }: Pick<LevellingMove, 'from' | 'to'>): string {
  const days = dayOfDate(to) - dayOfDate(from);
  return `${plural(Math.abs(days), 'day')} ${days < 0 ? 'earlier' : 'later'}`;
}

/** The first day of a day's week, a Monday. */
export function mondayOf(date: string): number {
  const day = dayOfDate(date);
  return day - ((day + 3) % 7);
}
