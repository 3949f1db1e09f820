/** Weeks in words: what a bar of the chart stands for, and the months along its foot. */
import { dateOf } from '#shared/domain/search/days.ts';
import type { Week } from '#shared/domain/summary.ts';
import { plural } from '../../lib/plural.ts';

// Days have no time of day, so they are written in the zone in which they are counted.
const dayFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' });
const monthFormat = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' });

const moment = (day: number) => Date.parse(dateOf(day));

/** "Week of 7 December: 14 keys due". */
export function weekWords(
  { before, count }: Pick<Week, 'before'> & { count: number },
  isFirst: boolean,
): string {
  const due = count === 0 ? 'no keys due' : `${plural(count, 'key')} due`;
  return `${weekName({ before }, isFirst)}: ${due}`;
}

/** "This week", "Week of 7 December". */
export function weekName({ before }: Pick<Week, 'before'>, isFirst: boolean): string {
  return isFirst ? 'This week' : `Week of ${dayFormat.format(moment(before - 7))}`;
}

/** Columns that a month's name needs for itself. */
const labelWidth = 3;

/** The names of months, each at the column of the first week that begins in it. */
export function monthLabels(weeks: readonly Week[]): { column: number; label: string }[] {
  const labels: { column: number; label: string }[] = [];
  let month = '';
  for (const [column, { before }] of weeks.entries()) {
    const name = monthFormat.format(moment(before - 7));
    if (name === month) continue;
    month = name;
    labels.push({ column, label: name });
  }
  return labels.filter(({ column }, index) => {
    const end = labels[index + 1]?.column ?? weeks.length;
    return end - column >= labelWidth;
  });
}
