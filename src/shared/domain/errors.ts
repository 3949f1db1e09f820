/**
 * Errors as values: a stable code for programs, and for people a message that names the cause and a hint that names
 * the next step. Text is made in main only; the window shows it as it comes.
 */
import { z } from '../zod.ts';

const errorCodes = [
  'bad-input',
  /** The base URL is not one a credential may be sent to. */
  'refused-url',
  'unauthorized',
  'plan',
  'role',
  /** The acting key lacks the scope of the call, or the thing is gone: Roboflow answers 404 for both. */
  'missing-scope',
  'not-found',
  'protected',
  'deployment',
  'conflict',
  'duplicate-name',
  'rate-limited',
  'server',
  'offline',
  'tls',
  'timeout',
  'not-json',
  'bad-answer',
  'cancelled',
  /** The key is the one this connection signs in with. */
  'this-login',
  /** The credential answers for another workspace than the one meant; nothing was sent. */
  'wrong-workspace',
  /** The key changed since the screen showed it. */
  'stale',
  'sign-in-needed',
  /** Signing in with the browser came to nothing: refused, too late, not answered, or not to be trusted. */
  'sign-in-failed',
  'not-supported',
  'handover-over',
  /** A file could not be read or written. */
  'file',
  'keychain',
  'store',
  /** Changes are on their way; what was asked for would lose their outcome. */
  'busy',
  'sandbox',
  'internal',
] as const;
const errorCodeSchema = z.enum(errorCodes);
export type ErrorCode = z.infer<typeof errorCodeSchema>;

export const errorInfoSchema = z.strictObject({
  code: errorCodeSchema,
  /** What happened and why, in one or two sentences. Never holds a secret. */
  message: z.string(),
  /** What to do next; absent when the message says it all. */
  hint: z.string().optional(),
  /** The form field the message belongs beside, where there is one. */
  field: z
    .enum([
      'platform',
      'baseUrl',
      'credential',
      'organizationId',
      'name',
      'grant',
      'folderIds',
      'metadata',
      'protected',
      'workspaceId',
      'environment',
      'owner',
      'consumers',
      'purpose',
      'notes',
      'days',
      'reason',
    ])
    .optional(),
});
export type ErrorInfo = z.infer<typeof errorInfoSchema>;
