/** The one place where whatever was thrown becomes what may be shown. */
import type { ErrorInfo } from '#shared/domain/errors.ts';
import { PlatformError } from '../platforms/platform-error.ts';
import { SecretStoreError } from '../secrets/secret-store.ts';
import { StoreError } from '../store/store-error.ts';
import { AppError } from './app-error.ts';

/**
 * Known errors carry their own text. Anything else is a fault of Latchkey's: `report` logs it redacted and answers a short
 * reference, which is all that the window gets to see of it.
 */
export function toErrorInfo(error: unknown, report: (error: unknown) => string): ErrorInfo {
  if (error instanceof AppError || error instanceof PlatformError) return error.info;
  if (error instanceof SecretStoreError) {
    return { code: 'keychain', message: error.message, hint: keychainHints[error.state] };
  }
  if (error instanceof StoreError) return error.info;
  return {
    code: 'internal',
    message: 'Something went wrong inside Latchkey. Nothing further was sent.',
    hint: `The log has it under ${report(error)}.`,
  };
}

const keychainHints: Record<SecretStoreError['state'], string> = {
  locked: 'Unlock the keychain of this computer and try again.',
  absent: 'Start the keychain service of this computer, then start Latchkey again.',
  refused: 'Allow Latchkey to use the keychain, then try again.',
};
