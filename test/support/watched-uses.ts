/** What Latchkey would have of a key's use: true uses, and the moments at which it looked. Kept as the store keeps them. */
import type { Observations } from '#shared/domain/observations.ts';

const hour = 3_600_000;
const iso = (time: number) => new Date(time).toISOString();

/** All in milliseconds since 1970, in any order; each look tells the latest use before it. */
export function watched(
  uses: readonly number[],
  looks: readonly number[],
  { createdAt = null as number | null } = {},
): Observations {
  const sorted = uses.toSorted((a, b) => a - b);
  const told = new Map<
    number,
    { at: number; seenAt: number; quiet: { from: number; until: number } | null }
  >();
  let next = 0;
  let [value, lookBefore]: [number | null, number | null] = [null, null];
  for (const look of looks.toSorted((a, b) => a - b)) {
    const from = value ?? createdAt;
    while ((sorted[next] ?? Number.POSITIVE_INFINITY) <= look) next += 1;
    const latest = sorted[next - 1] ?? null;
    if (latest !== null && latest !== value) {
      const isQuiet = lookBefore !== null && from !== null && from < lookBefore;
      const quiet = isQuiet ? { from, until: lookBefore ?? 0 } : null;
      const number = Math.floor(latest / hour);
      told.set(number, { at: latest, seenAt: look, quiet: told.get(number)?.quiet ?? quiet });
      value = latest;
    }
    lookBefore = look;
  }
  return {
    lastUsed: value === null ? { kind: 'never' } : { kind: 'at', at: iso(value) },
    createdAt: createdAt === null ? null : iso(createdAt),
    lookedAt: lookBefore === null ? null : iso(lookBefore),
    uses: [...told.values()].map(({ at, seenAt, quiet }) => ({
      at: iso(at),
      seenAt: iso(seenAt),
      quiet: quiet && { from: iso(quiet.from), until: iso(quiet.until) },
    })),
  };
}

/** By how many milliseconds the clock on the wall of a time zone is ahead of UTC. Asking is slow, and clocks change on quarters. */
export function zoneOf(name: string): (time: number) => number {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: name,
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  const known = new Map<number, number>();
  return (time) => {
    const quarter = Math.floor(time / 900_000);
    const offset = known.get(quarter) ?? offsetIn(format, quarter * 900_000);
    known.set(quarter, offset);
    return offset;
  };
}

function offsetIn(format: Intl.DateTimeFormat, time: number): number {
  const part = Object.fromEntries(format.formatToParts(time).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour: hours = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hours, minute, second) - time;
}
