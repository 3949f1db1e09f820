// The frame of a face with a plain JSON interface: its limit, its description, and how every problem leaves it.
import { OpenAPIHono } from '@hono/zod-openapi';
import type { Env } from 'hono';
import { withinRate } from '../core/http.ts';
import { notFound, refuse } from '../core/problem.ts';
import type { FaceServices } from './face.ts';

/** Puts `api` at `path`; each of its requests finds the `services` in its context. */
export function jsonFace<ApiEnv extends Env>(
  services: FaceServices,
  title: string,
  path: string,
  api: OpenAPIHono<ApiEnv>,
): OpenAPIHono<{ Variables: { services: FaceServices } }> {
  const app = new OpenAPIHono<{ Variables: { services: FaceServices } }>();
  app.onError(refuse);
  app.use(async (c, next) => {
    c.set('services', services);
    await next();
  });
  app.use(withinRate(services.limit));
  app.doc31('/openapi.json', {
    openapi: '3.1.0',
    info: { title, version: '1' },
    servers: [{ url: services.mountedAt }],
  });
  app.route(path, api);
  app.all('*', () => {
    throw notFound('address');
  });
  return app;
}
