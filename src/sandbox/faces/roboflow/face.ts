// The Roboflow face: its place in the world, its routes in order, and how every refusal leaves it.
import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Face, FaceServices } from '../face.ts';
import { type RoboflowEnv, submittedKey } from './caller.ts';
import { addCompanion } from './companion.ts';
import { addCreateKey } from './create-key.ts';
import { addEndKey } from './end-key.ts';
import { mountOAuth } from './oauth/server.ts';
import { addReadKeys } from './read-keys.ts';
import { absent, invalid, Refusal, tooManyRequests } from './refusals.ts';
import { plantRoboflow } from './tables.ts';
import { addTrial } from './trial.ts';
import { addUpdateKey } from './update-key.ts';

export const roboflowFace: Face = {
  platform: 'roboflow',
  plant: (db, world) => plantRoboflow(db, world.roboflow),
  signIns: (world) =>
    world.roboflow.map(({ slug, name, signIn }) => ({ credential: signIn, workspaces: [{ slug, name }] })),
  mount(server, services) {
    mountOAuth(server, services);
    server.route(services.mountedAt, routes(services));
  },
};

function routes(services: FaceServices): OpenAPIHono<RoboflowEnv> {
  const app = new OpenAPIHono<RoboflowEnv>({
    defaultHook: (result) => {
      if (result.success) return;
      const [issue] = result.error.issues;
      throw invalid(`${issue?.path.join('.') || 'body'}: ${issue?.message ?? 'not accepted'}.`);
    },
  });
  app.onError(refuse);
  app.use(async (c, next) => {
    c.set('services', services);
    const turn = services.limit.take(submittedKey(c) ?? '');
    if (!turn.allowed) {
      c.header('Retry-After', String(turn.retryAfter));
      throw tooManyRequests();
    }
    await next();
  });
  app.doc31('/openapi.json', {
    openapi: '3.1.0',
    info: { title: 'Roboflow API keys, as the sandbox speaks them', version: '1' },
    servers: [{ url: services.mountedAt }],
  });
  // Fixed first segments come before `/{workspace}`; no workspace can have one of them as its slug.
  addTrial(app);
  addCompanion(app);
  addReadKeys(app);
  addCreateKey(app);
  addUpdateKey(app);
  addEndKey(app);
  app.all('*', (c) => {
    throw absent(c);
  });
  return app;
}

function refuse(cause: Error, c: Context): Response {
  const refusal = toRefusal(cause);
  return c.json(refusal.body(), refusal.status);
}

/** Throws on what is none of the caller's doing: that becomes a 500, and its stack goes to standard error. */
function toRefusal(cause: Error): Refusal {
  if (cause instanceof Refusal) return cause;
  // The framework's own complaints: a body that is not JSON, or not sent as JSON.
  if (cause instanceof HTTPException) return invalid(cause.message);
  throw cause;
}
