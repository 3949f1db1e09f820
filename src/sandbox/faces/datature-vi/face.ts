// The Datature Vi face: its place in the world, its routes, and what it says of a request that fits none.
import { OpenAPIHono } from '@hono/zod-openapi';
import { badRequest } from '../../core/problem.ts';
import type { Face, FaceServices } from '../face.ts';
import { jsonFace } from '../json-face.ts';
import type { DatatureViEnv } from './caller.ts';
import { addChangeKey } from './change-key.ts';
import { addCreateKey } from './create-key.ts';
import { addReadKeys } from './read-keys.ts';
import { plantDatatureVi } from './tables.ts';
import { addTrial } from './trial.ts';

const API = '/vi/v1';

export const datatureViFace: Face = {
  platform: 'datature-vi',
  plant: (db, world) => plantDatatureVi(db, world.datatureVi),
  // The organization's id is its slug: whoever signs in has to name it beside the secret key.
  signIns: ({ datatureVi }) =>
    datatureVi.map(({ id, name, signIn }) => ({ credential: signIn, workspaces: [{ slug: id, name }] })),
  mount(server, services) {
    server.route(services.mountedAt, routes(services));
  },
};

function routes(services: FaceServices) {
  const api = new OpenAPIHono<DatatureViEnv>({
    defaultHook: (result) => {
      if (result.success) return;
      const [issue] = result.error.issues;
      throw badRequest(`${issue?.path.join('.') || 'body'}: ${issue?.message ?? 'not accepted'}.`);
    },
  });
  addReadKeys(api);
  addCreateKey(api);
  addChangeKey(api);
  addTrial(api);
  return jsonFace(services, 'Datature Vi secret keys, as the sandbox speaks them', API, api);
}
