// The shapes of Roboflow's interface: they validate requests and make the OpenAPI document.
import { z } from '@hono/zod-openapi';
import { type RefusalStatus, refusals } from '../../core/refusals.ts';
import type { StoredKey } from './key-store.ts';
import type { Folder } from './workspace-store.ts';

// The longest name is our choice; Roboflow states no limit.
const Name = z.string().max(255);

const Scopes = z.array(z.string()).nullable().openapi({
  description:
    'null = full access, [] = no abilities, else leaf scopes; section names are accepted in requests',
});

export const ApiKey = z
  .object({
    keyId: z.string(),
    name: z.string(),
    prefix: z.string(),
    scopes: Scopes,
    folderIds: z.array(z.string()).openapi({ description: 'Empty = workspace-wide' }),
    default: z.boolean(),
    protected: z.boolean(),
    disabled: z.boolean(),
    created_on: z.iso.datetime(),
    created_by: z.string(),
    customMetadata: z.record(z.string(), z.unknown()),
    folders: z
      .array(z.object({ id: z.string(), name: z.string() }))
      .optional()
      .openapi({
        description: 'Only with includeFolders=true',
      }),
  })
  .openapi('ApiKey');

// Unknown fields are refused, so that a client's slip (folderIds or default in an update) shows at once.
export const CreateRequest = z
  .strictObject({
    name: Name.optional(),
    scopes: Scopes.optional(),
    folderIds: z.array(z.string()).optional(),
    customMetadata: z.record(z.string(), z.unknown()).optional(),
    protected: z.boolean().optional(),
  })
  .openapi('CreateApiKey');

export const UpdateRequest = z
  .strictObject({
    name: Name.optional(),
    scopes: Scopes.optional(),
    customMetadata: z.record(z.string(), z.unknown()).optional(),
    disabled: z.boolean().optional(),
    protected: z.boolean().optional(),
  })
  .openapi('UpdateApiKey');

// The create answer has no prefix, times, people or metadata: a client reads the key back for those.
export const CreatedKey = z
  .object({
    keyId: z.string(),
    key: z.string().openapi({ description: 'The secret, this once' }),
    name: z.string(),
    scopes: Scopes,
    folderIds: z.array(z.string()),
    protected: z.boolean(),
    publishableKey: z.string(),
  })
  .openapi('CreatedApiKey');

// A roll changes the keyId; revokedKeyId is what a client's own notes have to follow.
export const RolledKey = CreatedKey.omit({ publishableKey: true })
  .extend({ disabled: z.boolean(), revokedKeyId: z.string() })
  .openapi('RolledApiKey');

const ErrorBody = z
  .object({
    error: z.object({
      message: z.string(),
      type: z.string(),
      status: z.int(),
      hint: z.string().optional(),
      key: z.string().optional().openapi({ description: 'The submitted key, repeated in 401 answers' }),
    }),
  })
  .openapi('Error');

export const WorkspacePath = z.object({ workspace: z.string() });
export const KeyPath = z.object({ workspace: z.string(), keyId: z.string() });

/** A JSON answer with `schema`, for a route's `responses`. */
export function answer<S extends z.ZodType>(schema: S, description: string) {
  return { description, content: { 'application/json': { schema } } };
}

/** A JSON request body; a body that is not JSON gets 400. */
export function body<S extends z.ZodType>(schema: S) {
  return { content: { 'application/json': { schema } } };
}

/** For a route's `responses`, beside 401 and 429. */
export const refusedWith = <Status extends RefusalStatus>(...own: Status[]) =>
  refusals({ 'application/json': { schema: ErrorBody } }, own);

/** The masked form of a key. `folders`, where given, adds the details of the folders the key is restricted to. */
export function toApiKey(key: StoredKey, folders?: readonly Folder[]): z.infer<typeof ApiKey> {
  return {
    keyId: key.keyId,
    name: key.name,
    prefix: key.prefix,
    scopes: key.scopes && [...key.scopes],
    folderIds: [...key.folderIds],
    default: key.default,
    protected: key.protected,
    disabled: key.disabled,
    created_on: key.createdOn,
    created_by: key.createdBy,
    customMetadata: { ...key.metadata },
    ...(folders && {
      folders: folders
        .filter((folder) => key.folderIds.includes(folder.id))
        .map(({ id, name }) => ({ id, name })),
    }),
  };
}
