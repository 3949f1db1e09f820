// PATCH: only the fields that are sent change, and each replaces the whole old value.
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { personMay, type RoboflowEnv, requires } from './caller.ts';
import { refuseDeployed, refuseProtected, targetKey } from './change-guards.ts';
import { requestedScopes } from './grant.ts';
import { type StoredKey, updateKey } from './key-store.ts';
import { planLacksFeature, Refusal } from './refusals.ts';
import { ApiKey, answer, body, KeyPath, refusedWith, toApiKey, UpdateRequest } from './wire.ts';
import type { StoredWorkspace } from './workspace-store.ts';

const patchKey = createRoute({
  method: 'patch',
  path: '/{workspace}/api-keys/{keyId}',
  summary: 'Change a key',
  middleware: [requires('api-key:update'), personMay('update_api_key')] as const,
  request: { params: KeyPath, body: body(UpdateRequest) },
  responses: {
    200: answer(z.object({ apiKey: ApiKey }), 'The key as it is now'),
    ...refusedWith(400, 403, 404, 409),
  },
});

const GATED = ['scopes', 'customMetadata', 'disabled'] as const;

export function addUpdateKey(app: OpenAPIHono<RoboflowEnv>): void {
  app.openapi(patchKey, (c) => {
    const { services, caller } = c.var;
    const wanted = c.req.valid('json');
    const target = targetKey(c);
    refuseUnprotecting(wanted);
    checkPlan(caller.workspace, wanted);
    if (wanted.disabled) {
      refuseProtected(target, 'disabled');
      refuseDeployed(target, 'disabled');
    }
    const changed: StoredKey = {
      ...target,
      name: wanted.name ?? target.name,
      scopes: wanted.scopes === undefined ? target.scopes : requestedScopes(caller.key, wanted.scopes),
      metadata: wanted.customMetadata ?? target.metadata,
      disabled: wanted.disabled ?? target.disabled,
      protected: wanted.protected ?? target.protected,
    };
    updateKey(services.db, changed);
    return c.json({ apiKey: toApiKey(changed) }, 200);
  });
}

/** 403 whether or not the key is protected: the API knows no way back, so asking for it is always wrong. */
function refuseUnprotecting(wanted: z.infer<typeof UpdateRequest>): void {
  if (wanted.protected !== false) return;
  throw new Refusal(403, 'PermissionException', 'Protection cannot be lifted through the API.', {
    hint: 'Lift it in the dashboard.',
  });
}

/** A gated field is refused for being there, also where it would change nothing. */
function checkPlan(workspace: StoredWorkspace, wanted: z.infer<typeof UpdateRequest>): void {
  if (workspace.advancedKeys) return;
  const gated = GATED.find((field) => wanted[field] !== undefined);
  if (gated) throw planLacksFeature(gated);
}
