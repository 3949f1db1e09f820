/** What the Datature Vi contract sends. Fields that are not named here are dropped. */
import { datatureViGrantSchema } from '#shared/domain/grant.ts';
import { roleSchema } from '#shared/domain/workspace.ts';
import { z } from '#shared/zod.ts';

export const secretKeySchema = z.object({
  id: z.string().min(1),
  name: z.string().nullish(),
  /** The visible beginning of the secret, perhaps with dots behind it. */
  hint: z.string().nullish(),
  access: datatureViGrantSchema.shape.access,
  permission: datatureViGrantSchema.shape.permission,
  /** Null until the key's first authenticated request; absent where nothing is said about it. */
  lastUsedAt: z.unknown().optional(),
  createdAt: z.unknown().optional(),
  createdBy: z.string().nullish().catch(null),
});
export type WireSecretKey = z.infer<typeof secretKeySchema>;

export const secretKeyPageSchema = z.object({
  items: z.array(secretKeySchema),
  /** Where the next page starts; null or absent on the last one. */
  next: z.string().min(1).nullish(),
});

export const createdSecretKeySchema = secretKeySchema.extend({ secret: z.string().min(1) });

/** A role this version does not know counts as not told, and so does a feature. */
export const organizationSchema = z.object({
  id: z.string().min(1),
  name: z.string().nullish(),
  role: roleSchema.nullable().catch(null),
  features: z
    .object({ keyPermissions: z.boolean().nullable().catch(null) })
    .nullish()
    .catch(null),
});
export type WireOrganization = z.infer<typeof organizationSchema>;
