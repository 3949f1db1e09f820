/** A Secret Service of a test's own, on a bus of its own: locked, unlocked, emptied and ended at will. Linux only. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants, mkdirSync } from 'node:fs';
import { connect } from 'node:net';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';

export const keyringPassword = 'private';
const service = '--dest=org.freedesktop.secrets';
const secrets = '/org/freedesktop/secrets';
const login = `${secrets}/collection/login`;

type Environment = Readonly<Record<string, string | undefined>>;

function busCall(env: Environment, ...args: string[]): string {
  return execFileSync('dbus-send', ['--session', '--print-reply', ...args], {
    encoding: 'utf8',
    env: env as NodeJS.ProcessEnv,
  });
}

/** Waits until somebody answers for the Secret Service: the daemon has no other sign of being ready. */
export async function waitForService(env: Environment): Promise<void> {
  const question = ['--dest=org.freedesktop.DBus', '/', 'org.freedesktop.DBus.NameHasOwner'];
  while (!busCall(env, ...question, 'string:org.freedesktop.secrets').includes('true')) await pause(20);
}

export function lockKeyring(env: Environment): void {
  busCall(env, service, secrets, 'org.freedesktop.Secret.Service.Lock', `array:objpath:${login}`);
}

/**
 * Unlocks without a prompt, as signing in to a computer does: over the daemon's control socket, with a zero byte that
 * carries who we are, then length, operation (1 is unlock) and password. It answers its length and 0 for success.
 */
export async function unlockKeyring(env: Environment): Promise<void> {
  const request = Buffer.alloc(13 + keyringPassword.length);
  request.writeUInt32BE(request.length - 1, 1);
  request.writeUInt32BE(1, 5);
  request.writeUInt32BE(keyringPassword.length, 9);
  request.write(keyringPassword, 13);
  const socket = connect(join(env.XDG_RUNTIME_DIR ?? '', 'keyring', 'control'));
  socket.write(request);
  const [answer] = (await once(socket, 'data')) as [Buffer];
  socket.destroy();
  if (answer.readUInt32BE(4) !== 0) throw new Error('The private keyring could not be unlocked.');
}

/** Deletes every item, as somebody does who tidies up in the keyring's own program. */
function emptyKeyring(env: Environment): void {
  const items = busCall(
    env,
    service,
    login,
    'org.freedesktop.DBus.Properties.Get',
    'string:org.freedesktop.Secret.Collection',
    'string:Items',
  );
  for (const [, path = ''] of items.matchAll(/object path "([^"]+)"/g))
    busCall(env, service, path, 'org.freedesktop.Secret.Item.Delete');
}

/** Whether this computer has what it takes. */
export function canHaveKeyring(): boolean {
  const has = (program: string) =>
    (process.env.PATH ?? '').split(delimiter).some((folder) => {
      try {
        accessSync(join(folder, program), constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
  return process.platform === 'linux' && ['dbus-daemon', 'dbus-send', 'gnome-keyring-daemon'].every(has);
}

type PrivateKeyring = {
  /** To be added to the environment of what shall use it. */
  env: Environment;
  lock(): void;
  unlock(): Promise<void>;
  empty(): void;
  /** Ends the keyring; the bus stays, and nobody answers for the Secret Service on it. */
  stop(): Promise<void>;
  end(): Promise<void>;
};

/** `folder` becomes its home. Without a display there is no prompt that could wait for a person: it counts as dismissed. */
export async function openPrivateKeyring(folder: string): Promise<PrivateKeyring> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...inherited } = process.env;
  const home = { HOME: folder, XDG_DATA_HOME: folder, XDG_RUNTIME_DIR: folder };
  const bus = spawn('dbus-daemon', ['--session', '--nofork', '--print-address=1'], {
    env: { ...inherited, ...home },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const busEnded = once(bus, 'exit');
  const [address] = (await once(createInterface({ input: bus.stdout }), 'line')) as [string];
  const env = { ...inherited, ...home, DBUS_SESSION_BUS_ADDRESS: address };
  const daemon = spawn('gnome-keyring-daemon', ['--foreground', '--unlock', '--components=secrets'], {
    env,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const daemonEnded = once(daemon, 'exit');
  daemon.stdin.end(keyringPassword);
  await waitForService(env);

  const stop = async () => {
    daemon.kill();
    await daemonEnded;
  };
  return {
    env: { DBUS_SESSION_BUS_ADDRESS: address, XDG_RUNTIME_DIR: folder },
    lock: () => lockKeyring(env),
    unlock: () => unlockKeyring(env),
    empty: () => emptyKeyring(env),
    stop,
    async end() {
      await stop();
      bus.kill();
      await busEnded;
    },
  };
}
