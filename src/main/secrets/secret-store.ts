/** Where credentials are kept: one interface, three drivers (keytar, its prebuilt twin, memory). */
import type { SecretStoreState } from '#shared/ipc/app.ts';

export type { SecretStoreState };

/**
 * Accounts are Latchkey's generated connection ids, never URLs or names. Calls throw `SecretStoreError` when the
 * keychain is locked, absent or refuses; a missing item is `null`, not an error.
 *
 * While the memory driver stands in for a locked or refusing keychain, what may lie in there is unknown: `get` and
 * `delete` of an account that memory does not hold throw. Where there is no keychain at all, memory is all there is,
 * and they answer as for a missing item.
 */
export type SecretStore = {
  state(): SecretStoreState;
  get(account: string): Promise<string | null>;
  set(account: string, secret: string): Promise<void>;
  /** Deleting what is not there is no error. */
  delete(account: string): Promise<void>;
  /** True while this account's secret is in memory for this session only. */
  holds(account: string): boolean;
};

/** The store as the application holds it: its state changes when the keychain is unlocked, locked, or goes away. */
export type OpenedSecretStore = SecretStore & {
  /** Answers its own unsubscribe. */
  onChange(listener: (state: SecretStoreState) => void): () => void;
  /** Tries the keychain again, which may prompt a person to unlock it, so only on their request. Never throws. */
  recheck(): Promise<SecretStoreState>;
  /**
   * True while a call waits for a person at the keychain's unlock prompt. Its thread cannot be interrupted, and a
   * process that exits waits for it (seen with Node 24 and libsecret): whoever quits must end the process the hard way.
   */
  waitsForPerson(): boolean;
};

export type KeychainTrouble = Exclude<SecretStoreState['state'], 'available'>;

export class SecretStoreError extends Error {
  readonly state: KeychainTrouble;

  constructor(state: KeychainTrouble, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'SecretStoreError';
    this.state = state;
  }
}
