/** When a key falls due, by the policy of its environment: the rule that `due:` and `status:overdue` find keys by. */
import type { Environment } from './environment.ts';
import type { KeyStatus } from './key.ts';
import { dueSoonDays, rotationDays, statusesThatFallDue } from './rotation-policy.ts';
import { dayOf } from './search/days.ts';

export type Rotation =
  /** `daysLeft` until the day it is due, negative once it is overdue; `ofDays`: the whole time the policy gives it. */
  | { kind: 'due'; daysLeft: number; ofDays: number }
  /** The policy of its environment has no date. */
  | { kind: 'as-needed' }
  /** Without an environment there is no policy. */
  | { kind: 'no-policy' }
  /** Disabled or vanished. */
  | { kind: 'not-in-use' }
  /** The platform does not say when it was made. */
  | { kind: 'unknown-age' };

type Aged = { environment: Environment; status: KeyStatus; createdAt: string | null };

/** `now`: milliseconds since 1970. Days are days of the calendar where Latchkey runs. */
export function rotationOf({ environment, status, createdAt }: Aged, now: number): Rotation {
  if (!statusesThatFallDue.has(status)) return { kind: 'not-in-use' };
  const ofDays = rotationDays[environment];
  if (ofDays === null) return { kind: environment === 'unassigned' ? 'no-policy' : 'as-needed' };
  const created = createdAt === null ? Number.NaN : Date.parse(createdAt);
  if (Number.isNaN(created)) return { kind: 'unknown-age' };
  return { kind: 'due', daysLeft: dayOf(created) + ofDays - dayOf(now), ofDays };
}

export type Urgency = 'overdue' | 'due-soon';

/** Null for a key that is not due for long, or never. */
export function urgencyOf(key: Aged, now: number): Urgency | null {
  const rotation = rotationOf(key, now);
  if (rotation.kind !== 'due' || rotation.daysLeft > dueSoonDays) return null;
  return rotation.daysLeft < 0 ? 'overdue' : 'due-soon';
}
