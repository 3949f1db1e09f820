// POST: makes a key, or repeats the earlier answer to the same Idempotency-Key without the secret.
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { timestamp } from '../../core/clock.ts';
import { answer, body } from '../../core/http.ts';
import { conflict, refusedWith } from '../../core/problem.ts';
import { hashSecret, randomToken } from '../../core/secrets.ts';
import { inWorkspace, mayManage, signedIn, type WorkspaceKeysEnv } from './caller.ts';
import { hintOf, insertKey, keyById, type StoredKey } from './key-store.ts';
import { abbreviationOf } from './member-store.ts';
import { findReplay, type ReplayId, rememberReplay } from './replays.ts';
import { refuseDuplicateName, refusePublicProject } from './rules.ts';
import { CreatedKey, CreateRequest, ReplayedKey, WorkspacePath } from './wire.ts';

const createKey = createRoute({
  method: 'post',
  path: '/workspaces/{slug}/keys',
  summary: 'Create a key',
  middleware: [signedIn, inWorkspace, mayManage] as const,
  request: {
    params: WorkspacePath,
    headers: z.object({ 'idempotency-key': z.string().min(1).max(255).optional() }),
    body: body(CreateRequest),
  },
  responses: {
    201: answer(CreatedKey, 'The key with its secret'),
    200: answer(ReplayedKey, 'A repeat: the key made earlier, without its secret'),
    ...refusedWith(400, 403, 404, 409, 422),
  },
});

const SECRET_LENGTH = 32;

/** The replay comes before every other check: a repeat must get its key even where the name is taken, by itself. */
export function addCreateKey(app: OpenAPIHono<WorkspaceKeysEnv>): void {
  app.openapi(createKey, (c) => {
    const { services, caller } = c.var;
    const { db } = services;
    const { slug } = c.req.valid('param');
    const wanted = c.req.valid('json');
    const now = services.clock.now();
    const idempotencyKey = c.req.valid('header')['idempotency-key'];
    const replayId: ReplayId | undefined =
      idempotencyKey === undefined ? undefined : { workspace: slug, email: caller.email, idempotencyKey };

    const replay = replayId && findReplay(db, replayId, wanted, now);
    if (replay) {
      if (!replay.sameRequest) throw conflict('This Idempotency-Key was used for a different request.');
      const made = keyById(db, slug, replay.keyId);
      if (!made) throw conflict('The key made with this Idempotency-Key has been deleted since.');
      return c.json({ ...made, replayed: true as const }, 200);
    }

    refusePublicProject({ scopes: wanted.scopes, public: wanted.public ?? false });
    refuseDuplicateName(db, slug, wanted.name);
    const secret = `${abbreviationOf(db, slug)}_${randomToken(SECRET_LENGTH)}`;
    const key: StoredKey = {
      id: `key_${randomToken(12)}`,
      name: wanted.name,
      hint: hintOf(secret),
      scopes: wanted.scopes,
      public: wanted.public ?? false,
      createdAt: timestamp(now),
      createdBy: caller.email,
    };
    // Together, or a crash between the two would let a repeat make a second key.
    db.transaction(() => {
      insertKey(db, slug, hashSecret(secret), key);
      if (replayId) rememberReplay(db, replayId, wanted, key.id, now);
    })();
    return c.json({ ...key, secret }, 201);
  });
}
