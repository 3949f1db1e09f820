/** The last twelve weeks of a key, day by day. */
import type { Observations } from './observations.ts';
import { dateOf, dayOf, startOf } from './search/days.ts';
import { quietSpans, usesIn } from './use-times.ts';

export const stripDays = 84;

export type StripDay = {
  /** As `2026-01-31`. */
  date: string;
  /**
   * `used`: a use was told on that day. `quiet`: provably none, as far as the day went until the last look. `unknown`: nobody looked,
   * or the answer leaves it open. `before`: the key was not made yet.
   */
  state: 'used' | 'quiet' | 'unknown' | 'before';
  /** The latest use that was told of it, in milliseconds since 1970; null without one. */
  lastAt: number | null;
};

/** Oldest first, today last; `now` in milliseconds since 1970. Days are days of the calendar where Latchkey runs. */
export function stripOf(history: Observations, now: number): StripDay[] {
  const created = history.createdAt === null ? Number.NEGATIVE_INFINITY : Date.parse(history.createdAt);
  const look = history.lookedAt === null ? Number.NEGATIVE_INFINITY : Date.parse(history.lookedAt);
  const latest = new Map(usesIn(history).map(({ at }) => [dayOf(at), at]));
  if (history.lastUsed.kind === 'at') {
    const at = Date.parse(history.lastUsed.at);
    latest.set(dayOf(at), Math.max(at, latest.get(dayOf(at)) ?? at));
  }
  const spans = quietSpans(history);
  const today = dayOf(now);
  return Array.from({ length: stripDays }, (_, index) => {
    const number = today - stripDays + 1 + index;
    const from = Math.max(startOf(number), created);
    // Today is not over: it is judged as far as the platform was asked.
    const until = number === today ? Math.max(from, Math.min(now, look)) : startOf(number + 1);
    const lastAt = latest.get(number) ?? null;
    const isQuiet = look >= from && spans.some((span) => span.from <= from && span.until >= until);
    const state =
      lastAt !== null ? 'used' : startOf(number + 1) <= created ? 'before' : isQuiet ? 'quiet' : 'unknown';
    return { date: dateOf(number), state, lastAt };
  });
}
