// DELETE and roll: both end a key's secret at once, without overlap.
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { timestamp } from '../../core/clock.ts';
import { personMay, type RoboflowEnv, requires } from './caller.ts';
import { refuseDeployed, refuseProtected, targetKey } from './change-guards.ts';
import { newKeyId, newSecret } from './create-key.ts';
import { deleteKey, insertKey, type StoredKey } from './key-store.ts';
import { answer, KeyPath, RolledKey, refusedWith } from './wire.ts';

const revokeKey = createRoute({
  method: 'delete',
  path: '/{workspace}/api-keys/{keyId}',
  summary: 'Revoke a key for good',
  middleware: [requires('api-key:revoke'), personMay('revoke_api_key')] as const,
  request: { params: KeyPath },
  responses: {
    200: answer(z.object({ status: z.literal('revoked'), keyId: z.string() }), 'Revoked'),
    ...refusedWith(403, 404, 409),
  },
});

const rollKey = createRoute({
  method: 'post',
  path: '/{workspace}/api-keys/{keyId}/roll',
  summary: 'Revoke a key and mint its replacement in one step',
  middleware: [
    requires('api-key:revoke', 'api-key:create'),
    personMay('create_api_key', 'revoke_api_key'),
  ] as const,
  request: { params: KeyPath },
  responses: { 201: answer(RolledKey, 'The replacement with its secret'), ...refusedWith(403, 404, 409) },
});

/** Neither asks for a plan: ending a secret must always be possible. */
export function addEndKey(app: OpenAPIHono<RoboflowEnv>): void {
  // A key may revoke itself; its next call is then answered with 401.
  app.openapi(revokeKey, (c) => {
    const target = targetKey(c);
    refuseProtected(target, 'revoked');
    refuseDeployed(target, 'revoked');
    deleteKey(c.var.services.db, target.keyId);
    return c.json({ status: 'revoked' as const, keyId: target.keyId }, 200);
  });

  app.openapi(rollKey, (c) => {
    const { db, clock, behaviour, random } = c.var.services;
    const old = targetKey(c);
    refuseProtected(old, 'rolled');
    const { secret, prefix, secretHash } = newSecret();
    const { rollKeepsMetadata } = behaviour;
    const keepsMetadata = rollKeepsMetadata === 'sometimes' ? random.chance(0.5) : rollKeepsMetadata;
    const next: StoredKey = {
      ...old,
      keyId: newKeyId(),
      prefix,
      metadata: keepsMetadata ? old.metadata : {},
      createdOn: timestamp(clock.now()),
      createdBy: c.var.caller.key.createdBy,
    };
    db.transaction(() => {
      deleteKey(db, old.keyId);
      insertKey(db, { ...next, secretHash });
    })();
    return c.json(
      {
        keyId: next.keyId,
        key: secret,
        name: next.name,
        scopes: next.scopes && [...next.scopes],
        folderIds: [...next.folderIds],
        protected: next.protected,
        disabled: next.disabled,
        revokedKeyId: old.keyId,
      },
      201,
    );
  });
}
