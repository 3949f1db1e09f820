/** Quarantine: a key that is disabled now and deleted some days later, unless somebody takes it out again. */
import { z } from '../zod.ts';

/** What is offered; any other number of days up to `mostQuarantineDays` may be typed. */
export const offeredQuarantineDays = [7, 14, 30] as const;
export const defaultQuarantineDays = 14;
export const mostQuarantineDays = 365;

const quarantineDaysSchema = z.number().int().min(1).max(mostQuarantineDays);

/** For so many days from now; or until a day it was planned for before, which is at least a day away by then. */
export const quarantinePlanSchema = z.union([
  z.strictObject({ days: quarantineDaysSchema }),
  z.strictObject({ due: z.iso.datetime() }),
]);
export type QuarantinePlan = z.infer<typeof quarantinePlanSchema>;

/**
 * Why a key that is due was not deleted. `ask`: something about it is not as it was left, so a person decides;
 * `wait`: it could not be looked at, and is tried again by itself.
 */
const quarantineHoldSchema = z.strictObject({ kind: z.enum(['ask', 'wait']), message: z.string() });
export type QuarantineHold = z.infer<typeof quarantineHoldSchema>;

/** Times are RFC 3339 in UTC. */
export const quarantineSchema = z.strictObject({
  since: z.string(),
  due: z.string(),
  /** The account that acted, where its platform tells one. */
  by: z.string().nullable(),
  hold: quarantineHoldSchema.nullable(),
});
export type Quarantine = z.infer<typeof quarantineSchema>;
