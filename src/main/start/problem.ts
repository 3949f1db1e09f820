/** What is said when the data cannot be opened or written: one text for each case, since each has its own way out. */
import type { ErrorInfo } from '#shared/domain/errors.ts';
import type { StartProblem } from '#shared/ipc/start.ts';
import { StoreError } from '../store/store-error.ts';

type Kind = StartProblem['kind'];
type Words = Pick<StartProblem, 'title' | 'happened' | 'meaning' | 'next'>;

const unharmed = 'Nothing was deleted, and the keys at the platforms are not affected.';

const words: Readonly<Record<Exclude<Kind, 'other'>, Words>> = {
  unwritable: {
    title: 'Latchkey cannot write to its folder',
    happened: 'The file with Latchkey’s data cannot be opened for writing, or cannot be made.',
    meaning: unharmed,
    next: 'Check that the folder exists, belongs to you and is not locked by the system. Then try again.',
  },
  full: {
    title: 'The disk is full',
    happened: 'There is no room left on the disk that holds Latchkey’s data, so nothing can be stored.',
    meaning: `${unharmed} What was stored before is still there.`,
    next: 'Make room on this disk, then try again.',
  },
  'read-only': {
    title: 'Latchkey’s data cannot be changed',
    happened: 'The file with Latchkey’s data can be read but not written.',
    meaning: `${unharmed} What was stored before is still there.`,
    next: 'Allow changes to the file and its folder, then try again.',
  },
  busy: {
    title: 'Another program holds Latchkey’s data',
    happened: 'A backup, a virus scanner or another program keeps the file with Latchkey’s data locked.',
    meaning: unharmed,
    next: 'Wait until that program is done, or close it. Then try again.',
  },
  corrupt: {
    title: 'Latchkey’s data is damaged',
    happened:
      'The file with Latchkey’s data cannot be read as a whole, as after a power cut or a failing disk.',
    meaning: `${unharmed} The inventory can be read from them again; what you set here is kept as far as it can be read.`,
    next: 'Move the damaged file aside and start with a new one, or put a backup in its place and try again.',
  },
  newer: {
    title: 'This data belongs to a newer Latchkey',
    happened:
      'A newer version of Latchkey has used this data last, in a format that this version does not know.',
    meaning: `${unharmed} This version leaves the file exactly as it is.`,
    next: 'Quit, and start the newer version or install the latest one.',
  },
  foreign: {
    title: 'Another program’s file is in the way',
    happened: 'The file in the place of Latchkey’s data is a database of another program.',
    meaning: `${unharmed} Latchkey does not touch what is not its own.`,
    next: 'Move that file to where it belongs, then try again.',
  },
};

/** `describe` words what is not the store's: it knows the other errors, and logs unknown ones. */
export function problemOf(
  error: unknown,
  file: string,
  describe: (error: unknown) => ErrorInfo,
): StartProblem {
  const kind = kindOf(error);
  if (kind !== 'other') return { kind, file, ...words[kind] };
  const { message, hint } = describe(error);
  return {
    kind,
    file,
    title: 'Latchkey could not start',
    happened: message,
    meaning: unharmed,
    next: hint ?? 'Try again, or quit and start Latchkey anew.',
  };
}

/** `other` for all that is not about the file or its disk. */
export function kindOf(error: unknown): Kind {
  if (!(error instanceof StoreError)) return 'other';
  return error.kind in words ? (error.kind as Kind) : 'other';
}
