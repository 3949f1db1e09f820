/**
 * A seeded year of keys and of the people around them: what happens to which key at which hour, when the computer is on, and
 * in which time zone. Plain data; nothing here knows when anybody is to be reminded.
 */
import type { Environment } from '#shared/domain/environment.ts';
import type { KeyRow } from '#shared/domain/key.ts';
import { rotationDays } from '#shared/domain/rotation-policy.ts';
import { type Random, seededRandom } from '../../../src/sandbox/core/random.ts';

export type YearKey = Pick<KeyRow, 'id' | 'environment' | 'status' | 'createdAt' | 'rotation'>;

type YearEvent = { at: number; key: number; change: (key: YearKey, now: number) => YearKey };

export type Year = {
  keys: YearKey[];
  /** By time. */
  events: YearEvent[];
  /** Every hour of the year, with the zone the computer stands in and whether it is on. */
  hours: { at: number; zone: string; on: boolean }[];
};

const hour = 3_600_000;
const day = 24 * hour;
const firstHour = Date.UTC(2026, 0, 1);
const days = 365;

const environments = [
  { environment: 'production', weight: 45 },
  { environment: 'staging', weight: 20 },
  { environment: 'ci', weight: 15 },
  { environment: 'development', weight: 15 },
  { environment: 'unassigned', weight: 5 },
] satisfies { environment: Environment; weight: number }[];

/** `zones`: where the computer stands from which day of the year on, the first from day 0. */
export function simulatedYear(
  seed: string,
  count: number,
  zones: readonly { from: number; zone: string }[],
): Year {
  const random = seededRandom(seed);
  const keys = Array.from({ length: count }, (_, index) => newKey(random, index));
  const events = keys.flatMap((key, index) => lifeOf(random, key, index));
  return {
    keys,
    events: events.sort((one, other) => one.at - other.at),
    hours: hoursOf(random, zones),
  };
}

function newKey(random: Random, index: number): YearKey {
  const { environment } = random.weighted(environments);
  const usual: YearKey['rotation'] = { days: rotationDays[environment], from: 'environment' };
  // A key of its own policy, also one that an environment without a date would never remind of.
  const own = { days: random.pick([null, 20, 45, 120, 365]), from: 'key' } as const;
  return {
    id: `key-${index}`,
    environment,
    status: random.chance(0.1) ? 'protected' : 'active',
    createdAt: random.chance(0.02) ? null : timeText(firstHour - random.int(0, 170 * 24 * 60) * 60_000),
    rotation: random.chance(0.15) ? own : usual,
  };
}

/** What happens to a key over the year, at any minute of it. */
function lifeOf(random: Random, { rotation }: YearKey, index: number): YearEvent[] {
  const events: YearEvent[] = [];
  const add = (at: number, change: YearEvent['change']) => events.push({ at, key: index, change });
  const some = () => firstHour + random.int(0, days * 24 * 60 - 1) * 60_000;
  if (rotation.days !== null) {
    // Some are rotated in good time, some late, some never.
    const pace = random.pick([0.7, 0.95, 1.05, 1.4, 9]) * rotation.days;
    for (let at = some(); at < firstHour + days * day; at += Math.round(pace * 24) * hour)
      add(at, (key, now) => ({ ...rested(key), id: `${key.id}'`, createdAt: timeText(now) }));
  }
  for (let times = random.int(0, 3); times > 0; times -= 1) {
    const length = random.int(1, 40);
    add(some(), (key, now) => ({
      ...key,
      rotation: { ...key.rotation, snoozedUntil: dateText(now + length * day) },
    }));
  }
  if (random.chance(0.15)) {
    const ahead = random.int(3, 60);
    add(some(), (key, now) => ({
      ...key,
      rotation: { ...key.rotation, plannedOn: dateText(now + ahead * day) },
    }));
  }
  if (random.chance(0.1)) {
    const [off, back] = [some(), some()];
    add(Math.min(off, back), (key) => ({ ...key, status: 'disabled' }));
    add(Math.max(off, back), (key) => ({ ...key, status: 'active' }));
  }
  if (random.chance(0.05)) add(some(), (key) => ({ ...key, status: 'vanished' }));
  if (random.chance(0.1)) {
    const { environment } = random.weighted(environments);
    add(some(), (key) => ({
      ...key,
      environment,
      rotation: { ...key.rotation, days: rotationDays[environment], from: 'environment' },
    }));
  }
  return events;
}

/** The next key of the same name: what was put off is forgotten with the one before. */
function rested({ rotation: { days, from }, ...key }: YearKey): YearKey {
  return { ...key, rotation: { days, from } };
}

/** Off at night; off for single days, weekends and two holidays; on late in the day now and then. */
function hoursOf(random: Random, zones: readonly { from: number; zone: string }[]): Year['hours'] {
  const from = Array.from({ length: days + 2 }, () => {
    if (random.chance(0.12)) return null;
    return random.chance(0.2) ? random.int(10, 22) : random.int(0, 9);
  });
  from.fill(null, 100, 118);
  from.fill(null, 220, 254);
  return Array.from({ length: days * 24 }, (_, index) => {
    const at = firstHour + index * hour;
    const { zone } = zones.findLast((each) => each.from * 24 <= index) ?? { zone: 'UTC' };
    const local = localTime(at, zone);
    const start = from[Math.round((Date.parse(local.date) - firstHour) / day) + 1];
    return { at, zone, on: typeof start === 'number' && local.hour >= start };
  });
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Date and hour as a clock on the wall of that zone has them, without the process's own zone. */
export function localTime(at: number, zone: string): { date: string; hour: number } {
  const known = formats.get(zone);
  const format =
    known ??
    new Intl.DateTimeFormat('sv-SE', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      hourCycle: 'h23',
    });
  if (!known) formats.set(zone, format);
  const [date = '', time = ''] = format.format(at).split(' ');
  return { date, hour: Number(time) };
}

function timeText(at: number): string {
  return new Date(at).toISOString();
}

function dateText(at: number): string {
  return timeText(at).slice(0, 10);
}
