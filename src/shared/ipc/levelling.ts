/** Load levelling before it is done: which keys would get which days. Doing it is `policies.plan`. */
import { daySchema } from '../domain/key-rotation.ts';
import { z } from '../zod.ts';
import { call } from './define.ts';

const count = z.number().int().nonnegative();

/** Days by which a key may be moved at most. */
export const mostTolerance = 28;

const optionsSchema = z.strictObject({
  /** Whose keys are counted and moved; null: those of all workspaces. */
  workspaceIds: z.array(z.string()).nullable(),
  /** From the policy's own day, earlier or later; later also never beyond what the policy allows. */
  tolerance: z.number().int().min(1).max(mostTolerance),
  workdaysOnly: z.boolean(),
  /** Whether keys may be moved for which somebody chose a day before. */
  movePlanned: z.boolean(),
});
export type LevellingOptions = z.infer<typeof optionsSchema>;

const moveSchema = z.strictObject({
  keyId: z.string(),
  workspaceId: z.string(),
  name: z.string(),
  from: daySchema,
  to: daySchema,
});
export type LevellingMove = z.infer<typeof moveSchema>;

const previewSchema = z.strictObject({
  /** The next 26, as the chart of the inventory has them; `level`: within the horizon that is levelled. */
  weeks: z.array(
    z.strictObject({
      from: z.number().int(),
      before: z.number().int(),
      was: count,
      will: count,
      level: z.boolean(),
    }),
  ),
  /** Keys a week within the horizon. */
  mean: z.number().nonnegative(),
  /** The most that a week should have: a fifth above the mean. */
  wanted: count,
  /** The most that a week will have: more than is wanted only where the tolerance allows no less. */
  goal: count,
  /** By their new days. */
  moves: z.array(moveSchema),
  /** Keys within the horizon that stay whatever is gained, since a person said when. */
  kept: z.strictObject({ planned: count, snoozed: count }),
  /** Keys that are not part of it, because they are due already. */
  overdue: count,
});
export type LevellingPreview = z.infer<typeof previewSchema>;

export const levellingCalls = {
  /** Nothing is changed. The same until a key, a policy or the day changes. */
  'levelling.preview': call(optionsSchema, previewSchema),
};
