/** The connections screen's own calls on the real core: answers, names, order, several to one host, cancelling, removing. */
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { openSecretStore } from '../../../src/main/secrets/open-secret-store.ts';
import { openWire } from '../../support/lossy-wire.ts';
import { scanForSecrets } from '../../support/scan-for-secrets.ts';
import { FakeKeychain } from '../../unit/secrets/fake-keychain.ts';
import { credentials, sandboxForFile } from '../sandbox/support/test-world.ts';
import { type Core, everyKey, startCore } from './desk.ts';

const sandbox = await sandboxForFile();
const roboflow = sandbox.connections.find(({ platform }) => platform === 'roboflow')?.baseUrl ?? '';
const baseUrl = sandbox.connections.find(({ platform }) => platform === 'workspace-keys')?.baseUrl ?? '';
const to = (credential: string) => ({ platform: 'workspace-keys', baseUrl, credential });
const toAlpha = { platform: 'roboflow', baseUrl: roboflow, credential: credentials.alpha };

let folder: string;
let keychain: FakeKeychain;
let core: Core;
const start = () =>
  startCore(folder, {
    openSecrets: () => openSecretStore({ env: {}, loadDriver: async () => keychain }),
    // Repeats of a read that did not arrive come at once.
    platformPorts: { sleep: async () => undefined },
  });
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-desk-'));
  keychain = new FakeKeychain();
  core = await start();
});
afterEach(async () => {
  await core.close();
  await rm(folder, { recursive: true, force: true });
});

const connect = (credential: string) => core.call('connections.connect', to(credential));
const list = () => core.call('connections.list', {});
const only = async () => (await list())[0] ?? expect.unreachable();
const workspaces = async () =>
  (await core.call('workspaces.list', {})).map(({ name, account }) => `${name} by ${account}`);
const info = (refused: Promise<unknown>) =>
  refused.then(
    () => expect.unreachable('it was not refused'),
    (thrown: { error: { code: string; message: string; hint?: string; field?: string } }) => thrown.error,
  );

describe('the last answer', () => {
  it('of a good request is its time, of a refused one its number, and nothing of it is a secret', async () => {
    const { connectionId } = await connect(credentials.owner);
    await core.call('connections.check', { connectionId });
    expect(await only()).toMatchObject({
      state: 'ready',
      keptIn: 'keychain',
      lastAnswer: { status: 200, milliseconds: expect.any(Number) },
      latency: expect.any(Number),
    });
    // The item is still there, but it opens nothing any more.
    keychain.items.set(connectionId, 'wkt_revoked000000000000000000000000000009');
    await core.call('connections.check', { connectionId });
    expect(await only()).toMatchObject({ state: 'sign-in', lastAnswer: { status: 401 } });
    expect(await scanForSecrets([folder], [credentials.owner])).toEqual([]);
  });

  it('outlives a restart', async () => {
    const { connectionId } = await connect(credentials.owner);
    await core.call('connections.check', { connectionId });
    const before = await only();
    await core.close();
    core = await start();
    expect((await only()).lastAnswer).toEqual(before.lastAnswer);
  });

  it('is none where nobody listens, and the latency of those before stays', async () => {
    const wire = await openWire(sandbox.url);
    onTestFinished(() => wire.close());
    const through = { ...to(credentials.owner), baseUrl: baseUrl.replace(sandbox.url, wire.url) };
    const { connectionId } = await core.call('connections.connect', through);
    await core.call('connections.check', { connectionId });
    const { latency } = await only();
    wire.cut(true);
    await core.call('connections.check', { connectionId });
    expect(await only()).toMatchObject({ state: 'offline', lastAnswer: { status: null }, latency });
  });
});

describe('several sign-ins to one host', () => {
  it('are told apart, and each workspace is listed once', async () => {
    await connect(credentials.stranger);
    await connect(credentials.owner);
    expect(await workspaces()).toEqual(['Heath by stranger@moor.example', 'Grove by owner@grove.example']);
    expect((await list()).map(({ account, alsoReaches }) => ({ account, alsoReaches }))).toEqual([
      { account: 'stranger@moor.example', alsoReaches: [] },
      { account: 'owner@grove.example', alsoReaches: ['Heath'] },
    ]);
  });

  it('a second one to the same workspace is refused with the name of the first', async () => {
    const { connectionId } = await connect(credentials.owner);
    await core.call('connections.rename', { connectionId, label: 'Maria’s own' });
    const error = await info(connect(credentials.admin));
    expect(error).toMatchObject({ code: 'conflict', field: 'credential' });
    expect(error.message).toBe('Grove is connected already, by Maria’s own.');
    expect(await list()).toHaveLength(1);
    expect(keychain.accounts).toEqual([connectionId]);
  });

  it('signing in again takes what reaches the workspaces of that one, and leaves the others alone', async () => {
    const stranger = await connect(credentials.stranger);
    const owner = await connect(credentials.owner);
    expect(
      await info(
        core.call('connections.signInAgain', {
          connectionId: owner.connectionId,
          credential: credentials.stranger,
        }),
      ),
    ).toMatchObject({ code: 'wrong-workspace' });
    await core.call('connections.signInAgain', {
      connectionId: owner.connectionId,
      credential: credentials.admin,
    });
    expect(keychain.items.get(stranger.connectionId)).toBe(credentials.stranger);
    expect(await workspaces()).toEqual(['Heath by stranger@moor.example', 'Grove by admin@grove.example']);
  });

  it('one takes over what the other brought, once that is removed', async () => {
    const stranger = await connect(credentials.stranger);
    const owner = await connect(credentials.owner);
    await core.call('connections.remove', { connectionId: stranger.connectionId });
    await core.call('connections.check', { connectionId: owner.connectionId });
    expect((await workspaces()).toSorted()).toEqual([
      'Grove by owner@grove.example',
      'Heath by owner@grove.example',
    ]);
    expect((await only()).alsoReaches).toEqual([]);
  });
});

describe('names and order', () => {
  it('a workspace has a name of its own here; the platform’s stays visible and comes back', async () => {
    const { workspaceIds } = await connect(credentials.owner);
    const [workspaceId = ''] = workspaceIds;
    await core.call('workspaces.change', { workspaceId, displayName: ' The grove ', colour: 'pink' });
    const [grove] = await core.call('workspaces.list', {});
    expect(grove).toMatchObject({ name: 'The grove', platformName: 'Grove', colour: 'pink' });
    await core.call('workspaces.change', { workspaceId, displayName: '' });
    expect((await core.call('workspaces.list', {}))[0]).toMatchObject({ name: 'Grove', colour: 'pink' });
  });

  it('a name that another workspace has is refused beside the field', async () => {
    const { workspaceIds } = await connect(credentials.owner);
    const change = { workspaceId: workspaceIds[0], displayName: 'hEATH' };
    expect(await info(core.call('workspaces.change', change))).toMatchObject({
      code: 'conflict',
      field: 'name',
    });
    for (const displayName of ['x'.repeat(61), 'two\nlines', 'turned \u202eround']) {
      expect(await info(core.call('workspaces.change', { ...change, displayName }))).toMatchObject({
        code: 'bad-input',
        field: 'name',
      });
    }
  });

  it('moving renumbers for the shortcuts', async () => {
    const { workspaceIds } = await connect(credentials.owner);
    await core.call('workspaces.move', { workspaceId: workspaceIds[1], position: 1 });
    const now = await core.call('workspaces.list', {});
    expect(now.map(({ id, position }) => ({ id, position }))).toEqual([
      { id: workspaceIds[1], position: 1 },
      { id: workspaceIds[0], position: 2 },
    ]);
  });
});

describe('cancelling a sign-in', () => {
  /** A platform that takes its time: answers only when it is told to. */
  async function slow() {
    const { promise: asked, resolve: ask } = Promise.withResolvers<void>();
    const { promise: left, resolve: leave } = Promise.withResolvers<void>();
    const server = createServer((request) => {
      request.socket.once('close', () => leave());
      ask();
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    return { baseUrl: `http://127.0.0.1:${port}`, asked, left };
  }

  it('breaks the request off and stores nothing', async () => {
    const platform = await slow();
    const connecting = info(
      core.call('connections.connect', {
        ...to(credentials.owner),
        baseUrl: platform.baseUrl,
        requestId: 'r1',
      }),
    );
    await platform.asked;
    expect(await core.call('connections.cancel', { requestId: 'r1' })).toEqual({ stopped: true });
    await platform.left;
    expect(await connecting).toMatchObject({ code: 'cancelled' });
    expect([await list(), keychain.accounts]).toEqual([[], []]);
    expect(await core.call('connections.cancel', { requestId: 'r1' })).toEqual({ stopped: false });
  });
});

describe('removing', () => {
  const everything = { query: everyKey, offset: 0, limit: 1 };

  it('takes credential, workspaces and keys from here and nothing from the platform', async () => {
    const { connectionId, workspaceIds } = await core.call('connections.connect', toAlpha);
    await core.call('sync.now', { workspaceId: workspaceIds[0] });
    const { total } = await core.call('inventory.rows', everything);
    expect(total).toBe(4);
    expect(await core.call('connections.remove', { connectionId })).toEqual({
      credentialLeft: false,
      stillSignedIn: false,
    });
    expect(keychain.accounts).toEqual([]);
    expect([await list(), await core.call('workspaces.list', {})]).toEqual([[], []]);
    expect((await core.call('inventory.rows', everything)).all).toBe(0);

    const again = await core.call('connections.connect', toAlpha);
    expect(again.workspaceIds).toEqual(workspaceIds);
    await core.call('sync.now', { workspaceId: null });
    expect((await core.call('inventory.rows', everything)).total).toBe(total);
  });

  it('waits for a change that is on its way', async () => {
    const wire = await openWire(sandbox.url);
    onTestFinished(() => wire.close());
    const through = { ...toAlpha, baseUrl: roboflow.replace(sandbox.url, wire.url) };
    const { connectionId, workspaceIds } = await core.call('connections.connect', through);
    await core.call('sync.now', { workspaceId: workspaceIds[0] });
    const { rows } = await core.call('inventory.rows', { ...everything, limit: 10 });
    const keyId = rows.find(({ name }) => name === 'k_unlisted')?.id ?? expect.unreachable();

    const { held, release } = wire.holdAnswerTo('DELETE');
    const deleting = core.call('keys.delete', { keyId });
    await held;
    expect(await info(core.call('connections.remove', { connectionId }))).toMatchObject({ code: 'busy' });
    expect(await list()).toHaveLength(1);
    release();
    await deleting;
    await core.call('connections.remove', { connectionId });
    expect(await list()).toEqual([]);
  });

  it('takes no change that was only looking where it is: nothing of it is sent', async () => {
    const wire = await openWire(sandbox.url);
    onTestFinished(() => wire.close());
    const through = { ...toAlpha, baseUrl: roboflow.replace(sandbox.url, wire.url) };
    const { connectionId } = await core.call('connections.connect', through);
    await core.call('sync.now', { workspaceId: null });
    const { rows } = await core.call('inventory.rows', { ...everything, limit: 50 });
    const keyId =
      rows.find(({ status, thisLogin }) => status === 'active' && !thisLogin)?.id ?? expect.unreachable();
    const before = wire.requests.length;
    // It has its credential, and reads the key before it rolls it.
    const { held, release } = wire.holdAnswerTo('GET');
    const rolling = info(core.call('keys.roll', { keyId }));
    await held;
    await core.call('connections.remove', { connectionId });
    release();
    expect(await rolling).toMatchObject({
      code: 'not-found',
      message: expect.stringContaining('removed from this computer meanwhile. Nothing was sent.'),
    });
    expect(wire.requests.slice(before).filter((request) => !request.startsWith('GET '))).toEqual([]);
    await core.call('connections.connect', through);
    await core.call('sync.now', { workspaceId: null });
    const after = await core.call('inventory.rows', { ...everything, limit: 50 });
    expect(after.rows.map(({ name, status }) => [name, status])).toEqual(
      rows.map(({ name, status }) => [name, status]),
    );
  });

  it('while signing in again leaves no credential behind', async () => {
    const workspaces = [{ slug: 'harbour', name: 'Harbour', role: 'owner' }];
    let mayAnswer = Promise.resolve();
    let asked = () => {};
    const server = createServer((_, answer) => {
      asked();
      answer.setHeader('content-type', 'application/json');
      void mayAnswer.then(() => answer.end(JSON.stringify({ email: 'ana@harbour.example', workspaces })));
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    onTestFinished(() => void server.close());
    const signIn = {
      ...to(credentials.owner),
      baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    };
    const { connectionId } = await core.call('connections.connect', signIn);
    await core.call('sync.now', { workspaceId: null });

    const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>();
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    [mayAnswer, asked] = [released, arrive];
    const { credential } = signIn;
    const again = info(core.call('connections.signInAgain', { connectionId, credential }));
    await arrived;
    await core.call('connections.remove', { connectionId });
    release();
    expect(await again).toMatchObject({ code: 'not-found' });
    expect(keychain.accounts).toEqual([]);
  });

  it('while the keychain is locked leaves the credential for later, and takes it then', async () => {
    const { connectionId } = await core.call('connections.connect', toAlpha);
    keychain.mode = 'locked';
    expect(await core.call('connections.remove', { connectionId })).toEqual({
      credentialLeft: true,
      stillSignedIn: false,
    });
    expect(await list()).toEqual([]);
    expect(keychain.accounts).toEqual([connectionId]);
    keychain.mode = 'open';
    await core.call('connections.tryKeychain', {});
    await expect.poll(() => keychain.accounts).toEqual([]);
  });
});

describe('the keychain', () => {
  it('locked, gone and refusing are told apart, and Try again really asks it', async () => {
    const { connectionId } = await connect(credentials.owner);
    const sentences = new Set<string>();
    for (const mode of ['locked', 'absent', 'refused'] as const) {
      keychain.mode = mode;
      expect(await core.call('connections.tryKeychain', {})).toMatchObject({
        driver: 'keytar',
        state: mode,
      });
      await core.call('connections.check', { connectionId });
      const { state, problem } = await only();
      expect({ state, code: problem?.code }).toEqual({ state: 'error', code: 'keychain' });
      expect(problem?.hint).toBeTruthy();
      sentences.add(problem?.message ?? '');
    }
    expect(sentences.size).toBe(3);

    keychain.mode = 'open';
    const asked = keychain.calls.length;
    expect(await core.call('connections.tryKeychain', {})).toMatchObject({ state: 'available' });
    expect(keychain.calls.length).toBeGreaterThan(asked);
    await expect.poll(async () => (await only()).state).toBe('ready');
    await expect
      .poll(async () => (await core.call('workspaces.list', {})).map(({ state }) => state))
      .toEqual(['ready', 'ready']);
  });

  it('whose item was deleted works, and only that sign-in is to be made again', async () => {
    const { connectionId } = await connect(credentials.owner);
    await core.call('connections.connect', toAlpha);
    keychain.items.delete(connectionId);
    await core.call('sync.now', { workspaceId: null });
    expect(await core.call('connections.tryKeychain', {})).toMatchObject({ state: 'available' });
    expect((await list()).map(({ state, keptIn }) => ({ state, keptIn }))).toEqual([
      { state: 'sign-in', keptIn: 'nowhere' },
      { state: 'ready', keptIn: 'keychain' },
    ]);
    expect((await only()).problem?.message).toMatch(/keychain of this computer has no credential/);
    await core.call('connections.signInAgain', { connectionId, credential: credentials.owner });
    expect(await only()).toMatchObject({ state: 'ready', keptIn: 'keychain' });
    // At once, before anything was read: the banner must not ask for what was just done.
    expect((await core.call('workspaces.list', {})).every(({ state }) => state === 'ready')).toBe(true);
  });

  it('that is absent from the start keeps sign-ins in memory, and takes them in when it comes', async () => {
    await core.close();
    keychain.mode = 'absent';
    core = await start();
    const { connectionId } = await connect(credentials.owner);
    expect(await only()).toMatchObject({ state: 'ready', keptIn: 'session' });
    expect(keychain.accounts).toEqual([]);
    keychain.mode = 'open';
    expect(await core.call('connections.tryKeychain', {})).toMatchObject({
      driver: 'keytar',
      state: 'available',
    });
    expect(await only()).toMatchObject({ keptIn: 'keychain' });
    expect(keychain.accounts).toEqual([connectionId]);
  });
});
