// A Secret Service that nobody else uses: its own bus, its own keyring in a folder of its own, gone afterwards.
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { inProject } from './project.mjs';
import { which } from './run.mjs';

const programs = ['dbus-run-session', 'dbus-send', 'gnome-keyring-daemon'];

/** Programs of a private keychain that this computer lacks; empty where one can be had. */
export function missingForKeychain() {
  return programs.filter((program) => which(program) === undefined);
}

/**
 * @template Value
 * @param {(keychain: { prefix: string[], env: NodeJS.ProcessEnv }) => Promise<Value>} use gets what to put before a
 *   command, and the environment to run it in, so that it finds the private keychain
 * @returns {Promise<Value>}
 */
export async function withPrivateKeychain(use) {
  const home = await mkdtemp(path.join(os.tmpdir(), 'latchkey-keychain-'));
  try {
    const env = {
      ...process.env,
      // Tests touch no keychain unless they are told that this one is private.
      LATCHKEY_KEYCHAIN_SUITE: '1',
      HOME: home,
      XDG_DATA_HOME: path.join(home, 'data'),
      XDG_CACHE_HOME: path.join(home, 'cache'),
      XDG_CONFIG_HOME: path.join(home, 'config'),
      XDG_RUNTIME_DIR: home,
    };
    const wrapper = [process.execPath, inProject('build', 'scripts', 'stages', 'private-keychain.mjs')];
    return await use({ prefix: ['dbus-run-session', '--', ...wrapper], env });
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}
