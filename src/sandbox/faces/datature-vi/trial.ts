// Endpoints that do nothing useful but check the key, so that access and permission can be felt. They keep nothing,
// take any body, and answer 200.
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { answer } from '../../core/http.ts';
import { refusedWith } from '../../core/problem.ts';
import { type DatatureViEnv, keyMay, signedIn } from './caller.ts';
import { OrganizationPath } from './wire.ts';
import { type Access, PERMISSIONS, type Permission } from './world.ts';

const Accepted = z.object({ accepted: z.literal(true) });

const listDatasets = createRoute({
  method: 'get',
  path: '/organizations/{organizationId}/datasets',
  summary: 'List datasets (checks the key only)',
  middleware: [signedIn, keyMay('dataset', ...PERMISSIONS)] as const,
  request: { params: OrganizationPath },
  responses: {
    200: answer(z.object({ datasets: z.array(z.unknown()) }), 'Datasets, always none'),
    ...refusedWith(403, 404),
  },
});

/** A POST that says yes to a key with `access` and one of `permissions`. */
function trial(path: string, summary: string, access: Access, ...permissions: readonly Permission[]) {
  return createRoute({
    method: 'post',
    path: `/organizations/{organizationId}/${path}`,
    summary: `${summary} (checks the key only)`,
    middleware: [signedIn, keyMay(access, ...permissions)] as const,
    request: { params: OrganizationPath },
    responses: { 200: answer(Accepted, 'Allowed'), ...refusedWith(403, 404) },
  });
}

const TRIALS = [
  trial('datasets', 'Create a dataset', 'dataset', 'full'),
  trial('annotations', 'Annotate', 'dataset', 'full', 'labeler-only'),
  trial('runs', 'Start a training run', 'training', 'full'),
  trial('predict', 'Run inference', 'deployment', 'full', 'read-only'),
];

export function addTrial(app: OpenAPIHono<DatatureViEnv>): void {
  app.openapi(listDatasets, (c) => c.json({ datasets: [] }, 200));
  for (const route of TRIALS) app.openapi(route, (c) => c.json({ accepted: true as const }, 200));
}
