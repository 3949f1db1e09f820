/** Keys whose secret is lost: found, asked about, and ended only as a person says. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMemoryStore } from '../../../src/main/secrets/drivers/memory.ts';
import type { LossyWire } from '../../support/lossy-wire.ts';
import { type Core, everyKey, openWiredDesk, signInTo, startCore } from '../main/desk.ts';

let desk: Awaited<ReturnType<typeof openWiredDesk>>;
let core: Core;
let wire: LossyWire;
let workspaceId: string;
beforeEach(async () => {
  desk = await openWiredDesk();
  ({ core, wire, workspaceId } = desk);
});
afterEach(async () => {
  if (core !== desk.core) await core.close();
  await desk.end();
});

const grant = { platform: 'roboflow', scopes: ['model:infer'] } as const;
const policy = { days: 30, reason: 'Contract ends in March' };
const create = (name: string) =>
  core.call('keys.create', {
    workspaceId,
    name,
    environment: 'staging',
    owner: 'vision team',
    grant,
    policy,
  });

/** Its answer is lost, and the workspace was read afterwards. */
async function makeGhost(name: string) {
  wire.loseAnswerTo('POST');
  await expect(create(name)).rejects.toMatchObject({ error: { hint: expect.any(String) } });
  await core.call('sync.now', { workspaceId });
  return ghosts();
}

const ghosts = async () => (await core.call('ghostKeys.list', {})).ghosts;

async function namesInInventory(search: string): Promise<string[]> {
  const query = { ...everyKey, search };
  const { rows } = await core.call('inventory.rows', { query, offset: 0, limit: 50 });
  return rows.filter(({ status }) => status !== 'vanished').map(({ name }) => name);
}

/** As somebody else would do it, elsewhere. */
async function makeElsewhere(name: string): Promise<string> {
  const { baseUrl, credential } = signInTo(desk.sandbox, 'acme-vision');
  const answer = await fetch(`${baseUrl}/acme-vision/api-keys`, {
    method: 'POST',
    headers: { authorization: `Bearer ${credential}`, 'content-type': 'application/json' },
    body: JSON.stringify({ name, scopes: ['image:read'] }),
  });
  return ((await answer.json()) as { keyId: string }).keyId;
}

/** The same profile after an end, with or without its sign-ins in the keychain. */
async function startAgain(): Promise<void> {
  const [connection] = await core.call('workspaces.list', {});
  await core.close();
  core = await startCore(desk.profile, {
    openSecrets: async () => {
      const store = createMemoryStore('available', 'in this test');
      await store.set(connection?.connectionId ?? '', signInTo(desk.sandbox, 'acme-vision').credential);
      return store;
    },
    // Repeats of a read that fails pass at once.
    platformPorts: { sleep: async (_, signal) => signal?.throwIfAborted() },
  });
}

describe('a key whose answer was lost', () => {
  it('is asked about with what was asked for, so that another one can be made like it', async () => {
    const [ghost, ...others] = await makeGhost('line-9-ghost');
    expect(others).toEqual([]);
    expect(ghost).toMatchObject({
      workspaceId,
      name: 'line-9-ghost',
      reason: 'answer-lost',
      annotations: { environment: 'staging', owner: 'vision team' },
      grant,
      policy,
      candidates: [{ name: 'line-9-ghost', sameGrant: true }],
    });
    const keyId = ghost?.candidates[0]?.keyId ?? '';
    expect(await core.call('inventory.key', { keyId })).toMatchObject({
      secretLost: 'undecided',
      environment: 'staging',
      owner: 'vision team',
      rotation: { days: 30, from: 'key' },
    });
  });

  it('is asked about after a restart as well, and stays where it is kept', async () => {
    const [ghost] = await makeGhost('line-9-ghost');
    await startAgain();
    expect(await ghosts()).toEqual([ghost]);
    const keyId = ghost?.candidates[0]?.keyId ?? '';
    await core.call('ghostKeys.keep', { keyId });
    expect(await ghosts()).toEqual([]);
    await core.call('sync.now', { workspaceId });
    expect(await core.call('inventory.key', { keyId })).toMatchObject({
      secretLost: 'kept',
      status: 'active',
    });
  });

  it('is deleted with the guards of every deletion, and stays a question where they refuse', async () => {
    const [ghost] = await makeGhost('line-9-ghost');
    const keyId = ghost?.candidates[0]?.keyId ?? '';
    wire.swapCredential(signInTo(desk.sandbox, 'northwind').credential);
    const refused = core.call('ghostKeys.delete', { keyId });
    await expect(refused).rejects.toMatchObject({ error: { code: 'wrong-workspace' } });
    expect(wire.requests.filter((request) => request.startsWith('DELETE'))).toEqual([]);
    expect(await ghosts()).toEqual([ghost]);

    wire.swapCredential(signInTo(desk.sandbox, 'acme-vision').credential);
    await core.call('ghostKeys.delete', { keyId });
    expect(await ghosts()).toEqual([]);
    await core.call('sync.now', { workspaceId });
    expect(await namesInInventory('line-9-ghost')).toEqual([]);
    // Its name is free again.
    await expect(create('line-9-ghost')).resolves.toMatchObject({ name: 'line-9-ghost' });
  });

  it('that somebody deletes elsewhere is no question any more', async () => {
    const [ghost] = await makeGhost('line-9-ghost');
    const { remoteId } = await core.call('inventory.key', { keyId: ghost?.candidates[0]?.keyId ?? '' });
    const { baseUrl, credential } = signInTo(desk.sandbox, 'acme-vision');
    await fetch(`${baseUrl}/acme-vision/api-keys/${remoteId}`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${credential}` },
    });
    await core.call('sync.now', { workspaceId });
    expect(await ghosts()).toEqual([]);
  });
});

describe('several keys that may be the one', () => {
  async function makeTwo() {
    await startAgain();
    wire.loseAnswerTo('POST', { thenCut: true });
    await expect(create('line-9-ghost')).rejects.toMatchObject({ error: { hint: expect.any(String) } });
    const elsewhere = await makeElsewhere('line-9-ghost');
    wire.cut(false);
    await core.call('sync.now', { workspaceId });
    // The first may have joined the look that began while there was no network.
    await core.call('sync.now', { workspaceId });
    const [ghost, ...others] = await ghosts();
    expect(others).toEqual([]);
    const candidates = ghost?.candidates ?? [];
    expect(candidates.map(({ sameGrant }) => sameGrant).toSorted()).toEqual([false, true]);
    const ours = candidates.find(({ sameGrant }) => sameGrant)?.keyId ?? '';
    const theirs = candidates.find(({ sameGrant }) => !sameGrant)?.keyId ?? '';
    expect((await core.call('inventory.key', { keyId: theirs })).remoteId).toBe(elsewhere);
    return { ghost, ours, theirs };
  }

  it('are never told apart by a guess: the one a person names is deleted, the other is left alone', async () => {
    const { ours, theirs } = await makeTwo();
    // Nothing of the creation is said about either before.
    for (const keyId of [ours, theirs])
      expect((await core.call('inventory.key', { keyId })).activity).toEqual([]);
    await core.call('ghostKeys.delete', { keyId: ours });
    expect(await ghosts()).toEqual([]);
    const left = await core.call('inventory.key', { keyId: theirs });
    expect(left).toMatchObject({ status: 'active' });
    expect(left.secretLost).toBeUndefined();
  });

  it('the one that is kept gets the creation into its activity', async () => {
    const { ours, theirs } = await makeTwo();
    await core.call('ghostKeys.keep', { keyId: ours });
    expect(await core.call('inventory.key', { keyId: ours })).toMatchObject({
      secretLost: 'kept',
      activity: [
        { action: 'policy', outcome: 'done' },
        { action: 'create', outcome: 'done' },
      ],
    });
    expect((await core.call('inventory.key', { keyId: theirs })).secretLost).toBeUndefined();
    expect(await ghosts()).toEqual([]);
  });

  it('the one that is kept gets what was to be noted about it, but for what was noted since', async () => {
    const { ours, theirs } = await makeTwo();
    await core.call('annotations.setOne', { keyId: ours, patch: { owner: 'line crew' } });
    await core.call('ghostKeys.keep', { keyId: ours });
    expect(await core.call('inventory.key', { keyId: ours })).toMatchObject({
      environment: 'staging',
      owner: 'line crew',
      rotation: { days: 30, from: 'key' },
    });
    expect(await core.call('inventory.key', { keyId: theirs })).toMatchObject({
      environment: 'unassigned',
      owner: null,
      rotation: { days: null, from: 'environment' },
    });
  });

  it('are all left as they are where it is none of them', async () => {
    const { ghost, ours, theirs } = await makeTwo();
    await core.call('ghostKeys.release', { intentId: ghost?.intentId ?? '' });
    expect(await ghosts()).toEqual([]);
    for (const keyId of [ours, theirs])
      expect(await core.call('inventory.key', { keyId })).toMatchObject({ status: 'active' });
  });
});

describe('a secret that was not handed over when Latchkey ended', () => {
  it('is asked about at the next start, and not before', async () => {
    const { keyId } = await create('line-9-waits');
    expect(await ghosts()).toEqual([]);
    expect((await core.call('inventory.key', { keyId })).secretLost).toBeUndefined();
    await startAgain();
    expect(await ghosts()).toMatchObject([
      { name: 'line-9-waits', reason: 'not-handed-over', candidates: [{ keyId }] },
    ]);
  });

  it.each([
    ['copied', (handOverId: string) => core.call('handOver.copy', { handOverId, format: 'secret' })],
    ['revealed', (handOverId: string) => core.call('handOver.reveal', { handOverId })],
    ['not needed', (handOverId: string) => core.call('handOver.finish', { handOverId, unneeded: true })],
  ])('is none where it was %s', async (_what, handOver) => {
    const { handOverId } = await create('line-9-handed-over');
    await handOver(handOverId);
    await startAgain();
    expect(await ghosts()).toEqual([]);
  });
});

describe('a creation whose workspace cannot be read afterwards', () => {
  it('waits through a start without a network, and is settled when there is one', async () => {
    await startAgain();
    wire.loseAnswerTo('POST', { thenCut: true });
    await expect(create('line-9-ghost')).rejects.toMatchObject({ error: { hint: expect.any(String) } });
    await core.call('sync.now', { workspaceId });
    expect(await core.call('ghostKeys.list', {})).toMatchObject({
      ghosts: [],
      waiting: [{ workspaceId, name: 'line-9-ghost' }],
    });
    await expect(create('line-9-ghost')).rejects.toMatchObject({
      error: { field: 'name', message: expect.stringContaining('may just have been made') },
    });

    await startAgain();
    core.services.begin(false);
    await core.call('sync.now', { workspaceId: null });
    expect(await core.call('workspaces.list', {})).toMatchObject([{ state: 'offline' }]);
    expect((await core.call('ghostKeys.list', {})).waiting).toHaveLength(1);

    wire.cut(false);
    await core.call('sync.now', { workspaceId: null });
    expect(await core.call('ghostKeys.list', {})).toMatchObject({
      ghosts: [{ name: 'line-9-ghost' }],
      waiting: [],
    });
  });
});
