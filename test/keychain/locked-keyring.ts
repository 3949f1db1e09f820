/** What the store does while a keyring is locked, at the start and later, and after it is unlocked again. */
import { execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openSecretStore } from '../../src/main/secrets/open-secret-store.ts';
import type { OpenedSecretStore, SecretStoreState } from '../../src/main/secrets/secret-store.ts';

export type LockedKeyring = {
  unlocked: SecretStoreState;
  lockedLater: { get: string; delete: string; state: SecretStoreState };
  lockedAtStart: { get: string; held: string | null; state: SecretStoreState };
  /** By the store that memory stood in for, after the keyring was unlocked. */
  afterwards: { state: SecretStoreState; old: string | null; held: string | null };
};

const password = 'private';
const service = '--dest=org.freedesktop.secrets';

function busCall(...args: string[]): string {
  return execFileSync('dbus-send', ['--session', '--print-reply', ...args], { encoding: 'utf8' });
}

/** Starts the keyring's daemon, which unlocks the keyring with the password it reads. */
async function start(): Promise<void> {
  const { status } = spawnSync('gnome-keyring-daemon', ['--unlock', '--components=secrets'], {
    input: password,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  if (status !== 0) throw new Error('The private keyring could not be started.');
  const question = ['--dest=org.freedesktop.DBus', '/', 'org.freedesktop.DBus.NameHasOwner'];
  while (!busCall(...question, 'string:org.freedesktop.secrets').includes('true')) await pause(20);
}

/**
 * Unlocks without a prompt, as signing in to a computer does: over the daemon's control socket, with a zero byte that
 * carries who we are, then length, operation (1 is unlock) and password. It answers its length and 0 for success.
 */
async function unlock(): Promise<void> {
  const request = Buffer.alloc(13 + password.length);
  request.writeUInt32BE(request.length - 1, 1);
  request.writeUInt32BE(1, 5);
  request.writeUInt32BE(password.length, 9);
  request.write(password, 13);
  const socket = connect(join(process.env.XDG_RUNTIME_DIR ?? '', 'keyring', 'control'));
  socket.write(request);
  const [answer] = (await once(socket, 'data')) as [Buffer];
  socket.destroy();
  if (answer.readUInt32BE(4) !== 0) throw new Error('The private keyring could not be unlocked.');
}

function lock(): void {
  const path = '/org/freedesktop/secrets';
  busCall(service, path, 'org.freedesktop.Secret.Service.Lock', `array:objpath:${path}/collection/login`);
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
lock();
const later = await lockedLater(first);

const second = await openSecretStore({ env: {} });
const get = await outcome(second.get('old'));
await second.set('new', 'signed in meanwhile');
const lockedAtStart = { get, held: await second.get('new'), state: second.state() };

await unlock();
const state = await second.recheck();
const fresh = await openSecretStore({ env: {} });
const afterwards = { state, old: await fresh.get('old'), held: await fresh.get('new') };
const answer: LockedKeyring = { unlocked, lockedLater: later, lockedAtStart, afterwards };
process.stdout.write(`${JSON.stringify(answer)}\n`);
