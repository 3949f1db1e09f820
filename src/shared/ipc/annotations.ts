/** What people note about keys, and whether it is written into the keys. */
import { annotationPatchSchema } from '../domain/annotations.ts';
import { errorInfoSchema } from '../domain/errors.ts';
import { keyDetailSchema } from '../domain/key.ts';
import { z } from '../zod.ts';
import { call } from './define.ts';

/** More are a change over many keys, which has progress and a stop button (bulk.ts). */
const mostKeys = 200;

const keyId = z.string();
const sharingSchema = z.strictObject({
  /** Why the platform cannot hold annotations; null where it can. */
  missing: z.string().nullable(),
  on: z.boolean(),
  /** Keys with something noted here that is not in them yet; those of a workspace that does not share included. */
  unsent: z.number().int(),
  /** Why the last try failed, for one of them. */
  problem: errorInfoSchema.nullable(),
});

export const annotationCalls = {
  /** Sets the fields of the patch for several keys. `kept`: why a key has it only here although its workspace shares. */
  'annotations.set': call(
    z.strictObject({ keyIds: z.array(keyId).min(1).max(mostKeys), patch: annotationPatchSchema }),
    z.array(z.strictObject({ keyId, kept: errorInfoSchema.nullable() })),
  ),
  /** The same for one, without waiting for its platform; the key’s `sharing` says later what came of it. */
  'annotations.setOne': call(z.strictObject({ keyId, patch: annotationPatchSchema }), keyDetailSchema),
  /** Tries once more to write into a key what is noted about it. */
  'annotations.share': call(z.strictObject({ keyId }), keyDetailSchema),
  'annotations.sharing': call(z.strictObject({ workspaceId: z.string() }), sharingSchema),
  /** What was noted before is written into the keys right after switching on; switching off leaves what is written. */
  'annotations.setSharing': call(z.strictObject({ workspaceId: z.string(), on: z.boolean() }), sharingSchema),
};
