// The workspace-keys face: its place in the world, its routes, and how every problem leaves it.
import { OpenAPIHono, type z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Face, FaceServices } from '../face.ts';
import { bearer, type WorkspaceKeysEnv } from './caller.ts';
import { addChangeKey } from './change-key.ts';
import { addCreateKey } from './create-key.ts';
import { badRequest, notFound, Problem, tooManyRequests, unknownScope } from './problems.ts';
import { addReadKeys } from './read-keys.ts';
import { plantWorkspaceKeys } from './tables.ts';
import { addTrial } from './trial.ts';
import type { WorkspaceKeysWorld } from './world.ts';

const API = '/api/v1';

export const workspaceKeysFace: Face = {
  platform: 'workspace-keys',
  plant: (db, world) => plantWorkspaceKeys(db, world.workspaceKeys),
  signIns: ({ workspaceKeys }) =>
    workspaceKeys.tokens.map(({ email, token }) => ({
      credential: token,
      workspaces: workspacesOf(workspaceKeys, email),
    })),
  mount(server, services) {
    server.route(services.mountedAt, routes(services));
  },
};

/** In the world's order, which is the one to show. */
function workspacesOf(world: WorkspaceKeysWorld, email: string) {
  return world.workspaces
    .filter(({ members }) => members.some((member) => member.email === email))
    .map(({ slug, name }) => ({ slug, name }));
}

function routes(services: FaceServices): OpenAPIHono<WorkspaceKeysEnv> {
  const api = new OpenAPIHono<WorkspaceKeysEnv>({
    defaultHook: (result) => {
      if (!result.success) throw rejection(result.error.issues);
    },
  });
  addReadKeys(api);
  addCreateKey(api);
  addChangeKey(api);
  addTrial(api);

  const app = new OpenAPIHono<WorkspaceKeysEnv>();
  app.onError(refuse);
  app.use(async (c, next) => {
    c.set('services', services);
    const turn = services.limit.take(bearer(c) ?? '');
    if (!turn.allowed) {
      c.header('Retry-After', String(turn.retryAfter));
      throw tooManyRequests();
    }
    await next();
  });
  app.doc31('/openapi.json', {
    openapi: '3.1.0',
    info: { title: 'Workspace API keys, as the sandbox speaks them', version: '1' },
    servers: [{ url: services.mountedAt }],
  });
  app.route(API, api);
  app.all('*', () => {
    throw notFound('address');
  });
  return app;
}

/** An unknown scope has a status of its own; whatever else is wrong comes first. */
function rejection(issues: z.core.$ZodIssue[]): Problem {
  const issue = issues.find(({ code, path }) => code !== 'invalid_value' || path[0] !== 'scopes');
  return issue ? badRequest(`${issue.path.join('.') || 'body'}: ${issue.message}.`) : unknownScope();
}

function refuse(cause: Error, c: Context): Response {
  const problem = toProblem(cause);
  if (problem.status === 401) c.header('WWW-Authenticate', 'Bearer');
  return c.body(JSON.stringify(problem.body()), problem.status, {
    'Content-Type': 'application/problem+json',
  });
}

/** Throws on what is none of the caller's doing: that becomes a 500, and its stack goes to standard error. */
function toProblem(cause: Error): Problem {
  if (cause instanceof Problem) return cause;
  // The framework's own complaints: a body that is not JSON, or not sent as JSON.
  if (cause instanceof HTTPException) return badRequest(`body: ${cause.message}.`);
  throw cause;
}
