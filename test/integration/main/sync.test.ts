/** A run over real workspaces: one that hangs holds nobody up, and Stop stops for real. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventually } from '../../support/eventually.ts';
import { type LossyWire, openWire } from '../../support/lossy-wire.ts';
import { type Core, openDesk, signInTo } from './desk.ts';

let desk: Awaited<ReturnType<typeof openDesk>>;
let core: Core;
let wire: LossyWire;
beforeEach(async () => {
  desk = await openDesk();
  core = desk.core;
  wire = await openWire(desk.sandbox.url);
  // Orchard Labs and Pixel Foundry through the wire, Acme Vision beside it.
  const { baseUrl, ...signIn } = signInTo(desk.sandbox, 'orchard-labs');
  await core.call('connections.connect', { ...signIn, baseUrl: baseUrl.replace(desk.sandbox.url, wire.url) });
  await core.call('connections.connect', signInTo(desk.sandbox, 'acme-vision'));
  await core.call('sync.now', { workspaceId: null });
});
afterEach(async () => {
  await desk.end();
  await wire.close();
});

const workspaces = async () =>
  new Map((await core.call('workspaces.list', {})).map((each) => [each.name, each]));

describe('while a host hangs', () => {
  it('the other workspaces are read, and Stop ends the rest without harm', async () => {
    const before = await workspaces();
    const hanging = wire.hang();
    const run = core.call('sync.now', { workspaceId: null });
    await eventually(async () =>
      expect(await core.call('sync.status', {})).toEqual({
        running: true,
        stopped: false,
        done: 1,
        total: 3,
      }),
    );
    expect((await workspaces()).get('Acme Vision')?.syncedAt).not.toBe(before.get('Acme Vision')?.syncedAt);
    await eventually(() => expect(hanging.open()).toBe(1));

    const stopped = await core.call('sync.stop', {});
    expect(stopped).toEqual({ running: false, stopped: true, done: 1, total: 3 });
    expect(await run).toEqual(stopped);
    expect(await core.call('sync.status', {})).toEqual(stopped);
    // The request itself was broken off; the wire sees that a moment later.
    await eventually(() => expect(hanging.open()).toBe(0));
    const after = await workspaces();
    for (const name of ['Orchard Labs', 'Pixel Foundry']) expect(after.get(name)).toEqual(before.get(name));
  });

  it('it is asked once, and not once for each of its workspaces', async () => {
    await desk.end();
    // Far more than an answer takes on a busy machine: what is waited for is the one that never comes.
    desk = await openDesk({ platformPorts: { timeout: 5_000 } });
    core = desk.core;
    const through = await openWire(desk.sandbox.url);
    const { baseUrl, ...signIn } = signInTo(desk.sandbox, 'orchard-labs');
    await core.call('connections.connect', {
      ...signIn,
      baseUrl: baseUrl.replace(desk.sandbox.url, through.url),
    });
    await core.call('sync.now', { workspaceId: null });
    const asked = through.requests.length;
    through.hang();
    const status = await core.call('sync.now', { workspaceId: null });
    expect(status).toEqual({ running: false, stopped: false, done: 2, total: 2 });
    expect(through.requests).toHaveLength(asked + 1);
    for (const { state, problem } of (await workspaces()).values())
      expect({ state, code: problem?.code }).toEqual({ state: 'offline', code: 'timeout' });
    await through.close();
  });
});

describe('after a run was stopped', () => {
  it('the next reads everything, and the status is that of the next', async () => {
    const hanging = wire.hang();
    const run = core.call('sync.now', { workspaceId: null });
    await eventually(() => expect(hanging.open()).toBe(1));
    expect(await core.call('sync.stop', {})).toMatchObject({ running: false, stopped: true });
    await run;
    hanging.wake();
    expect(await core.call('sync.now', { workspaceId: null })).toEqual({
      running: false,
      stopped: false,
      done: 3,
      total: 3,
    });
  });

  it('nothing that ended before is called stopped', async () => {
    expect(await core.call('sync.stop', {})).toEqual({ running: false, stopped: false, done: 3, total: 3 });
  });
});
