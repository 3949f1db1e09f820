/** Which keys are meant: some by id, or all that match a query but a few. Resolved in SQL; the window never lists the latter. */
import { z } from '../zod.ts';
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
