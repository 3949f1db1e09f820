// POST: makes a secret key and shows its secret this once.
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { timestamp } from '../../core/clock.ts';
import { answer, body } from '../../core/http.ts';
import { refusedWith } from '../../core/problem.ts';
import { hashSecret, randomToken } from '../../core/secrets.ts';
import { type DatatureViEnv, mayManage, signedIn } from './caller.ts';
import { hintOf, insertKey, type StoredKey } from './key-store.ts';
import { refuseBeyond, refuseDuplicateName, refuseWithoutPickers } from './rules.ts';
import { CreatedSecretKey, CreateRequest, OrganizationPath } from './wire.ts';
import { ACCESSES } from './world.ts';

const createKey = createRoute({
  method: 'post',
  path: '/organizations/{organizationId}/secret-keys',
  summary: 'Create a secret key',
  middleware: [signedIn, mayManage] as const,
  request: { params: OrganizationPath, body: body(CreateRequest) },
  responses: { 201: answer(CreatedSecretKey, 'The key with its secret'), ...refusedWith(400, 403, 404, 409) },
});

const SECRET_LENGTH = 40;

export function addCreateKey(app: OpenAPIHono<DatatureViEnv>): void {
  app.openapi(createKey, (c) => {
    const { services, caller } = c.var;
    const { db } = services;
    const { organization } = caller;
    const wanted = c.req.valid('json');
    refuseWithoutPickers(organization.keyPermissions, wanted);
    // What is left out is full access: that is what a key without a choice has, so it is the default of the choice.
    const grant = { access: wanted.access ?? [...ACCESSES], permission: wanted.permission ?? 'full' };
    refuseBeyond(caller.key, grant);
    refuseDuplicateName(db, organization.id, wanted.name);
    const secret = `dtvi_${randomToken(SECRET_LENGTH)}`;
    const key: StoredKey = {
      id: `sk_${randomToken(12)}`,
      name: wanted.name,
      hint: hintOf(secret),
      ...grant,
      lastUsedAt: null,
      createdAt: timestamp(services.clock.now()),
      createdBy: caller.key.createdBy,
    };
    insertKey(db, organization.id, hashSecret(secret), key);
    return c.json({ ...key, secret }, 201);
  });
}
