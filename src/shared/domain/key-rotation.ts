/** By what a key falls due: a policy of its environment, for all workspaces or one of them, or its own; and what was put off. */
import { z } from '../zod.ts';

/** Environments that can have a policy: *unassigned* is none, so its keys have one only of their own. */
export const policyEnvironments = ['production', 'staging', 'ci', 'development'] as const;
export const policyEnvironmentSchema = z.enum(policyEnvironments);
export type PolicyEnvironment = z.infer<typeof policyEnvironmentSchema>;

export const mostPolicyDays = 1_095;
/** Null: as needed, without a day. */
export const policyDaysSchema = z.number().int().min(1).max(mostPolicyDays).nullable();

export const mostSnoozeDays = 90;

/** A day of the calendar where Latchkey runs, as `2026-01-31`. */
export const daySchema = z.iso.date();

/** What a key's due day follows from, beside its age. */
export const keyRotationSchema = z.strictObject({
  days: policyDaysSchema,
  /** Whose policy that is: its environment's in all workspaces, in its own workspace, or the key's own. */
  from: z.enum(['environment', 'workspace', 'key']),
  /** The day somebody chose, or load levelling; it counts only as long as it keeps to the policy. */
  plannedOn: daySchema.exactOptional(),
  /** The first day on which it can be due again. */
  snoozedUntil: daySchema.exactOptional(),
});
export type KeyRotation = z.infer<typeof keyRotationSchema>;
