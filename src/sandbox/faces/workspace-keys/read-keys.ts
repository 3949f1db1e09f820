// GET: who am I, a page of keys, one key.
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { answer, cursorAfter, positionOf } from '../../core/http.ts';
import { notFound, refusedWith } from '../../core/problem.ts';
import { inWorkspace, signedIn, type WorkspaceKeysEnv } from './caller.ts';
import { keyById, keysAfter } from './key-store.ts';
import { Key, KeyPath, WorkspacePath } from './wire.ts';

const getMe = createRoute({
  method: 'get',
  path: '/me',
  summary: 'The person behind the token, and every workspace it opens',
  middleware: [signedIn] as const,
  responses: {
    200: answer(
      z.object({
        email: z.string(),
        workspaces: z.array(
          z.object({ slug: z.string(), name: z.string(), role: z.enum(['owner', 'admin', 'member']) }),
        ),
      }),
      'Me',
    ),
    ...refusedWith(),
  },
});

const listKeys = createRoute({
  method: 'get',
  path: '/workspaces/{slug}/keys',
  summary: 'A page of keys, oldest first',
  middleware: [signedIn, inWorkspace] as const,
  request: {
    params: WorkspacePath,
    query: z.object({
      after: z.string().optional(),
      limit: z
        .string()
        .regex(/^\d+$/, 'must be a whole number')
        .transform(Number)
        .pipe(z.int().min(1).max(500))
        .default(200),
    }),
  },
  responses: {
    200: answer(z.object({ keys: z.array(Key), after: z.string().nullable() }), 'Keys'),
    ...refusedWith(400, 404),
  },
});

const getKey = createRoute({
  method: 'get',
  path: '/workspaces/{slug}/keys/{id}',
  summary: 'One key',
  middleware: [signedIn, inWorkspace] as const,
  request: { params: KeyPath },
  responses: { 200: answer(Key, 'The key'), ...refusedWith(404) },
});

export function addReadKeys(app: OpenAPIHono<WorkspaceKeysEnv>): void {
  app.openapi(getMe, (c) => {
    const { email, memberships } = c.var.caller;
    return c.json({ email, workspaces: memberships }, 200);
  });

  app.openapi(listKeys, (c) => {
    const { after, limit } = c.req.valid('query');
    const { slug } = c.req.valid('param');
    // One more than asked for tells whether there is another page.
    const found = keysAfter(c.var.services.db, slug, positionOf(after, 'after'), limit + 1);
    const page = found.slice(0, limit);
    const last = page.at(-1);
    return c.json(
      {
        keys: page.map(({ key }) => key),
        after: found.length > limit && last ? cursorAfter(last.seq) : null,
      },
      200,
    );
  });

  app.openapi(getKey, (c) => {
    const { slug, id } = c.req.valid('param');
    const key = keyById(c.var.services.db, slug, id);
    if (!key) throw notFound('key');
    return c.json(key, 200);
  });
}
