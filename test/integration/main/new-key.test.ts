/** The three states of a new key's scopes at Roboflow, and the fields it carries, from the call to the platform and back. */
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Grant, RoboflowGrant } from '#shared/domain/grant.ts';
import type { FirstPolicy } from '#shared/domain/policies.ts';
import { startStarterPlan } from '../../support/starter-plan.ts';
import { type Core, openDesk, signInTo } from './desk.ts';

let desk: Awaited<ReturnType<typeof openDesk>>;
let core: Core;
let workspaceId: string;
beforeEach(async () => {
  desk = await openDesk();
  core = desk.core;
  workspaceId = await connect(signInTo(desk.sandbox, 'acme-vision'));
});
afterEach(() => desk.end());

const scopes = (...list: string[]): RoboflowGrant => ({ platform: 'roboflow', scopes: list });
const full: RoboflowGrant = { platform: 'roboflow', scopes: null };

describe('the scope of a new key', () => {
  it.each([
    ['full access', full],
    ['no ability at all', scopes()],
    ['a set', scopes('image:read')],
  ])('is %s where that is asked for', async (_name, grant) => {
    const { remoteId } = await made({ grant });
    expect(await atThePlatform(remoteId)).toMatchObject({ scopes: grant.scopes });
  });

  it('is that of the login where nothing is listed', async () => {
    const { remoteId } = await made({ name: 'as-admin', grant: null });
    expect(await atThePlatform(remoteId)).toMatchObject({ scopes: null });

    const own = ['api-key:create', 'api-key:read', 'image:read', 'workspace:read'];
    await connectAs(own);
    const narrow = await made({ name: 'as-narrow', grant: null });
    expect(narrow.grant).toMatchObject({ platform: 'roboflow' });
    expect((await atThePlatform(narrow.remoteId)).scopes?.toSorted()).toEqual(own);
    expect(narrow.activity[0]?.detail).toBe('Made. This key can do what the key of the login can.');
  });

  it('is always listed on the other platforms', async () => {
    const orchard = await connect(signInTo(desk.sandbox, 'orchard-labs'));
    const call = core.call('keys.create', {
      workspaceId: orchard,
      name: 'kiosk-7',
      environment: 'staging',
      grant: null,
    });
    await expect(call).rejects.toMatchObject({ error: { code: 'not-supported', field: 'grant' } });
  });
});

describe('metadata', () => {
  it('goes into the key, tidied', async () => {
    const { remoteId, metadata } = await made({
      grant: full,
      metadata: { ' team ': ' Line 4 ', site: 'Ulm', '': '' },
    });
    expect(metadata).toEqual({ team: 'Line 4', site: 'Ulm' });
    expect(await atThePlatform(remoteId)).toMatchObject({ customMetadata: { team: 'Line 4', site: 'Ulm' } });
  });

  it.each([
    ['a secret', { token: 'rf_AbCdEfGhIjKlMnOpQrSt' }, /secret/],
    ['Latchkey’s own field', { latchkey: '{}' }, /kept for/],
    ['a value without a name', { ' ': 'Ulm' }, /needs the name/],
  ])('with %s is refused beside its field', async (_name, metadata, says) => {
    await expect(made({ grant: full, metadata })).rejects.toMatchObject({
      error: { code: 'bad-input', field: 'metadata', message: expect.stringMatching(says) },
    });
  });

  it('needs the plan', async () => {
    const starter = await startStarterPlan();
    onTestFinished(() => starter.close());
    workspaceId = await connect(starter.signIn);
    await expect(made({ grant: full, metadata: { site: 'Ulm' } })).rejects.toMatchObject({
      error: { code: 'plan', message: expect.stringContaining('a key with metadata') },
    });
  });

  it('is not offered where the platform has none', async () => {
    workspaceId = await connect(signInTo(desk.sandbox, 'orchard-labs'));
    const grant: Grant = { platform: 'workspace-keys', scopes: ['inference'], public: false };
    await expect(made({ grant, metadata: { site: 'Ulm' } })).rejects.toMatchObject({
      error: { code: 'not-supported', field: 'metadata' },
    });
  });
});

describe('a policy of its own', () => {
  it('goes with the new key, with its reason, and is there at once', async () => {
    const { rotation, policy, activity } = await made({
      grant: full,
      policy: { days: 30, reason: ' Contract ends in March ' },
    });
    expect(rotation).toEqual({ days: 30, from: 'key' });
    expect(policy).toMatchObject({ own: { days: 30, reason: 'Contract ends in March' }, inherited: 180 });
    expect(activity.map(({ detail }) => detail)).toContain(
      'Its own policy: every 30 days: Contract ends in March',
    );
  });

  it('is left out: then it is that of its environment in its workspace', async () => {
    const choices = [{ environment: 'staging', days: 120 }];
    await core.call('policies.set', { workspaceId, choices, reason: '' });
    const { rotation, policy } = await made({ grant: full });
    expect(rotation).toEqual({ days: 120, from: 'workspace' });
    expect(policy.own).toBeNull();
  });

  it.each([181, null])(
    'of %s days lets it live longer, and needs a reason before anything is sent',
    async (days) => {
      const wanted = { grant: full, name: 'line-8-uploader' };
      await expect(made({ ...wanted, policy: { days, reason: ' ' } })).rejects.toMatchObject({
        error: { code: 'bad-input', field: 'reason', message: expect.stringContaining('live longer') },
      });
      // Nothing has taken the name.
      const { rotation } = await made({ ...wanted, policy: { days, reason: 'Replaced by hand' } });
      expect(rotation).toEqual({ days, from: 'key' });
    },
  );
});

async function connect(signIn: ReturnType<typeof signInTo>): Promise<string> {
  const { workspaceIds } = await core.call('connections.connect', signIn);
  await core.call('sync.now', { workspaceId: null });
  return workspaceIds[0] ?? expect.unreachable();
}

/** From here on the login is a key of these scopes. */
async function connectAs(own: string[]): Promise<void> {
  const { baseUrl, credential } = signInTo(desk.sandbox, 'acme-vision');
  const response = await fetch(`${baseUrl}/acme-vision/api-keys`, {
    method: 'POST',
    headers: { authorization: `Bearer ${credential}`, 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'narrow login', scopes: own }),
  });
  const { key } = (await response.json()) as { key: string };
  const [connection] = await core.call('connections.list', {});
  await core.call('connections.remove', { connectionId: connection?.id ?? '' });
  workspaceId = await connect({ ...signInTo(desk.sandbox, 'acme-vision'), credential: key });
}

async function made(wanted: {
  name?: string;
  grant: Grant | null;
  metadata?: Record<string, string>;
  policy?: FirstPolicy;
}) {
  const { keyId } = await core.call('keys.create', {
    workspaceId,
    name: 'line-7-uploader',
    environment: 'staging',
    ...wanted,
  });
  return core.call('inventory.key', { keyId });
}

async function atThePlatform(remoteId: string): Promise<{ scopes: string[] | null }> {
  const { baseUrl, credential } = signInTo(desk.sandbox, 'acme-vision');
  const headers = { authorization: `Bearer ${credential}` };
  const answer = await fetch(`${baseUrl}/acme-vision/api-keys/${remoteId}`, { headers });
  return ((await answer.json()) as { apiKey: { scopes: string[] | null } }).apiKey;
}
