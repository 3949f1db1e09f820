// POST: makes a key within the plan and within what the caller itself holds.
import { createRoute, type OpenAPIHono, type z } from '@hono/zod-openapi';
import { timestamp } from '../../core/clock.ts';
import { hashSecret, randomToken } from '../../core/secrets.ts';
import { type Caller, personMay, type RoboflowEnv, requires } from './caller.ts';
import { requestedFolders, requestedScopes } from './grant.ts';
import { insertKey, prefixOf, type StoredKey } from './key-store.ts';
import { planLacksFeature } from './refusals.ts';
import { answer, body, CreatedKey, CreateRequest, refusedWith, WorkspacePath } from './wire.ts';
import { foldersOf, publishableKey } from './workspace-store.ts';

const createKey = createRoute({
  method: 'post',
  path: '/{workspace}/api-keys',
  summary: 'Create a key',
  middleware: [requires('api-key:create'), personMay('create_api_key')] as const,
  request: { params: WorkspacePath, body: body(CreateRequest) },
  responses: { 201: answer(CreatedKey, 'The key with its secret'), ...refusedWith(400, 403, 404) },
});

/** Roboflow's private keys are 20 letters and digits. */
const SECRET_LENGTH = 20;

/** The only place where a secret exists in the clear; it leaves with the one answer that carries it. */
export function newSecret(): { secret: string; prefix: string; secretHash: Buffer } {
  const secret = randomToken(SECRET_LENGTH);
  return { secret, prefix: prefixOf(secret), secretHash: hashSecret(secret) };
}

/** Safe to log. Its first letters keep it apart from the path segment `publishable`. */
export function newKeyId(): string {
  return `k_${randomToken(10)}`;
}

export function addCreateKey(app: OpenAPIHono<RoboflowEnv>): void {
  app.openapi(createKey, (c) => {
    const { services, caller } = c.var;
    const wanted = c.req.valid('json');
    checkPlan(caller, wanted);
    const known = foldersOf(services.db, caller.workspace.slug).map((folder) => folder.id);
    const { secret, prefix, secretHash } = newSecret();
    const key: StoredKey = {
      keyId: newKeyId(),
      workspace: caller.workspace.slug,
      prefix,
      name: wanted.name ?? '',
      // Absent is not null: it inherits what the caller holds.
      scopes: wanted.scopes === undefined ? caller.key.scopes : requestedScopes(caller.key, wanted.scopes),
      folderIds: requestedFolders(caller.key, wanted.folderIds ?? [], known),
      metadata: wanted.customMetadata ?? {},
      deployment: null,
      default: false,
      protected: wanted.protected ?? false,
      disabled: false,
      createdOn: timestamp(services.clock.now()),
      createdBy: caller.key.createdBy,
    };
    insertKey(services.db, { ...key, secretHash });
    return c.json(
      {
        keyId: key.keyId,
        key: secret,
        name: key.name,
        scopes: key.scopes && [...key.scopes],
        folderIds: [...key.folderIds],
        protected: key.protected,
        publishableKey: publishableKey(caller.workspace),
      },
      201,
    );
  });
}

/** `scopes: null` passes without the feature: a full-access key is all that can be made there. */
function checkPlan({ workspace }: Caller, wanted: z.infer<typeof CreateRequest>): void {
  if (workspace.advancedKeys) return;
  if (wanted.scopes) throw planLacksFeature('scopes');
  if (wanted.folderIds?.length) throw planLacksFeature('folderIds');
  if (Object.keys(wanted.customMetadata ?? {}).length > 0) throw planLacksFeature('customMetadata');
}
