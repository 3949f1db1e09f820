/** Datature Vi from the call to the platform and back: the sign-in, the life of a key, and organizations without pickers. */
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Grant } from '#shared/domain/grant.ts';
import { startSandbox } from '../../../src/sandbox/server.ts';
import { demoWithoutPickers, withoutPickers } from '../../support/without-pickers.ts';
import { type Core, openDesk, signInTo } from './desk.ts';

const harbour = 'org_7fh2kq9m';
const annotate: Grant = { platform: 'datature-vi', access: ['dataset'], permission: 'labeler-only' };
const everything: Grant = {
  platform: 'datature-vi',
  access: ['dataset', 'training', 'deployment'],
  permission: 'full',
};

let desk: Awaited<ReturnType<typeof openDesk>>;
let core: Core;
beforeEach(async () => {
  desk = await openDesk();
  core = desk.core;
});
afterEach(() => desk.end());

async function connect(): Promise<string> {
  const { workspaceIds } = await core.call('connections.connect', signInTo(desk.sandbox, harbour));
  await core.call('sync.now', { workspaceId: null });
  return workspaceIds[0] ?? '';
}

const create = (workspaceId: string, grant: Grant) =>
  core.call('keys.create', { workspaceId, name: 'seal-annotators', environment: 'staging', grant });

/** Directly at the platform, as somebody else would. */
async function atThePlatform(path: string, init: RequestInit = {}): Promise<Response> {
  const { baseUrl, credential } = signInTo(desk.sandbox, harbour);
  const headers = { authorization: `Bearer ${credential}`, 'content-type': 'application/json' };
  return fetch(`${baseUrl}/vi/v1/organizations/${harbour}${path}`, { ...init, headers });
}

describe('signing in', () => {
  it('keeps the organization ID with the connection', async () => {
    await connect();
    const [connection] = await core.call('connections.list', {});
    expect(connection).toMatchObject({ platform: 'datature-vi', organizationId: harbour, state: 'ready' });
    expect(await core.call('workspaces.list', {})).toMatchObject([
      { slug: harbour, name: 'Harbour CV', role: 'owner', keyPermissions: true, keyCount: 24 },
    ]);
  });

  it.each([
    ['no organization ID', {}],
    ['an empty one', { organizationId: '  ' }],
    ['one that is no id', { organizationId: 'Harbour CV / main' }],
    ['that of another organization', { organizationId: 'org_somebody_else' }],
  ])('with %s is refused beside its field, and nothing is stored', async (_name, organization) => {
    const { platform, baseUrl, credential } = signInTo(desk.sandbox, harbour);
    const signIn = { platform, baseUrl, credential, ...organization };
    await expect(core.call('connections.connect', signIn)).rejects.toMatchObject({
      error: { field: 'organizationId' },
    });
    expect(await core.call('connections.list', {})).toEqual([]);
  });

  it('takes an ID that was pasted with spaces around it', async () => {
    const signIn = { ...signInTo(desk.sandbox, harbour), organizationId: ` ${harbour}\n` };
    await core.call('connections.connect', signIn);
    expect(await core.call('connections.list', {})).toMatchObject([{ organizationId: harbour }]);
  });
});

describe('a secret key', () => {
  it('is made, edited, renamed and deleted, and leaves its activity', async () => {
    const workspaceId = await connect();
    const { keyId } = await create(workspaceId, annotate);
    expect(await core.call('inventory.key', { keyId })).toMatchObject({
      grant: annotate,
      lastUsed: { kind: 'never' },
      createdBy: 'femke@harbour.example',
    });
    const edited = await core.call('keys.editGrant', { keyId, grant: everything, expected: annotate });
    expect(edited.grant).toEqual(everything);
    await core.call('keys.rename', { keyId, name: 'seal-pipeline', expected: 'seal-annotators' });
    const { activity } = await core.call('inventory.key', { keyId });
    expect(activity.map(({ action, outcome }) => `${action} ${outcome}`)).toEqual([
      'rename done',
      'edit-scope done',
      'create done',
    ]);
    await core.call('keys.delete', { keyId });
    const { rows } = await core.call('inventory.rows', {
      query: { workspaceId, search: 'seal-pipeline', sort: { column: 'name', direction: 'ascending' } },
      offset: 0,
      limit: 5,
    });
    expect(rows.filter(({ status }) => status !== 'vanished')).toEqual([]);
  });

  it('that somebody else edited meanwhile is left alone, and shown as it is now', async () => {
    const { keyId } = await create(await connect(), annotate);
    const { remoteId } = await core.call('inventory.key', { keyId });
    const body = JSON.stringify({ permission: 'read-only' });
    expect((await atThePlatform(`/secret-keys/${remoteId}`, { method: 'PATCH', body })).status).toBe(200);

    const edit = { keyId, grant: everything, expected: annotate };
    await expect(core.call('keys.editGrant', edit)).rejects.toMatchObject({ error: { code: 'stale' } });
    const now = { ...annotate, permission: 'read-only' };
    expect(await core.call('inventory.key', { keyId })).toMatchObject({ grant: now });
    expect(await (await atThePlatform(`/secret-keys/${remoteId}`)).json()).toMatchObject({
      access: ['dataset'],
      permission: 'read-only',
    });
  });

  it('needs an access scope, and can be neither disabled nor protected', async () => {
    const workspaceId = await connect();
    await expect(create(workspaceId, { ...annotate, access: [] })).rejects.toMatchObject({
      error: { code: 'bad-input', field: 'grant' },
    });
    const { keyId } = await create(workspaceId, annotate);
    await expect(core.call('keys.setDisabled', { keyId, disabled: true })).rejects.toMatchObject({
      error: { code: 'not-supported' },
    });
    await expect(core.call('keys.protect', { keyId })).rejects.toMatchObject({
      error: { code: 'not-supported' },
    });
  });
});

it('in an organization without pickers every key has full access, and nothing else is sent', async () => {
  const sandbox = await startSandbox({ profile: demoWithoutPickers(), port: 0 });
  onTestFinished(() => sandbox.close());
  const { workspaceIds } = await core.call('connections.connect', signInTo(sandbox, withoutPickers));
  const workspaceId = workspaceIds[0] ?? '';
  expect(await core.call('workspaces.list', {})).toMatchObject([{ keyPermissions: false }]);

  await expect(create(workspaceId, annotate)).rejects.toMatchObject({
    error: { code: 'plan', field: 'grant', message: expect.stringContaining('every key has full access') },
  });
  const { keyId } = await create(workspaceId, everything);
  const edit = { keyId, grant: annotate, expected: everything };
  await expect(core.call('keys.editGrant', edit)).rejects.toMatchObject({ error: { code: 'plan' } });
  const { grant, activity } = await core.call('inventory.key', { keyId });
  expect(grant).toEqual(everything);
  expect(activity.map(({ action }) => action)).toEqual(['create']);
});
