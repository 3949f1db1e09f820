/** What a workspace-keys platform sends. Fields that are not named here are dropped. */
import { workspaceKeysGrantSchema } from '#shared/domain/grant.ts';
import { roleSchema } from '#shared/domain/workspace.ts';
import { z } from '#shared/zod.ts';

export const keySchema = z.object({
  id: z.string().min(1),
  name: z.string().nullish(),
  /** The visible beginning of the secret. */
  hint: z.string().nullish(),
  scopes: workspaceKeysGrantSchema.shape.scopes,
  public: z.boolean().nullish(),
  createdAt: z.unknown().optional(),
  createdBy: z.string().nullish().catch(null),
});
export type WireKey = z.infer<typeof keySchema>;

export const keyPageSchema = z.object({
  keys: z.array(keySchema),
  /** Where the next page starts; null or absent on the last one. */
  after: z.string().min(1).nullish(),
});

/** A repeated create answers with the same key, without its secret and with `replayed: true`. */
export const createdKeySchema = keySchema.extend({
  secret: z.string().min(1).nullish(),
  replayed: z.boolean().nullish(),
});

/** `GET /me`. A role this version does not know counts as not told. */
export const meSchema = z.object({
  email: z.string().nullish(),
  workspaces: z.array(
    z.object({
      slug: z.string().min(1),
      name: z.string().nullish(),
      role: roleSchema.nullable().catch(null),
    }),
  ),
});
