/** Two keys that are easily forgotten: the one Latchkey signs in with, and one that has no name. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Core, everyKey, openDesk, signInTo } from './desk.ts';

let desk: Awaited<ReturnType<typeof openDesk>>;
let core: Core;
let workspaceId: string;
beforeEach(async () => {
  desk = await openDesk();
  core = desk.core;
  const { workspaceIds } = await core.call('connections.connect', signInTo(desk.sandbox, 'acme-vision'));
  workspaceId = workspaceIds[0] ?? expect.unreachable();
});
afterEach(() => desk.end());

/** As somebody else would do it, elsewhere. */
async function elsewhere(method: string, path: string, body?: object): Promise<{ keyId: string }> {
  const { baseUrl, credential } = signInTo(desk.sandbox, 'acme-vision');
  const headers = { authorization: `Bearer ${credential}`, 'content-type': 'application/json' };
  const url = `${baseUrl}/acme-vision/api-keys${path}`;
  return (await fetch(url, { method, headers, ...(body && { body: JSON.stringify(body) }) })).json();
}

async function firstRow(search: string, matches: (name: string) => boolean) {
  await core.call('sync.now', { workspaceId });
  const query = { ...everyKey, workspaceId, search };
  const { rows } = await core.call('inventory.rows', { query, offset: 0, limit: 200 });
  return rows.find(({ name }) => matches(name)) ?? expect.unreachable();
}

it('the scope of the key that Latchkey signs in with cannot be narrowed, since the login goes with it', async () => {
  const {
    id: keyId,
    grant,
    thisLogin,
  } = await firstRow('latchkey-admin', (name) => name === 'latchkey-admin');
  expect(thisLogin).toBe(true);
  const narrow = { platform: 'roboflow', scopes: ['image:read'] };
  await expect(core.call('keys.editGrant', { keyId, grant: narrow, expected: grant })).rejects.toMatchObject({
    error: { code: 'this-login' },
  });
  await core.call('sync.now', { workspaceId });
  expect((await core.call('inventory.key', { keyId })).grant).toEqual(grant);
  expect((await core.call('workspaces.list', {}))[0]).toMatchObject({ state: 'ready', problem: null });
});

describe('a key without a name', () => {
  it('is called “This key” where a sentence begins with it', async () => {
    const { keyId: remoteId } = await elsewhere('POST', '', { scopes: [], protected: true });
    const { id: keyId } = await firstRow('', (name) => name === '');
    await expect(core.call('keys.delete', { keyId })).rejects.toMatchObject({
      error: { code: 'protected', message: expect.stringMatching(/^This key is protected/) },
    });
    expect((await core.call('inventory.key', { keyId })).remoteId).toBe(remoteId);
  });

  it('that is gone is refused with a whole sentence', async () => {
    const { keyId: remoteId } = await elsewhere('POST', '', { scopes: [] });
    const { id: keyId } = await firstRow('', (name) => name === '');
    await elsewhere('DELETE', `/${remoteId}`);
    await core.call('sync.now', { workspaceId });
    await expect(core.call('keys.delete', { keyId })).rejects.toMatchObject({
      error: { code: 'not-found', message: expect.stringMatching(/^This key is gone/) },
    });
  });

  it('gets one, and its activity does not speak of an old one', async () => {
    await elsewhere('POST', '', { scopes: [] });
    const { id: keyId } = await firstRow('', (name) => name === '');
    const { activity } = await core.call('keys.rename', { keyId, name: 'gate-camera', expected: '' });
    expect(activity[0]?.detail).toBe('Named gate-camera.');
  });
});
