/** What happens when the day has come, over simulated weeks: deleted as planned, or held back with the reason. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { signInTo } from '../main/desk.ts';
import { openQuarantineDesk, type QuarantineDesk } from './desk.ts';

let desk: QuarantineDesk;
let keyId: string;
beforeEach(async () => {
  desk = await openQuarantineDesk();
  keyId = await desk.make('line-7-uploader');
  await desk.put(keyId, 14);
});
afterEach(() => desk.end());

const told = async () => (await desk.news()).told;

it('is deleted on its day and not before, and that is said', async () => {
  await desk.begin();
  desk.clock.days(13);
  await desk.look();
  expect(desk.deletions()).toEqual([]);
  desk.clock.days(1);
  await desk.look();
  expect(desk.deletions()).toHaveLength(1);
  expect(await desk.named('line-7-uploader')).toBeNull();
  expect(await told()).toEqual([{ kind: 'deleted', amount: 1, whileClosed: false }]);
  expect((await desk.news()).latest).toMatchObject([
    { keyName: 'line-7-uploader', workspaceName: 'Acme Vision' },
  ]);
  // Looking again changes nothing, and what was read is not said twice.
  await desk.look();
  expect(desk.deletions()).toHaveLength(1);
  const [latest] = (await desk.news()).latest;
  await desk.core().call('quarantine.newsSeen', { upTo: latest?.seq ?? 0 });
  expect(await told()).toEqual([]);
});

it('whose day came while the computer was off is deleted at the next start, which says so', async () => {
  await desk.begin();
  await desk.quit();
  desk.clock.days(20);
  await desk.start();
  await desk.begin();
  expect(desk.deletions()).toHaveLength(1);
  expect(await told()).toEqual([{ kind: 'deleted', amount: 1, whileClosed: true }]);
});

describe('is not deleted but asked about when meanwhile', () => {
  it.each<[string, object, RegExp]>([
    ['somebody enabled it', { disabled: false }, /enabled it again/],
    ['somebody gave it another scope', { scopes: ['image:read'] }, /scope was changed/],
    ['somebody renamed it', { name: 'still-needed' }, /renamed/],
    ['somebody protected it', { protected: true }, /protected/],
  ])('%s', async (_what, change, says) => {
    await desk.elsewhere('PATCH', keyId, change);
    await desk.begin();
    desk.clock.days(14);
    await desk.look();
    expect(desk.deletions()).toEqual([]);
    expect((await desk.key(keyId)).quarantine?.hold).toMatchObject({
      kind: 'ask',
      message: expect.stringMatching(says),
    });
    expect(await desk.news()).toMatchObject({ count: 1, asking: 1, told: [{ kind: 'held', amount: 1 }] });
    // Nobody decided: it stays, and is not told of again.
    desk.clock.days(3);
    await desk.look();
    expect(desk.deletions()).toEqual([]);
    expect(await told()).toEqual([{ kind: 'held', amount: 1, whileClosed: false }]);
  });
});

it('what was enabled elsewhere can be kept, or put in quarantine once more', async () => {
  const other = await desk.make('line-8-uploader');
  await desk.put(other, 14);
  for (const id of [keyId, other]) await desk.elsewhere('PATCH', id, { disabled: false });
  await desk.begin();
  desk.clock.days(14);
  await desk.look();
  const kept = await desk.core().call('quarantine.restore', { keyId });
  expect(kept).toMatchObject({ status: 'active', quarantine: null });
  expect(await desk.put(other, 7)).toMatchObject({ status: 'disabled', quarantine: { hold: null } });
  desk.clock.days(7);
  await desk.look();
  expect(desk.deletions()).toHaveLength(1);
  expect(await desk.named('line-8-uploader')).toBeNull();
});

it('in the wrong organization waits, and goes once the sign-in is right', async () => {
  await desk.begin();
  desk.clock.days(14);
  desk.wire.swapCredential(signInTo(desk.sandbox, 'northwind').credential);
  await desk.look();
  expect(desk.deletions()).toEqual([]);
  expect((await desk.key(keyId)).quarantine?.hold).toMatchObject({ kind: 'wait' });
  desk.wire.swapCredential(null);
  await desk.look();
  expect(desk.deletions()).toHaveLength(1);
});

it('offline waits and says so, and goes once the platform is back', async () => {
  await desk.begin();
  desk.clock.days(14);
  desk.wire.cut(true);
  await desk.look();
  expect((await desk.key(keyId)).quarantine?.hold).toMatchObject({
    kind: 'wait',
    message: expect.stringMatching(/tried again by itself/),
  });
  expect(desk.deletions()).toEqual([]);
  desk.wire.cut(false);
  await desk.look();
  expect(desk.deletions()).toHaveLength(1);
  expect(await told()).toEqual([{ kind: 'deleted', amount: 1, whileClosed: false }]);
});

it('by this computer’s clock alone is not: one that jumped ahead must not delete early', async () => {
  await desk.begin();
  desk.clock.days(14);
  desk.platformIsBehind(14);
  await desk.look();
  expect(desk.deletions()).toEqual([]);
  expect((await desk.key(keyId)).quarantine?.hold).toMatchObject({
    kind: 'wait',
    message: expect.stringMatching(/clock of this computer is ahead/),
  });
  desk.platformIsBehind(0);
  // A clock that was just set right is believed after a few answers.
  await desk.look();
  await desk.look();
  expect(desk.deletions()).toHaveLength(1);
});

it('deleted elsewhere leaves quarantine with a word', async () => {
  await desk.elsewhere('DELETE', keyId);
  await desk.core().call('sync.now', { workspaceId: null });
  await desk.begin();
  expect(await desk.rows()).toEqual({ total: 0, rows: [] });
  expect(await told()).toEqual([{ kind: 'vanished', amount: 1, whileClosed: false }]);
});

it('cut off after the request was sent: the next start finds it gone, sends nothing, and counts it as planned', async () => {
  await desk.begin();
  desk.clock.days(14);
  desk.wire.loseAnswerTo('DELETE');
  await desk.look();
  expect(desk.deletions()).toHaveLength(1);
  await desk.quit();
  await desk.start();
  await desk.begin();
  await desk.look();
  expect(desk.deletions()).toHaveLength(1);
  expect(await told()).toEqual([{ kind: 'deleted', amount: 1, whileClosed: expect.any(Boolean) }]);
  expect((await desk.rows()).total).toBe(0);
});

it('killed while the deletion was on its way: the next start settles it and sends no second one', async () => {
  await desk.begin();
  desk.clock.days(14);
  const { held, release } = desk.wire.holdAnswerTo('DELETE');
  desk.clock.ring();
  await held;
  // Nothing of the killed run is closed or told: the next one has only what is on disk.
  const killed = desk.core();
  desk.clock.forget();
  await desk.start();
  await desk.begin();
  expect(desk.deletions()).toHaveLength(1);
  expect(await desk.named('line-7-uploader')).toMatchObject({ status: 'vanished' });
  expect((await desk.rows()).total).toBe(0);
  expect(await told()).toEqual([{ kind: 'deleted', amount: 1, whileClosed: expect.any(Boolean) }]);
  release();
  await killed.close();
});

it('killed before the deletion was sent: the next start does it, once', async () => {
  await desk.begin();
  desk.clock.days(14);
  // The last look at the key before its deletion never gets its answer.
  const { held, release } = desk.wire.holdAnswerTo('GET');
  desk.clock.ring();
  await held;
  const killed = desk.core();
  desk.clock.forget();
  await desk.start();
  await desk.begin();
  expect(desk.deletions()).toHaveLength(1);
  const closed = killed.close();
  release();
  await closed;
  expect(desk.deletions()).toHaveLength(1);
});

it('that a person is just restoring is left alone, and nobody is asked about it', async () => {
  await desk.begin();
  desk.clock.days(14);
  const { held, release } = desk.wire.holdAnswerTo('PATCH');
  const { rows } = await desk.rows();
  const restoring = desk.core().call('quarantine.restore', { keyId: rows[0]?.keyId ?? '' });
  await held;
  await desk.look();
  expect(desk.deletions()).toEqual([]);
  expect(await told()).toEqual([]);
  release();
  expect(await restoring).toMatchObject({ status: 'active', quarantine: null });
});
