/** How often keys rotate, which of them rest for a while, and on which days they are planned. */
import { keyDetailSchema } from '../domain/key.ts';
import { daySchema, policyEnvironmentSchema } from '../domain/key-rotation.ts';
import {
  chosenDaysSchema,
  policyChangeSchema,
  policyEffectSchema,
  policySchema,
  reasonSchema,
} from '../domain/policies.ts';
import { z } from '../zod.ts';
import { call } from './define.ts';
import { selectionSchema } from './selection.ts';

/** Days and notes are a row each: whatever was chosen in the largest inventory is one transaction. */
const mostKeys = 100_000;

const keyId = z.string();
const choiceSchema = z.strictObject({ environment: policyEnvironmentSchema, days: chosenDaysSchema });
/** Null: in all workspaces that have no choice of their own. */
const choicesSchema = z.strictObject({
  workspaceId: z.string().nullable(),
  choices: z.array(choiceSchema).max(20),
});
const restsSchema = z.strictObject({
  /** What each key that was changed had before, so that it can be put back. */
  before: z.array(z.strictObject({ keyId, until: daySchema.nullable(), reason: z.string().nullable() })),
  /** Keys that were left alone, having no day to be put off. */
  left: z.number().int(),
});
const plansSchema = z.array(z.strictObject({ keyId, day: daySchema.nullable() }));

export const policyCalls = {
  /** What somebody set; `changes` are the latest ones, newest first. */
  'policies.list': call(
    z.strictObject({}),
    z.strictObject({ policies: z.array(policySchema), changes: z.array(policyChangeSchema) }),
  ),
  /** What these choices would move. */
  'policies.preview': call(choicesSchema, policyEffectSchema),
  /** A reason is asked for where one of them lets keys live longer than without it. */
  'policies.set': call(
    choicesSchema.extend({ reason: reasonSchema }),
    z.strictObject({ before: z.array(choiceSchema) }),
  ),
  'policies.setForKey': call(
    z.strictObject({ keyId, days: chosenDaysSchema, reason: reasonSchema }),
    keyDetailSchema,
  ),
  /** Lets keys rest until a day, from 1 to 90 days away. Those that are not due some day are left alone. */
  'policies.snooze': call(
    z.strictObject({ selection: selectionSchema, until: daySchema, reason: reasonSchema }),
    restsSchema,
  ),
  'policies.endSnooze': call(z.strictObject({ keyIds: z.array(keyId).min(1).max(mostKeys) }), restsSchema),
  /**
   * Chooses the days on which keys are due, or (null) leaves that to their policies again. All or nothing: `conflict` where
   * a day is outside of what `plannedRange` allows. `back`: puts `before` back, also days that are past by now.
   */
  'policies.plan': call(
    z.strictObject({
      plans: plansSchema.min(1).max(mostKeys),
      reason: reasonSchema,
      back: z.literal(true).exactOptional(),
    }),
    z.strictObject({ before: plansSchema }),
  ),
};
