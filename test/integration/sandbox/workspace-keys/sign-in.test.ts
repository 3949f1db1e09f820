/** Workspace-keys contract: /me, tokens, roles and the workspaces a token opens. */
import { describe, expect, it } from 'vitest';
import { callerOf, workspaceKeys } from '../support/http.ts';
import { credentials, sandboxForFile } from '../support/test-world.ts';

const { url } = await sandboxForFile();
const call = callerOf(`${url}/workspace-keys/api/v1`);
const grove = workspaceKeys(call, 'grove', credentials.owner);

describe('/me', () => {
  it('names the person and several workspaces with the role in each', async () => {
    const { status, body } = await call('GET', '/me', { as: credentials.owner });
    expect(status).toBe(200);
    expect(body).toEqual({
      email: 'owner@grove.example',
      workspaces: [
        { slug: 'grove', name: 'Grove', role: 'owner' },
        { slug: 'heath', name: 'Heath', role: 'admin' },
      ],
    });
  });

  it('tells a member so', async () => {
    expect(await call('GET', '/me', { as: credentials.member })).toMatchObject({
      body: { workspaces: [{ slug: 'grove', role: 'member' }] },
    });
  });
});

const KEY_CALLS: [string, string, unknown][] = [
  ['GET', grove.keys, undefined],
  ['GET', `${grove.keys}/ID`, undefined],
  ['POST', grove.keys, { name: 'new', scopes: ['project'] }],
  ['PATCH', `${grove.keys}/ID`, { name: 'renamed' }],
  ['DELETE', `${grove.keys}/ID`, undefined],
];

describe.each(KEY_CALLS)('%s %s', (method, path, json) => {
  async function as(token: string | undefined) {
    const { id } = await grove.create({ name: crypto.randomUUID(), scopes: ['project'] });
    return call(method, path.replace('ID', id), { as: token, json });
  }

  it.each([
    ['no token', undefined],
    ['an unknown token', 'wkt_nobody'],
  ])('401 for %s', async (_, token) => {
    const answer = await as(token);
    expect(answer).toMatchObject({ status: 401, body: { status: 401 } });
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
  });

  it("401 for a key's own secret: keys do not manage keys", async () => {
    const { secret } = await grove.create({ name: crypto.randomUUID(), scopes: ['project'] });
    expect(await as(secret)).toMatchObject({ status: 401 });
  });

  it('404 for a workspace the token does not open, as for one that does not exist', async () => {
    const answer = await as(credentials.stranger);
    expect(answer).toMatchObject({ status: 404 });
    const nowhere = await call(method, path.replace('grove', 'nowhere'), { as: credentials.owner, json });
    expect(nowhere.body).toEqual(answer.body);
  });

  it('passes an admin as it passes the owner', async () => {
    expect((await as(credentials.admin)).status).toBeLessThan(300);
    const made = await call('GET', `${grove.keys}?limit=500`, { as: credentials.owner });
    const { keys } = made.body as { keys: { id: string; name: string }[] };
    const left = keys.find(({ name }) => name === 'new' || name === 'renamed');
    if (left) await call('DELETE', `${grove.keys}/${left.id}`, { as: credentials.owner });
  });

  it(method === 'GET' ? 'shows a member everything' : '403 for a member', async () => {
    expect(await as(credentials.member)).toMatchObject({ status: method === 'GET' ? 200 : 403 });
  });
});
