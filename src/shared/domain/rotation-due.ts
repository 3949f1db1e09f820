/**
 * When a key falls due: the one rule that cells, reminders, the board and, as SQL, every search go by
 * (`main/store/due-day.ts`). Age counts from creation, so that a key that took the place of another begins anew.
 */
import type { KeyRow } from './key.ts';
import { dueSoonDays, lateDays, statusesThatFallDue } from './rotation-policy.ts';
import { dayOf, dayOfDate } from './search/days.ts';

/** Days as `dayOf` has them. */
type DueDay = {
  /** The day it is due: the planned one, or else the policy's. */
  day: number;
  /** The whole time the policy gives it. */
  ofDays: number;
  /** Whether `day` was chosen rather than counted. */
  planned: boolean;
};

export type Rotation =
  /** `daysLeft` until the day it is due, negative once it is overdue. */
  | ({ kind: 'due'; daysLeft: number } & DueDay)
  /** Not due before `until`, whatever its `day`; `daysLeft` until then, at least 1. */
  | ({ kind: 'snoozed'; until: number; daysLeft: number } & DueDay)
  /** A run is under way that replaces it, or made it: until that is over it is nothing to be reminded of. */
  | { kind: 'rotating'; number: number; of: number }
  /** Its policy has no date. */
  | { kind: 'as-needed' }
  /** Without an environment there is no policy, unless the key has its own. */
  | { kind: 'no-policy' }
  /** Disabled or vanished. */
  | { kind: 'not-in-use' }
  /** The platform does not say when it was made. */
  | { kind: 'unknown-age' };

/** What of a key decides when it is due. */
export type Aged = Pick<KeyRow, 'environment' | 'status' | 'createdAt' | 'rotation' | 'rotating'>;

/** `now`: milliseconds since 1970. Days are days of the calendar where Latchkey runs. */
export function rotationOf(key: Aged, now: number): Rotation {
  const { environment, status, createdAt, rotation, rotating } = key;
  if (rotating) return { kind: 'rotating', number: rotating.number, of: rotating.of };
  if (!statusesThatFallDue.has(status)) return { kind: 'not-in-use' };
  const { days, from, plannedOn, snoozedUntil } = rotation;
  if (days === null)
    return { kind: environment === 'unassigned' && from !== 'key' ? 'no-policy' : 'as-needed' };
  const policyDay = policyDayOf(createdAt, days);
  if (policyDay === null) return { kind: 'unknown-age' };
  const plannedDay = plannedOn === undefined ? null : dayOfDate(plannedOn);
  // A policy that became stricter, or another environment, outdates what was planned by the one before.
  const planned = plannedDay !== null && plannedDay <= policyDay + lateDays(days);
  const due: DueDay = { day: planned ? plannedDay : policyDay, ofDays: days, planned };
  const today = dayOf(now);
  const until = snoozedUntil === undefined ? today : dayOfDate(snoozedUntil);
  if (until > today) return { kind: 'snoozed', until, daysLeft: until - today, ...due };
  return { kind: 'due', daysLeft: due.day - today, ...due };
}

function policyDayOf(createdAt: string | null, days: number): number | null {
  const created = createdAt === null ? Number.NaN : Date.parse(createdAt);
  return Number.isNaN(created) ? null : dayOf(created) + days;
}

export type Urgency = 'overdue' | 'due-soon';

/** Null for a key that is not due for long, or never. */
export function urgencyOf(key: Aged, now: number): Urgency | null {
  const rotation = rotationOf(key, now);
  if (rotation.kind !== 'due' || rotation.daysLeft > dueSoonDays) return null;
  return rotation.daysLeft < 0 ? 'overdue' : 'due-soon';
}

/**
 * The days for which a key can be planned inside its policy, both included, as `dayOf` has them: from today on, at most
 * `lateDays` after the policy's own day. Null where it is not due, is snoozed, or is too late for any day.
 */
export function plannedRange(key: Aged, now: number): { earliest: number; latest: number } | null {
  if (rotationOf(key, now).kind !== 'due' || key.rotation.days === null) return null;
  const policyDay = policyDayOf(key.createdAt, key.rotation.days);
  if (policyDay === null) return null;
  const [earliest, latest] = [dayOf(now), policyDay + lateDays(key.rotation.days)];
  return earliest > latest ? null : { earliest, latest };
}
