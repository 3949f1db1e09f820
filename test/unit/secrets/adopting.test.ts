import { beforeEach, expect, test } from 'vitest';
import { adoptingItemsOf } from '../../../src/main/secrets/drivers/adopting.ts';
import type { SecretDriver } from '../../../src/main/secrets/drivers/driver.ts';
import { readProblem } from '../../../src/main/secrets/keychain-problem.ts';
import { FakeKeychain } from './fake-keychain.ts';

let keytar: FakeKeychain;
let twin: FakeKeychain;
let both: SecretDriver;
beforeEach(() => {
  keytar = new FakeKeychain();
  twin = new FakeKeychain();
  both = adoptingItemsOf(twin, keytar);
});

test('what only the twin has moves over when it is read', async () => {
  twin.items.set('a', '1');
  expect(await both.get('a')).toBe('1');
  expect([keytar.accounts, twin.accounts]).toEqual([['a'], []]);
  expect(await both.get('nothing')).toBeNull();
});

test("keytar's own item wins over an older one of the twin", async () => {
  twin.items.set('a', 'old');
  await both.set('a', 'new');
  expect(await both.get('a')).toBe('new');
});

test('deleting reaches both, and tells whether there was anything', async () => {
  twin.items.set('a', '1');
  keytar.items.set('b', '2');
  expect([await both.delete('a'), await both.delete('b'), await both.delete('c')]).toEqual([
    true,
    true,
    false,
  ]);
  expect([keytar.accounts, twin.accounts]).toEqual([[], []]);
});

test.each([
  ['Cannot create an item in a locked collection', 'locked'],
  ["Couldn't access platform storage: Secret Service: unlock prompt was dismissed", 'locked'],
  ['User interaction is not allowed.', 'locked'],
  ['Cannot autolaunch D-Bus without X11 $DISPLAY', 'absent'],
  ['Could not connect: No such file or directory', 'absent'],
  ['Platform failure: DBus error: Failed to connect to socket /run/bus: No such file', 'absent'],
  ['The name :1.0 was not provided by any .service files', 'absent'],
  ['The session wrapping the secret does not exist', 'absent'],
  ['Object does not exist at path “/org/freedesktop/secrets/collection/login”', 'absent'],
  ["Couldn't access platform storage: Secret Service: no result found", 'absent'],
  ['A default keychain could not be found.', 'absent'],
  ['An AppArmor policy prevents this sender from sending this message to this recipient', 'refused'],
  ['User canceled the operation.', 'refused'],
])('"%s" means %s', (text, state) => {
  expect(readProblem(new Error(text))).toMatchObject({ state, cause: { message: text } });
});
