/**
 * Fingerprints of secrets that were made here: HMAC-SHA-256, by which a secret is known again when it turns up somewhere.
 * Without its key, which lies in the keychain, a fingerprint says nothing about the secret.
 *
 * Where there is no keychain, and for the embedded sandbox, a key of this session alone is used, and nothing is stored
 * but that there is no fingerprint.
 */
import { createHmac, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { type Clock, type NewId, timestamp } from '../system/ports.ts';
import type { SecretStore } from './secret-store.ts';
import type { Timer } from './timer.ts';

/** In the form in which an account names what it holds, since people see it in their keychain. */
const accountPrefix = 'fingerprints-';

/** Shorter words are no secrets, and need not be looked up. */
const shortestSecret = 12;

/** How long a secret may wait for the keychain, in milliseconds; then its key goes without a fingerprint. */
const longestWait = 5_000;

export type Fingerprints = {
  /** Makes the fingerprint of a new key's secret. Never fails: where it cannot be kept, that is what is stored. */
  keep(made: { keyId: string; secret: string; lasting: boolean }): void;
  /** The key, here or gone, whose secret stands in the text; null where none does, or the keychain cannot be asked. */
  match(text: string): Promise<string | null>;
  /** Resolves when nothing is under way any more. */
  settled(): Promise<void>;
};

/** Where fingerprints are kept; the key of none of them comes here. */
type FingerprintShelf = {
  /** The account of the keychain under which the key of new fingerprints lies; null before the first. */
  account(): Promise<string | null>;
  addAccount(account: string, at: string): Promise<void>;
  add(keyId: string, kept: { account: string; hmac: string } | null, at: string): Promise<void>;
  keyOf(hmac: string): Promise<string | null>;
};

type Needs = {
  shelf: FingerprintShelf;
  secrets: SecretStore;
  timer: Pick<Timer, 'after'>;
  clock: Clock;
  newId: NewId;
  report: (error: unknown) => void;
};
type Lasting = { account: string; key: KeyObject };

export function createFingerprints({ shelf, secrets, timer, clock, newId, report }: Needs): Fingerprints {
  const sessionKey = createSecretKey(randomBytes(32));
  const ofThisSession = new Map<string, string>();
  let loaded: Lasting | null = null;
  let underWay: Promise<unknown> = Promise.resolve();

  /** Asks only a keychain that answers: nobody wants a prompt because of a fingerprint. */
  async function load(): Promise<Lasting | null> {
    const { driver, state } = secrets.state();
    if (driver === 'memory' || state !== 'available') return null;
    const account = await shelf.account();
    if (account === null || loaded?.account === account) return loaded;
    const kept = await secrets.get(account);
    loaded = kept === null ? null : { account, key: createSecretKey(kept, 'base64url') };
    return loaded;
  }

  /** Where the keychain has lost the key, there is a new one from now on; what was made with the old one says nothing any more. */
  async function loadOrMake(): Promise<Lasting | null> {
    const { driver, state } = secrets.state();
    if (driver === 'memory' || state !== 'available') return null;
    const known = await load();
    if (known) return known;
    const account = `${accountPrefix}${newId()}`;
    const fresh = randomBytes(32);
    try {
      // The account first: an item of the keychain that nothing refers to would stay there for ever.
      await shelf.addAccount(account, timestamp(clock));
      await secrets.set(account, fresh.toString('base64url'));
      loaded = { account, key: createSecretKey(fresh) };
      return loaded;
    } finally {
      fresh.fill(0);
    }
  }

  async function keep(keyId: string, secret: Buffer, lasting: boolean): Promise<void> {
    const kept = lasting ? await inTime(loadOrMake()) : null;
    if (!kept) ofThisSession.set(hmac(sessionKey, secret), keyId);
    const fingerprint = kept && { account: kept.account, hmac: hmac(kept.key, secret) };
    await shelf.add(keyId, fingerprint, timestamp(clock));
  }

  /** A keychain that asks a person first may take a minute; the secret does not wait for that. */
  async function inTime(loading: Promise<Lasting | null>): Promise<Lasting | null> {
    const { promise: late, resolve } = Promise.withResolvers<null>();
    const cancel = timer.after(longestWait, () => resolve(null));
    try {
      return await Promise.race([loading, late]);
    } catch (error) {
      report(error);
      return null;
    } finally {
      cancel();
      loading.catch(() => undefined);
    }
  }

  return {
    keep({ keyId, secret, lasting }) {
      // A copy that can be overwritten, since the hand-over may be finished first.
      const copy = Buffer.from(secret, 'utf8');
      underWay = underWay
        .then(() => keep(keyId, copy, lasting))
        .catch(report)
        .finally(() => copy.fill(0));
    },
    async match(text) {
      await underWay;
      const words = text.split(/[\s=:"']+/).filter((word) => word.length >= shortestSecret);
      if (words.length === 0) return null;
      const lasting = await load().catch(() => null);
      for (const word of words) {
        const bytes = Buffer.from(word, 'utf8');
        const found =
          ofThisSession.get(hmac(sessionKey, bytes)) ??
          (lasting && (await shelf.keyOf(hmac(lasting.key, bytes))));
        if (found) return found;
      }
      return null;
    },
    settled: async () => void (await underWay),
  };
}

function hmac(key: KeyObject, bytes: Buffer): string {
  return createHmac('sha256', key).update(bytes).digest('hex');
}
