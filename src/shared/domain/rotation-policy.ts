/** How often keys are replaced, by environment. A key's age counts from its creation. */
import type { Environment } from './environment.ts';

/** Days between creation and the day a key is due; null where keys are replaced as needed and never fall due. */
export const rotationDays: Readonly<Record<Environment, number | null>> = {
  production: 90,
  staging: 180,
  ci: 90,
  development: null,
  unassigned: null,
};

/** A key with at most this many days left is due soon; with fewer than none it is overdue. */
export const dueSoonDays = 14;
