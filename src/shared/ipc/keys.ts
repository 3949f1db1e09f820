/** What can be done to a key. Each call is one remote write, with an intent before it and a result after it. */

import { annotationPatchSchema, annotationsSchema } from '../domain/annotations.ts';
import { environmentSchema } from '../domain/environment.ts';
import { grantSchema } from '../domain/grant.ts';
import { keyDetailSchema } from '../domain/key.ts';
import { firstPolicySchema } from '../domain/policies.ts';
import { callerSchema } from '../domain/preflight.ts';
import { z } from '../zod.ts';
import { call } from './define.ts';

/** A name as typed; the rules are in domain/key-name.ts and answer with a sentence, so that nothing is cut silently. */
const nameSchema = z.string().max(2000);
const keyId = z.string();

/** A key with a new secret. The secret stays in main; `handOverId` is the ticket with which it is handed over. */
const createdSchema = z.strictObject({
  keyId,
  handOverId: z.string(),
  name: z.string(),
  /** The visible beginning of the secret, and how many characters are hidden behind it. */
  prefix: z.string(),
  hiddenLength: z.number().int(),
});

export const keyCalls = {
  /** What is wrong with a name in this workspace, or null. `exceptKeyId`: the key that is being renamed. */
  'keys.checkName': call(
    z.strictObject({ workspaceId: z.string(), name: nameSchema, exceptKeyId: keyId.nullable() }),
    z.strictObject({ problem: z.string().nullable() }),
  ),
  /** What the key made last in this workspace was, for a new one to start as; null where there is none. */
  'keys.lastDefaults': call(
    z.strictObject({ workspaceId: z.string() }),
    annotationsSchema.pick({ environment: true, owner: true }).extend({ grant: grantSchema }).nullable(),
  ),
  /** Who acts in these workspaces, for what would be refused before it is sent: domain/preflight.ts. Asks no platform. */
  'keys.callers': call(
    z.strictObject({ workspaceIds: z.array(z.string()).max(5_000) }),
    z.array(callerSchema),
  ),
  /** Makes a key. */
  'keys.create': call(
    z.strictObject({
      workspaceId: z.string(),
      name: nameSchema,
      environment: environmentSchema,
      ...annotationPatchSchema.pick({ owner: true, consumers: true, purpose: true }).shape,
      /** Null: whatever the key of the login can do, where the platform has that. */
      grant: grantSchema.nullable(),
      /** Reaches only these folders; left out: the whole workspace. */
      folderIds: z.array(z.string().min(1)).min(1).max(500).exactOptional(),
      /** Free fields of the key; the rules are in domain/key-metadata.ts. */
      metadata: z.record(z.string().max(2000), z.string().max(20_000)).exactOptional(),
      /** Cannot be disabled, rolled or deleted from here, and nothing here lifts it. */
      protected: z.literal(true).exactOptional(),
      /** Of its own; left out: that of its environment. A reason is asked for where it lets the key live longer. */
      policy: firstPolicySchema.exactOptional(),
    }),
    createdSchema,
  ),
  /** `expected` is the name the person saw: where the platform has another one by now, nothing is sent. */
  'keys.rename': call(z.strictObject({ keyId, name: nameSchema, expected: z.string() }), keyDetailSchema),
  /** `expected` is the grant the editor was opened on: where the platform has another one by now, nothing is sent. */
  'keys.editGrant': call(
    z.strictObject({ keyId, grant: grantSchema, expected: grantSchema }),
    keyDetailSchema,
  ),
  'keys.setDisabled': call(z.strictObject({ keyId, disabled: z.boolean() }), keyDetailSchema),
  'keys.protect': call(z.strictObject({ keyId }), keyDetailSchema),
  /**
   * Ends a key's secret at once and puts a replacement with another id in its place, which takes over what is noted. The
   * answer is about the replacement.
   */
  'keys.roll': call(z.strictObject({ keyId }), createdSchema),
  /** Once more, after it was refused: what `lineage.owed` says. */
  'keys.restoreMetadata': call(z.strictObject({ keyId }), z.strictObject({})),
  /** Immediate and final on every platform. */
  'keys.delete': call(z.strictObject({ keyId }), z.strictObject({})),
};
