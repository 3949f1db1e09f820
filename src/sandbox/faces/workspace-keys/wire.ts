// The shapes of the workspace-keys interface: they validate requests and make the OpenAPI document.
import { z } from '@hono/zod-openapi';

// The longest name is our choice; the contract only speaks of a bad one.
const Name = z.string().trim().min(1, 'must not be empty').max(120, 'must not be longer than 120 characters');

const Scopes = z
  .array(z.enum(['project', 'inference']))
  .min(1, 'must not be empty')
  .transform((scopes) => [...new Set(scopes)]);

export const Key = z
  .object({
    id: z.string(),
    name: z.string(),
    hint: z.string().openapi({ description: 'How the secret begins' }),
    scopes: z.array(z.enum(['project', 'inference'])).readonly(),
    public: z.boolean(),
    createdAt: z.iso.datetime(),
    createdBy: z.string(),
  })
  .openapi('Key');

// Unknown fields are refused, so that a client's slip shows at once.
export const CreateRequest = z
  .strictObject({ name: Name, scopes: Scopes, public: z.boolean().optional() })
  .openapi('CreateKey');

export const UpdateRequest = z
  .strictObject({ name: Name.optional(), scopes: Scopes.optional(), public: z.boolean().optional() })
  .openapi('UpdateKey');

export const CreatedKey = Key.extend({ secret: z.string().openapi({ description: 'This once' }) }).openapi(
  'CreatedKey',
);

// Never with the secret: the first answer was its only one, even where it was lost on the way.
export const ReplayedKey = Key.extend({ replayed: z.literal(true) }).openapi('ReplayedKey');

export const WorkspacePath = z.object({ slug: z.string() });
export const KeyPath = z.object({ slug: z.string(), id: z.string() });
