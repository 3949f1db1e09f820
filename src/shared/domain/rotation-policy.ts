/** How often keys are replaced where nobody said otherwise, and which of them fall due at all. */
import type { Environment } from './environment.ts';
import type { KeyStatus } from './key.ts';

/** Days between creation and the day a key is due; null where keys are replaced as needed and never fall due. */
export const rotationDays: Readonly<Record<Environment, number | null>> = {
  production: 90,
  staging: 180,
  ci: 90,
  development: null,
  unassigned: null,
};

/** What is disabled opens nothing and what has vanished is gone: neither can fall due. */
export const statusesThatFallDue: ReadonlySet<KeyStatus> = new Set(['active', 'protected']);

/** A key with at most this many days left is due soon; with fewer than none it is overdue. */
export const dueSoonDays = 14;

/** Of the days a policy gives, the part by which a planned day may pass its end, and the most of it. */
export const lateShare = 10;
export const mostLateDays = 7;

/** How many days after the policy's own day a key may be planned at the latest. */
export function lateDays(days: number): number {
  return Math.min(mostLateDays, Math.floor(days / lateShare));
}
