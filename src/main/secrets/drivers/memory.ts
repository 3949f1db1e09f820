/** Credentials for this session only: nothing of it is ever written anywhere. */
import type { OpenedSecretStore, SecretStoreState } from '../secret-store.ts';

/** For when no keychain can be asked at all; `reason` tells people why. */
export function createMemoryStore(state: SecretStoreState['state'], reason: string): OpenedSecretStore {
  const secrets = new Map<string, string>();
  const told: SecretStoreState = { driver: 'memory', state, reason };
  return {
    state: () => told,
    get: async (account) => secrets.get(account) ?? null,
    set: async (account, secret) => void secrets.set(account, secret),
    delete: async (account) => void secrets.delete(account),
    holds: (account) => secrets.has(account),
    // Nothing can change: memory is all there is until Latchkey is started another way.
    onChange: () => () => undefined,
    recheck: async () => told,
    waitsForPerson: () => false,
  };
}
