// Endpoints that do nothing useful but check the key, so that a scope can be felt. They keep nothing, take any body,
// and answer 200.
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { answer } from '../../core/http.ts';
import { refusedWith } from '../../core/problem.ts';
import { keyWith, type WorkspaceKeysEnv } from './caller.ts';
import { WorkspacePath } from './wire.ts';

const listProjects = createRoute({
  method: 'get',
  path: '/workspaces/{slug}/projects',
  summary: 'List projects (checks the key only)',
  middleware: [keyWith('project')] as const,
  request: { params: WorkspacePath },
  responses: {
    200: answer(z.object({ projects: z.array(z.unknown()) }), 'Projects, always none'),
    ...refusedWith(403, 404),
  },
});

const createProject = createRoute({
  method: 'post',
  path: '/workspaces/{slug}/projects',
  summary: 'Create a project (checks the key only)',
  middleware: [keyWith('project')] as const,
  request: { params: WorkspacePath },
  responses: { 200: answer(z.object({ accepted: z.literal(true) }), 'Allowed'), ...refusedWith(403, 404) },
});

const predict = createRoute({
  method: 'post',
  path: '/workspaces/{slug}/models/{model}/predict',
  summary: 'Run inference (checks the key only)',
  middleware: [keyWith('project', 'inference')] as const,
  request: { params: WorkspacePath.extend({ model: z.string() }) },
  responses: {
    200: answer(z.object({ predictions: z.array(z.unknown()) }), 'Predictions, always none'),
    ...refusedWith(403, 404),
  },
});

export function addTrial(app: OpenAPIHono<WorkspaceKeysEnv>): void {
  app.openapi(listProjects, (c) => c.json({ projects: [] }, 200));
  app.openapi(createProject, (c) => c.json({ accepted: true as const }, 200));
  app.openapi(predict, (c) => c.json({ predictions: [] }, 200));
}
