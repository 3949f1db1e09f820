/** Noting something about keys, through the whole core on a real sandbox. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Core, everyKey, openDesk, signInTo } from '../main/desk.ts';

let desk: Awaited<ReturnType<typeof openDesk>>;
let core: Core;
beforeEach(async () => {
  desk = await openDesk();
  core = desk.core;
});
afterEach(() => desk.end());

async function connect(slug: string): Promise<string> {
  const { workspaceIds } = await core.call('connections.connect', signInTo(desk.sandbox, slug));
  const workspaceId = workspaceIds[0] ?? expect.unreachable();
  await core.call('sync.now', { workspaceId: null });
  return workspaceId;
}

async function rowsFor(search: string) {
  const { rows } = await core.call('inventory.rows', { query: { ...everyKey, search }, offset: 0, limit: 9 });
  return rows;
}
const idOf = async (name: string) => (await rowsFor(`"${name}"`))[0]?.id ?? expect.unreachable();

describe('what is noted about a key', () => {
  it('is kept here, found by the search, and told in the key’s activity', async () => {
    await connect('orchard-labs');
    const keyId = await idOf('annotator-portal');
    const key = await core.call('annotations.setOne', {
      keyId,
      patch: {
        environment: 'staging',
        owner: ' Chiara ',
        consumers: ['Label portal', ' '],
        purpose: 'Shows pictures to labellers.',
        notes: 'Ask before narrowing.\nChiara knows why.',
      },
    });
    expect(key).toMatchObject({
      environment: 'staging',
      owner: 'Chiara',
      consumers: ['Label portal'],
      sharing: { on: false, problem: null },
      activity: [{ action: 'annotate', outcome: 'done' }],
    });
    expect(key.activity[0]?.detail).toContain('Environment: Unassigned to Staging. Owner: Chiara.');
    for (const words of ['chiara', '"label portal"', 'labellers', '"narrowing. chiara knows"', 'env:staging'])
      expect((await rowsFor(words)).map(({ id }) => id)).toContain(keyId);
    expect(await rowsFor('chiara -env:staging by:chiara')).not.toContainEqual(
      expect.objectContaining({ id: keyId }),
    );
    expect((await rowsFor('"Label portal"'))[0]).toMatchObject({ owner: 'Chiara' });
  });

  it('is set for many at once, and only where it is otherwise', async () => {
    await connect('orchard-labs');
    const keyIds = await Promise.all(['annotator-portal', 'dataset-mirror'].map(idOf));
    await core.call('annotations.setOne', { keyId: keyIds[0] ?? '', patch: { owner: 'Data' } });
    const answer = await core.call('annotations.set', {
      keyIds: [...keyIds, 'gone'],
      patch: { owner: 'Data' },
    });
    expect(answer).toEqual(keyIds.map((keyId) => ({ keyId, kept: null })));
    const [first, second] = await Promise.all(keyIds.map((keyId) => core.call('inventory.key', { keyId })));
    expect([first?.activity.length, second?.activity.length]).toEqual([1, 1]);
    expect(second?.owner).toBe('Data');
  });

  it('is refused beside its field, and nothing of it is kept', async () => {
    await connect('orchard-labs');
    const keyId = await idOf('dataset-mirror');
    const patch = { environment: 'ci', notes: `rf_${'Ab1'.repeat(8)}` };
    await expect(core.call('annotations.setOne', { keyId, patch })).rejects.toMatchObject({
      error: { code: 'bad-input', field: 'notes' },
    });
    expect((await core.call('inventory.key', { keyId })).environment).toBe('unassigned');
    await expect(core.call('annotations.setOne', { keyId: 'gone', patch: {} })).rejects.toMatchObject({
      error: { code: 'not-found' },
    });
  });

  it('comes with a new key, and its owner is offered to the next one', async () => {
    const workspaceId = await connect('orchard-labs');
    const { keyId, handOverId } = await core.call('keys.create', {
      workspaceId,
      name: 'belt-9-uploader',
      environment: 'production',
      owner: ' Team belts ',
      consumers: ['Belt 9'],
      purpose: 'Uploads pictures.',
      grant: { platform: 'workspace-keys', scopes: ['project'], public: false },
    });
    await core.call('handOver.finish', { handOverId, discard: true }).catch(() => undefined);
    expect(await core.call('inventory.key', { keyId })).toMatchObject({
      environment: 'production',
      owner: 'Team belts',
      consumers: ['Belt 9'],
      purpose: 'Uploads pictures.',
    });
    expect(await core.call('keys.lastDefaults', { workspaceId })).toMatchObject({ owner: 'Team belts' });
    const refused = core.call('keys.create', {
      workspaceId,
      name: 'belt-10-uploader',
      environment: 'production',
      owner: 'x'.repeat(201),
      grant: { platform: 'workspace-keys', scopes: ['project'], public: false },
    });
    await expect(refused).rejects.toMatchObject({ error: { code: 'bad-input', field: 'owner' } });
    expect(await rowsFor('belt-10-uploader')).toEqual([]);
  });

  it('is there again at the next start', async () => {
    await connect('orchard-labs');
    const keyId = await idOf('dataset-mirror');
    await core.call('annotations.setOne', { keyId, patch: { owner: 'Data', notes: 'Keep.' } });
    await core.call('sync.now', { workspaceId: null });
    expect(await core.call('inventory.key', { keyId })).toMatchObject({ owner: 'Data', notes: 'Keep.' });
  });

  it('stays here where the platform keeps no metadata', async () => {
    const workspaceId = await connect('orchard-labs');
    const reason = 'This platform keeps no metadata with a key.';
    expect(await core.call('annotations.sharing', { workspaceId })).toMatchObject({
      missing: reason,
      on: false,
    });
    await expect(core.call('annotations.setSharing', { workspaceId, on: true })).rejects.toMatchObject({
      error: { code: 'not-supported', message: reason },
    });
  });

  it('comes in from the keys themselves, where another administrator noted it', async () => {
    await connect('acme-vision');
    expect(await core.call('inventory.key', { keyId: await idOf('edge-fleet-inference') })).toMatchObject({
      environment: 'production',
      owner: 'Team edge',
      consumers: ['edge-01', 'edge-02', 'edge-03'],
      sharing: { on: false, unsent: false },
      activity: [],
    });
    expect((await rowsFor('env:production')).length).toBe(9);
    expect((await rowsFor('env:unassigned legacy-backend')).length).toBe(1);
  });
});
