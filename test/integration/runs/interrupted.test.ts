/** Runs that are interrupted: by the network, by quitting, by answers that never come. Each goes on from where it really is. */
import { afterEach, describe, expect, it } from 'vitest';
import { openRunDesk, platformIds, type RunDesk, statesOf } from './desk.ts';

let desk: RunDesk;
afterEach(() => desk.end());

describe.each(platformIds)('on %s', (platform) => {
  it('goes on after every quit, and loses nothing but a secret that nobody took', async () => {
    desk = await openRunDesk(platform);
    const { keyId, secret } = await desk.make();
    const begun = await desk.beginOne(keyId);
    await desk.restart();
    let run = await desk.at(begun.id, 'hand-over');
    // The twin's secret was in memory only: the run asks, and nobody else does.
    expect(run).toMatchObject({ state: 'running', waits: { kind: 'hand-over', handOver: null } });
    expect((await desk.core().call('ghostKeys.list', {})).ghosts).toEqual([]);
    const lost = run.twin?.keyId ?? expect.unreachable();
    run = await desk.core().call('runs.newTwin', { runId: run.id });
    expect(run).toMatchObject({ twinName: 'line-7-uploader-2026-11-21', waits: { kind: 'hand-over' } });
    expect(run.twin?.keyId).not.toBe(lost);
    expect(await desk.named('line-7-uploader-2026-11-21')).toHaveLength(1);
    const next = await desk.handOver(run);
    await desk.restart();
    await desk.tickAll(await desk.at(begun.id, 'consumers'));
    await desk.restart();
    run = await desk.carryOn(await desk.at(begun.id, 'quiet'), 'quiet');
    await desk.restart();
    run = await desk.at(begun.id, 'delete');
    expect(await desk.use(secret)).toBe(!desk.canDisable);
    desk.hours(24 * 15);
    if (desk.canDisable) await desk.begins();
    else await desk.carryOn(run, 'delete');
    await desk.at(begun.id, null);
    await desk.restart();
    expect(await desk.run(begun.id)).toMatchObject({ state: 'done' });
    expect(await desk.use(next)).toBe(true);
    expect(await desk.use(secret)).toBe(false);
  });

  it('says so where there is no network, and tries again after the next sync', async () => {
    desk = await openRunDesk(platform);
    const { keyId, secret } = await desk.make();
    desk.wire.cut(true);
    const begun = await desk.beginOne(keyId);
    expect(begun).toMatchObject({
      state: 'waiting',
      twin: null,
      waits: { kind: 'twin' },
      problem: { code: 'offline' },
    });
    desk.wire.cut(false);
    await desk.sync();
    let run = await desk.at(begun.id, 'hand-over');
    expect(run.problem).toBe(null);
    desk.wire.cut(true);
    // None of these needs the network.
    await desk.handOver(run);
    await desk.tickAll(run);
    run = await desk.carryOn(run, 'quiet');
    if (desk.canDisable) {
      expect(run).toMatchObject({ waits: { kind: 'disable' }, problem: { code: 'offline' } });
      expect(await desk.use(secret)).toBe(true);
      desk.wire.cut(false);
      await desk.sync();
      run = await desk.at(begun.id, 'delete');
      desk.wire.cut(true);
    }
    run = await desk.carryOn(run, 'delete');
    expect(run).toMatchObject({ state: 'waiting', waits: { kind: 'delete' }, problem: { code: 'offline' } });
    desk.wire.cut(false);
    // The platform goes away again right after it has carried the deletion out.
    desk.wire.loseAnswerTo('DELETE', { thenCut: true });
    await desk.sync();
    await expect.poll(async () => (await desk.run(begun.id)).waits?.kind).toBe('answer');
    await desk.quiet();
    expect(await desk.carryOn(run, 'delete')).toMatchObject({
      state: 'waiting',
      waits: { kind: 'answer' },
      problem: { code: 'offline' },
    });
    desk.wire.cut(false);
    await desk.sync();
    await desk.at(begun.id, null);
    expect(await desk.use(secret)).toBe(false);
  });

  it('makes no second twin where the answer to the first is lost', async () => {
    desk = await openRunDesk(platform);
    const { keyId } = await desk.make();
    desk.wire.loseAnswerTo('POST', { thenCut: true });
    const begun = await desk.beginOne(keyId);
    expect(begun).toMatchObject({ state: 'waiting', waits: { kind: 'answer' }, undo: null });
    await expect(desk.cancel(begun)).rejects.toMatchObject({ error: { code: 'conflict' } });
    desk.wire.cut(false);
    await desk.sync();
    const run = await desk.at(begun.id, 'hand-over');
    expect(run.waits).toMatchObject({ kind: 'hand-over', handOver: null });
    expect((await desk.core().call('ghostKeys.list', {})).ghosts).toEqual([]);
    expect((await desk.key(run.twin?.keyId ?? '')).owner).toBe('Ana');
    await desk.core().call('runs.newTwin', { runId: run.id });
    expect(await desk.named('line-7-uploader-2026-11-21')).toHaveLength(1);
  });

  it('takes back also where the answer to that is lost', async () => {
    desk = await openRunDesk(platform);
    const { keyId } = await desk.make();
    const before = await desk.atPlatform();
    const run = await desk.beginOne(keyId);
    desk.wire.loseAnswerTo('DELETE', { thenCut: true });
    expect(await desk.undo(run, 'twin')).toMatchObject({ waits: { kind: 'answer' } });
    desk.wire.cut(false);
    await desk.sync();
    expect(await desk.at(run.id, null)).toMatchObject({ state: 'cancelled' });
    expect(await desk.atPlatform()).toEqual(before);
  });
});

it('is found disabled where the answer to that is lost', async () => {
  desk = await openRunDesk('roboflow');
  const { keyId } = await desk.make();
  const begun = await desk.beginOne(keyId);
  await desk.handOver(begun);
  await desk.tickAll(begun);
  desk.wire.loseAnswerTo('PATCH', { thenCut: true });
  const run = await desk.carryOn(begun, 'quiet');
  expect(run).toMatchObject({ waits: { kind: 'answer' }, state: 'waiting' });
  desk.wire.cut(false);
  await desk.sync();
  expect(await desk.at(begun.id, 'delete')).toMatchObject({ waits: { until: expect.any(String) } });
  expect(statesOf(await desk.run(begun.id))).toContain('disable done');
});

it('asks no more for a lost secret that somebody has after all', async () => {
  desk = await openRunDesk('workspace-keys');
  const { keyId } = await desk.make();
  const begun = await desk.beginOne(keyId);
  await expect(desk.carryOn(begun, 'hand-over')).rejects.toMatchObject({ error: { code: 'conflict' } });
  await desk.restart();
  const run = await desk.carryOn(await desk.at(begun.id, 'hand-over'), 'hand-over');
  expect(run).toMatchObject({ waits: { kind: 'consumers' } });
  expect(await desk.key(run.twin?.keyId ?? '')).not.toHaveProperty('secretLost');
  // It can be replaced all the same while the old key works.
  const again = await desk.core().call('runs.newTwin', { runId: run.id });
  expect(again).toMatchObject({ waits: { kind: 'hand-over', handOver: { handOverId: expect.any(String) } } });
  expect(await desk.named('line-7-uploader-2026-11-21')).toHaveLength(1);
});
