/** Roboflow: each call, and the scope a scoped key needs for it. */
import { describe, expect, it } from 'vitest';
import { callerOf, roboflowKeys } from '../support/http.ts';
import { credentials, sandboxForFile } from '../support/test-world.ts';

const { url } = await sandboxForFile();
const call = callerOf(`${url}/roboflow`);
const alpha = roboflowKeys(call, 'alpha', credentials.alpha);

/** Everything but the scopes under test, so that only their absence can be the reason for a refusal. */
async function keyWithout(needed: readonly string[]): Promise<string> {
  const all = await alpha.create({ scopes: SECTIONS });
  const scopes = (all.scopes ?? []).filter((scope) => !needed.includes(scope));
  return (await alpha.create({ scopes })).key;
}

const SECTIONS = ['workspace', 'project', 'folder', 'image', 'training-job', 'model', 'api-key'];

interface Line {
  method: string;
  path: (keyId: string) => string;
  needs: string[];
  status: number;
  json?: unknown;
}

const LINES: Line[] = [
  { method: 'GET', path: () => '/alpha/api-keys', needs: ['api-key:read'], status: 200 },
  { method: 'GET', path: (id) => `/alpha/api-keys/${id}`, needs: ['api-key:read'], status: 200 },
  { method: 'GET', path: () => '/alpha/api-keys/publishable', needs: ['workspace:read'], status: 200 },
  {
    method: 'POST',
    path: () => '/alpha/api-keys',
    needs: ['api-key:create'],
    status: 201,
    json: { scopes: [] },
  },
  {
    method: 'PATCH',
    path: (id) => `/alpha/api-keys/${id}`,
    needs: ['api-key:update'],
    status: 200,
    json: { name: 'x' },
  },
  { method: 'DELETE', path: (id) => `/alpha/api-keys/${id}`, needs: ['api-key:revoke'], status: 200 },
  {
    method: 'POST',
    path: (id) => `/alpha/api-keys/${id}/roll`,
    needs: ['api-key:revoke', 'api-key:create'],
    status: 201,
  },
  { method: 'GET', path: () => '/alpha', needs: ['workspace:read'], status: 200 },
  { method: 'GET', path: () => '/alpha/groups', needs: ['folder:read'], status: 200 },
  { method: 'POST', path: () => '/alpha/projects', needs: ['project:create'], status: 200 },
  { method: 'POST', path: () => '/dataset/parts/upload', needs: ['image:create'], status: 200 },
  { method: 'POST', path: () => '/alpha/parts/1/train', needs: ['training-job:create'], status: 200 },
  { method: 'POST', path: () => '/infer/parts/1', needs: ['model:infer'], status: 200 },
];

describe.each(LINES)('$method $needs', ({ method, path, needs, status, json }) => {
  const target = () => alpha.create({ scopes: [] }).then(({ keyId }) => path(keyId));

  it('passes a key that has exactly the scope', async () => {
    const { key } = await alpha.create({ scopes: needs });
    expect(await call(method, await target(), { as: key, json })).toMatchObject({ status });
  });

  it('passes a key with full access', async () => {
    expect(await call(method, await target(), { as: credentials.alpha, json })).toMatchObject({ status });
  });

  it.each(needs)('answers 404 GraphMethodException to a key that has everything but %s', async (missing) => {
    const as = await keyWithout([missing]);
    expect(await call(method, await target(), { as, json })).toMatchObject({
      status: 404,
      body: { error: { type: 'GraphMethodException', status: 404 } },
    });
  });
});

it('a key without abilities is alive and can do nothing', async () => {
  const { key } = await alpha.create({ scopes: [] });
  expect(await call('GET', '/', { as: key })).toMatchObject({ status: 200 });
  for (const { method, path, json } of LINES) {
    expect(await call(method, path('k_alpha'), { as: key, json })).toMatchObject({ status: 404 });
  }
});
