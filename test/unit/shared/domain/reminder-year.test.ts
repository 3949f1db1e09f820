/** A year of reminders over 1,000 keys, day by day, against an oracle that shares no code with them. */
import { describe, expect, it, vi } from 'vitest';
import { isSummaryTime, summaryOf, type Told } from '#shared/domain/reminders.ts';
import { dateOf, dayOf } from '#shared/domain/search/days.ts';
import {
  daysBetween,
  isAsleep,
  naiveReminders,
  nameOn,
  plus,
} from '../../../support/reminder-year/oracle.ts';
import { localTime, simulatedYear, type YearKey } from '../../../support/reminder-year/world.ts';

type Day = {
  date: string;
  zone: string;
  named: string[];
  expected: { id: string; name: string }[];
  keys: YearKey[];
};

/** Every hour of the year the core is asked, as the running application asks it. */
function live(year: ReturnType<typeof simulatedYear>) {
  const keys = [...year.keys];
  const told = new Map<string, Told>();
  const oracle = naiveReminders();
  const days: Day[] = [];
  const notifications: string[] = [];
  let lastDay: number | null = null;
  let [event, zone] = [0, ''];
  for (const hour of year.hours) {
    for (; (year.events[event]?.at ?? Number.POSITIVE_INFINITY) <= hour.at; event += 1) {
      const { key, change, at } = year.events[event] ?? { key: 0, change: (same: YearKey) => same, at: 0 };
      keys[key] = change(keys[key] as YearKey, at);
    }
    if (hour.zone !== zone) vi.stubEnv('TZ', hour.zone);
    zone = hour.zone;
    if (!hour.on || !isSummaryTime(hour.at, lastDay)) continue;
    lastDay = dayOf(hour.at);
    const summary = summaryOf(
      keys.map((key) => ({ ...key, told: told.get(key.id) ?? null })),
      hour.at,
    );
    for (const each of summary.told) told.set(each.id, each.told);
    const { date } = localTime(hour.at, zone);
    expect(dateOf(lastDay)).toBe(date);
    if (summary.told.length > 0) notifications.push(date);
    const named = summary.told.map(({ id }) => id);
    days.push({ date, zone, named, expected: oracle.on(date, zone, keys), keys: [...keys] });
  }
  return { days, notifications };
}

const homes = [
  {
    name: 'from Los Angeles to Berlin',
    seed: 'east',
    zones: [
      { from: 0, zone: 'America/Los_Angeles' },
      { from: 170, zone: 'Europe/Berlin' },
    ],
  },
  {
    // Over the date line: the morning of the day before comes a second time.
    name: 'from Auckland to New York',
    seed: 'west',
    zones: [
      { from: 0, zone: 'Pacific/Auckland' },
      { from: 190, zone: 'America/New_York' },
    ],
  },
] as const;

describe.each(homes)('a year $name', ({ seed, zones }) => {
  const year = simulatedYear(seed, 1_000, zones);
  const { days, notifications } = live(year);

  it('names every key that is to be reminded of on its day, and no other', () => {
    for (const { date, named, expected } of days) {
      expect({ date, named: named.toSorted() }).toEqual({
        date,
        named: expected.map(({ id }) => id).toSorted(),
      });
    }
    expect(days.flatMap(({ named }) => named).length).toBeGreaterThan(5_000);
  });

  it('says at most one summary a day, and always a later day than before', () => {
    expect(notifications.length).toBeGreaterThan(200);
    expect(notifications).toEqual([...new Set(notifications)].toSorted());
  });

  it('names no key twice for the same reminder of the same date', () => {
    const said = new Map<string, string>();
    for (const { date, expected, keys } of days) {
      const byId = new Map(keys.map((key) => [key.id, key]));
      for (const { id, name } of expected) {
        const { rotation } = byId.get(id) as YearKey;
        // A snooze that ended, or another planned day, begins anew.
        const reminder = [id, name, rotation.days, rotation.plannedOn, rotation.snoozedUntil].join('/');
        expect(`${reminder} on ${said.get(reminder) ?? date}`).toBe(`${reminder} on ${date}`);
        said.set(reminder, date);
      }
    }
  });

  it('names none that is snoozed, without a date, disabled or gone', () => {
    let [asleep, undated, unused] = [0, 0, 0];
    for (const { date, named, keys } of days) {
      const silent = keys.filter((key) => {
        if (isAsleep(key, date)) asleep += 1;
        else if (key.rotation.days === null || key.createdAt === null) undated += 1;
        else if (key.status === 'disabled' || key.status === 'vanished') unused += 1;
        else return false;
        return true;
      });
      const ids = new Set(silent.map(({ id }) => id));
      expect(named.filter((id) => ids.has(id))).toEqual([]);
    }
    expect(Math.min(asleep, undated, unused)).toBeGreaterThan(1_000);
  });

  it('reminds exactly 30, 14, 7 and 1 days ahead, then weekly, where nothing came in between', () => {
    const dates = new Map(days.map((day) => [day.date, day]));
    let seen = 0;
    for (const { date, zone, named, keys } of days) {
      // As long as the computer was on the days before, everything is said on its very day.
      const before = Array.from({ length: 8 }, (_, index) => dates.get(plus(date, -index - 1)));
      if (before.some((each) => each?.zone !== zone)) continue;
      const known = new Map(before.at(-1)?.keys.map((key) => [key.id, key]));
      for (const key of keys) {
        const { rotation, createdAt, status } = key;
        const same = JSON.stringify(known.get(key.id)) === JSON.stringify(key);
        const plain = rotation.plannedOn === undefined && rotation.snoozedUntil === undefined;
        if (rotation.days === null || createdAt === null || status !== 'active') continue;
        if (!same || !plain) continue;
        const due = plus(localTime(Date.parse(createdAt), zone).date, rotation.days);
        const wanted = nameOn(due, date) !== null;
        expect([key.id, date, daysBetween(date, due), named.includes(key.id)]).toEqual([
          key.id,
          date,
          daysBetween(date, due),
          wanted,
        ]);
        if (wanted) seen += 1;
      }
    }
    expect(seen).toBeGreaterThan(500);
  });
});
