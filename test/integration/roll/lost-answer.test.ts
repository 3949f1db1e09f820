/** A roll whose answer is lost, at each point where that can happen: nothing is sent twice, and nothing is guessed. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openRollDesk } from './desk.ts';

let desk: Awaited<ReturnType<typeof openRollDesk>>;
beforeEach(async () => {
  desk = await openRollDesk();
});
afterEach(() => desk.end());

const ghosts = async () => (await desk.core().call('ghostKeys.list', {})).ghosts;
const maybe = { error: { hint: expect.stringContaining('may have happened') } };

it('after it was carried out: the new key is found, the line is drawn, and its secret counts as lost', async () => {
  const metadata = { env: 'prod' };
  const old = await desk.make('line-4', metadata);
  desk.wire.loseAnswerTo('POST');
  await expect(desk.core().call('keys.roll', { keyId: old.id })).rejects.toMatchObject(maybe);
  await desk.sync();

  const [next, ...others] = await desk.named('line-4');
  expect(others).toEqual([]);
  expect(next).toMatchObject({
    environment: 'staging',
    owner: 'Ana',
    secretLost: 'undecided',
    lineage: { replaces: { keyId: old.id, remoteId: old.remoteId } },
  });
  expect(await ghosts()).toEqual([
    expect.objectContaining({
      name: 'line-4',
      reason: 'answer-lost',
      candidates: [expect.objectContaining({ keyId: next?.id, sameGrant: true })],
    }),
  ]);
  expect(next?.activity.find(({ action }) => action === 'roll')).toMatchObject({
    outcome: 'done',
    detail: expect.stringContaining('secret'),
  });
  // What the platform dropped comes back without anybody asking.
  await vi.waitFor(async () => expect(await desk.key(next?.id ?? '')).toMatchObject({ metadata }));
  expect(desk.rolls()).toHaveLength(1);
});

it('after it was carried out, with nothing to be reached and Latchkey ended before anybody looked', async () => {
  const metadata = { env: 'prod' };
  const old = await desk.make('line-4', metadata);
  desk.wire.loseAnswerTo('POST', { thenCut: true });
  await expect(desk.core().call('keys.roll', { keyId: old.id })).rejects.toMatchObject(maybe);
  // It may not be sent again before anybody looked, however often it is asked for.
  desk.wire.cut(false);
  await desk.restart();
  await desk.sync();
  const [next] = await desk.named('line-4');
  expect(next).toMatchObject({ secretLost: 'undecided', lineage: { replaces: { keyId: old.id } } });
  await vi.waitFor(async () => expect(await desk.key(next?.id ?? '')).toMatchObject({ metadata }));
  expect(desk.rolls()).toHaveLength(1);
});

it('is not sent again before anybody has looked', async () => {
  const old = await desk.make('line-4');
  desk.wire.loseAnswerTo('POST');
  // The look that follows by itself waits here, as on a slow network.
  const { release } = desk.wire.holdAnswerTo('GET', { after: 'POST' });
  await expect(desk.core().call('keys.roll', { keyId: old.id })).rejects.toMatchObject(maybe);
  await expect(desk.core().call('keys.roll', { keyId: old.id })).rejects.toMatchObject({
    error: { code: 'conflict', message: expect.stringContaining('Nothing was sent') },
  });
  release();
  await desk.sync();
  expect(desk.rolls()).toHaveLength(1);
});

it('before it was carried out: the key is as it was, and can be rolled', async () => {
  const old = await desk.make('line-4');
  desk.wire.dropNext('POST');
  await expect(desk.core().call('keys.roll', { keyId: old.id })).rejects.toMatchObject(maybe);
  await desk.sync();
  expect(await desk.key(old.id)).toMatchObject({
    status: 'active',
    lineage: { replacedBy: null },
    activity: [expect.objectContaining({ action: 'roll', outcome: 'failed' }), expect.anything()],
  });
  const rolled = await desk.core().call('keys.roll', { keyId: old.id });
  expect(await desk.key(rolled.keyId)).toMatchObject({ lineage: { replaces: { keyId: old.id } } });
});

it('with the replacement deleted elsewhere before anybody looked: says that nothing took its place', async () => {
  const old = await desk.make('line-4');
  desk.wire.loseAnswerTo('POST', { thenCut: true });
  await expect(desk.core().call('keys.roll', { keyId: old.id })).rejects.toMatchObject(maybe);
  const { apiKeys } = (await desk.elsewhere('GET', '')) as { apiKeys: { keyId: string; name: string }[] };
  const next = apiKeys.find(({ name }) => name === 'line-4');
  await desk.elsewhere('DELETE', next?.keyId ?? '');
  desk.wire.cut(false);
  await desk.sync();
  const gone = await desk.key(old.id);
  expect(gone).toMatchObject({ status: 'vanished', lineage: { replacedBy: null } });
  expect(gone.activity[0]).toMatchObject({
    action: 'roll',
    outcome: 'failed',
    detail: expect.stringContaining('no key took its place'),
  });
  expect(await ghosts()).toEqual([]);
});

it('with two new keys of the name: a person says which one it is, and only then is the line drawn', async () => {
  const old = await desk.make('line-4', { env: 'prod' });
  desk.wire.loseAnswerTo('POST', { thenCut: true });
  await expect(desk.core().call('keys.roll', { keyId: old.id })).rejects.toMatchObject(maybe);
  await desk.elsewhere('POST', '', { name: 'line-4', scopes: ['model:infer'] });
  desk.wire.cut(false);
  await desk.sync();
  const both = await desk.named('line-4');
  expect(both.map(({ lineage }) => lineage.replaces)).toEqual([null, null]);
  const [ghost] = await ghosts();
  expect(ghost?.candidates).toHaveLength(2);

  const chosen = both[0]?.id ?? '';
  await desk.core().call('ghostKeys.keep', { keyId: chosen });
  expect(await desk.key(chosen)).toMatchObject({
    owner: 'Ana',
    secretLost: 'kept',
    lineage: { replaces: { keyId: old.id } },
  });
  await desk.sync();
  await vi.waitFor(async () => expect(await desk.key(chosen)).toMatchObject({ metadata: { env: 'prod' } }));
});

it('ended while the new secret waited to be handed over: it counts as lost', async () => {
  const old = await desk.make('line-4');
  const rolled = await desk.core().call('keys.roll', { keyId: old.id });
  await desk.restart();
  expect(await ghosts()).toEqual([
    expect.objectContaining({
      reason: 'not-handed-over',
      candidates: [expect.objectContaining({ keyId: rolled.keyId })],
    }),
  ]);
});
