/** Signing in, losing a sign-in, and what stays: nothing local is ever taken away by it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scanForSecrets } from '../../support/scan-for-secrets.ts';
import { type Core, everyKey, openDesk, signInTo, startCore } from './desk.ts';

let desk: Awaited<ReturnType<typeof openDesk>>;
let core: Core;
beforeEach(async () => {
  desk = await openDesk();
  core = desk.core;
});
afterEach(() => desk.end());

const connect = (slug: string) => core.call('connections.connect', signInTo(desk.sandbox, slug));
const count = async (which: Core = core) =>
  (await which.call('inventory.rows', { query: everyKey, offset: 0, limit: 1 })).total;

describe('signing in', () => {
  it('reads the workspaces at once, each with its own colour, in the order they came', async () => {
    await connect('acme-vision');
    await connect('orchard-labs');
    await core.call('sync.now', { workspaceId: null });
    const workspaces = await core.call('workspaces.list', {});
    expect(
      workspaces.map(({ position, name, keyCount }) => ({ position, name, full: keyCount > 0 })),
    ).toEqual([
      { position: 1, name: 'Acme Vision', full: true },
      { position: 2, name: 'Orchard Labs', full: true },
      { position: 3, name: 'Pixel Foundry', full: true },
    ]);
    expect(new Set(workspaces.map(({ colour }) => colour)).size).toBe(3);
  });

  it('with a wrong API key stores nothing and repeats nothing', async () => {
    const wrong = 'WrongKeyThatNobodyMayEverSee42';
    const refused = core.call('connections.connect', {
      ...signInTo(desk.sandbox, 'acme-vision'),
      credential: wrong,
    });
    const { error } = await refused.then(
      () => expect.unreachable(),
      (thrown: { error: unknown }) => thrown,
    );
    expect(error).toMatchObject({
      code: 'unauthorized',
      field: 'credential',
      message: expect.stringContaining('Roboflow did not accept this API key'),
    });
    expect(JSON.stringify(error)).not.toContain(wrong);
    expect(await core.call('workspaces.list', {})).toEqual([]);
    expect(await scanForSecrets([desk.profile], [wrong])).toEqual([]);
  });

  it.each([
    ['http://api.example.com', 'refused-url'],
    ['ftp://api.example.com', 'refused-url'],
    ['https://user:pass@api.example.com', 'refused-url'],
    ['', 'bad-input'],
  ])('to %j is refused beside the address', async (baseUrl, code) => {
    const refused = core.call('connections.connect', { ...signInTo(desk.sandbox, 'acme-vision'), baseUrl });
    await expect(refused).rejects.toMatchObject({ error: { code, field: 'baseUrl' } });
  });

  it.each(['', '   ', 'two words', 'köy'])(
    'with the credential %j is refused beside the field',
    async (credential) => {
      const refused = core.call('connections.connect', {
        ...signInTo(desk.sandbox, 'acme-vision'),
        credential,
      });
      await expect(refused).rejects.toMatchObject({ error: { code: 'bad-input', field: 'credential' } });
    },
  );

  it('twice to the same workspace is refused, to two of one host it is not', async () => {
    await connect('acme-vision');
    await connect('northwind');
    await expect(connect('acme-vision')).rejects.toMatchObject({ error: { code: 'conflict' } });
    expect(await core.call('workspaces.list', {})).toHaveLength(2);
  });
});

describe('a lost sign-in', () => {
  it('after a restart keeps the whole inventory and asks to sign in again', async () => {
    await connect('acme-vision');
    await core.call('sync.now', { workspaceId: null });
    const before = await count();
    await core.close();

    // The memory driver has forgotten the credential, as a removed keychain item would have.
    const again = await startCore(desk.profile);
    await again.call('sync.now', { workspaceId: null });
    expect(await count(again)).toBe(before);
    const [workspace] = await again.call('workspaces.list', {});
    expect(workspace).toMatchObject({
      state: 'sign-in',
      problem: { code: 'sign-in-needed' },
      keyCount: before,
    });

    const { connectionId } = workspace ?? expect.unreachable();
    const other = signInTo(desk.sandbox, 'northwind').credential;
    await expect(
      again.call('connections.signInAgain', { connectionId, credential: other }),
    ).rejects.toMatchObject({
      error: { code: 'wrong-workspace' },
    });
    await again.call('connections.signInAgain', {
      connectionId,
      credential: signInTo(desk.sandbox, 'acme-vision').credential,
    });
    await again.call('sync.now', { workspaceId: null });
    expect(await again.call('workspaces.list', {})).toEqual([
      expect.objectContaining({ state: 'ready', problem: null }),
    ]);
    await again.close();
  });

  it('of one workspace does not hold up the others', async () => {
    await connect('acme-vision');
    const { workspaceIds } = await connect('northwind');
    const northwind = workspaceIds[0] ?? expect.unreachable();
    await core.call('sync.now', { workspaceId: null });
    const { rows } = await core.call('inventory.rows', {
      query: { ...everyKey, workspaceId: northwind, search: 'latchkey-admin' },
      offset: 0,
      limit: 1,
    });
    const { remoteId } = await core.call('inventory.key', { keyId: rows[0]?.id ?? expect.unreachable() });
    const { baseUrl, credential } = signInTo(desk.sandbox, 'northwind');
    await fetch(`${baseUrl}/northwind/api-keys/${remoteId}`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${credential}` },
    });

    const before = await count();
    await core.call('sync.now', { workspaceId: null });
    const states = (await core.call('workspaces.list', {})).map(({ slug, state }) => `${slug} ${state}`);
    expect(states).toEqual(['acme-vision ready', 'northwind sign-in']);
    expect(await count()).toBe(before);
  });
});
