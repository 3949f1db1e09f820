/** What can be done to keys, from the call to the platform and back into the inventory. */
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Grant } from '#shared/domain/grant.ts';
import { startStarterPlan } from '../../support/starter-plan.ts';
import { type Core, everyKey, openDesk, signInTo } from './desk.ts';

let desk: Awaited<ReturnType<typeof openDesk>>;
let core: Core;
beforeEach(async () => {
  desk = await openDesk();
  core = desk.core;
});
afterEach(() => desk.end());

const inference: Grant = { platform: 'roboflow', scopes: ['model:infer'] };

async function connect(slug: string, signIn = signInTo(desk.sandbox, slug)): Promise<string> {
  const { workspaceIds } = await core.call('connections.connect', signIn);
  await core.call('sync.now', { workspaceId: null });
  const workspaces = await core.call('workspaces.list', {});
  const found = workspaces.find((each) => each.slug === slug && workspaceIds.includes(each.id));
  if (!found) throw new Error(`not connected to ${slug}`);
  return found.id;
}

async function keyNamed(name: string) {
  const { rows } = await core.call('inventory.rows', {
    query: { ...everyKey, search: name },
    offset: 0,
    limit: 50,
  });
  const row = rows.find((each) => each.name === name);
  if (!row) throw new Error(`no key named ${name}`);
  return row;
}

const create = (workspaceId: string, name: string, grant: Grant = inference) =>
  core.call('keys.create', { workspaceId, name, environment: 'staging', grant });

describe('a key of Roboflow', () => {
  it('is made with its environment, renamed, narrowed, disabled, enabled, protected, and leaves its activity', async () => {
    const acme = await connect('acme-vision');
    const { keyId } = await create(acme, 'line-7-uploader');
    expect(await keyNamed('line-7-uploader')).toMatchObject({
      id: keyId,
      environment: 'staging',
      grant: inference,
    });

    await core.call('keys.rename', { keyId, name: 'line-8-uploader', expected: 'line-7-uploader' });
    const wider: Grant = { platform: 'roboflow', scopes: ['model:infer', 'image:create'] };
    await core.call('keys.editGrant', { keyId, grant: wider, expected: inference });
    expect((await core.call('keys.setDisabled', { keyId, disabled: true })).status).toBe('disabled');
    expect((await core.call('keys.setDisabled', { keyId, disabled: false })).status).toBe('active');
    const detail = await core.call('keys.protect', { keyId });
    expect(detail).toMatchObject({
      status: 'protected',
      name: 'line-8-uploader',
      grant: wider,
      environment: 'staging',
    });
    expect(detail.activity.map(({ action, outcome }) => `${action} ${outcome}`)).toEqual([
      'protect done',
      'enable done',
      'disable done',
      'edit-scope done',
      'rename done',
      'create done',
    ]);
    await expect(core.call('keys.delete', { keyId })).rejects.toMatchObject({ error: { code: 'protected' } });
  });

  it('keeps its environment when the workspace is read anew', async () => {
    const acme = await connect('acme-vision');
    const { keyId } = await create(acme, 'line-7-uploader');
    await core.call('sync.now', { workspaceId: acme });
    expect(await core.call('inventory.key', { keyId })).toMatchObject({ environment: 'staging' });
  });

  it('leaves the inventory when it is deleted', async () => {
    const acme = await connect('acme-vision');
    const { keyId } = await create(acme, 'line-7-uploader');
    await core.call('keys.delete', { keyId });
    await expect(core.call('inventory.key', { keyId })).rejects.toMatchObject({
      error: { code: 'not-found' },
    });
  });

  it('is not edited over somebody else’s change', async () => {
    const acme = await connect('acme-vision');
    const { keyId } = await create(acme, 'line-7-uploader');
    const { remoteId } = await core.call('inventory.key', { keyId });
    const { baseUrl, credential } = signInTo(desk.sandbox, 'acme-vision');
    await fetch(`${baseUrl}/acme-vision/api-keys/${remoteId}`, {
      method: 'PATCH',
      headers: { authorization: `Bearer ${credential}`, 'content-type': 'application/json' },
      body: JSON.stringify({ scopes: ['image:read'] }),
    });
    const edit = core.call('keys.editGrant', {
      keyId,
      grant: { platform: 'roboflow', scopes: null },
      expected: inference,
    });
    await expect(edit).rejects.toMatchObject({ error: { code: 'stale' } });
    expect(await core.call('inventory.key', { keyId })).toMatchObject({ grant: { scopes: ['image:read'] } });
  });

  it('that Latchkey signs in with is neither disabled nor deleted', async () => {
    await connect('acme-vision');
    const login = await keyNamed('latchkey-admin');
    expect(login.thisLogin).toBe(true);
    const refused = { error: { code: 'this-login' } };
    await expect(core.call('keys.setDisabled', { keyId: login.id, disabled: true })).rejects.toMatchObject(
      refused,
    );
    await expect(core.call('keys.delete', { keyId: login.id })).rejects.toMatchObject(refused);
  });

  it('on a plan without fine-grained keys is refused with the plan as the reason', async () => {
    const starter = await startStarterPlan();
    onTestFinished(() => starter.close());
    const marsh = await connect(starter.slug, starter.signIn);
    await expect(create(marsh, 'line-7-uploader')).rejects.toMatchObject({ error: { code: 'plan' } });
    const full = await create(marsh, 'line-7-uploader', { platform: 'roboflow', scopes: null });
    await expect(core.call('keys.setDisabled', { keyId: full.keyId, disabled: true })).rejects.toMatchObject({
      error: { code: 'plan' },
    });
  });
});

describe('a key of workspace-keys', () => {
  it('cannot be disabled, and says why without asking the platform', async () => {
    const orchard = await connect('orchard-labs');
    const { keyId } = await create(orchard, 'kiosk-7', {
      platform: 'workspace-keys',
      scopes: ['inference'],
      public: true,
    });
    expect(await keyNamed('kiosk-7')).toMatchObject({ grant: { public: true } });
    await expect(core.call('keys.setDisabled', { keyId, disabled: true })).rejects.toMatchObject({
      error: { code: 'not-supported' },
    });
  });
});

describe('names', () => {
  it.each([
    ['', /needed/],
    ['n'.repeat(300), /300 characters/],
    ['latchkey-admin', /already/],
    ['rf_AbCdEfGhIjKlMnOpQrSt', /secret/],
  ])('%j is refused beside the field', async (name, says) => {
    const acme = await connect('acme-vision');
    await expect(create(acme, name)).rejects.toMatchObject({
      error: { code: 'bad-input', field: 'name', message: expect.stringMatching(says) },
    });
    expect(
      (await core.call('keys.checkName', { workspaceId: acme, name, exceptKeyId: null })).problem,
    ).toMatch(says);
  });
});

describe('a new secret', () => {
  it('is copied from main, and the hand-over ends only after it', async () => {
    const acme = await connect('acme-vision');
    const { handOverId, prefix } = await create(acme, 'line-7-uploader');
    await expect(core.call('handOver.finish', { handOverId, unneeded: false })).rejects.toMatchObject({
      error: { code: 'bad-input' },
    });
    await core.call('handOver.copy', { handOverId, format: 'secret' });
    const secret = core.clipboard();
    expect(secret.startsWith(prefix)).toBe(true);
    const { baseUrl } = signInTo(desk.sandbox, 'acme-vision');
    const used = await fetch(`${baseUrl}/infer/line-4/1`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}` },
    });
    expect(used.status).toBe(200);
    await core.call('handOver.finish', { handOverId, unneeded: false });
    await expect(core.call('handOver.reveal', { handOverId })).rejects.toMatchObject({
      error: { code: 'handover-over' },
    });
  });
});

describe('without the platform', () => {
  it('a write that was never sent is refused as offline and counts as failed', async () => {
    const acme = await connect('acme-vision');
    const { keyId } = await create(acme, 'line-7-uploader');
    await desk.stopSandbox();
    // Connections that were kept open are found dead by this, so that the write after it is certainly not sent.
    await core.call('sync.now', { workspaceId: acme });
    await expect(
      core.call('keys.rename', { keyId, name: 'line-8-uploader', expected: 'line-7-uploader' }),
    ).rejects.toMatchObject({
      error: { code: 'offline' },
    });
    expect((await core.call('inventory.key', { keyId })).activity[0]).toMatchObject({
      action: 'rename',
      outcome: 'failed',
    });
    expect(await core.call('workspaces.list', {})).toEqual([expect.objectContaining({ state: 'offline' })]);

    await desk.startSandboxAgain();
    await core.call('sync.now', { workspaceId: null });
    expect(await core.call('workspaces.list', {})).toEqual([
      expect.objectContaining({ state: 'ready', problem: null }),
    ]);
  });
});
