/** Which keys are meant: some by id, or all that match a query but a few. Resolved in SQL; the window never lists the latter. */
import { z } from '../zod.ts';
import { call } from './define.ts';
import { inventoryQuerySchema } from './inventory.ts';

/** Picked one by one or as a range. Past this many, `matching` says the same in a line. */
const mostIds = 100_000;

export const selectionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('keys'), keyIds: z.array(z.string()).max(mostIds) }),
  /** `except`: ids of keys that were taken out of the selection again. */
  z.strictObject({
    kind: z.literal('matching'),
    query: inventoryQuerySchema,
    except: z.array(z.string()).max(mostIds),
  }),
]);
export type Selection = z.infer<typeof selectionSchema>;

/** Keys that one range can choose; whoever wants more wants all that match. */
export const longestRange = 5000;

/** Chosen keys of one workspace that are alike in what can be done to them. */
const keyGroupSchema = z.strictObject({
  workspaceId: z.string(),
  disabled: z.boolean(),
  protected: z.boolean(),
  thisLogin: z.boolean(),
  count: z.number().int().positive(),
});
export type KeyGroup = z.infer<typeof keyGroupSchema>;

const selectionLookSchema = z.strictObject({
  /** Chosen keys that are there. A vanished key is not: nothing can be done to it. */
  count: z.number().int().nonnegative(),
  /** Of them, those that the view does not show. */
  outside: z.number().int().nonnegative(),
  /** Keys of the view that can be chosen. */
  inView: z.number().int().nonnegative(),
  /** Ids that were given and are not there any more. */
  gone: z.array(z.string()),
  groups: z.array(keyGroupSchema),
});
export type SelectionLook = z.infer<typeof selectionLookSchema>;

export const selectionCalls = {
  /** Ids of the keys at `offset` and after it (0-based position in the sorted result), without vanished ones. */
  'selection.range': call(
    z.strictObject({
      query: inventoryQuerySchema,
      offset: z.number().int().nonnegative(),
      limit: z.number().int().min(1).max(longestRange),
    }),
    z.strictObject({ keyIds: z.array(z.string()) }),
  ),
  /** What a selection has come to by now, beside what `view` shows. */
  'selection.look': call(
    z.strictObject({ selection: selectionSchema, view: inventoryQuerySchema }),
    selectionLookSchema,
  ),
};
