// PATCH and DELETE of one secret key: *Edit Permission* and *Remove Key*.
import { isDeepStrictEqual } from 'node:util';
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { answer, body } from '../../core/http.ts';
import { notFound, refusedWith } from '../../core/problem.ts';
import { type DatatureViEnv, mayManage, signedIn } from './caller.ts';
import { refuseStale } from './etag.ts';
import { deleteKey, keyById, type StoredKey, updateKey } from './key-store.ts';
import { refuseBeyond, refuseDuplicateName, refuseWithoutPickers } from './rules.ts';
import { KeyPath, SecretKey, UpdateRequest } from './wire.ts';

const patchKey = createRoute({
  method: 'patch',
  path: '/organizations/{organizationId}/secret-keys/{keyId}',
  summary: 'Change a secret key',
  middleware: [signedIn, mayManage] as const,
  request: {
    params: KeyPath,
    headers: z.object({ 'if-match': z.string().optional() }),
    body: body(UpdateRequest),
  },
  responses: {
    200: answer(SecretKey, 'The secret key as it is now'),
    ...refusedWith(400, 403, 404, 409, 412),
  },
});

const removeKey = createRoute({
  method: 'delete',
  path: '/organizations/{organizationId}/secret-keys/{keyId}',
  summary: 'Remove a secret key for good',
  middleware: [signedIn, mayManage] as const,
  request: { params: KeyPath },
  responses: { 204: { description: 'Removed' }, ...refusedWith(403, 404) },
});

export function addChangeKey(app: OpenAPIHono<DatatureViEnv>): void {
  app.openapi(patchKey, (c) => {
    const { services, caller } = c.var;
    const { db } = services;
    const { organizationId, keyId } = c.req.valid('param');
    const wanted = c.req.valid('json');
    const found = keyById(db, organizationId, keyId);
    if (!found) throw notFound('secret key');
    const { key, revision } = found;
    const changed: StoredKey = {
      ...key,
      name: wanted.name ?? key.name,
      access: wanted.access ?? key.access,
      permission: wanted.permission ?? key.permission,
    };
    refuseWithoutPickers(caller.organization.keyPermissions, wanted);
    // A new name gives nobody anything; a new grant counts as a whole, whichever half of it was sent.
    if (wanted.access || wanted.permission) refuseBeyond(caller.key, changed);
    refuseStale(c.req.valid('header')['if-match'], revision);
    refuseDuplicateName(db, organizationId, changed.name, keyId);
    if (!isDeepStrictEqual(changed, key)) updateKey(db, changed);
    return c.json(changed, 200);
  });

  app.openapi(removeKey, (c) => {
    const { db } = c.var.services;
    const { organizationId, keyId } = c.req.valid('param');
    if (!keyById(db, organizationId, keyId)) throw notFound('secret key');
    deleteKey(db, keyId);
    return c.body(null, 204);
  });
}
