/** A key's uses as numbers, in milliseconds since 1970, and the calendar they are read by. */
import type { Observations } from './observations.ts';

export type Span = { from: number; until: number };
/** `quiet`: a time before it without any use; null where nobody looked. */
export type Use = { at: number; seenAt: number; quiet: Span | null };

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

export function usesIn({ uses }: Pick<Observations, 'uses'>): Use[] {
  return uses.map(({ at, seenAt, quiet }) => ({
    at: Date.parse(at),
    seenAt: Date.parse(seenAt),
    quiet: quiet && { from: Date.parse(quiet.from), until: Date.parse(quiet.until) },
  }));
}

/** By how many milliseconds the clock on the wall is ahead of UTC at a moment. */
export type Zone = (time: number) => number;

/** Where Latchkey runs. */
export const zoneHere: Zone = (time) => -new Date(time).getTimezoneOffset() * minute;

/** Times that are known to be without any use: between uses, and from the last one to the last look. In order, none touching. */
export function quietSpans({ lastUsed, createdAt, lookedAt, uses: told }: Observations): Span[] {
  const uses = usesIn({ uses: told });
  const spans = uses.flatMap(({ quiet }) => quiet ?? []);
  const begin = lastUsed.kind === 'never' ? createdAt : lastUsed.kind === 'at' ? lastUsed.at : null;
  if (begin !== null && lookedAt !== null) {
    const from = Math.max(Date.parse(begin), ...uses.map(({ at }) => at));
    spans.push({ from, until: Date.parse(lookedAt) });
  }
  const merged: Span[] = [];
  for (const span of spans.filter(({ from, until }) => from < until).toSorted((a, b) => a.from - b.from)) {
    const before = merged.at(-1);
    if (before && span.from <= before.until) before.until = Math.max(before.until, span.until);
    else merged.push({ ...span });
  }
  return merged;
}
