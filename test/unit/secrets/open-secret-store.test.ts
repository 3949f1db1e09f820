import { beforeEach, describe, expect, test } from 'vitest';
import { openSecretStore } from '../../../src/main/secrets/open-secret-store.ts';
import type { OpenedSecretStore, SecretStoreState } from '../../../src/main/secrets/secret-store.ts';
import { ManualTimer, settle } from '../../support/manual-timer.ts';
import { FakeKeychain } from './fake-keychain.ts';

const openLimit = 2_000;
const callLimit = 60_000;

let keychain: FakeKeychain;
let timer: ManualTimer;
let told: SecretStoreState[];
beforeEach(() => {
  keychain = new FakeKeychain();
  timer = new ManualTimer();
  told = [];
});

async function open(): Promise<OpenedSecretStore> {
  const store = await openSecretStore({
    env: {},
    loadDriver: async () => keychain,
    timer,
    openLimit,
    callLimit,
  });
  store.onChange((state) => told.push(state));
  return store;
}

/** A prompt that nobody answers: opening takes as long as it may, and no longer. */
async function openPrompting(): Promise<OpenedSecretStore> {
  keychain.mode = 'prompting';
  const opening = open();
  await settle();
  await timer.advance(openLimit);
  return opening;
}

describe('a keychain that works', () => {
  test('is proved by a round trip that leaves nothing behind, and keeps what it is given', async () => {
    const store = await open();
    expect(store.state()).toEqual({ driver: 'keytar', state: 'available', reason: '' });
    expect(keychain.calls.map((call) => call.split(' ')[0])).toEqual(['set', 'get', 'delete']);
    expect(keychain.accounts).toEqual([]);

    await store.set('one', 'secret 1');
    await store.set('two', 'secret 2');
    await store.delete('two');
    expect([await store.get('one'), await store.get('two')]).toEqual(['secret 1', null]);
    expect(keychain.accounts).toEqual(['one']);
  });

  test('is asked one thing at a time, so that a prompt never takes more than one thread', async () => {
    const store = await open();
    await store.set('a', '1');
    keychain.mode = 'prompting';
    const before = keychain.calls.length;
    const all = [store.get('a'), store.get('a'), store.get('a')];
    await settle();
    expect(keychain.calls.length - before).toBe(1);
    keychain.answer('open');
    expect(await Promise.all(all)).toEqual(['1', '1', '1']);
  });

  test('leaves no timer behind', async () => {
    const store = await open();
    await store.set('a', '1');
    await store.get('nothing');
    await settle();
    expect(timer.waiting).toBe(0);
  });
});

describe('where memory takes over', () => {
  test('chosen by the environment, the keychain is not even loaded', async () => {
    const loadDriver = async () => {
      throw new Error('must not be loaded');
    };
    const store = await openSecretStore({ env: { LATCHKEY_SECRET_STORE: 'memory' }, loadDriver });
    await store.set('a', '1');
    expect(await store.get('a')).toBe('1');
    await store.delete('a');
    expect(await store.get('a')).toBeNull();
    expect(store.state()).toMatchObject({ driver: 'memory', state: 'available' });
    expect(await store.recheck()).toEqual(store.state());
  });

  test.each([
    ['absent', 'No keychain service was found on this computer, so sign-ins last until Latchkey quits.'],
    ['locked', expect.stringContaining('The keychain of this computer is locked')],
  ] as const)('%s keychain: says why, and keeps new sign-ins for the session', async (mode, reason) => {
    keychain.mode = mode;
    const store = await open();
    expect(store.state()).toEqual({ driver: 'memory', state: mode, reason });
    await store.set('a', '1');
    expect(await store.get('a')).toBe('1');
    await store.delete('a');
    expect(keychain.accounts).toEqual([]);
  });

  test('no library for the keychain', async () => {
    const store = await openSecretStore({ env: {}, loadDriver: async () => null });
    expect(store.state()).toMatchObject({ driver: 'memory', state: 'absent' });
    expect(store.state().reason).toContain('part of Latchkey that speaks to the keychain is missing');
  });

  test('a keychain that does not give back what it was given is refused', async () => {
    keychain.get = async () => 'something else';
    expect((await open()).state()).toMatchObject({ driver: 'memory', state: 'refused' });
  });

  test('an account that memory does not hold: missing without a keychain, unknown behind a lock', async () => {
    keychain.mode = 'absent';
    const without = await open();
    expect(await without.get('old')).toBeNull();
    await without.delete('old');

    keychain.mode = 'locked';
    const behind = await open();
    await expect(behind.get('old')).rejects.toMatchObject({ name: 'SecretStoreError', state: 'locked' });
    await expect(behind.delete('old')).rejects.toMatchObject({ state: 'locked' });
  });

  test('what was kept in memory moves into the keychain once it is unlocked', async () => {
    keychain.mode = 'locked';
    keychain.items.set('old', 'kept from before');
    const store = await open();
    await store.set('new', 'signed in meanwhile');

    keychain.mode = 'open';
    expect(await store.recheck()).toEqual({ driver: 'keytar', state: 'available', reason: '' });
    expect(told).toEqual([{ driver: 'keytar', state: 'available', reason: '' }]);
    expect(Object.fromEntries(keychain.items)).toEqual({
      old: 'kept from before',
      new: 'signed in meanwhile',
    });
    expect(await store.get('old')).toBe('kept from before');
  });

  test('signing in tries the keychain again: a person is there to unlock it', async () => {
    keychain.mode = 'locked';
    const store = await open();
    keychain.mode = 'open';
    await store.set('a', '1');
    expect(keychain.accounts).toEqual(['a']);
    expect(store.state().driver).toBe('keytar');
  });
});

describe('a prompt that nobody answers', () => {
  test('does not hold up the start; answered later, the keychain comes in by itself', async () => {
    const store = await openPrompting();
    expect(store.state()).toMatchObject({ driver: 'memory', state: 'locked' });
    expect(store.waitsForPerson()).toBe(true);
    await store.set('a', '1');

    keychain.answer('open');
    await settle();
    await settle();
    expect(told.at(-1)).toEqual({ driver: 'keytar', state: 'available', reason: '' });
    expect(store.waitsForPerson()).toBe(false);
    expect(keychain.items.get('a')).toBe('1');
  });

  test('dismissed later, memory stays', async () => {
    const store = await openPrompting();
    keychain.answer('locked');
    await settle();
    expect(store.state()).toMatchObject({ driver: 'memory', state: 'locked' });
    expect(store.waitsForPerson()).toBe(false);
  });

  test('everyone else is told at once instead of waiting behind it', async () => {
    const store = await openPrompting();
    const before = keychain.calls.length;
    await expect(store.get('a')).rejects.toThrow('waits to be unlocked');
    expect(keychain.calls.length).toBe(before);
  });

  test('an item stored after its caller was told that it failed is taken out again', async () => {
    const store = await open();
    keychain.mode = 'prompting';
    const setting = store.set('a', '1');
    const refused = expect(setting).rejects.toMatchObject({ state: 'locked' });
    await settle();
    await timer.advance(callLimit);
    await refused;
    keychain.answer('open');
    await settle();
    expect(keychain.accounts).toEqual([]);
    expect(store.state().state).toBe('available');
  });

  test('callers that gave up while waiting in line are not served behind their backs', async () => {
    const store = await open();
    keychain.mode = 'prompting';
    const first = store.get('a');
    await settle();
    const waiting = [first, store.set('b', '2')];
    const refused = Promise.all(waiting.map((each) => expect(each).rejects.toThrow('waits to be unlocked')));
    await settle();
    await timer.advance(callLimit);
    await refused;
    keychain.answer('open');
    await settle();
    expect(keychain.calls).not.toContain('set b');
    expect(store.state().state).toBe('available');
  });
});

describe('a keychain that fails later', () => {
  test('the call says how, the state follows, and a success brings it back', async () => {
    const store = await open();
    await store.set('a', '1');
    keychain.mode = 'absent';
    await expect(store.get('a')).rejects.toMatchObject({ state: 'absent' });
    keychain.mode = 'locked';
    await expect(store.set('b', '2')).rejects.toMatchObject({ state: 'locked' });
    keychain.mode = 'open';
    await store.set('b', '2');
    expect(told.map(({ driver, state }) => `${driver} ${state}`)).toEqual([
      'keytar absent',
      'keytar locked',
      'keytar available',
    ]);
  });

  test('locked is not mistaken for missing, nor for deleted', async () => {
    const store = await open();
    await store.set('a', '1');
    keychain.mode = 'locked';
    await expect(store.get('a')).rejects.toMatchObject({ state: 'locked' });
    await timer.advance(10_000);
    await expect(store.delete('a')).rejects.toMatchObject({ state: 'locked' });
    expect(keychain.accounts).toEqual(['a']);
  });

  test('a dismissed prompt is not followed by twenty more, yet the next try is soon', async () => {
    const store = await open();
    await store.set('a', '1');
    keychain.mode = 'locked';
    const before = keychain.calls.length;
    await Promise.allSettled(Array.from({ length: 20 }, () => store.get('a')));
    // The read that found nothing, and the write that told why.
    expect(keychain.calls.length - before).toBe(2);

    keychain.mode = 'open';
    await timer.advance(10_000);
    expect(await store.get('a')).toBe('1');
  });

  test('its own words stay in the cause', async () => {
    const store = await open();
    keychain.mode = 'absent';
    const error = await store.get('a').catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      message: 'The keychain service of this computer stopped, or was started anew after Latchkey.',
      cause: { message: expect.stringContaining('org.freedesktop.secrets') },
    });
  });

  test('a listener that fails does not undo what was stored', async () => {
    const store = await open();
    keychain.mode = 'absent';
    await store.get('a').catch(() => undefined);
    keychain.mode = 'open';
    store.onChange(() => {
      throw new Error('the window is gone');
    });
    await store.set('a', '1');
    expect(await store.get('a')).toBe('1');
  });

  test('whoever stopped listening hears nothing', async () => {
    const store = await open();
    const heard: SecretStoreState[] = [];
    store.onChange((state) => heard.push(state))();
    keychain.mode = 'absent';
    await store.get('a').catch(() => undefined);
    expect([heard.length, told.length]).toEqual([0, 1]);
  });
});
