/** Where the sandbox reads the time, so that a test can move it (idempotency windows, rate limits, histories). */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** UTC with whole seconds, the form Roboflow's own sample shows (`2026-08-14T09:12:00Z`); also valid RFC 3339. */
export function timestamp(date: Date): string {
  return date.toISOString().replace(/\.\d{3}Z$/, 'Z');
}
