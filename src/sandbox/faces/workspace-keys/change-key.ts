// PATCH and DELETE of one key.
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { answer, body } from '../../core/http.ts';
import { notFound, refusedWith } from '../../core/problem.ts';
import { inWorkspace, mayManage, signedIn, type WorkspaceKeysEnv } from './caller.ts';
import { deleteKey, keyById, type StoredKey, updateKey } from './key-store.ts';
import { refuseDuplicateName, refusePublicProject } from './rules.ts';
import { Key, KeyPath, UpdateRequest } from './wire.ts';

const patchKey = createRoute({
  method: 'patch',
  path: '/workspaces/{slug}/keys/{id}',
  summary: 'Change a key',
  middleware: [signedIn, inWorkspace, mayManage] as const,
  request: { params: KeyPath, body: body(UpdateRequest) },
  responses: { 200: answer(Key, 'The key as it is now'), ...refusedWith(400, 403, 404, 409, 422) },
});

const removeKey = createRoute({
  method: 'delete',
  path: '/workspaces/{slug}/keys/{id}',
  summary: 'Delete a key for good',
  middleware: [signedIn, inWorkspace, mayManage] as const,
  request: { params: KeyPath },
  responses: { 204: { description: 'Deleted' }, ...refusedWith(403, 404) },
});

export function addChangeKey(app: OpenAPIHono<WorkspaceKeysEnv>): void {
  app.openapi(patchKey, (c) => {
    const { db } = c.var.services;
    const { slug, id } = c.req.valid('param');
    const wanted = c.req.valid('json');
    const key = keyById(db, slug, id);
    if (!key) throw notFound('key');
    const changed: StoredKey = {
      ...key,
      name: wanted.name ?? key.name,
      scopes: wanted.scopes ?? key.scopes,
      public: wanted.public ?? key.public,
    };
    refusePublicProject(changed);
    refuseDuplicateName(db, slug, changed.name, id);
    updateKey(db, changed);
    return c.json(changed, 200);
  });

  app.openapi(removeKey, (c) => {
    const { db } = c.var.services;
    const { slug, id } = c.req.valid('param');
    if (!keyById(db, slug, id)) throw notFound('key');
    deleteKey(db, id);
    return c.body(null, 204);
  });
}
