/**
 * The figures over the inventory. Each of them is a search, counted by the rules of the search box: a figure and the
 * keys behind it cannot disagree.
 */
import { dateOf } from './search/days.ts';

export const figureSearches = {
  overdue: 'status:overdue',
  dueSoon: 'status:due-soon',
  // A key that is gone opens nothing any more: no cause for alarm, whether it was deleted elsewhere or replaced.
  unused: 'unused:>90d -status:vanished',
  fullAccess: 'is:full-access -status:vanished',
  /** What keeps most keys out of the chart: without an environment there is no policy, and so no due date. */
  withoutEnvironment: 'env:unassigned -status:vanished',
} as const;
export type FigureId = keyof typeof figureSearches;

/** Days as `dayOf` has them; `before` is the first day after the week. */
export type Week = { from: number; before: number };

const weeksAhead = 26;
export const daysPerWeek = 7;
/** Days are counted from 1 January 1970, a Thursday; weeks begin on Monday. */
export const mondayOf = (day: number) => day - ((day + 3) % daysPerWeek);

/** This week and those after it. This one begins today: what was due before is overdue, which is a figure of its own. */
export function weeksFrom(today: number): Week[] {
  const monday = mondayOf(today);
  return Array.from({ length: weeksAhead }, (_, index) => ({
    from: index === 0 ? today : monday + index * daysPerWeek,
    before: monday + (index + 1) * daysPerWeek,
  }));
}

export function weekSearch({ from, before }: Week): string {
  return `due:>=${dateOf(from)} due:<${dateOf(before)}`;
}
