// GET: the organization, a page of secret keys, one secret key.
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { answer, cursorAfter, positionOf } from '../../core/http.ts';
import { notFound, refusedWith } from '../../core/problem.ts';
import { type DatatureViEnv, signedIn } from './caller.ts';
import { etagOf } from './etag.ts';
import { keyById, keysAfter } from './key-store.ts';
import { KeyPath, Organization, OrganizationPath, SecretKey } from './wire.ts';

const getOrganization = createRoute({
  method: 'get',
  path: '/organizations/{organizationId}',
  summary: 'The organization, and what the caller is in it',
  middleware: [signedIn] as const,
  request: { params: OrganizationPath },
  responses: { 200: answer(Organization, 'The organization'), ...refusedWith(404) },
});

const listKeys = createRoute({
  method: 'get',
  path: '/organizations/{organizationId}/secret-keys',
  summary: 'A page of secret keys, oldest first',
  middleware: [signedIn] as const,
  request: {
    params: OrganizationPath,
    query: z.object({
      cursor: z.string().optional(),
      limit: z
        .string()
        .regex(/^\d+$/, 'must be a whole number')
        .transform(Number)
        .pipe(z.int().min(1).max(200))
        .default(100),
    }),
  },
  responses: {
    200: answer(z.object({ items: z.array(SecretKey), next: z.string().nullable() }), 'Secret keys'),
    ...refusedWith(400, 404),
  },
});

const getKey = createRoute({
  method: 'get',
  path: '/organizations/{organizationId}/secret-keys/{keyId}',
  summary: 'One secret key',
  middleware: [signedIn] as const,
  request: { params: KeyPath },
  responses: {
    200: { ...answer(SecretKey, 'The secret key'), headers: z.object({ ETag: z.string() }) },
    ...refusedWith(404),
  },
});

export function addReadKeys(app: OpenAPIHono<DatatureViEnv>): void {
  app.openapi(getOrganization, (c) => {
    const { organization, role } = c.var.caller;
    const { id, name, keyPermissions } = organization;
    return c.json({ id, name, role, features: { keyPermissions } }, 200);
  });

  app.openapi(listKeys, (c) => {
    const { cursor, limit } = c.req.valid('query');
    const { organizationId } = c.req.valid('param');
    // One more than asked for tells whether there is another page.
    const found = keysAfter(c.var.services.db, organizationId, positionOf(cursor, 'cursor'), limit + 1);
    const page = found.slice(0, limit);
    const last = page.at(-1);
    const next = found.length > limit && last ? cursorAfter(last.seq) : null;
    return c.json({ items: page.map(({ key }) => key), next }, 200);
  });

  app.openapi(getKey, (c) => {
    const { organizationId, keyId } = c.req.valid('param');
    const found = keyById(c.var.services.db, organizationId, keyId);
    if (!found) throw notFound('secret key');
    c.header('ETag', etagOf(found.revision));
    return c.json(found.key, 200);
  });
}
