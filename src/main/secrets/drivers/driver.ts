/**
 * What the store asks of a keychain library; keytar and its twin are both brought down to this. Calls reject with
 * whatever the library throws: keychain-problem.ts reads it.
 */
export type SecretDriver = {
  readonly name: 'keytar' | 'keyring';
  /** True where "nothing found" may also mean that the keychain was locked and did not look. */
  readonly hidesLock: boolean;
  get(account: string): Promise<string | null>;
  set(account: string, secret: string): Promise<void>;
  /** False when there was nothing to delete. */
  delete(account: string): Promise<boolean>;
};

/** Under this name every item of Latchkey's lies in the keychain; people see it there. */
export const serviceName = 'Latchkey';
