/** A change of 500 keys on the real sandbox: failures in the middle, stop, limits, other people, quit. */
import { expect, it, vi } from 'vitest';
import { fewKeys, itemsOf, manyKeys, openBulkDesk, plan, slug } from './bulk-desk.ts';

// Against a run that never ends: 500 keys take seconds, and on a busy machine many of them.
vi.setConfig({ testTimeout: 300_000 });

const none = { change: 0, nothing: 0, refused: 0, sending: 0, done: 0, failed: 0, unsure: 0 };

it('names what was done and what was not when the 200th of 500 fails, and a retry finishes the rest', async () => {
  const desk = await openBulkDesk();
  const { core, toll, progress } = desk;
  const job = await plan(core, { kind: 'disable' });
  expect(job).toMatchObject({ state: 'planned', counts: { ...none, change: manyKeys } });

  let refused = '';
  toll.decideBy(({ url, count }) => {
    if (count !== 200) return null;
    refused = url.split('/').at(-1) ?? '';
    return { status: 403, body: { error: { message: 'Your role does not allow this.', status: 403 } } };
  });
  await core.call('bulk.start', { jobId: job.id, slugs: {} });
  const ended = await progress.until(({ state }) => state === 'finished');
  expect(ended.counts).toEqual({ ...none, done: manyKeys - 1, failed: 1 });

  const [failed] = await itemsOf(core, job.id, 'failed');
  expect(`k_${failed?.name.replace(' ', '_')}`).toBe(refused);
  expect(failed?.detail).toMatch(/^This login may not change keys/);
  const there = await desk.atThePlatform();
  expect(there.filter(({ disabled }) => !disabled).map(({ keyId }) => keyId)).toEqual(
    expect.arrayContaining([refused, 'k_login']),
  );
  expect(there.filter(({ disabled }) => disabled)).toHaveLength(manyKeys - 1);

  progress.heard.length = 0;
  await core.call('bulk.retry', { jobId: job.id });
  await progress.until(({ state }) => state === 'finished');
  expect((await core.call('bulk.job', { jobId: job.id })).counts).toEqual({ ...none, done: manyKeys });
  expect((await desk.atThePlatform()).filter(({ disabled }) => disabled)).toHaveLength(manyKeys);
  // Sent once each, and once more what was refused.
  expect(toll.writes).toHaveLength(manyKeys + 1);
});

it('finds out what became of a key whose answer was lost, and does not send it twice', async () => {
  const desk = await openBulkDesk({}, fewKeys);
  const { core, toll, progress } = desk;
  const job = await plan(core, { kind: 'disable' });
  toll.decideBy(({ count }) => (count === 60 ? 'lose' : null));
  await core.call('bulk.start', { jobId: job.id, slugs: {} });
  // First it is not known; then the workspace is read, and it was done.
  await progress.until(({ state, counts }) => state === 'finished' && counts.done === fewKeys);
  expect(progress.heard.some(({ counts }) => counts.unsure === 1)).toBe(true);
  expect(toll.writes).toHaveLength(fewKeys);
});

it('stops when it is asked to: what is under way ends, nothing more is sent, and the rest can follow', async () => {
  const desk = await openBulkDesk({}, fewKeys);
  const { core, toll, progress } = desk;
  const job = await plan(core, { kind: 'disable' });
  toll.decideBy(async ({ count }) => {
    if (count === 50) await core.call('bulk.stop', { jobId: job.id });
    return null;
  });
  await core.call('bulk.start', { jobId: job.id, slugs: {} });
  const stopped = await progress.until(({ state }) => state === 'stopped');
  const { done, change } = stopped.counts;
  expect(stopped.counts).toEqual({ ...none, done, change });
  expect(done + change).toBe(fewKeys);
  expect(done).toBeGreaterThanOrEqual(50);
  expect(done).toBeLessThan(60);
  expect(toll.writes).toHaveLength(done);
  expect(await core.call('bulk.jobs', {})).toEqual([expect.objectContaining({ id: job.id })]);

  await core.call('bulk.retry', { jobId: job.id });
  await progress.until(({ state, counts }) => state === 'finished' && counts.done === fewKeys);
  expect(toll.writes).toHaveLength(fewKeys);
  expect(await core.call('bulk.jobs', {})).toEqual([]);
});

it('slows down when the platform asks for it, and no key fails for that', async () => {
  const slept: number[] = [];
  const sleep = async (milliseconds: number) => void slept.push(milliseconds);
  const desk = await openBulkDesk({ platformPorts: { sleep, random: () => 0 } }, fewKeys);
  const { core, toll, progress } = desk;
  const job = await plan(core, { kind: 'disable' });
  toll.decideBy(({ count }) => (count % 20 === 0 ? { status: 429, headers: { 'retry-after': '37' } } : null));
  await core.call('bulk.start', { jobId: job.id, slugs: {} });
  const ended = await progress.until(({ state }) => state === 'finished');
  expect(ended.counts).toEqual({ ...none, done: fewKeys });
  // The clock goes on between the refusal and the wait; without a word of the platform it would be far less.
  expect(slept.filter((wait) => wait > 20_000 && wait <= 37_000).length).toBeGreaterThanOrEqual(5);
});

it('leaves a key alone that somebody changed since the dry run, and says so', async () => {
  const desk = await openBulkDesk({}, fewKeys);
  const { core, progress } = desk;
  const job = await plan(core, { kind: 'delete' });
  await desk.changeElsewhere('k_line_007', { name: 'line 007, now in production' });
  await desk.changeElsewhere('k_line_008', { scopes: ['device:update'] });
  const slugs = { [desk.workspaceId]: slug };
  await core.call('bulk.start', { jobId: job.id, slugs });
  const ended = await progress.until(({ state }) => state === 'finished');
  expect(ended.counts).toEqual({ ...none, done: fewKeys - 2, failed: 2 });
  const left = await itemsOf(core, job.id, 'failed');
  expect(left.map(({ name }) => name)).toEqual(['line 007', 'line 008']);
  for (const { detail } of left) expect(detail).toMatch(/^Somebody changed this key since the dry run\./);
  expect((await desk.atThePlatform()).map(({ keyId }) => keyId).sort()).toEqual([
    'k_line_007',
    'k_line_008',
    'k_login',
  ]);
});

it('deletes many keys only once the workspace’s slug is typed', async () => {
  const { core, toll, workspaceId } = await openBulkDesk({}, fewKeys);
  const job = await plan(core, { kind: 'delete' });
  for (const slugs of [{}, { [workspaceId]: 'millbrok' }, { other: slug }]) {
    await expect(core.call('bulk.start', { jobId: job.id, slugs })).rejects.toMatchObject({
      error: { code: 'bad-input', message: expect.stringContaining(slug) },
    });
  }
  expect(toll.writes).toEqual([]);
});

it('ends a connection’s part when its credential is refused, and says why the rest was not sent', async () => {
  const desk = await openBulkDesk({}, fewKeys);
  const { core, toll, progress } = desk;
  const job = await plan(core, { kind: 'disable' });
  toll.decideBy(({ count }) => (count >= 20 ? { status: 401, body: { error: 'no' } } : null));
  await core.call('bulk.start', { jobId: job.id, slugs: {} });
  const { counts } = await progress.until(({ state }) => state === 'finished');
  expect(counts.done).toBe(19);
  expect(counts.failed).toBeLessThanOrEqual(4);
  expect(counts.done + counts.failed + counts.change).toBe(fewKeys);
  const [left] = await itemsOf(core, job.id, 'change');
  expect(left?.detail).toMatch(/^Not sent\. Roboflow no longer accepts/);
});

it('takes back what it did, key by key', async () => {
  const desk = await openBulkDesk({}, fewKeys);
  const { core, progress } = desk;
  const job = await plan(core, { kind: 'disable' });
  await core.call('bulk.start', { jobId: job.id, slugs: {} });
  await progress.until(({ state }) => state === 'finished');
  const undo = await core.call('bulk.undo', { jobId: job.id });
  expect(undo).toMatchObject({ undo: true, state: 'running' });
  await progress.until(({ id, state }) => id === undo.id && state === 'finished');
  expect((await desk.atThePlatform()).filter(({ disabled }) => disabled)).toEqual([]);
  await expect(core.call('bulk.job', { jobId: job.id })).rejects.toMatchObject({
    error: { code: 'not-found' },
  });
});

it('begins once however often it is asked for: a second press leaves nothing behind', async () => {
  const desk = await openBulkDesk({}, fewKeys);
  const { core, progress, toll } = desk;
  const job = await plan(core, { kind: 'disable' });
  const press = (call: 'bulk.start' | 'bulk.undo', input: Record<string, unknown>) =>
    Promise.allSettled([core.call(call, input), core.call(call, input)]);
  const starts = await press('bulk.start', { jobId: job.id, slugs: {} });
  expect(starts.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  await progress.until(({ state }) => state === 'finished');
  expect(toll.writes).toHaveLength(fewKeys);

  const undos = await press('bulk.undo', { jobId: job.id });
  expect(undos.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  await progress.until(({ undo, state }) => undo && state === 'finished');
  expect(toll.writes).toHaveLength(2 * fewKeys);
  expect(await core.call('bulk.jobs', {})).toEqual([]);
});

it('never calls a key deleted that only left the inventory with its connection', async () => {
  const desk = await openBulkDesk();
  const { core, progress, toll, workspaceId } = desk;
  const job = await plan(core, { kind: 'delete' });
  toll.decideBy(async ({ count }) => {
    if (count === 3) await core.call('bulk.stop', { jobId: job.id });
    return null;
  });
  await core.call('bulk.start', { jobId: job.id, slugs: { [workspaceId]: slug } });
  const stopped = await progress.until(({ state }) => state === 'stopped');
  const { done, change } = stopped.counts;
  const [{ connectionId } = expect.unreachable()] = await core.call('workspaces.list', {});
  await core.call('connections.remove', { connectionId });

  await core.call('bulk.retry', { jobId: job.id });
  const ended = await progress.until(({ state }) => state === 'finished');
  expect(ended.counts).toEqual({ ...none, done, failed: change });
  expect(toll.writes).toHaveLength(done);
  const [failed] = await itemsOf(core, job.id, 'failed');
  expect(failed?.detail).toBe('This key is not in the inventory any more.');
});

it('adds and removes scopes, each key keeping the rest of its own', async () => {
  const desk = await openBulkDesk({}, fewKeys);
  const { core, progress } = desk;
  await desk.changeElsewhere('k_line_001', { scopes: ['model:infer', 'workspace:read'] });
  await core.call('sync.now', { workspaceId: desk.workspaceId });
  const add = await plan(core, {
    kind: 'scope',
    change: { mode: 'add', scopes: ['image:create', 'version:read'] },
  });
  const [first] = await itemsOf(core, add.id, 'change');
  expect(first).toMatchObject({
    name: 'line 001',
    before: { grant: { scopes: ['model:infer', 'workspace:read'] } },
    after: { grant: { scopes: ['model:infer', 'workspace:read', 'image:create', 'version:read'] } },
  });
  await core.call('bulk.start', { jobId: add.id, slugs: {} });
  await progress.until(({ state, counts }) => state === 'finished' && counts.done === fewKeys);
  const scopes = new Map((await desk.atThePlatform()).map((key) => [key.keyId, key.scopes]));
  expect(scopes.get('k_line_001')).toEqual(['model:infer', 'workspace:read', 'image:create', 'version:read']);
  expect(scopes.get('k_line_002')).toEqual(['model:infer', 'image:create', 'version:read']);
});

it('keeps the list over a quit, and goes on from it', async () => {
  const desk = await openBulkDesk();
  const { toll, progress } = desk;
  const job = await plan(desk.core, { kind: 'disable' });
  toll.decideBy(({ count }) => {
    if (count === 120) setImmediate(() => void restarting.resolve());
    return null;
  });
  const restarting = Promise.withResolvers<void>();
  await desk.core.call('bulk.start', { jobId: job.id, slugs: {} });
  await restarting.promise;
  await desk.restart();

  const [kept] = await desk.core.call('bulk.jobs', {});
  if (!kept) throw new Error('the job was forgotten');
  expect(kept).toMatchObject({ id: job.id, state: 'interrupted', stopping: false });
  const { done, change } = kept.counts;
  expect(kept.counts).toEqual({ ...none, done, change });
  expect(done).toBe(toll.writes.length);
  expect((await desk.atThePlatform()).filter(({ disabled }) => disabled)).toHaveLength(done);

  progress.heard.length = 0;
  await desk.core.call('bulk.retry', { jobId: job.id });
  await progress.until(({ state, counts }) => state === 'finished' && counts.done === manyKeys);
  expect(toll.writes).toHaveLength(manyKeys);
});

it('knows after a kill what was done, finds out about what was under way, and sends nothing twice', async () => {
  const desk = await openBulkDesk();
  const { toll, progress } = desk;
  const job = await plan(desk.core, { kind: 'disable' });
  const hanging = Promise.withResolvers<void>();
  toll.decideBy(({ count }) => {
    if (count < 100) return null;
    if (count === 103) hanging.resolve();
    return 'hang';
  });
  await desk.core.call('bulk.start', { jobId: job.id, slugs: {} });
  await hanging.promise;
  progress.heard.length = 0;
  await desk.restart({ leaveOpen: true });

  // Carried out at the platform, all four, and none of them known here until the workspace is read.
  await progress.until(({ state, counts }) => state === 'interrupted' && counts.done === 103);
  const [kept] = await desk.core.call('bulk.jobs', {});
  expect(kept).toMatchObject({
    state: 'interrupted',
    counts: { ...none, done: 103, change: manyKeys - 103 },
  });
  expect((await desk.atThePlatform()).filter(({ disabled }) => disabled)).toHaveLength(103);

  toll.decideBy(() => null);
  progress.heard.length = 0;
  await desk.core.call('bulk.retry', { jobId: job.id });
  await progress.until(({ state, counts }) => state === 'finished' && counts.done === manyKeys);
  expect(toll.writes).toHaveLength(manyKeys);
});
