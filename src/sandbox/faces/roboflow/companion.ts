// The calls beside key management: who am I, the workspace, its folders, its plan.
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { type RoboflowEnv, requires } from './caller.ts';
import { answer, refusedWith, WorkspacePath } from './wire.ts';
import { foldersOf } from './workspace-store.ts';

const whoAmI = (method: 'get' | 'post') =>
  createRoute({
    method,
    path: '/',
    summary: 'Which workspace a key belongs to, and whether it lives',
    middleware: [requires()] as const,
    responses: {
      200: answer(z.object({ welcome: z.string(), workspace: z.string() }), 'Alive'),
      ...refusedWith(),
    },
  });

const getPlan = createRoute({
  method: 'get',
  path: '/usage/plan',
  summary: 'The plan',
  middleware: [requires()] as const,
  // Which field tells "Advanced API Keys" is not public, so none does: clients learn it from the first 403.
  responses: { 200: answer(z.object({ plan: z.object({ name: z.string() }) }), 'Plan'), ...refusedWith() },
});

const getWorkspace = createRoute({
  method: 'get',
  path: '/{workspace}',
  summary: 'The workspace and its projects',
  middleware: [requires('workspace:read')] as const,
  request: { params: WorkspacePath },
  responses: {
    200: answer(
      z.object({
        workspace: z.object({
          name: z.string(),
          url: z.string(),
          members: z.int(),
          projects: z.array(z.object({ id: z.string(), name: z.string() })),
        }),
      }),
      'Workspace',
    ),
    ...refusedWith(403, 404),
  },
});

const getGroups = createRoute({
  method: 'get',
  path: '/{workspace}/groups',
  summary: 'Folders, for their names',
  middleware: [requires('folder:read')] as const,
  request: { params: WorkspacePath },
  responses: {
    200: answer(
      z.object({
        data: z.array(z.object({ id: z.string(), name: z.string(), projects: z.array(z.string()) })),
      }),
      'Folders',
    ),
    ...refusedWith(403, 404),
  },
});

/** Must come after the routes with a fixed first segment, because `/{workspace}` takes any. */
export function addCompanion(app: OpenAPIHono<RoboflowEnv>): void {
  for (const method of ['get', 'post'] as const) {
    app.openapi(whoAmI(method), (c) =>
      c.json({ welcome: 'Welcome to the Roboflow API.', workspace: c.var.caller.workspace.slug }, 200),
    );
  }

  app.openapi(getPlan, (c) => c.json({ plan: { name: c.var.caller.workspace.plan } }, 200));

  app.openapi(getWorkspace, (c) => {
    const { slug, name, members } = c.var.caller.workspace;
    const projects = foldersOf(c.var.services.db, slug)
      .flatMap((folder) => folder.projects)
      .map((project) => ({ id: `${slug}/${project}`, name: project }));
    return c.json({ workspace: { name, url: slug, members, projects } }, 200);
  });

  app.openapi(getGroups, (c) =>
    c.json({ data: foldersOf(c.var.services.db, c.var.caller.workspace.slug) }, 200),
  );
}
