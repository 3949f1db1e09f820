/** The one place where whatever was thrown becomes what may be shown. */
import type { ErrorInfo } from '#shared/domain/errors.ts';
import { PlatformError } from '../platforms/platform-error.ts';
import { keychainInfo } from '../secrets/keychain-problem.ts';
import { SecretStoreError } from '../secrets/secret-store.ts';
import { StoreError } from '../store/store-error.ts';
import { AppError } from './app-error.ts';

/**
 * Known errors carry their own text. Anything else is a fault of Latchkey's: `report` logs it redacted and answers a short
 * reference, which is all that the window gets to see of it.
 */
export function toErrorInfo(error: unknown, report: (error: unknown) => string): ErrorInfo {
  if (error instanceof AppError || error instanceof PlatformError) return error.info;
  if (error instanceof SecretStoreError) return keychainInfo(error);
  if (error instanceof StoreError) return error.info;
  return {
    code: 'internal',
    message: 'Something went wrong inside Latchkey. Nothing further was sent.',
    hint: `The log has it under ${report(error)}.`,
  };
}
