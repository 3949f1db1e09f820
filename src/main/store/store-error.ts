import type { ErrorInfo } from '#shared/domain/errors.ts';

/**
 * `newer`: written by a later Latchkey. `corrupt`: not readable as a database. `foreign`: a sound database of another
 * program. `unwritable`: the file or its folder does not take writes. `full`: its disk has no room. `read-only`: it can be
 * read but not written. `busy`: another program holds it. `worker-lost`: the store's thread ended
 * before it answered, so whether a write took place is not known. `closed`: asked after `close()`. `failed`: a rule of
 * the store was broken, which is a fault in Latchkey.
 */
export type StoreErrorKind =
  | 'newer'
  | 'corrupt'
  | 'foreign'
  | 'unwritable'
  | 'full'
  | 'read-only'
  | 'busy'
  | 'worker-lost'
  | 'closed'
  | 'failed';

/** What crosses the thread instead of an error object, whose fields would be lost on the way. */
export type StoreFault = { kind: StoreErrorKind; message: string };

const hints: Readonly<Record<StoreErrorKind, string>> = {
  newer: 'Start the newer Latchkey again, or install the latest one. The file was left as it is.',
  corrupt: 'The file was left as it is. What the platforms hold can be read from them again.',
  foreign: 'Move that file elsewhere, or start Latchkey with another data folder.',
  unwritable: 'Check that the folder exists and belongs to you. Then try again.',
  full: 'Make room on the disk, then try again.',
  'read-only': 'Allow changes to the file and its folder, then try again.',
  busy: 'Close the other program, or wait until it is done. Then try again.',
  'worker-lost': 'Try again. What was being changed is looked up at the platform at the next sync.',
  closed: 'Start Latchkey again.',
  failed: 'Sync the workspace and try again.',
};

/** Anything the store could not do. Its message never holds a bound value, so nothing of a key can leak with it. */
export class StoreError extends Error {
  readonly kind: StoreErrorKind;

  /** `options.cause` is for the log, which redacts it; it never crosses to the window. */
  constructor(fault: StoreFault, options?: ErrorOptions) {
    super(fault.message, options);
    this.name = 'StoreError';
    this.kind = fault.kind;
  }

  /** For the window. */
  get info(): ErrorInfo {
    return { code: 'store', message: this.message, hint: hints[this.kind] };
  }
}

const sentences = {
  corrupt: 'The file with Latchkey’s data is damaged and cannot be read.',
  full: 'The disk is full, so Latchkey could not store a change.',
  busy: 'Another program holds the file with Latchkey’s data.',
  unwritable: 'Latchkey cannot write to the folder of its data.',
  readOnly: 'The file with Latchkey’s data can be read but not changed.',
} as const;

/** Sorts an error of SQLite or of the file system by what can be done about it. */
export function faultOf(error: unknown): StoreFault {
  if (error instanceof StoreError) return { kind: error.kind, message: error.message };
  const code = errorCode(error);
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) return { kind: 'corrupt', message: sentences.corrupt };
  if (/^(SQLITE_FULL|ENOSPC|EDQUOT)/.test(code)) return { kind: 'full', message: sentences.full };
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return { kind: 'busy', message: sentences.busy };
  if (/^(SQLITE_READONLY|EROFS)/.test(code)) return { kind: 'read-only', message: sentences.readOnly };
  if (/^SQLITE_(CANTOPEN|IOERR|PERM|AUTH)|^E[A-Z]+$/.test(code))
    return { kind: 'unwritable', message: sentences.unwritable };
  // The text of an unknown error could quote a value; its code cannot.
  return { kind: 'failed', message: `The store refused a call (${code || 'unexpected error'}).` };
}

function errorCode(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return error instanceof Error ? error.name : '';
}
