// When keys were made: on weekdays, in working hours, up to three years back.
import type { Random } from '../../core/random.ts';

/** What a key serves. The wire has no such field: names and metadata tell, or nobody does. */
export type Environment = 'production' | 'staging' | 'ci' | 'development' | 'unassigned';

const DAY_MS = 86_400_000;
const THREE_YEARS = 1_095;

/**
 * How old keys get, in days. Production and CI keys are replaced every 90 days and staging keys every 180, but a few
 * were forgotten; nobody replaces the others.
 */
const AGES: Readonly<Record<Environment, { usual: number; forgotten: number; oldest: number }>> = {
  production: { usual: 88, forgotten: 0.03, oldest: 400 },
  ci: { usual: 88, forgotten: 0.04, oldest: 300 },
  staging: { usual: 172, forgotten: 0.04, oldest: 500 },
  development: { usual: THREE_YEARS, forgotten: 0, oldest: THREE_YEARS },
  unassigned: { usual: THREE_YEARS, forgotten: 0, oldest: THREE_YEARS },
};

export function ageInDays(environment: Environment, random: Random): number {
  const { usual, forgotten, oldest } = AGES[environment];
  return random.chance(forgotten) ? random.int(usual + 3, oldest) : random.int(1, usual);
}

/** A working moment on the day `days` before `now`, one day at least, so that it is never in the future. */
export function workingTime(now: Date, days: number, random: Random): Date {
  const moment = new Date(now.getTime() - Math.max(1, days) * DAY_MS);
  moment.setUTCHours(random.int(6, 17), random.int(0, 59), random.int(0, 59), 0);
  // Nobody makes keys at the weekend: back to Friday.
  while (moment.getUTCDay() === 0 || moment.getUTCDay() === 6) moment.setTime(moment.getTime() - DAY_MS);
  return moment;
}
