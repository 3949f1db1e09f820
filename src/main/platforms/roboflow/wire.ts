/**
 * What Roboflow sends. Reads are tolerant, because several versions of the answers are in use: fields in two spellings,
 * `null` for an empty list, fields left out. Fields that are not named here are dropped.
 */
import { roboflowGrantSchema } from '#shared/domain/grant.ts';
import { z } from '#shared/zod.ts';

const metadataSchema = z.record(z.string(), z.unknown()).nullish();

const apiKeySchema = z.object({
  keyId: z.string().min(1),
  name: z.string().nullish(),
  prefix: z.string().nullish(),
  /** `null` = full access, `[]` = no ability. */
  scopes: roboflowGrantSchema.shape.scopes.optional(),
  folderIds: z.array(z.string()).nullish(),
  default: z.boolean().nullish(),
  protected: z.boolean().nullish(),
  disabled: z.boolean().nullish(),
  created_on: z.unknown().optional(),
  created_by: z.unknown().optional(),
  customMetadata: metadataSchema,
  /** The spelling of older answers. */
  custom_metadata: metadataSchema,
});
export type WireApiKey = z.infer<typeof apiKeySchema>;

export const apiKeyListSchema = z.object({ apiKeys: z.array(apiKeySchema) });

/** One key comes as `{apiKey: {...}}`; Roboflow's own client also takes it bare. */
export const oneApiKeySchema = unwrapped(apiKeySchema);

/** The answer to a create: the only one that carries the secret, in `key`. */
export const createdApiKeySchema = unwrapped(apiKeySchema.extend({ key: z.string().min(1) }));
export type WireCreatedApiKey = z.infer<typeof createdApiKeySchema>;

/** The answer to a roll; older replies may leave out all but the id and the secret. */
export const rolledApiKeySchema = unwrapped(
  apiKeySchema.extend({ key: z.string().min(1), revokedKeyId: z.string().nullish() }),
);

/** `GET /:workspace/groups`: folders, for their names. */
export const foldersSchema = z.object({
  data: z.array(z.object({ id: z.coerce.string().min(1), name: z.string() })),
});

export const publishableKeySchema = z.object({ publishableKey: z.string().min(1) });

/** `GET /`: the slug of the workspace that the credential belongs to. */
export const whoSchema = z.object({ workspace: z.string().min(1) });

/** `GET /:workspace`, of which only the display name is of use here. */
export const workspaceSchema = z.object({
  name: z.string().nullish(),
  workspace: z.object({ name: z.string().nullish() }).nullish().catch(null),
});

function unwrapped<Key>(schema: z.ZodType<Key>): z.ZodType<Key> {
  return z.union([z.object({ apiKey: schema }).transform((answer): Key => answer.apiKey), schema]);
}
