/** The drivers on a real Secret Service. Runs only in a session made for it, never on a person's own keychain. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { adoptingItemsOf } from '../../src/main/secrets/drivers/adopting.ts';
import type { SecretDriver } from '../../src/main/secrets/drivers/driver.ts';
import { loadKeyring } from '../../src/main/secrets/drivers/keyring.ts';
import { loadKeytar } from '../../src/main/secrets/drivers/keytar.ts';
import { createFingerprints } from '../../src/main/secrets/fingerprints.ts';
import { openSecretStore } from '../../src/main/secrets/open-secret-store.ts';
import { systemTimer } from '../../src/main/secrets/timer.ts';
import type { LockedKeyring } from './locked-keyring.ts';
import { runOnPrivateBus, runWithoutBus } from './private-session.ts';
import type { WithoutService } from './without-service.ts';

const isPrivate = process.env.LATCHKEY_KEYCHAIN_SUITE === '1';
const service = `Latchkey test ${randomUUID()}`;
const keytar = isPrivate ? await loadKeytar(service) : null;
const twin = isPrivate ? await loadKeyring(service) : null;

const drivers: [string, SecretDriver | null][] = [
  ['keytar', keytar],
  ['its twin', twin],
];

/** Skipped as a whole where a driver is missing: keytar is an optional dependency. */
function need(driver: SecretDriver | null): SecretDriver {
  if (!driver) throw new Error('There is no binary of this driver here.');
  return driver;
}

test.runIf(isPrivate)('the twin is always there', () => {
  expect(twin?.name).toBe('keyring');
});

for (const [name, driver] of drivers) {
  describe.skipIf(!driver)(`${name} on a Secret Service`, () => {
    let store: SecretDriver;
    beforeAll(() => {
      store = need(driver);
    });
    afterEach(async () => {
      for (const account of ['one', 'two']) await store.delete(account);
    });

    test('keeps, gives back, replaces, deletes', async () => {
      await store.set('one', 'first');
      expect(await store.get('one')).toBe('first');
      await store.set('one', 'second');
      expect(await store.get('one')).toBe('second');
      expect(await store.delete('one')).toBe(true);
      expect(await store.get('one')).toBeNull();
    });

    test('a missing item is null, and deleting it is no error', async () => {
      expect(await store.get('one')).toBeNull();
      expect(await store.delete('one')).toBe(false);
    });

    test('two accounts do not touch each other', async () => {
      await store.set('one', '1');
      await store.set('two', '2');
      await store.delete('one');
      expect([await store.get('one'), await store.get('two')]).toEqual([null, '2']);
    });

    test.each([
      ['letters of every alphabet', 'Schlüssel 鍵 🔑 e\u0301'],
      ['signs that shells and formats mind', '\'"\\`$!#&;|<>()*?[]{}~= %@^\n\t'],
      ['a long token', 'x9'.repeat(10_000)],
    ])('%s come back as they were', async (_what, secret) => {
      await store.set('one', secret);
      expect(await store.get('one')).toBe(secret);
    });

    test('many at once', async () => {
      const accounts = Array.from({ length: 20 }, (_each, n) => `many-${n}`);
      await Promise.all(accounts.map((account) => store.set(account, `secret of ${account}`)));
      const read = await Promise.all(accounts.map((account) => store.get(account)));
      expect(read).toEqual(accounts.map((account) => `secret of ${account}`));
      await Promise.all(accounts.map((account) => store.delete(account)));
    });
  });
}

describe.skipIf(!keytar || !twin)('the two together', () => {
  test("keytar finds what its twin stored, and the twin's item is gone afterwards", async () => {
    const [theTwin, theKeytar] = [need(twin), need(keytar)];
    await theTwin.set('one', 'from the twin');
    const both = adoptingItemsOf(theTwin, theKeytar);
    expect(await both.get('one')).toBe('from the twin');
    expect([await theKeytar.get('one'), await theTwin.get('one')]).toEqual(['from the twin', null]);
    expect(await both.delete('one')).toBe(true);
  });

  // Why only one direction is built: this can be dropped when the twin learns to find keytar's items on Linux.
  test("the twin alone does not see keytar's items", async () => {
    await need(keytar).set('one', 'from keytar');
    expect(await need(twin).get('one')).toBeNull();
    await need(keytar).delete('one');
  });
});

describe.runIf(isPrivate)('the store', () => {
  test('proves the keychain and keeps what outlives it', async () => {
    const account = randomUUID();
    const first = await openSecretStore({ env: {} });
    expect(first.state()).toEqual({ driver: keytar ? 'keytar' : 'keyring', state: 'available', reason: '' });
    await first.set(account, 'kept');
    const second = await openSecretStore({ env: {} });
    expect(await second.get(account)).toBe('kept');
    await second.delete(account);
    expect([await first.get(account), await first.get('latchkey-check')]).toEqual([null, null]);
  });

  test('keeps the key of fingerprints, so that a secret is known again after a restart', async () => {
    const accounts: string[] = [];
    const rows = new Map<string, string>();
    const start = async () => {
      const secrets = await openSecretStore({ env: {} });
      const shelf = {
        account: async () => accounts.at(-1) ?? null,
        addAccount: async (account: string) => void accounts.push(account),
        add: async (keyId: string, kept: { hmac: string } | null) => void rows.set(kept?.hmac ?? '', keyId),
        keyOf: async (hmac: string) => rows.get(hmac) ?? null,
      };
      const report = (error: unknown) => expect.unreachable(String(error));
      const ports = { timer: systemTimer, clock: systemTimer, newId: randomUUID, report };
      return { secrets, ...createFingerprints({ shelf, secrets, ...ports }) };
    };
    const first = await start();
    first.keep({ keyId: 'key-1', secret: 'Zt4qMn8sVx2LpK7wRb5H', lasting: true });
    await first.settled();
    const second = await start();
    expect(await second.match('API_KEY=Zt4qMn8sVx2LpK7wRb5H')).toBe('key-1');
    const account = accounts[0] ?? '';
    expect(await second.secrets.get(account)).toMatch(/^[\w-]{43}$/);
    await second.secrets.delete(account);
    expect(await (await start()).match('API_KEY=Zt4qMn8sVx2LpK7wRb5H')).toBeNull();
  });

  test('without a Secret Service memory takes over and says why', async () => {
    expect(await runWithoutBus<WithoutService>('without-service.ts')).toEqual({
      state: {
        driver: 'memory',
        state: 'absent',
        reason: 'No keychain service was found on this computer, so sign-ins last until Latchkey quits.',
      },
      read: 'for this session',
      gone: null,
    });
  });

  test('a locked keyring is told from a missing item, and what memory held moves in when it is unlocked', async () => {
    const driver = keytar ? 'keytar' : 'keyring';
    expect(await runOnPrivateBus<LockedKeyring>('locked-keyring.ts')).toEqual({
      unlocked: { driver, state: 'available', reason: '' },
      lockedLater: {
        get: 'locked',
        delete: 'locked',
        state: { driver, state: 'locked', reason: 'The keychain of this computer is locked.' },
      },
      lockedAtStart: {
        get: 'locked',
        held: 'signed in meanwhile',
        state: {
          driver: 'memory',
          state: 'locked',
          reason: expect.stringContaining('The keychain of this computer is locked'),
        },
      },
      afterwards: {
        state: { driver, state: 'available', reason: '' },
        old: 'stored before',
        held: 'signed in meanwhile',
      },
    });
  });
});
