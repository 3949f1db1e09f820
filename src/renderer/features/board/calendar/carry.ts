/** Which days suit keys that are being moved, by their policies, and why the others do not. */
import { plannedRange } from '#shared/domain/rotation-due.ts';
import type { BoardKey } from '#shared/ipc/board.ts';
import { plural } from '../../../lib/plural.ts';
import { shortDay } from './calendar-words.ts';

/** Keys that were picked up and not yet put down. */
export type Carry = {
  keys: readonly BoardKey[];
  /** The day they were picked up from. */
  from: number;
  /** The days that suit all of them, both included. */
  earliest: number;
  latest: number;
  /** The one that must not be later than `latest`. */
  strictest: BoardKey;
};

/** "nightly-export" or "3 keys". */
export function carriedName(keys: readonly BoardKey[]): string {
  const [only] = keys;
  return keys.length === 1 && only ? only.name || 'the key' : plural(keys.length, 'key');
}

/** What can be moved where, or one sentence on why not. `now`: milliseconds since 1970. */
export function carryOf(
  keys: readonly BoardKey[],
  from: number,
  now: number,
): { ok: true; carry: Carry } | { ok: false; why: string } {
  const ranges = keys.map((key) => ({ key, range: plannedRange(key, now) }));
  const fixed = ranges.find(({ range }) => range === null)?.key;
  if (fixed) {
    const others = keys.length > 1 ? ' Choose the others without it.' : '';
    const name = fixed.name || 'A key';
    return { ok: false, why: `${name} is too late for any day: rotate it or snooze it.${others}` };
  }
  const [first, ...rest] = ranges.flatMap(({ key, range }) => (range ? [{ key, ...range }] : []));
  if (!first) return { ok: false, why: 'No key is due on this day.' };
  const strictest = rest.reduce((most, each) => (each.latest < most.latest ? each : most), first);
  const { earliest, latest, key } = strictest;
  return { ok: true, carry: { keys, from, earliest, latest, strictest: key } };
}

/** Why a day does not suit, in one sentence; null where it does. */
export function whyNotDay({ earliest, latest, strictest, keys }: Carry, day: number): string | null {
  if (day < earliest) return 'This day is past.';
  if (day <= latest) return null;
  const whose = keys.length === 1 ? 'its policy' : `the policy of ${strictest.name || 'one of them'}`;
  return `Later than ${shortDay(latest)}, the last day that ${whose} allows.`;
}
