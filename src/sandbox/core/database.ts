// Opens the sandbox's one SQLite file, and plants a world in it the first time.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { StartFailure } from './failure.ts';

export type SandboxDatabase = Database.Database;

const FILE = 'sandbox.sqlite';
const FORMAT = 3;

/**
 * Opens `dataDir`/sandbox.sqlite and makes sure it holds `profile`. `plant` runs inside one transaction, so that a
 * process killed halfway leaves an empty file and not half a world.
 * Throws StartFailure `data-folder` with the reason where the folder cannot be used.
 */
export function openDatabase(
  dataDir: string,
  profile: string,
  plant: (db: SandboxDatabase) => void,
): SandboxDatabase {
  let db: SandboxDatabase | undefined;
  try {
    mkdirSync(dataDir, { recursive: true });
    db = new Database(join(dataDir, FILE), { timeout: 0 });
    // One sandbox per folder: a second one is refused here and not in the middle of a request.
    db.pragma('locking_mode = EXCLUSIVE');
    db.pragma('journal_mode = WAL');
    // Overwrites deleted rows, so that a revoked key leaves no trace in the file.
    db.pragma('secure_delete = ON');
    db.pragma('foreign_keys = ON');
    db.exec('BEGIN EXCLUSIVE; COMMIT');
    plantOnce(db, profile, plant, dataDir);
    return db;
  } catch (cause) {
    db?.close();
    if (cause instanceof StartFailure || isDefect(cause)) throw cause;
    throw new StartFailure('data-folder', `The data folder ${dataDir} cannot be used: ${reason(cause)}.`);
  }
}

/** Plants a new file; of an older one it only checks that it is ours and holds the same profile. */
function plantOnce(
  db: SandboxDatabase,
  profile: string,
  plant: (db: SandboxDatabase) => void,
  dataDir: string,
): void {
  const format = db.pragma('user_version', { simple: true });
  if (format === 0) {
    db.transaction(() => {
      db.exec('CREATE TABLE world (profile TEXT NOT NULL) STRICT');
      db.prepare('INSERT INTO world (profile) VALUES (?)').run(profile);
      plant(db);
      db.pragma(`user_version = ${FORMAT}`);
    })();
    return;
  }
  if (format !== FORMAT) {
    throw new StartFailure(
      'data-folder',
      `The data folder ${dataDir} was written by another version of the sandbox. Name another folder with --data.`,
    );
  }
  const held = db.prepare<[], { profile: string }>('SELECT profile FROM world').get()?.profile;
  if (held !== profile) {
    throw new StartFailure(
      'data-folder',
      `The data folder ${dataDir} holds the profile "${held}", not "${profile}". Name another folder with --data.`,
    );
  }
}

/** A mistake in our own code or world must not be dressed up as a broken folder. */
function isDefect(cause: unknown): boolean {
  if (cause instanceof TypeError || cause instanceof RangeError) return !('code' in cause);
  return cause instanceof Database.SqliteError && /^SQLITE_(ERROR|CONSTRAINT)/.test(cause.code);
}

/** The cause in plain words, as the end of a sentence. */
function reason(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  if (code.startsWith('SQLITE_BUSY')) return 'another sandbox is running on it';
  if (code.startsWith('SQLITE_NOTADB')) return `its ${FILE} is not a database`;
  if (code.startsWith('SQLITE_CANTOPEN') || code === 'EACCES' || code === 'EROFS')
    return 'it is not writable';
  if (code === 'EEXIST' || code === 'ENOTDIR') return 'it is a file, not a folder';
  return cause instanceof Error ? cause.message : String(cause);
}
