// The shapes of the Datature Vi interface: they validate requests and make the OpenAPI document.
import { z } from '@hono/zod-openapi';
import { ACCESSES, PERMISSIONS, ROLES } from './world.ts';

const Name = z.string().trim().min(1, 'must not be empty').max(80, 'must not be longer than 80 characters');

const Access = z
  .array(z.enum(ACCESSES))
  .min(1, 'must not be empty')
  .transform((access) => ACCESSES.filter((area) => access.includes(area)));

export const Organization = z
  .object({
    id: z.string(),
    name: z.string(),
    role: z.enum(ROLES).openapi({ description: 'Of the person who created the key in use' }),
    features: z.object({
      keyPermissions: z.boolean().openapi({ description: 'Whether access and permission can be chosen' }),
    }),
  })
  .openapi('Organization');

export const SecretKey = z
  .object({
    id: z.string(),
    name: z.string(),
    hint: z.string().openapi({ description: 'How the secret begins' }),
    access: z.array(z.enum(ACCESSES)).readonly(),
    permission: z.enum(PERMISSIONS),
    lastUsedAt: z.iso.datetime().nullable().openapi({ description: 'null = never' }),
    createdAt: z.iso.datetime(),
    createdBy: z.string(),
  })
  .openapi('SecretKey');

export const CreatedSecretKey = SecretKey.extend({
  secret: z.string().openapi({ description: 'This once' }),
}).openapi('CreatedSecretKey');

// Unknown fields are refused, so that a client's slip shows at once.
export const CreateRequest = z
  .strictObject({ name: Name, access: Access.optional(), permission: z.enum(PERMISSIONS).optional() })
  .openapi('CreateSecretKey');

export const UpdateRequest = z
  .strictObject({
    name: Name.optional(),
    access: Access.optional(),
    permission: z.enum(PERMISSIONS).optional(),
  })
  .openapi('UpdateSecretKey');

export const OrganizationPath = z.object({ organizationId: z.string() });
export const KeyPath = z.object({ organizationId: z.string(), keyId: z.string() });
