/** Which key a key took the place of, and which one took its place. Outlives both. */
import { z } from '../zod.ts';
import { errorInfoSchema } from './errors.ts';

const relativeSchema = z.strictObject({
  /** Null where the inventory does not have it any more. */
  keyId: z.string().nullable(),
  /** The platform's own handle. */
  remoteId: z.string(),
  name: z.string(),
  prefix: z.string(),
  /** When the one took the place of the other. */
  at: z.string(),
});
export type Relative = z.infer<typeof relativeSchema>;

export const lineageSchema = z.strictObject({
  replaces: relativeSchema.nullable(),
  replacedBy: relativeSchema.nullable(),
  /**
   * Metadata of the replaced key that this one should have and does not have yet; `problem`: why the last try to write it
   * was refused.
   */
  owed: z.strictObject({ fields: z.array(z.string()), problem: errorInfoSchema.nullable() }).nullable(),
});
export type Lineage = z.infer<typeof lineageSchema>;
