/** keytar's prebuilt twin, for computers on which keytar's own binary is missing. */
import type { AsyncEntry } from '@napi-rs/keyring';
import { type SecretDriver, serviceName } from './driver.ts';

/**
 * Null where there is no prebuilt binary for this computer. Its entry point in keytar's shape, `@napi-rs/keyring/keytar`,
 * is not used: on Linux it stores silently in the kernel's keyring when no Secret Service answers, which every process
 * of the user can read and which is gone after a restart. Here that case has to show as *no keychain*.
 */
export async function loadKeyring(service: string = serviceName): Promise<SecretDriver | null> {
  const keyring = await importKeyring();
  if (!keyring) return null;

  // Making the entry throws already when there is no Secret Service; in async functions that becomes a rejection.
  const entry = (account: string): AsyncEntry =>
    new keyring.AsyncEntry(service, account, { linux: { store: 'secret-service' } });
  return {
    name: 'keyring',
    hidesLock: false,
    get: async (account) => entry(account).getPassword(),
    set: async (account, secret) => entry(account).setPassword(secret),
    delete: async (account) => entry(account).deletePassword(),
  };
}

async function importKeyring(): Promise<typeof import('@napi-rs/keyring') | null> {
  try {
    return await import('@napi-rs/keyring');
  } catch {
    return null;
  }
}
