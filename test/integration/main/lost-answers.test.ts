/** What happens when answers come late or never: nothing is guessed, nothing is taken back, nothing stays open. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { LossyWire } from '../../support/lossy-wire.ts';
import { type Core, everyKey, openWiredDesk } from './desk.ts';

let desk: Awaited<ReturnType<typeof openWiredDesk>>;
let core: Core;
let wire: LossyWire;
let workspaceId: string;
beforeEach(async () => {
  desk = await openWiredDesk();
  ({ core, wire, workspaceId } = desk);
});
afterEach(() => desk.end());

const create = (name: string) =>
  core.call('keys.create', {
    workspaceId,
    name,
    environment: 'staging',
    grant: { platform: 'roboflow', scopes: ['model:infer'] },
  });

async function detailOf(name: string) {
  const { rows } = await core.call('inventory.rows', {
    query: { ...everyKey, search: name },
    offset: 0,
    limit: 1,
  });
  return core.call('inventory.key', { keyId: rows[0]?.id ?? expect.unreachable() });
}

it('a change whose answer is lost is found at the platform', async () => {
  const { keyId } = await create('line-7-uploader');
  wire.loseAnswerTo('PATCH');
  const rename = core.call('keys.rename', { keyId, name: 'line-8-uploader', expected: 'line-7-uploader' });
  await expect(rename).rejects.toMatchObject({
    error: { hint: expect.stringContaining('may have happened') },
  });
  await core.call('sync.now', { workspaceId });
  const renamed = await core.call('inventory.key', { keyId });
  expect(renamed).toMatchObject({ name: 'line-8-uploader' });
  expect(renamed.activity[0]).toMatchObject({ action: 'rename', outcome: 'done' });
});

it('a key whose answer is lost is found with its environment, and its activity says that the secret is gone', async () => {
  wire.loseAnswerTo('POST');
  await expect(create('line-9-ghost')).rejects.toMatchObject({ error: { hint: expect.any(String) } });
  await core.call('sync.now', { workspaceId });
  const ghost = await detailOf('line-9-ghost');
  expect(ghost).toMatchObject({ environment: 'staging', status: 'active' });
  expect(ghost.activity).toEqual([expect.objectContaining({ action: 'create', outcome: 'done' })]);
  expect(ghost.activity[0]?.detail).toContain('secret');
});

it('a key whose answer is lost is not made a second time before anyone has looked', async () => {
  wire.loseAnswerTo('POST');
  // The look that follows by itself waits here, as on a slow network.
  const { release } = wire.holdAnswerTo('GET');
  await expect(create('line-9-ghost')).rejects.toMatchObject({ error: { hint: expect.any(String) } });
  await expect(create('line-9-ghost')).rejects.toMatchObject({ error: { code: 'bad-input', field: 'name' } });
  release();
  await core.call('sync.now', { workspaceId });
  const { total } = await core.call('inventory.rows', {
    query: { ...everyKey, search: 'line-9-ghost' },
    offset: 0,
    limit: 1,
  });
  expect(total).toBe(1);
});

it('a deletion whose answer is lost is settled, and the key counts as vanished', async () => {
  const { keyId } = await create('line-7-uploader');
  wire.loseAnswerTo('DELETE');
  await expect(core.call('keys.delete', { keyId })).rejects.toMatchObject({
    error: { hint: expect.any(String) },
  });
  await core.call('sync.now', { workspaceId });
  const gone = await core.call('inventory.key', { keyId });
  expect(gone.status).toBe('vanished');
  expect(gone.activity[0]).toMatchObject({ action: 'delete', outcome: 'done' });
});

it('a list that is older than a new key does not make that key vanish', async () => {
  const { held, release } = wire.holdAnswerTo('GET');
  const sync = core.call('sync.now', { workspaceId });
  await held;
  const { keyId } = await create('line-7-uploader');
  release();
  await sync;
  expect(await core.call('inventory.key', { keyId })).toMatchObject({ status: 'active' });
});

it('a list that is older than a deletion does not bring the key back', async () => {
  const { keyId } = await create('line-7-uploader');
  const { held, release } = wire.holdAnswerTo('GET');
  const sync = core.call('sync.now', { workspaceId });
  await held;
  await core.call('keys.delete', { keyId });
  release();
  await sync;
  const { total } = await core.call('inventory.rows', {
    query: { ...everyKey, search: 'line-7-uploader' },
    offset: 0,
    limit: 1,
  });
  expect(total).toBe(0);
});

it('an intent whose answer may still come is not settled by a sync meanwhile', async () => {
  const { keyId } = await create('line-7-uploader');
  const { held, release } = wire.holdAnswerTo('PATCH');
  const rename = core.call('keys.rename', { keyId, name: 'line-8-uploader', expected: 'line-7-uploader' });
  await held;
  await core.call('sync.now', { workspaceId });
  expect((await core.call('inventory.key', { keyId })).activity[0]).toMatchObject({ outcome: 'open' });
  release();
  expect((await rename).activity[0]).toMatchObject({ action: 'rename', outcome: 'done' });
});
