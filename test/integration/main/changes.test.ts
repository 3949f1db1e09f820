/** What another administrator does at the platform, and what of it is told here. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { KeyChange } from '#shared/domain/change.ts';
import type { ChangesOverview, ChangeView } from '#shared/ipc/changes.ts';
import { type Core, everyKey, openDesk, signInTo } from './desk.ts';

const visit: ChangeView = { workspaceId: null, period: 'visit', kind: null, own: false };

let desk: Awaited<ReturnType<typeof openDesk>>;
let core: Core;
let now: number;
let workspaceId: string;
beforeEach(async () => {
  now = Date.now();
  desk = await openDesk({ clock: { now: () => new Date(now) } });
  core = desk.core;
  const { workspaceIds } = await core.call('connections.connect', signInTo(desk.sandbox, 'acme-vision'));
  workspaceId = workspaceIds[0] ?? '';
  await sync();
});
afterEach(() => desk.end());

const sync = () => core.call('sync.now', { workspaceId: null });
const minutesLater = (minutes: number) => {
  now += minutes * 60_000;
};

/** As another administrator would, with a client of their own. */
async function elsewhere(method: string, path: string, body?: unknown): Promise<unknown> {
  const { baseUrl, credential } = signInTo(desk.sandbox, 'acme-vision');
  const response = await fetch(`${baseUrl}/acme-vision/api-keys${path}`, {
    method,
    headers: { authorization: `Bearer ${credential}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  expect(response.status).toBeLessThan(300);
  return response.json().catch(() => null);
}

async function create(name: string): Promise<{ keyId: string; remoteId: string }> {
  const { keyId, handOverId } = await core.call('keys.create', {
    workspaceId,
    name,
    environment: 'staging',
    grant: { platform: 'roboflow', scopes: ['image:read'] },
  });
  await core.call('handOver.finish', { handOverId, unneeded: true });
  const { remoteId } = await core.call('inventory.key', { keyId });
  return { keyId, remoteId };
}

async function list(view: ChangeView = visit): Promise<{ overview: ChangesOverview; rows: KeyChange[] }> {
  const overview = await core.call('changes.overview', view);
  const rows = await core.call('changes.rows', { view, upTo: overview.upTo, offset: 0, limit: 200 });
  expect(rows).toHaveLength(overview.total);
  return { overview, rows };
}
const told = async (view: ChangeView = visit) =>
  (await list(view)).rows.map(({ name, what }) => `${name}: ${what.kind}`);
const unseen = async () => (await core.call('changes.unseen', {})).count;

describe('a change', () => {
  it('is none where a workspace is read for the first time, nor where nothing happened since', async () => {
    expect((await core.call('inventory.rows', { query: everyKey, offset: 0, limit: 1 })).total).toBe(348);
    await sync();
    expect(await list()).toMatchObject({ overview: { total: 0, groups: [], since: null }, rows: [] });
  });

  it('by somebody else is told with what it means, and stands in the time machine of its key', async () => {
    const { keyId, remoteId } = await create('line-7-uploader');
    await elsewhere('PATCH', `/${remoteId}`, { scopes: ['image:read', 'folder:delete'] });
    await sync();
    await elsewhere('PATCH', `/${remoteId}`, { name: 'line-8-uploader', disabled: true });
    await sync();
    await elsewhere('DELETE', `/${remoteId}`);
    await sync();
    expect(await told()).toEqual([
      'line-8-uploader: vanished',
      'line-8-uploader: disabled',
      'line-8-uploader: renamed',
      'line-7-uploader: wider',
    ]);
    expect(await unseen()).toBe(4);
    const detail = await core.call('inventory.key', { keyId });
    expect(detail.status).toBe('vanished');
    expect(detail.changes.map(({ what }) => what.kind)).toEqual(['vanished', 'disabled', 'renamed', 'wider']);
    expect(detail.activity.map(({ action }) => action)).toEqual(['create']);
  });

  it('of ours is told as ours only', async () => {
    const { keyId } = await create('line-7-uploader');
    await core.call('keys.rename', { keyId, name: 'line-8-uploader', expected: 'line-7-uploader' });
    await core.call('keys.setDisabled', { keyId, disabled: true });
    await core.call('keys.delete', { keyId });
    await sync();
    expect(await told()).toEqual([]);
    expect(await unseen()).toBe(0);
    const { rows } = await list({ ...visit, own: true });
    expect(rows.map(({ what, own }) => [what.kind, own])).toEqual([
      ['vanished', true],
      ['disabled', true],
      ['renamed', true],
      ['new', true],
    ]);
  });

  it('found while editing is theirs, even though it was our request that brought it', async () => {
    const { keyId, remoteId } = await create('line-7-uploader');
    await elsewhere('PATCH', `/${remoteId}`, { scopes: ['image:read', 'image:tag'] });
    const edit = core.call('keys.editGrant', {
      keyId,
      grant: { platform: 'roboflow', scopes: ['model:infer'] },
      expected: { platform: 'roboflow', scopes: ['image:read'] },
    });
    await expect(edit).rejects.toMatchObject({ error: { code: 'stale' } });
    expect(await told()).toEqual(['line-7-uploader: wider']);
  });
});

describe('a visit', () => {
  const shown = async () => {
    const { upTo } = await core.call('changes.overview', visit);
    await core.call('changes.shown', { workspaceId: null, upTo });
  };
  let remoteId: string;
  beforeEach(async () => {
    ({ remoteId } = await create('line-7-uploader'));
    await elsewhere('PATCH', `/${remoteId}`, { disabled: true });
    minutesLater(1);
    await sync();
  });

  it('that is taken up within half an hour goes on', async () => {
    await shown();
    expect(await unseen()).toBe(0);
    minutesLater(30);
    core.services.onFocus();
    await shown();
    expect(await told()).toEqual(['line-7-uploader: disabled']);
  });

  it('is another one after more than that, and says since when', async () => {
    await shown();
    const at = new Date(now).toISOString();
    minutesLater(31);
    await shown();
    expect(await list()).toMatchObject({ overview: { total: 0, since: at } });
    expect(await told({ ...visit, period: 'all' })).toEqual(['line-7-uploader: disabled']);
    await elsewhere('PATCH', `/${remoteId}`, { disabled: false });
    await sync();
    expect(await told()).toEqual(['line-7-uploader: enabled']);
  });

  it('without a look at the list takes nothing away', async () => {
    minutesLater(24 * 60);
    core.services.onFocus();
    await sync();
    expect(await told()).toEqual(['line-7-uploader: disabled']);
    expect(await unseen()).toBe(1);
  });

  it('ends with Mark all as seen, which can be undone', async () => {
    const { overview } = await list();
    const { before } = await core.call('changes.markSeen', { workspaceId: null, upTo: overview.upTo });
    expect(await told()).toEqual([]);
    await core.call('changes.restoreMarks', { marks: before });
    expect(await told()).toEqual(['line-7-uploader: disabled']);
  });
});
