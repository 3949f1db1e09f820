/** Failures that go away without anybody deciding anything. */
import type { ErrorCode, ErrorInfo } from '#shared/domain/errors.ts';

/** What says nothing about the key itself and passes by: the network, the sign-in, a bad day of the platform. */
const passing: ReadonlySet<ErrorCode> = new Set([
  'offline',
  'timeout',
  'tls',
  'unauthorized',
  'sign-in-needed',
  'wrong-workspace',
  'rate-limited',
  'server',
  'not-json',
  'bad-answer',
  'cancelled',
  'keychain',
  'store',
  'internal',
  'not-found',
]);

/** Whether what failed is worth trying again by itself. */
export function passesBy({ code }: ErrorInfo): boolean {
  return passing.has(code);
}
