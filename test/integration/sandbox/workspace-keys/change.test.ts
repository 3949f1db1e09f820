/** Workspace-keys contract: PATCH, DELETE and the rules of public keys. */
import { describe, expect, it } from 'vitest';
import { callerOf, workspaceKeys } from '../support/http.ts';
import { credentials, sandboxForFile } from '../support/test-world.ts';

const { url } = await sandboxForFile();
const call = callerOf(`${url}/workspace-keys/api/v1`);
const grove = workspaceKeys(call, 'grove', credentials.owner);
const patch = (id: string, json: unknown) =>
  call('PATCH', `${grove.keys}/${id}`, { as: credentials.owner, json });
const name = () => crypto.randomUUID();

type Scopes = ('project' | 'inference')[];
const make = (scopes: Scopes, isPublic = false) => grove.create({ name: name(), scopes, public: isPublic });

describe('only the sent fields change', () => {
  it.each([
    ['name', { name: 'renamed' }],
    ['scopes', { scopes: ['project', 'inference'] }],
    ['public', { public: true }],
    ['nothing', {}],
  ])('%s', async (_, change) => {
    const { secret, ...before } = await make(['inference']);
    expect(await patch(before.id, change)).toMatchObject({ status: 200, body: { ...before, ...change } });
    const read = await call('GET', `${grove.keys}/${before.id}`, { as: credentials.owner });
    expect(read.body).toEqual({ ...before, ...change });
    expect(JSON.stringify(read.body)).not.toContain(secret);
  });
});

describe('public keys', () => {
  const both: Scopes = ['inference', 'project'];
  const cases: [number, string, Scopes, boolean, unknown][] = [
    [409, 'project added to a public key', ['inference'], true, { scopes: both }],
    [409, 'project instead of inference on a public key', ['inference'], true, { scopes: ['project'] }],
    [409, 'public set on a project key', ['project'], false, { public: true }],
    [409, 'public set on a key with both', both, false, { public: true }],
    [
      200,
      'public taken back together with project added',
      ['inference'],
      true,
      { scopes: both, public: false },
    ],
    [
      200,
      'public set together with project taken away',
      both,
      false,
      { scopes: ['inference'], public: true },
    ],
    [200, 'public taken back', ['inference'], true, { public: false }],
  ];
  it.each(cases)('%i: %s', async (status, _, scopes, isPublic, change) => {
    const { secret, ...before } = await make(scopes, isPublic);
    expect(await patch(before.id, change)).toMatchObject({ status });
    const { body } = await call('GET', `${grove.keys}/${before.id}`, { as: credentials.owner });
    expect(body).toEqual(status === 200 ? { ...before, ...(change as object) } : before);
    expect(secret).toBeTruthy();
  });
});

describe('is refused', () => {
  it.each([
    [400, 'an empty name', { name: '' }],
    [400, 'empty scopes', { scopes: [] }],
    [400, 'an unknown field', { disabled: true }],
    [422, 'an unknown scope', { scopes: ['training'] }],
  ])('%i: %s', async (status, _, change) => {
    const { id } = await make(['project']);
    expect(await patch(id, change)).toMatchObject({ status, body: { status } });
  });

  it('409: the name of another key, but not its own', async () => {
    const [one, other] = [await make(['project']), await make(['project'])];
    expect(await patch(one.id, { name: other.name })).toMatchObject({ status: 409 });
    expect(await patch(one.id, { name: one.name })).toMatchObject({ status: 200 });
  });

  it('404: an unknown key', async () => {
    expect(await patch('key_nothing', { name: 'x' })).toMatchObject({ status: 404 });
  });
});

describe('delete', () => {
  it('answers 204 without a body, and the key is gone', async () => {
    const { id, secret } = await make(['project']);
    const answer = await call('DELETE', `${grove.keys}/${id}`, { as: credentials.owner });
    expect([answer.status, answer.body]).toEqual([204, '']);
    expect(await call('GET', `${grove.keys}/${id}`, { as: credentials.owner })).toMatchObject({
      status: 404,
    });
    expect(await call('GET', '/workspaces/grove/projects', { as: secret })).toMatchObject({ status: 401 });
  });

  it('a second time is 404', async () => {
    const { id } = await make(['project']);
    await call('DELETE', `${grove.keys}/${id}`, { as: credentials.owner });
    expect(await call('DELETE', `${grove.keys}/${id}`, { as: credentials.owner })).toMatchObject({
      status: 404,
    });
  });

  it('frees the name', async () => {
    const { id, name: freed } = await make(['project']);
    await call('DELETE', `${grove.keys}/${id}`, { as: credentials.owner });
    expect(await grove.create({ name: freed, scopes: ['inference'] })).toMatchObject({ name: freed });
  });
});
