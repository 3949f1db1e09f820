/** Finds out where credentials can be kept on this computer: the keychain when it proves itself, else memory. */
import { adoptingItemsOf } from './drivers/adopting.ts';
import type { SecretDriver } from './drivers/driver.ts';
import { loadKeyring } from './drivers/keyring.ts';
import { loadKeytar } from './drivers/keytar.ts';
import { createMemoryStore } from './drivers/memory.ts';
import { memoryReasons } from './keychain-problem.ts';
import { KeychainStore } from './keychain-store.ts';
import type { OpenedSecretStore } from './secret-store.ts';
import { systemTimer, type Timer } from './timer.ts';

export type OpenOptions = {
  /** `LATCHKEY_SECRET_STORE=memory` keeps away from the keychain: no harm in that, memory keeps least of all. */
  env?: Readonly<Record<string, string | undefined>>;
  /** Answers null where no library for the keychain can be loaded. */
  loadDriver?: () => Promise<SecretDriver | null>;
  timer?: Timer;
  /** How long opening may take, in milliseconds. A prompt that is answered later still brings the keychain in. */
  openLimit?: number;
  /** How long one call may take, in milliseconds; a person may be typing the keychain's password meanwhile. */
  callLimit?: number;
};

/** Never throws, and answers within `openLimit`: where there is no keychain, the store says so in its state. */
export async function openSecretStore(options: OpenOptions = {}): Promise<OpenedSecretStore> {
  const { env = process.env, loadDriver = loadKeychainDriver, timer = systemTimer } = options;
  const { openLimit = 2_000, callLimit = 60_000 } = options;

  if (env.LATCHKEY_SECRET_STORE === 'memory') return createMemoryStore('available', memoryReasons.chosen);
  const driver = await loadDriver();
  if (!driver) return createMemoryStore('absent', memoryReasons.noLibrary);

  const store = new KeychainStore({ driver, timer, openLimit, callLimit });
  await store.recheck();
  return store;
}

/** keytar where its binary is there, else its prebuilt twin. */
async function loadKeychainDriver(): Promise<SecretDriver | null> {
  const [keytar, twin] = [await loadKeytar(), await loadKeyring()];
  if (!keytar || !twin) return keytar ?? twin;
  return process.platform === 'darwin' ? keytar : adoptingItemsOf(twin, keytar);
}
