/** What the store does while a keyring is locked, at the start and later, and after it is unlocked again. */
import { spawnSync } from 'node:child_process';
import { openSecretStore } from '../../src/main/secrets/open-secret-store.ts';
import type { OpenedSecretStore, SecretStoreState } from '../../src/main/secrets/secret-store.ts';

import { keyringPassword, lockKeyring, unlockKeyring, waitForService } from '../support/private-keyring.ts';

export type LockedKeyring = {
  unlocked: SecretStoreState;
  lockedLater: { get: string; delete: string; state: SecretStoreState };
  lockedAtStart: { get: string; held: string | null; state: SecretStoreState };
  /** By the store that memory stood in for, after the keyring was unlocked. */
  afterwards: { state: SecretStoreState; old: string | null; held: string | null };
};

/** Starts the keyring's daemon, which unlocks the keyring with the password it reads. */
async function start(): Promise<void> {
  const { status } = spawnSync('gnome-keyring-daemon', ['--unlock', '--components=secrets'], {
    input: keyringPassword,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  if (status !== 0) throw new Error('The private keyring could not be started.');
  await waitForService(process.env);
}

async function outcome(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'done',
    (error: { state?: string }) => error.state ?? String(error),
  );
}

async function lockedLater(store: OpenedSecretStore): Promise<LockedKeyring['lockedLater']> {
  const get = await outcome(store.get('old'));
  return { get, delete: await outcome(store.delete('old')), state: store.state() };
}

await start();
const first = await openSecretStore({ env: {} });
await first.set('old', 'stored before');
const unlocked = first.state();
lockKeyring(process.env);
const later = await lockedLater(first);

const second = await openSecretStore({ env: {} });
const get = await outcome(second.get('old'));
await second.set('new', 'signed in meanwhile');
const lockedAtStart = { get, held: await second.get('new'), state: second.state() };

await unlockKeyring(process.env);
const state = await second.recheck();
const fresh = await openSecretStore({ env: {} });
const afterwards = { state, old: await fresh.get('old'), held: await fresh.get('new') };
const answer: LockedKeyring = { unlocked, lockedLater: later, lockedAtStart, afterwards };
process.stdout.write(`${JSON.stringify(answer)}\n`);
