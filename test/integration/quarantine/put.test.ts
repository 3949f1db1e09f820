/** Into quarantine and out of it by hand, with the guards and the journal of any other write. */
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { startStarterPlan } from '../../support/starter-plan.ts';
import { signInTo } from '../main/desk.ts';
import { openQuarantineDesk, type QuarantineDesk } from './desk.ts';

let desk: QuarantineDesk;
beforeEach(async () => {
  desk = await openQuarantineDesk();
});
afterEach(() => desk.end());

it('disables now, plans the deletion, says so in the journal, and comes back in one step', async () => {
  const keyId = await desk.make('line-7-uploader');
  const put = await desk.put(keyId, 14);
  expect(put).toMatchObject({
    status: 'disabled',
    quarantine: { since: '2026-11-21T08:00:00.000Z', due: '2026-12-05T08:00:00.000Z', by: null, hold: null },
  });
  expect(put.activity[0]).toMatchObject({
    action: 'disable',
    outcome: 'done',
    detail: 'Put in quarantine: disabled now, to be deleted on 5 Dec 2026.',
  });
  expect(await desk.rows()).toMatchObject({
    total: 1,
    rows: [{ keyId, name: 'line-7-uploader', disabled: true }],
  });
  expect((await desk.news()).count).toBe(1);
  const found = await desk.core().call('inventory.rows', {
    query: { search: 'is:quarantined', workspaceId: null, sort: { column: 'name', direction: 'ascending' } },
    offset: 0,
    limit: 10,
  });
  expect(found.rows).toMatchObject([{ id: keyId, status: 'disabled', quarantined: true }]);

  const restored = await desk.core().call('quarantine.restore', { keyId });
  expect(restored).toMatchObject({ status: 'active', quarantine: null });
  expect(restored.quarantined).toBeUndefined();
  expect((await desk.rows()).total).toBe(0);
});

it('a key that was disabled already is not disabled twice', async () => {
  const keyId = await desk.make('line-7-uploader');
  await desk.core().call('keys.setDisabled', { keyId, disabled: true });
  const writes = () => desk.wire.requests.filter((request) => request.startsWith('PATCH')).length;
  const before = writes();
  const put = await desk.put(keyId, 7);
  expect(put).toMatchObject({ quarantine: { due: '2026-11-28T08:00:00.000Z' } });
  expect(put.activity[0]).toMatchObject({
    action: 'quarantine',
    outcome: 'done',
    detail: 'Put in quarantine: it was disabled already, to be deleted on 28 Nov 2026.',
  });
  expect(writes()).toBe(before);
  // Nor is it enabled by taking that back.
  const restored = await desk.core().call('quarantine.restore', { keyId, stayDisabled: true });
  expect(restored).toMatchObject({ status: 'disabled', quarantine: null });
  expect(restored.activity[0]).toMatchObject({
    action: 'quarantine',
    detail: 'Taken out of quarantine; it stays disabled.',
  });
  expect(writes()).toBe(before);
});

it('the date is set anew, counted from now', async () => {
  const keyId = await desk.make('line-7-uploader');
  await desk.put(keyId, 14);
  desk.clock.days(10);
  const put = await desk.put(keyId, 30);
  expect(put).toMatchObject({
    quarantine: { since: '2026-11-21T08:00:00.000Z', due: '2026-12-31T08:00:00.000Z' },
  });
  expect(put.activity[0]?.detail).toBe('Its quarantine was planned anew, to be deleted on 31 Dec 2026.');
});

it('taken back after it was enabled, it is deleted on the day it had; a day that is past leaves one to look', async () => {
  const keyId = await desk.make('line-7-uploader');
  const { quarantine } = await desk.put(keyId, 14);
  const due = quarantine?.due ?? '';
  const enable = () => desk.core().call('keys.setDisabled', { keyId, disabled: false });
  const putBack = () => desk.core().call('quarantine.put', { keyId, plan: { due } });
  await enable();
  expect(await putBack()).toMatchObject({ status: 'disabled', quarantine: { due } });
  await enable();
  desk.clock.days(14);
  expect(await putBack()).toMatchObject({ quarantine: { due: '2026-12-06T08:00:00.000Z' } });
});

it('enabling it by any way takes it out: what is wanted again must not be deleted', async () => {
  const keyId = await desk.make('line-7-uploader');
  await desk.put(keyId);
  expect(await desk.core().call('keys.setDisabled', { keyId, disabled: false })).toMatchObject({
    status: 'active',
    quarantine: null,
  });
});

it('an undo that comes late does not enable what was disabled on purpose since', async () => {
  const keyId = await desk.make('line-7-uploader');
  await desk.put(keyId);
  await desk.core().call('quarantine.restore', { keyId });
  await desk.core().call('keys.setDisabled', { keyId, disabled: true });
  await expect(desk.core().call('quarantine.restore', { keyId })).rejects.toMatchObject({
    error: { code: 'conflict' },
  });
  expect(await desk.key(keyId)).toMatchObject({ status: 'disabled' });
});

it('deleting it by hand takes it out without a word', async () => {
  const keyId = await desk.make('line-7-uploader');
  await desk.put(keyId);
  await desk.core().call('keys.delete', { keyId });
  await desk.begin();
  expect(await desk.rows()).toEqual({ total: 0, rows: [] });
  expect((await desk.news()).told).toEqual([]);
});

describe('is refused, and nothing planned,', () => {
  const refusedWith = (code: string) => ({ error: { code } });

  it('for the key that Latchkey signs in with', async () => {
    const login = await desk.named('latchkey-admin');
    await expect(desk.put(login?.id ?? '')).rejects.toMatchObject(refusedWith('this-login'));
    expect((await desk.rows()).total).toBe(0);
  });

  it('for a protected key', async () => {
    const keyId = await desk.make('line-7-uploader');
    await desk.core().call('keys.protect', { keyId });
    await expect(desk.put(keyId)).rejects.toMatchObject(refusedWith('protected'));
    expect((await desk.rows()).total).toBe(0);
  });

  it('in the wrong organization', async () => {
    const keyId = await desk.make('line-7-uploader');
    desk.wire.swapCredential(signInTo(desk.sandbox, 'northwind').credential);
    await expect(desk.put(keyId)).rejects.toMatchObject(refusedWith('wrong-workspace'));
    expect(desk.wire.requests.filter((request) => /^(PATCH|DELETE)/.test(request))).toEqual([]);
    expect((await desk.rows()).total).toBe(0);
    const [acme] = await desk.core().call('workspaces.list', {});
    expect(acme).toMatchObject({ state: 'sign-in', problem: { code: 'wrong-workspace' } });
  });

  it('where the platform or the plan cannot disable', async () => {
    const starter = await startStarterPlan();
    onTestFinished(() => starter.close());
    for (const [signIn, platform, code] of [
      [signInTo(desk.sandbox, 'orchard-labs'), 'workspace-keys', 'not-supported'],
      [starter.signIn, 'roboflow', 'plan'],
    ] as const) {
      const { workspaceIds } = await desk.core().call('connections.connect', signIn);
      await desk.core().call('sync.now', { workspaceId: null });
      const grant =
        platform === 'roboflow'
          ? { platform, scopes: null }
          : { platform, scopes: ['inference'], public: false };
      const [workspaceId = ''] = workspaceIds;
      const { keyId } = await desk
        .core()
        .call('keys.create', { workspaceId, name: 'quarantine-trial', environment: 'staging', grant });
      await expect(desk.put(keyId)).rejects.toMatchObject(refusedWith(code));
    }
    expect((await desk.rows()).total).toBe(0);
  });
});

it('a lost answer is settled by the next sync, and the key is in quarantine all the same', async () => {
  const keyId = await desk.make('line-7-uploader');
  desk.wire.loseAnswerTo('PATCH');
  await expect(desk.put(keyId)).rejects.toMatchObject({ error: { code: expect.any(String) } });
  await desk.core().call('sync.now', { workspaceId: null });
  expect(await desk.key(keyId)).toMatchObject({
    status: 'disabled',
    quarantine: { due: '2026-12-05T08:00:00.000Z' },
  });
});
