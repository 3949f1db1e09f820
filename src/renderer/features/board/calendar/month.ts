/** Months as weeks of days, and where the keyboard goes among them. Days are numbers as `dayOf` has them. */
const millisecondsPerDay = 86_400_000;
export const daysPerWeek = 7;
/** The most that any month touches: a grid of always as many does not jump from month to month. */
const weeksShown = 6;

/** Days as dates of UTC, where no clock is ever changed. */
const dateOfDay = (day: number) => new Date(day * millisecondsPerDay);
const dayFrom = (year: number, month: number, date: number) =>
  Date.UTC(year, month, date) / millisecondsPerDay;

/** 1 is Monday, as `Intl` counts. 1 January 1970 was a Thursday. */
export function weekdayOf(day: number): number {
  return ((((day + 3) % daysPerWeek) + daysPerWeek) % daysPerWeek) + 1;
}

export function dateInMonth(day: number): number {
  return dateOfDay(day).getUTCDate();
}

/** The first day of the month that a day is in. */
export function monthOf(day: number): number {
  return day - dateInMonth(day) + 1;
}

/** The same date so many months later, or the last one of a month that is shorter. */
export function addMonths(day: number, months: number): number {
  const date = dateOfDay(day);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + months];
  const last = dateInMonth(dayFrom(year, month + 1, 0));
  return dayFrom(year, month, Math.min(date.getUTCDate(), last));
}

/** The first day of the week that a day is in. `firstWeekday` as `weekdayOf` has it. */
export function weekOf(day: number, firstWeekday: number): number {
  return day - ((weekdayOf(day) - firstWeekday + daysPerWeek) % daysPerWeek);
}

/** The first days of the weeks that stand for a month, the one with its first day being the first. */
export function weeksOf(month: number, firstWeekday: number): number[] {
  const first = weekOf(month, firstWeekday);
  return Array.from({ length: weeksShown }, (_, week) => first + week * daysPerWeek);
}

type Press = { key: string; shiftKey: boolean };

/** The day that a key takes the keyboard to, as in any calendar; null where the key means nothing here. */
export function movedDay(day: number, { key, shiftKey }: Press, firstWeekday: number): number | null {
  if (shiftKey && key !== 'PageUp' && key !== 'PageDown') return null;
  switch (key) {
    case 'ArrowLeft':
      return day - 1;
    case 'ArrowRight':
      return day + 1;
    case 'ArrowUp':
      return day - daysPerWeek;
    case 'ArrowDown':
      return day + daysPerWeek;
    case 'Home':
      return weekOf(day, firstWeekday);
    case 'End':
      return weekOf(day, firstWeekday) + daysPerWeek - 1;
    case 'PageUp':
      return addMonths(day, shiftKey ? -12 : -1);
    case 'PageDown':
      return addMonths(day, shiftKey ? 12 : 1);
    default:
      return null;
  }
}
