// GET: the list, one key, and the publishable key.
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { personMay, type RoboflowEnv, requires } from './caller.ts';
import { keyById, keysOf } from './key-store.ts';
import { absent } from './refusals.ts';
import { ApiKey, answer, KeyPath, refusedWith, toApiKey, WorkspacePath } from './wire.ts';
import { foldersOf, publishableKey } from './workspace-store.ts';

const listKeys = createRoute({
  method: 'get',
  path: '/{workspace}/api-keys',
  summary: 'List keys, newest first',
  middleware: [requires('api-key:read'), personMay('view_workspace_api_keys')] as const,
  request: {
    params: WorkspacePath,
    // Switched on by the literal word `true` and left out otherwise; any other value means off.
    query: z.object({ includeDisabled: z.string().optional(), includeFolders: z.string().optional() }),
  },
  responses: {
    200: answer(z.object({ apiKeys: z.array(ApiKey), publishableKey: z.string() }), 'Keys of the workspace'),
    ...refusedWith(403, 404),
  },
});

const getPublishable = createRoute({
  method: 'get',
  path: '/{workspace}/api-keys/publishable',
  summary: 'The publishable key',
  middleware: [requires('workspace:read')] as const,
  request: { params: WorkspacePath },
  responses: {
    200: answer(z.object({ publishableKey: z.string() }), 'Publishable key'),
    ...refusedWith(403, 404),
  },
});

const getKey = createRoute({
  method: 'get',
  path: '/{workspace}/api-keys/{keyId}',
  summary: 'One key',
  middleware: [requires('api-key:read'), personMay('get_api_key')] as const,
  request: { params: KeyPath },
  responses: { 200: answer(z.object({ apiKey: ApiKey }), 'The key'), ...refusedWith(403, 404) },
});

export function addReadKeys(app: OpenAPIHono<RoboflowEnv>): void {
  app.openapi(listKeys, (c) => {
    const { services, caller } = c.var;
    const { slug } = caller.workspace;
    const { includeDisabled, includeFolders } = c.req.valid('query');
    const folders = includeFolders === 'true' ? foldersOf(services.db, slug) : undefined;
    const keys = keysOf(services.db, slug, includeDisabled === 'true');
    return c.json(
      {
        apiKeys: keys.map((key) => toApiKey(key, folders)),
        publishableKey: publishableKey(caller.workspace),
      },
      200,
    );
  });

  // Before the single key: both share a path level, and no keyId can be the word `publishable`.
  app.openapi(getPublishable, (c) => c.json({ publishableKey: publishableKey(c.var.caller.workspace) }, 200));

  app.openapi(getKey, (c) => {
    const { workspace, keyId } = c.req.valid('param');
    const key = keyById(c.var.services.db, workspace, keyId);
    if (!key) throw absent(c);
    return c.json({ apiKey: toApiKey(key) }, 200);
  });
}
