/**
 * The part of keytar that Latchkey calls. Declared here because the package, an optional one, brings its types along
 * and is missing wherever it could not be built; the keychain suite calls the real one.
 */
declare module 'keytar' {
  export function getPassword(service: string, account: string): Promise<string | null>;
  export function setPassword(service: string, account: string, password: string): Promise<void>;
  /** False where there was nothing to delete. */
  export function deletePassword(service: string, account: string): Promise<boolean>;
}
