/** Workspace-keys contract: the trial endpoints check the key's scope. */
import { describe, expect, it } from 'vitest';
import { callerOf, workspaceKeys } from '../support/http.ts';
import { credentials, sandboxForFile } from '../support/test-world.ts';

const { url } = await sandboxForFile();
const call = callerOf(`${url}/workspace-keys/api/v1`);
const grove = workspaceKeys(call, 'grove', credentials.owner);

const CALLS: [string, string, { project: number; inference: number }][] = [
  ['GET', '/workspaces/grove/projects', { project: 200, inference: 403 }],
  ['POST', '/workspaces/grove/projects', { project: 200, inference: 403 }],
  ['POST', '/workspaces/grove/models/ripeness/predict', { project: 200, inference: 200 }],
];

describe.each(CALLS)('%s %s', (method, path, expected) => {
  const secretWith = async (scopes: string[]) =>
    (await grove.create({ name: crypto.randomUUID(), scopes })).secret;

  it.each(['project', 'inference'] as const)('answers a key with the scope %s', async (scope) => {
    expect(await call(method, path, { as: await secretWith([scope]) })).toMatchObject({
      status: expected[scope],
    });
  });

  it('answers a key with both scopes', async () => {
    expect(await call(method, path, { as: await secretWith(['project', 'inference']) })).toMatchObject({
      status: 200,
    });
  });

  it.each([
    ['no secret', undefined],
    ['an unknown secret', 'gr_nobody'],
    ['an admin token, which is no key', credentials.owner],
  ])('401 for %s', async (_, as) => {
    expect(await call(method, path, { as })).toMatchObject({ status: 401, body: { status: 401 } });
  });

  it('404 for a key of another workspace', async () => {
    const heath = workspaceKeys(call, 'heath', credentials.owner);
    const { secret } = await heath.create({ name: crypto.randomUUID(), scopes: ['project'] });
    expect(await call(method, path, { as: secret })).toMatchObject({ status: 404 });
  });
});

it('a change of scopes shows at once', async () => {
  const { id, secret } = await grove.create({ name: 'moving', scopes: ['inference'] });
  const manage = async () => (await call('POST', '/workspaces/grove/projects', { as: secret })).status;
  const change = (scopes: string[]) =>
    call('PATCH', `${grove.keys}/${id}`, { as: credentials.owner, json: { scopes } });
  expect(await manage()).toBe(403);
  await change(['project']);
  expect(await manage()).toBe(200);
  await change(['inference']);
  expect(await manage()).toBe(403);
});
