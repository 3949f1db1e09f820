import { createHmac } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { createFingerprints } from '../../../src/main/secrets/fingerprints.ts';
import { openSecretStore } from '../../../src/main/secrets/open-secret-store.ts';
import { ManualTimer } from '../../support/manual-timer.ts';
import { FakeKeychain } from './fake-keychain.ts';

const secret = 'Zt4qMn8sVx2LpK7wRb5H';
const otherSecret = 'Hd3kWq9yTc6NfJ1mXv8P';

let keychain: FakeKeychain;
let timer: ManualTimer;
let accounts: string[];
let rows: Map<string, { account: string; hmac: string } | null>;
let reported: unknown[];
beforeEach(() => {
  keychain = new FakeKeychain();
  timer = new ManualTimer();
  accounts = [];
  rows = new Map();
  reported = [];
});

/** As at a start of the application: what is in the keychain and on the shelf is there, nothing else is. */
async function start() {
  const secrets = await openSecretStore({ env: {}, loadDriver: async () => keychain, timer });
  return createFingerprints({
    shelf: {
      account: async () => accounts.at(-1) ?? null,
      addAccount: async (account) => void accounts.push(account),
      add: async (keyId, kept) => void rows.set(keyId, kept),
      keyOf: async (hmac) => [...rows].find(([, kept]) => kept?.hmac === hmac)?.[0] ?? null,
    },
    secrets,
    timer,
    clock: timer,
    newId: () => String(accounts.length + 1),
    report: (error) => reported.push(error),
  });
}

describe('with a keychain', () => {
  it('keeps an HMAC under a random key that lies in the keychain, and knows the secret again after a restart', async () => {
    const first = await start();
    first.keep({ keyId: 'key-1', secret, lasting: true });
    first.keep({ keyId: 'key-2', secret: otherSecret, lasting: true });
    await first.settled();

    expect(keychain.accounts).toEqual(['fingerprints-1']);
    const key = Buffer.from(keychain.items.get('fingerprints-1') ?? '', 'base64url');
    expect(key).toHaveLength(32);
    const hmac = createHmac('sha256', key).update(secret).digest('hex');
    expect(rows.get('key-1')).toEqual({ account: 'fingerprints-1', hmac });

    const second = await start();
    expect(await second.match(secret)).toBe('key-1');
    expect(await second.match(`ROBOFLOW_API_KEY="${otherSecret}"`)).toBe('key-2');
    expect(await second.match(secret.toLowerCase())).toBeNull();
    expect(await second.match(`${secret}X`)).toBeNull();
  });

  it('does not ask it for short words, nor before there is anything to compare with', async () => {
    const fingerprints = await start();
    const asked = keychain.calls.length;
    expect(await fingerprints.match('line-5 uploader')).toBeNull();
    expect(await fingerprints.match('a-name-that-is-rather-long')).toBeNull();
    expect(keychain.calls).toHaveLength(asked);
  });

  it('begins anew with another key where the item is gone, since the old fingerprints say nothing any more', async () => {
    const first = await start();
    first.keep({ keyId: 'key-1', secret, lasting: true });
    await first.settled();
    keychain.items.clear();

    const second = await start();
    expect(await second.match(secret)).toBeNull();
    second.keep({ keyId: 'key-2', secret: otherSecret, lasting: true });
    expect(await second.match(otherSecret)).toBe('key-2');
    expect(keychain.accounts).toEqual(['fingerprints-2']);
  });
});

describe('without the keychain', () => {
  it.each(['locked', 'absent', 'refused'] as const)(
    '%s: there is none that lasts, and nobody is asked',
    async (mode) => {
      keychain.mode = mode;
      const fingerprints = await start();
      const asked = keychain.calls.length;
      fingerprints.keep({ keyId: 'key-1', secret, lasting: true });
      expect(await fingerprints.match(secret)).toBe('key-1');
      expect([...rows]).toEqual([['key-1', null]]);
      expect(keychain.calls).toHaveLength(asked);
      keychain.mode = 'open';
      expect(await (await start()).match(secret)).toBeNull();
    },
  );

  it('that refuses only now: the same, and the log hears of it', async () => {
    const fingerprints = await start();
    keychain.mode = 'refused';
    fingerprints.keep({ keyId: 'key-1', secret, lasting: true });
    await fingerprints.settled();
    expect([...rows]).toEqual([['key-1', null]]);
    expect(reported).toHaveLength(1);
    expect(JSON.stringify(reported)).not.toContain(secret);
  });

  it('that waits for a person: the secret does not wait along', async () => {
    const fingerprints = await start();
    keychain.mode = 'prompting';
    fingerprints.keep({ keyId: 'key-1', secret, lasting: true });
    await expect.poll(() => keychain.calls.at(-1)).toMatch(/^set fingerprints-/);
    await timer.advance(5_000);
    await fingerprints.settled();
    expect([...rows]).toEqual([['key-1', null]]);
  });
});

it('of a key of the embedded sandbox leaves nothing in the keychain, and works until Latchkey quits', async () => {
  const fingerprints = await start();
  fingerprints.keep({ keyId: 'key-1', secret, lasting: false });
  expect(await fingerprints.match(secret)).toBe('key-1');
  expect(keychain.accounts).toEqual([]);
  expect([...rows]).toEqual([['key-1', null]]);
});
