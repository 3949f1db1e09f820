/** How often keys are replaced, by environment. A key's age counts from its creation. */
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
