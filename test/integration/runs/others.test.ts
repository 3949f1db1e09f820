/** What others do meanwhile, what cannot begin, many keys at once, and keys that leaked. */
import { afterEach, describe, expect, it } from 'vitest';
import { fixedKeys } from '../sandbox/support/test-world.ts';
import { openRunDesk, platformIds, type RunDesk, statesOf } from './desk.ts';

let desk: RunDesk;
afterEach(() => desk.end());

describe.each(platformIds)('on %s', (platform) => {
  it('a compromised key ends first, then it is replaced', async () => {
    desk = await openRunDesk(platform);
    const { keyId, secret } = await desk.make();
    const begun = await desk.beginOne(keyId, 'compromised');
    expect(await desk.use(secret)).toBe(false);
    const first = desk.canDisable ? 'disable done, ' : 'disable skipped, delete done, ';
    const last = desk.canDisable ? ', delete ahead, proof ahead' : ', proof ahead';
    expect(statesOf(begun)).toBe(`${first}twin done, hand-over current, consumers ahead${last}`);
    const next = await desk.handOver(begun);
    const run = await desk.tickAll(begun);
    if (desk.canDisable) {
      expect(run).toMatchObject({ waits: { kind: 'delete', until: expect.any(String) } });
      await desk.carryOn(run, 'delete');
    } else await desk.sync();
    await desk.at(begun.id, null);
    expect(await desk.use(next)).toBe(true);
    const twin = await desk.key(begun.twin?.keyId ?? '');
    expect(twin).toMatchObject({ owner: 'Ana', lineage: { replaces: { name: 'line-7-uploader' } } });
  });

  it('a twin that somebody deletes is missed, and another one made on request', async () => {
    desk = await openRunDesk(platform);
    const { keyId } = await desk.make();
    const begun = await desk.beginOne(keyId);
    await desk.handOver(begun);
    await desk.tickAll(begun);
    await desk.elsewhere('DELETE', begun.twin?.remoteId ?? '');
    await desk.sync();
    const missed = await desk.at(begun.id, 'twin');
    expect(missed).toMatchObject({
      state: 'running',
      twin: null,
      problem: { code: 'stale', message: expect.stringContaining('gone') },
      consumers: [{ doneAt: null }, { doneAt: null }],
    });
    expect(await desk.carryOn(missed, 'twin')).toMatchObject({ waits: { kind: 'hand-over' }, problem: null });
  });

  it('an old key that somebody deletes early is not waited for, but its twin is handed over', async () => {
    desk = await openRunDesk(platform);
    const { keyId } = await desk.make();
    const begun = await desk.beginOne(keyId);
    const { remoteId } = begun.old;
    await desk.elsewhere('DELETE', remoteId);
    await desk.sync();
    const skipped =
      'hand-over current, consumers ahead, quiet skipped, disable skipped, delete skipped, proof ahead';
    await expect.poll(async () => statesOf(await desk.run(begun.id))).toContain(skipped);
    const run = await desk.run(begun.id);
    expect(run.undo).toBe(null);
    await desk.handOver(run);
    await desk.tickAll(run);
    await desk.sync();
    expect(await desk.at(begun.id, null)).toMatchObject({ state: 'done' });
    expect((await desk.key(keyId)).replaced).toBe(true);
  });
});

it('an old key that somebody enables in quarantine is not deleted, and a person is asked', async () => {
  desk = await openRunDesk('roboflow');
  const { keyId } = await desk.make();
  const begun = await desk.beginOne(keyId);
  await desk.handOver(begun);
  await desk.tickAll(begun);
  const run = await desk.carryOn(begun, 'quiet');
  await desk.elsewhere('PATCH', run.old.remoteId, { disabled: false });
  await desk.sync();
  expect(await desk.at(begun.id, 'disable')).toMatchObject({
    state: 'running',
    problem: { message: expect.stringContaining('enabled again') },
  });
  expect(await desk.carryOn(run, 'disable')).toMatchObject({ waits: { kind: 'delete' }, problem: null });
});

it('quarantine does not delete a key whose twin is gone', async () => {
  desk = await openRunDesk('roboflow');
  const { keyId, secret: _secret } = await desk.make();
  const begun = await desk.beginOne(keyId);
  await desk.handOver(begun);
  await desk.tickAll(begun);
  await desk.carryOn(begun, 'quiet');
  await desk.begins();
  desk.hours(24 * 15);
  // Too late for the list that is read right before to show it.
  const { remoteId } = begun.twin ?? expect.unreachable();
  desk.wire.before('GET', () => desk.elsewhere('PATCH', remoteId, { disabled: true }));
  await desk.quarantineLooks();
  expect(desk.wire.requests.filter((request) => request.startsWith('DELETE'))).toEqual([]);
  const held = await desk.run(begun.id);
  expect(held).toMatchObject({ state: 'running', waits: { kind: 'delete', until: null } });
  await expect(desk.carryOn(held, 'delete')).resolves.toMatchObject({ problem: { code: 'stale' } });
  await desk.elsewhere('PATCH', remoteId, { disabled: false });
  await desk.sync();
  await desk.carryOn(held, 'delete');
  await desk.at(begun.id, null);
});

it('a plan without disabling leaves the deletion to a person', async () => {
  desk = await openRunDesk('roboflow');
  const { keyId } = await desk.make();
  const begun = await desk.beginOne(keyId);
  await desk.handOver(begun);
  await desk.tickAll(begun);
  desk.wire.refuseNext('PATCH', 403, {
    error: { message: 'Advanced API Keys is not included in your plan.', hint: 'disabled' },
  });
  const run = await desk.carryOn(begun, 'quiet');
  expect(statesOf(run)).toContain('disable skipped, delete current');
  expect(run).toMatchObject({ state: 'running', waits: { until: null }, problem: null });
});

it('what cannot be rotated says why, and the others go on', async () => {
  desk = await openRunDesk('roboflow');
  const [one, two] = [await desk.make('line-1'), await desk.make('line-2')];
  const rows = await desk.named('admin');
  const login = rows[0]?.id ?? expect.unreachable();
  const guarded = await desk.make('line-3', { protected: true });
  const { runs, refused } = await desk.begin([one.keyId, login, guarded.keyId, two.keyId]);
  expect(runs.map(({ twinName }) => twinName)).toEqual(['line-1-2026-11-21', 'line-2-2026-11-21']);
  expect(refused).toMatchObject([
    { keyId: login, error: { code: 'this-login' } },
    { keyId: guarded.keyId, error: { code: 'protected' } },
  ]);
  const again = await desk.begin([one.keyId, runs[0]?.twin?.keyId ?? '']);
  expect(again.refused).toMatchObject([{ error: { code: 'conflict' } }, { error: { code: 'conflict' } }]);
  const { keys } = await desk.core().call('runs.preview', { keyIds: [one.keyId], reason: 'planned' });
  expect(keys).toMatchObject([
    { refusal: { code: 'conflict' }, warnings: [expect.stringContaining('last used')] },
  ]);

  const together = await desk.core().call('runs.together', { runId: runs[0]?.id });
  expect(together.runs.map(({ id }) => id)).toEqual(runs.map(({ id }) => id));
  for (const run of runs) await desk.handOver(run);
  for (const consumer of ['line 7', 'line 8'])
    await desk.core().call('runs.tick', { runId: runs[0]?.id, consumer, done: true, together: true });
  for (const run of runs) await desk.at(run.id, 'quiet');
  const found = await desk.core().call('runs.rows', {
    workspaceId: desk.workspaceId,
    state: 'running',
    search: 'line-2',
    offset: 0,
    limit: 10,
  });
  expect(found).toMatchObject({ total: 1, rows: [{ old: { name: 'line-2' } }] });
  const { rows: listed } = await desk.core().call('inventory.rows', {
    query: { search: 'line-2', workspaceId: null, sort: { column: 'name', direction: 'ascending' } },
    offset: 0,
    limit: 10,
  });
  expect(listed.map(({ rotating }) => [rotating?.as, rotating?.number, rotating?.of])).toEqual([
    ['old', 4, 7],
    ['twin', 4, 7],
  ]);
});

it('a key without a name gets a twin with one, and what its deployment forbids is told', async () => {
  desk = await openRunDesk('roboflow');
  const { rows } = await desk.core().call('inventory.rows', {
    query: { search: '', workspaceId: null, sort: { column: 'name', direction: 'ascending' } },
    offset: 0,
    limit: 50,
  });
  const details = await Promise.all(rows.map(({ id }) => desk.key(id)));
  const idOf = (remoteId: string) => details.find((key) => key.remoteId === remoteId)?.id ?? '';
  const nameless = await desk.beginOne(idOf(fixedKeys.nameless));
  expect(nameless.twin?.name).toBe('rotated-2026-11-21');
  const deployed = await desk.beginOne(idOf(fixedKeys.deployed));
  await desk.handOver(deployed);
  await desk.carryOn(deployed, 'consumers');
  const stuck = await desk.carryOn(deployed, 'quiet');
  expect(stuck).toMatchObject({
    state: 'running',
    waits: { kind: 'disable' },
    problem: { code: 'deployment' },
  });
  expect(await desk.cancel(stuck)).toMatchObject({ state: 'cancelled' });
});

it('neither key of a run is rolled, due or planned, and what is set on the old one comes along', async () => {
  desk = await openRunDesk('roboflow');
  const { keyId } = await desk.make();
  await desk.core().call('policies.setForKey', { keyId, days: 1, reason: 'Contract.' });
  const { total: overdueBefore } = await desk.core().call('inventory.rows', {
    query: { search: 'due:<30d line-7', workspaceId: null, sort: { column: 'name', direction: 'ascending' } },
    offset: 0,
    limit: 10,
  });
  expect(overdueBefore).toBe(1);
  const run = await desk.beginOne(keyId);
  const twinId = run.twin?.keyId ?? expect.unreachable();
  expect((await desk.key(twinId)).rotation).toMatchObject({ days: 1, from: 'key' });
  const { total } = await desk.core().call('inventory.rows', {
    query: { search: 'due:<30d line-7', workspaceId: null, sort: { column: 'name', direction: 'ascending' } },
    offset: 0,
    limit: 10,
  });
  expect(total).toBe(0);
  for (const id of [keyId, twinId])
    await expect(desk.core().call('keys.roll', { keyId: id })).rejects.toMatchObject({
      error: { code: 'conflict' },
    });
});

it('goes on by itself where the platform tells use: the twin in use, and the old key left alone', async () => {
  desk = await openRunDesk('datature-vi');
  const { keyId, secret } = await desk.make();
  const begun = await desk.beginOne(keyId);
  const next = await desk.handOver(begun);
  await desk.use(next);
  await desk.sync();
  const quiet = await desk.at(begun.id, 'quiet');
  expect(quiet.steps.find(({ step }) => step === 'consumers')?.note).toContain('seen in use');
  desk.hours(20);
  // Somebody has not switched after all, and the time begins anew.
  await desk.use(secret);
  const usedAt = Date.parse(desk.now());
  desk.hours(5);
  await desk.sync();
  await desk.quiet();
  const { waits } = await desk.at(begun.id, 'quiet');
  if (waits?.kind !== 'quiet' || waits.until === null) throw new Error('It is told when it is quiet.');
  expect(Math.abs(Date.parse(waits.until) - usedAt - 24 * 3_600_000)).toBeLessThan(60_000);
  desk.hours(20);
  await desk.sync();
  await desk.at(begun.id, 'delete');
});

it('waits for no quiet where none was asked for, but for a look', async () => {
  desk = await openRunDesk('datature-vi');
  const { keyId, secret } = await desk.make();
  const begun = await desk.beginOne(keyId, 'planned', 0);
  await desk.handOver(begun);
  await desk.use(secret);
  await desk.tickAll(begun);
  await desk.at(begun.id, 'delete');
});

it('a twin that the platform refuses to make leaves no run behind', async () => {
  desk = await openRunDesk('roboflow');
  const { keyId } = await desk.make();
  desk.wire.refuseNext('POST', 403, {
    error: { message: 'Advanced API Keys is not included in your plan.', hint: 'scopes' },
  });
  const { runs, refused } = await desk.begin([keyId]);
  expect(runs).toEqual([]);
  expect(refused).toMatchObject([{ keyId, error: { code: expect.stringMatching(/plan|role/) } }]);
  expect(await desk.core().call('runs.ofKey', { keyId })).toEqual({ run: null });
  await desk.beginOne(keyId);
});
