/** Keys whose secret is lost: what is asked about them, and the answers. Nothing is ever deleted by guess. */
import { annotationPatchSchema } from '../domain/annotations.ts';
import { grantSchema } from '../domain/grant.ts';
import { firstPolicySchema } from '../domain/policies.ts';
import { z } from '../zod.ts';
import { call } from './define.ts';

const keyId = z.string();
const intentId = z.string();

/** A key that came of a lost creation, or one of several that may have. */
const ghostCandidateSchema = z.strictObject({
  keyId,
  /** As it is called now. */
  name: z.string(),
  prefix: z.string(),
  createdAt: z.string().nullable(),
  createdBy: z.string().nullable(),
  /** It has exactly the scope that was asked for. */
  sameGrant: z.boolean(),
});
export type GhostCandidate = z.infer<typeof ghostCandidateSchema>;

const ghostKeySchema = z.strictObject({
  intentId,
  workspaceId: z.string(),
  /** What was asked for: enough to make another one like it. */
  name: z.string(),
  annotations: annotationPatchSchema,
  grant: grantSchema.nullable(),
  policy: firstPolicySchema.exactOptional(),
  /** When the creation was sent. */
  at: z.string(),
  /** `answer-lost`: found in the workspace afterwards. `not-handed-over`: Latchkey ended while its secret was waiting. */
  reason: z.enum(['answer-lost', 'not-handed-over']),
  /** At least one; several where name and time fit more than one key. */
  candidates: z.array(ghostCandidateSchema),
});
export type GhostKey = z.infer<typeof ghostKeySchema>;

/** A creation whose answer is missing, in a workspace that could not be read since. */
const waitingCreationSchema = z.strictObject({ intentId, workspaceId: z.string(), name: z.string() });
export type WaitingCreation = z.infer<typeof waitingCreationSchema>;

export const ghostKeyCalls = {
  'ghostKeys.list': call(
    z.strictObject({}),
    z.strictObject({ ghosts: z.array(ghostKeySchema), waiting: z.array(waitingCreationSchema) }),
  ),
  /** The key stays without its secret. The other candidates of its creation are somebody else's, and asked about no more. */
  'ghostKeys.keep': call(z.strictObject({ keyId }), z.strictObject({})),
  /** Deletes the key with every guard of `keys.delete`; the other candidates are asked about no more. */
  'ghostKeys.delete': call(z.strictObject({ keyId }), z.strictObject({})),
  /** None of the candidates is the one: all of them are left as they are. */
  'ghostKeys.release': call(z.strictObject({ intentId }), z.strictObject({})),
};
