/** Rolling a key: what ends, what follows to the new key, and what is refused. */
import { afterEach, expect, it, vi } from 'vitest';
import { scanForSecrets } from '../../support/scan-for-secrets.ts';
import { credentials, fixedKeys, folders } from '../sandbox/support/test-world.ts';
import { openRollDesk } from './desk.ts';

let desk: Awaited<ReturnType<typeof openRollDesk>>;
afterEach(() => desk.end());

const secretOf = async (handOverId: string): Promise<string> =>
  (await desk.core().call('handOver.reveal', { handOverId })).secret;

it.each([true, false])(
  'the new key is the old one but for id and secret (platform keeps metadata: %s)',
  async (keepsMetadata) => {
    desk = await openRollDesk({ keepsMetadata });
    const metadata = { env: 'prod', team: { name: 'line 4', size: 3 } };
    const old = await desk.make('line-4', metadata);
    await desk.core().call('annotations.setOne', {
      keyId: old.id,
      patch: { consumers: ['press'], notes: 'Ask Ana first.' },
    });

    const rolled = await desk.core().call('keys.roll', { keyId: old.id });
    const secret = await secretOf(rolled.handOverId);
    expect(await desk.alive(secret)).toBe(true);

    await vi.waitFor(async () => {
      expect(await desk.key(rolled.keyId)).toMatchObject({ metadata, lineage: { owed: null } });
    });
    const next = await desk.key(rolled.keyId);
    expect(next).toMatchObject({
      name: 'line-4',
      grant: old.grant,
      status: 'active',
      environment: 'staging',
      owner: 'Ana',
      consumers: ['press'],
      notes: 'Ask Ana first.',
      lineage: { replaces: { keyId: old.id, remoteId: old.remoteId }, replacedBy: null },
    });
    expect(next.remoteId).not.toBe(old.remoteId);
    expect(secret.startsWith(next.prefix)).toBe(true);
    // The story goes on: what was done to the old key is the new one's too.
    expect(next.activity.map(({ action }) => action)).toEqual([
      ...(keepsMetadata ? [] : ['restore']),
      'roll',
      'annotate',
      'create',
    ]);
    expect(await desk.key(old.id)).toMatchObject({
      status: 'vanished',
      replaced: true,
      lineage: { replacedBy: { keyId: next.id, remoteId: next.remoteId }, replaces: null },
    });

    await desk.sync();
    expect(await desk.key(next.id)).toMatchObject({ status: 'active', metadata });
    expect(await desk.named('line-4')).toHaveLength(1);
    // Done from here, so it is nobody else's news.
    expect(await desk.core().call('changes.unseen', {})).toEqual({ count: 0 });
    await desk.core().call('handOver.finish', { handOverId: rolled.handOverId, unneeded: false });
    await desk.core().close();
    expect(await scanForSecrets([desk.folder], [secret])).toEqual([]);
  },
);

it('a second roll of the same line leads from one to the next', async () => {
  desk = await openRollDesk();
  const first = await desk.make('line-4');
  const second = await desk.core().call('keys.roll', { keyId: first.id });
  await desk.core().call('handOver.finish', { handOverId: second.handOverId, unneeded: true });
  const third = await desk.core().call('keys.roll', { keyId: second.keyId });
  expect(await desk.key(second.keyId)).toMatchObject({
    lineage: { replaces: { keyId: first.id }, replacedBy: { keyId: third.keyId } },
  });
  const { activity } = await desk.key(third.keyId);
  expect(activity.map(({ action }) => action)).toEqual(['roll', 'roll', 'create']);
});

it('an old key cannot be rolled again: it says what took its place', async () => {
  desk = await openRollDesk();
  const old = await desk.make('line-4');
  await desk.core().call('keys.roll', { keyId: old.id });
  await expect(desk.core().call('keys.roll', { keyId: old.id })).rejects.toMatchObject({
    error: { code: 'not-found' },
  });
  expect(desk.rolls()).toHaveLength(1);
});

it('a key in quarantine stays in quarantine under its new id', async () => {
  desk = await openRollDesk();
  const old = await desk.make('line-4');
  await desk.core().call('quarantine.put', { keyId: old.id, plan: { days: 14 } });
  const rolled = await desk.core().call('keys.roll', { keyId: old.id });
  const next = await desk.key(rolled.keyId);
  expect(next).toMatchObject({ status: 'disabled', quarantine: { hold: null } });
  const { rows } = await desk.core().call('quarantine.rows', { workspaceId: null, offset: 0, limit: 10 });
  expect(rows.map(({ keyId }) => keyId)).toEqual([next.id]);
});

it('refuses the login’s own key, and sends nothing', async () => {
  desk = await openRollDesk();
  const [login] = await desk.named('admin');
  await expect(desk.core().call('keys.roll', { keyId: login?.id ?? '' })).rejects.toMatchObject({
    error: { code: 'this-login', message: expect.stringContaining('roll it') },
  });
  expect(desk.rolls()).toEqual([]);
});

it('refuses a protected key with the reason, also one that was protected elsewhere a moment ago', async () => {
  desk = await openRollDesk();
  const old = await desk.make('line-4');
  await desk.elsewhere('PATCH', old.remoteId, { protected: true });
  await expect(desk.core().call('keys.roll', { keyId: old.id })).rejects.toMatchObject({
    error: { code: 'protected', message: expect.stringContaining('refuses to roll it') },
  });
  expect(desk.rolls()).toEqual([]);
  expect(await desk.key(old.id)).toMatchObject({ status: 'protected' });
});

it('sends nothing where the credential answers for another workspace', async () => {
  desk = await openRollDesk();
  const old = await desk.make('line-4');
  desk.wire.swapCredential(credentials.beta);
  await expect(desk.core().call('keys.roll', { keyId: old.id })).rejects.toMatchObject({
    error: { code: 'wrong-workspace' },
  });
  expect(desk.rolls()).toEqual([]);
});

it('a key that a deployment runs on can be rolled, and its successor is still guarded', async () => {
  desk = await openRollDesk();
  const [deployed] = await desk.named(fixedKeys.deployed);
  const rolled = await desk.core().call('keys.roll', { keyId: deployed?.id ?? '' });
  await desk.core().call('handOver.finish', { handOverId: rolled.handOverId, unneeded: true });
  await expect(desk.core().call('keys.delete', { keyId: rolled.keyId })).rejects.toMatchObject({
    error: { code: 'deployment' },
  });
});

it('without the plan a roll works, and metadata that cannot be written back is said, kept, and tried again on demand', async () => {
  desk = await openRollDesk();
  const old = await desk.make('line-4', { env: 'prod' });
  // The plan ends between the roll and the writing back.
  desk.wire.refuseNext('PATCH', 403, { error: { message: 'Not included in your plan.', status: 403 } });
  const rolled = await desk.core().call('keys.roll', { keyId: old.id });
  await vi.waitFor(async () => {
    expect((await desk.key(rolled.keyId)).lineage.owed).toMatchObject({
      fields: ['env'],
      problem: { code: 'plan' },
    });
  });
  await desk.sync();
  expect((await desk.key(rolled.keyId)).metadata).toEqual({});
  await desk.core().call('keys.restoreMetadata', { keyId: rolled.keyId });
  expect(await desk.key(rolled.keyId)).toMatchObject({ metadata: { env: 'prod' }, lineage: { owed: null } });
});

it('the publishable key is told on demand, and is no secret', async () => {
  desk = await openRollDesk();
  expect(await desk.core().call('publishableKey.read', { workspaceId: desk.workspaceId })).toEqual({
    publishableKey: 'rf_wsAlpha',
  });
});

it('folders follow, by name where the platform tells it', async () => {
  desk = await openRollDesk();
  const made = await desk.core().call('keys.create', {
    workspaceId: desk.workspaceId,
    name: 'north-only',
    environment: 'staging',
    grant: { platform: 'roboflow', scopes: ['version:read'] },
    folderIds: [folders.north],
  });
  await desk.core().call('handOver.finish', { handOverId: made.handOverId, unneeded: true });
  await desk.core().call('folders.list', { workspaceId: desk.workspaceId });
  const rolled = await desk.core().call('keys.roll', { keyId: made.keyId });
  expect(await desk.key(rolled.keyId)).toMatchObject({
    folderIds: [folders.north],
    folderNames: { [folders.north]: 'North' },
  });
});
