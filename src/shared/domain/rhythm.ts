/** When a key counts as silent, and when as woken: by how it was used before. Both are kept by the store, so that a search finds them. */
import { day, hour, type Use } from './use-times.ts';

/** What is older tells how the key was used once. */
const remembered = 100 * day;
/** Nobody needs to hear of a key that rests for a day. */
const leastPace = day;
const fewestUses = 5;
/** A key used less often than about once a month has no pace to fall out of. */
const longestGap = 35 * day;
/** A pause that is this many times as long as any other was an exception, such as a holiday. */
const exceptional = 3;

/** A key that rested for less than that has not slept. */
const leastSleep = 30 * day;
/** For so long it counts as one that woke. */
export const wokeDays = 30;

/**
 * For how many milliseconds after its last use a key is still in its own pace: half as long again as it usually rests, and
 * half a day. Null where it is not used regularly, or where too little is known. `uses` oldest first.
 */
export function paceOf(uses: readonly Use[]): number | null {
  const last = uses.at(-1)?.at ?? 0;
  const times = uses.map(({ at }) => at).filter((at) => at > last - remembered);
  const days = new Set(times.map((at) => Math.floor(at / day)));
  if (times.length < fewestUses || days.size < fewestUses - 1) return null;
  const gaps = times.slice(1).map((at, index) => at - (times[index] ?? at));
  const [longest = 0, second = 0] = gaps.toSorted((a, b) => b - a);
  const usual = longest > exceptional * second && gaps.length >= 2 * fewestUses ? second : longest;
  const span = last - (times[0] ?? last);
  // With fewer than three such pauses nobody knows what is usual.
  if (usual > longestGap || usual * 3 > span) return null;
  return Math.max(leastPace, usual + usual / 2 + 12 * hour);
}

/** A use after a long sleep. `since`: when it was used before, or made, where `first`; `days`: for how long, at least. */
export type Waking = { since: number; seenAt: number; days: number; first: boolean };

/** As often before, so long a rest is a habit and no sleep. */
const habit = 2;

/**
 * Whether the last of these uses woke the key: after a month or more in which it was provably not used, and longer than
 * its pace. `createdAt`: where the platform tells it. Null where it did not sleep.
 */
export function wakingOf(uses: readonly Use[], createdAt: number | null): Waking | null {
  const use = uses.at(-1);
  if (!use?.quiet) return null;
  const { from, until } = use.quiet;
  const slept = until - from;
  if (slept < leastSleep) return null;
  const before = uses.slice(0, -1);
  if (slept < (paceOf(before) ?? 0)) return null;
  const asLong = before.slice(1).filter(({ at }, index) => (at - (before[index]?.at ?? at)) * 1.5 > slept);
  if (asLong.length >= habit) return null;
  // Between the last look and the use it may have been used unseen; where that is a day or less, it does not matter.
  const end = use.at - until <= day ? use.at : until;
  const days = Math.floor((end - from) / day);
  return { since: from, seenAt: use.seenAt, days, first: uses.length === 1 && from === createdAt };
}

/** The latest waking seen after `after`; null where there was none. */
export function lastWaking(uses: readonly Use[], createdAt: number | null, after: number): Waking | null {
  for (let count = uses.length; count > 0; count -= 1) {
    if ((uses[count - 1]?.seenAt ?? 0) < after) return null;
    const waking = wakingOf(uses.slice(0, count), createdAt);
    if (waking) return waking;
  }
  return null;
}
