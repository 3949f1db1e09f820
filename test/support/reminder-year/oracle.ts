/**
 * Who must be reminded on which day, said once more and without any code of the application: dates as text, every
 * reminder of a key by its name, and a list of the names that were said.
 */
import { localTime, type YearKey } from './world.ts';

const daysAhead = [30, 14, 7, 1];
const policyStillHolds = (days: number) => Math.min(7, Math.floor(days / 10));

type Name = { name: string; date: string; rank: number };
type Said = { names: Set<string>; on: string; due: string; rank: number };

export type Reminded = { id: string; name: string };

/** One for a whole year: it remembers what it said. */
export function naiveReminders() {
  const said = new Map<string, Said>();
  const createdOn = new Map<string, string>();

  /** The date on which a key was made, by the calendar of a zone. */
  function madeOn(createdAt: string, zone: string): string {
    const name = `${createdAt} ${zone}`;
    const known = createdOn.get(name) ?? localTime(Date.parse(createdAt), zone).date;
    createdOn.set(name, known);
    return known;
  }

  return {
    /** Of all keys, those to be named by the summary of that date, which is told to them. */
    on(date: string, zone: string, keys: readonly YearKey[]): Reminded[] {
      return keys.flatMap((key) => {
        const due = dueDate(key, zone);
        if (due === null || isAsleep(key, date)) return [];
        const past = namesOf(due, date).filter((each) => each.date <= date);
        const last = past.at(-1);
        if (!last) return [];
        const before = stillSaid(key, due, date);
        if (before?.names.has(last.name)) return [];
        said.set(key.id, {
          names: new Set(past.map(({ name }) => name)),
          on: date,
          due,
          rank: last.rank,
        });
        return [{ id: key.id, name: last.name }];
      });
    },
  };

  function dueDate({ status, createdAt, rotation }: YearKey, zone: string): string | null {
    if (status === 'disabled' || status === 'vanished') return null;
    if (rotation.days === null || createdAt === null) return null;
    const made = madeOn(createdAt, zone);
    const latest = plus(made, rotation.days + policyStillHolds(rotation.days));
    const { plannedOn } = rotation;
    return plannedOn !== undefined && plannedOn <= latest ? plannedOn : plus(made, rotation.days);
  }

  /** What was said and is not to be said again, for the date on which the key is due now. */
  function stillSaid(key: YearKey, due: string, today: string): Said | null {
    const before = said.get(key.id);
    if (!before) return null;
    const { snoozedUntil } = key.rotation;
    if (snoozedUntil !== undefined && before.on < snoozedUntil) return null;
    if (Math.abs(daysBetween(before.due, due)) <= 1) return before;
    // Another date: of its reminders, those that had passed when something was said, unless they are more pressing.
    const names = namesOf(due, today).filter(({ date, rank }) => date <= before.on && rank <= before.rank);
    return { ...before, names: new Set(names.map(({ name }) => name)) };
  }
}

export function isAsleep({ rotation: { snoozedUntil } }: YearKey, date: string): boolean {
  return snoozedUntil !== undefined && date < snoozedUntil;
}

/** Every reminder of a key, the first first, as far as `until`. */
function namesOf(due: string, until: string): Name[] {
  const names = daysAhead.map((days, rank) => ({ name: `${days} days`, date: plus(due, -days), rank }));
  for (let late = 1; late <= 1 + Math.max(0, daysBetween(due, until)); late += 7)
    names.push({ name: `${late} late`, date: plus(due, late), rank: names.length });
  return names;
}

/** The reminder that falls on exactly this date, where nothing was missed and nothing moved. */
export function nameOn(due: string, date: string): string | null {
  return namesOf(due, date).find((each) => each.date === date)?.name ?? null;
}

const days = new Map<string, number>();

function dayNumber(date: string): number {
  const known = days.get(date) ?? Date.parse(date) / 86_400_000;
  days.set(date, known);
  return known;
}

export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

const dates = new Map<number, string>();

export function plus(date: string, count: number): string {
  const number = dayNumber(date) + count;
  const known = dates.get(number) ?? new Date(number * 86_400_000).toISOString().slice(0, 10);
  dates.set(number, known);
  return known;
}
