// Endpoints that do nothing useful but check the key, so that a scope can be felt. A refused scope is 404, as
// everywhere on this platform. They keep nothing, take any body, and answer 200.
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { type RoboflowEnv, reachesProject, requires, requiresInference } from './caller.ts';
import { answer, refusedWith } from './wire.ts';

const Project = z.object({ project: z.string() });
const Version = z.object({ project: z.string(), version: z.string() });
const done = { 200: answer(z.object({ success: z.literal(true) }), 'Allowed'), ...refusedWith(403, 404) };

const createProject = createRoute({
  method: 'post',
  path: '/{workspace}/projects',
  summary: 'Create a project (checks the key only)',
  middleware: [requires('project:create')] as const,
  request: { params: z.object({ workspace: z.string() }) },
  responses: done,
});

const uploadImage = createRoute({
  method: 'post',
  path: '/dataset/{project}/upload',
  summary: 'Upload an image (checks the key only)',
  middleware: [requires('image:create'), reachesProject] as const,
  request: { params: Project },
  responses: done,
});

const train = createRoute({
  method: 'post',
  path: '/{workspace}/{project}/{version}/train',
  summary: 'Train a version (checks the key only)',
  middleware: [requires('training-job:create'), reachesProject] as const,
  request: { params: Version.extend({ workspace: z.string() }) },
  responses: done,
});

const infer = createRoute({
  method: 'post',
  path: '/infer/{project}/{version}',
  summary: 'Run inference (checks the key only; the publishable key will do)',
  middleware: [requiresInference] as const,
  request: { params: Version },
  responses: {
    200: answer(z.object({ predictions: z.array(z.unknown()) }), 'Predictions, always none'),
    ...refusedWith(403, 404),
  },
});

/** Must come before `/{workspace}` routes: `dataset` and `infer` are first segments here. */
export function addTrial(app: OpenAPIHono<RoboflowEnv>): void {
  app.openapi(uploadImage, (c) => c.json({ success: true as const }, 200));
  app.openapi(infer, (c) => c.json({ predictions: [] }, 200));
  app.openapi(createProject, (c) => c.json({ success: true as const }, 200));
  app.openapi(train, (c) => c.json({ success: true as const }, 200));
}
