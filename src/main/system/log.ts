/** The log: a few files of JSON lines that a person can send to somebody else, since every line passes the redactor. */
import { randomInt } from 'node:crypto';
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Clock, systemClock, timestamp } from './ports.ts';
import { Redactor } from './redact.ts';

const logLevels = ['debug', 'info', 'warn', 'error'] as const;
type LogLevel = (typeof logLevels)[number];
type Write = (message: string, fields?: Record<string, unknown>) => void;

/** Nothing here ever throws: a full disk must not stop what was being logged. */
export type Log = Record<LogLevel, Write> & {
  /** Logs whatever was thrown; answers a short reference to it that people can read out. */
  report(error: unknown): string;
  /** Keeps a live secret or credential out of every later line. The answered function lets it go again. */
  blackOut(secret: string): () => void;
};

export type LogOptions = {
  level?: LogLevel;
  /** Gets every line as well, for instance to show it in the terminal while developing. */
  echo?: ((line: string) => void) | undefined;
  clock?: Clock;
  newReference?: () => string;
  /** Size in bytes from which a new file is begun. */
  largest?: number;
};

/** `latchkey.log` is the newest, `latchkey.3.log` the oldest. */
const olderFiles = 3;

/** Writes into `folder`, which is made when it is missing. */
export function openLog(folder: string, options: LogOptions = {}): Log {
  const {
    level = 'info',
    echo,
    clock = systemClock,
    newReference = makeReference,
    largest = 1_000_000,
  } = options;
  const redactor = new Redactor();

  const write = (wanted: LogLevel, message: string, fields: Record<string, unknown> = {}): void => {
    if (logLevels.indexOf(wanted) < logLevels.indexOf(level)) return;
    const line = toLine({ at: timestamp(clock), level: wanted, message }, fields);
    // What cannot be written is lost: there is no other place to tell it.
    quietly(() => append(folder, line, largest));
    if (echo) quietly(() => echo(line));
  };

  /** Redacted twice: values before JSON escapes them, the line because it is what leaves. */
  function toLine(head: { at: string; level: LogLevel; message: string }, fields: Record<string, unknown>) {
    try {
      const clean = { ...head, message: redactor.text(head.message) };
      // Twice, so that the head stands first and no field can take its place.
      const record = { ...clean, ...(redactor.value(fields) as Record<string, unknown>), ...clean };
      return `${redactor.line(JSON.stringify(record))}\n`;
    } catch {
      // Reading a field can run code of its own and fail; what that says could hold anything.
      return `${JSON.stringify({ ...head, message: 'a line that could not be written' })}\n`;
    }
  }

  return {
    debug: (message, fields) => write('debug', message, fields),
    info: (message, fields) => write('info', message, fields),
    warn: (message, fields) => write('warn', message, fields),
    error: (message, fields) => write('error', message, fields),
    report(error) {
      const reference = newReference();
      write('error', 'unexpected', { reference, error });
      return reference;
    },
    blackOut: (secret) => redactor.blackOut(secret),
  };
}

function append(folder: string, line: string, largest: number): void {
  const file = join(folder, 'latchkey.log');
  mkdirSync(folder, { recursive: true });
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > 0 && size + Buffer.byteLength(line) > largest) rotate(folder);
  appendFileSync(file, line, { mode: 0o600 });
}

function rotate(folder: string): void {
  const name = (age: number) => join(folder, age === 0 ? 'latchkey.log' : `latchkey.${age}.log`);
  for (let age = olderFiles - 1; age >= 0; age -= 1) {
    if (statSync(name(age), { throwIfNoEntry: false })) renameSync(name(age), name(age + 1));
  }
}

/** Without letters and digits that are mistaken for each other on the telephone. */
function makeReference(): string {
  const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
  const pick = () => alphabet[randomInt(alphabet.length)];
  return Array.from({ length: 6 }, pick).join('');
}

function quietly(act: () => void): void {
  try {
    act();
  } catch {
    return;
  }
}
