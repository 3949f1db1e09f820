/** Policies as they are set: who may rotate how often, and for what a reason is asked. */
import { z } from '../zod.ts';
import type { Environment } from './environment.ts';
import { daySchema, type KeyRotation, policyDaysSchema, policyEnvironmentSchema } from './key-rotation.ts';
import { rotationDays } from './rotation-policy.ts';

export const longestReason = 500;
export const reasonSchema = z.string().trim().max(longestReason);

/** `inherit`: no choice of its own, so that what is above it counts. */
export const chosenDaysSchema = z.union([policyDaysSchema, z.literal('inherit')]);
export type ChosenDays = z.infer<typeof chosenDaysSchema>;

const noted = {
  reason: z.string().nullable(),
  at: z.string(),
  /** The account that acted, where its platform tells one; null for all workspaces. */
  by: z.string().nullable(),
};

/** A policy that somebody set for an environment: in one workspace, or (`workspaceId` null) in all of them. */
export const policySchema = z.strictObject({
  workspaceId: z.string().nullable(),
  environment: policyEnvironmentSchema,
  days: policyDaysSchema,
  ...noted,
});
export type Policy = z.infer<typeof policySchema>;

/** One change of such a policy, kept also after it was taken back. */
export const policyChangeSchema = z.strictObject({
  seq: z.number().int(),
  workspaceId: z.string().nullable(),
  environment: policyEnvironmentSchema,
  before: chosenDaysSchema,
  after: chosenDaysSchema,
  ...noted,
});
export type PolicyChange = z.infer<typeof policyChangeSchema>;

/** What was said about one key's rotation, as it stands. */
export const keyPolicySchema = z.strictObject({
  /** Its own policy; null where it has none. */
  own: z.strictObject({ days: policyDaysSchema, ...noted }).nullable(),
  /** What it has without one. */
  inherited: policyDaysSchema,
  /** The latest rest, which may be over. */
  snooze: z.strictObject({ until: daySchema, ...noted }).nullable(),
  plan: z.strictObject({ day: daySchema, ...noted }).nullable(),
});
export type KeyPolicy = z.infer<typeof keyPolicySchema>;

/** A policy of its own for a key that is about to be made. */
export const firstPolicySchema = z.strictObject({ days: policyDaysSchema, reason: reasonSchema });
export type FirstPolicy = z.infer<typeof firstPolicySchema>;

/** How many keys a change of policies moves, before it is made. */
export const policyEffectSchema = z.strictObject({
  /** Due sooner than now, those included that had no day. */
  earlier: z.number().int(),
  /** Due later than now, those included that have no day any more. */
  later: z.number().int(),
  /** Not overdue now, and overdue then; and the other way round. */
  becomeOverdue: z.number().int(),
  noLongerOverdue: z.number().int(),
});
export type PolicyEffect = z.infer<typeof policyEffectSchema>;

/** Days that let a key live longer than it would need a reason; null is longer than any number. */
export function isLonger(days: number | null, than: number | null): boolean {
  if (than === null) return false;
  return days === null || days > than;
}

/** What an environment has in a workspace (null: in all of them) where nothing is chosen there. */
export function inheritedDays(
  policies: readonly Policy[],
  workspaceId: string | null,
  environment: Environment,
): number | null {
  const everywhere =
    workspaceId === null
      ? undefined
      : policies.find((each) => each.workspaceId === null && each.environment === environment);
  return everywhere ? everywhere.days : rotationDays[environment];
}

/** What a key of this environment goes by in a workspace while it has no policy of its own. */
export function environmentPolicy(
  policies: readonly Policy[],
  workspaceId: string,
  environment: Environment,
): Pick<KeyRotation, 'days' | 'from'> {
  const chosen = policies.find(
    (each) => each.workspaceId === workspaceId && each.environment === environment,
  );
  if (chosen) return { days: chosen.days, from: 'workspace' };
  return { days: inheritedDays(policies, workspaceId, environment), from: 'environment' };
}

/** "Its own policy: every 30 days: Contract ends.", for the activity of a key. */
export function ownPolicyText(days: number | null, reason: string): string {
  const said = `Its own policy: ${daysText(days)}`;
  return reason === '' ? `${said}.` : `${said}: ${reason}`;
}

/** "every 90 days", "every day", "as needed". */
export function daysText(days: number | null): string {
  if (days === null) return 'as needed';
  return days === 1 ? 'every day' : `every ${days} days`;
}
