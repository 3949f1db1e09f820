// The workspace-keys face: its place in the world, its routes, and what it says of a request that fits none.
import { OpenAPIHono, type z } from '@hono/zod-openapi';
import { badRequest, type Problem } from '../../core/problem.ts';
import type { Face, FaceServices } from '../face.ts';
import { jsonFace } from '../json-face.ts';
import type { WorkspaceKeysEnv } from './caller.ts';
import { addChangeKey } from './change-key.ts';
import { addCreateKey } from './create-key.ts';
import { unknownScope } from './problems.ts';
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

function routes(services: FaceServices) {
  const api = new OpenAPIHono<WorkspaceKeysEnv>({
    defaultHook: (result) => {
      if (!result.success) throw rejection(result.error.issues);
    },
  });
  addReadKeys(api);
  addCreateKey(api);
  addChangeKey(api);
  addTrial(api);
  return jsonFace(services, 'Workspace API keys, as the sandbox speaks them', API, api);
}

/** An unknown scope has a status of its own; whatever else is wrong comes first. */
function rejection(issues: z.core.$ZodIssue[]): Problem {
  const issue = issues.find(({ code, path }) => code !== 'invalid_value' || path[0] !== 'scopes');
  return issue ? badRequest(`${issue.path.join('.') || 'body'}: ${issue.message}.`) : unknownScope();
}
