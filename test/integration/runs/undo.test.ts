/** Every step can be taken back until the deletion: afterwards the platform has what it had before that step. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Run } from '#shared/domain/rotation-run.ts';
import type { RunStep } from '#shared/domain/run-step.ts';
import { openRunDesk, platformIds, type RunDesk, statesOf } from './desk.ts';

let desk: RunDesk;
afterEach(() => desk.end());

/** What the platform and the run say, but for the times at which they do. */
async function stateOf(run: Run) {
  const { steps, waits, consumers, state } = await desk.run(run.id);
  return {
    platform: await desk.atPlatform(),
    steps: steps.map(({ step, state: how }) => `${step} ${how}`),
    waits: waits?.kind,
    ticked: consumers.map(({ name, doneAt }) => `${name} ${doneAt !== null}`),
    state,
    bin: (await desk.core().call('quarantine.rows', { workspaceId: null, offset: 0, limit: 10 })).total,
  };
}

/** Up to where the step is done. */
async function reach(keyId: string, step: RunStep): Promise<Run> {
  let run = await desk.beginOne(keyId);
  if (step === 'twin') return run;
  await desk.handOver(run);
  if (step === 'hand-over') return desk.run(run.id);
  run = await desk.tickAll(run);
  if (step === 'consumers') return run;
  return desk.carryOn(run, 'quiet');
}

describe.each(platformIds)('on %s', (platform) => {
  it('the twin is taken back: it is deleted, and the old key is as it was', async () => {
    desk = await openRunDesk(platform);
    const { keyId, secret } = await desk.make();
    const [before, old] = [await desk.atPlatform(), await desk.key(keyId)];
    const run = await reach(keyId, 'twin');
    expect(run.undo).toMatchObject({ step: 'twin', says: expect.stringContaining('Deletes line-7') });
    expect(await desk.undo(run, 'twin')).toMatchObject({ state: 'cancelled', waits: null, undo: null });
    expect(await desk.atPlatform()).toEqual(before);
    const after = await desk.key(keyId);
    expect(after).toEqual({ ...old, syncedAt: after.syncedAt });
    expect(await desk.use(secret)).toBe(true);
    // Nothing stands in the way of the next one.
    await desk.beginOne(keyId);
  });

  it('a hand-over is taken back: the twin goes too, since its secret is out', async () => {
    desk = await openRunDesk(platform);
    const { keyId } = await desk.make();
    const before = await desk.atPlatform();
    const begun = await desk.beginOne(keyId);
    const secret = await desk.handOver(begun);
    const run = await desk.run(begun.id);
    expect(run.undo).toMatchObject({ step: 'hand-over', says: expect.stringContaining('its secret is out') });
    expect(await desk.undo(run, 'hand-over')).toMatchObject({ state: 'cancelled' });
    expect(await desk.atPlatform()).toEqual(before);
    expect(await desk.use(secret)).toBe(false);
  });

  it('consumers are waited for again, with the ticks as they were before the last', async () => {
    desk = await openRunDesk(platform);
    const { keyId } = await desk.make();
    const run = await reach(keyId, 'hand-over');
    await desk.core().call('runs.tick', { runId: run.id, consumer: 'line 7', done: true, together: false });
    const before = await stateOf(run);
    await desk.core().call('runs.tick', { runId: run.id, consumer: 'line 8', done: true, together: false });
    await desk.at(run.id, 'quiet');
    await desk.undo(run, 'consumers');
    expect(await stateOf(run)).toEqual({ ...before, state: 'running' });
    await desk.sync();
    expect(await stateOf(run)).toEqual({ ...before, state: 'running' });
  });

  it('what a person said of the quiet is taken back, and what followed from it', async () => {
    desk = await openRunDesk(platform);
    const { keyId, secret } = await desk.make();
    const run = await reach(keyId, 'consumers');
    const before = await stateOf(run);
    let said = await desk.carryOn(run, 'quiet');
    expect(said.waits).toMatchObject({ kind: 'delete' });
    if (desk.canDisable) {
      expect(await desk.use(secret)).toBe(false);
      expect(said.undo).toMatchObject({ step: 'disable', says: expect.stringContaining('Enables line-7') });
      said = await desk.undo(run, 'disable');
      expect(statesOf(said)).toContain('quiet done, disable current');
      expect(said).toMatchObject({ state: 'running', waits: { kind: 'disable' } });
      // Not disabled again by itself.
      await desk.sync();
      expect(await desk.use(secret)).toBe(true);
    }
    await desk.undo(run, 'quiet');
    expect(await stateOf(run)).toEqual({ ...before, state: 'running' });
  });

  it('all of it is taken back at once, also when the old key is switched off', async () => {
    desk = await openRunDesk(platform);
    const { keyId, secret } = await desk.make();
    const before = await desk.atPlatform();
    const run = await reach(keyId, 'quiet');
    expect(await desk.cancel(run)).toMatchObject({ state: 'cancelled', waits: null });
    expect(await desk.atPlatform()).toEqual(before);
    expect(await desk.use(secret)).toBe(true);
    expect(await stateOf(run)).toMatchObject({ bin: 0 });
  });

  it('nothing is taken back once the old key is deleted', async () => {
    desk = await openRunDesk(platform);
    const { keyId } = await desk.make();
    const run = await reach(keyId, 'quiet');
    const { held, release } = desk.wire.holdAnswerTo('GET', { after: 'DELETE' });
    const deleted = await desk.carryOn(run, 'delete');
    expect(deleted).toMatchObject({ waits: { kind: 'proof' }, undo: null });
    await expect(desk.cancel(run)).rejects.toMatchObject({ error: { code: 'conflict' } });
    await held;
    release();
    await desk.at(run.id, null);
  });
});
