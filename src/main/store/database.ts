import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import SqliteDatabase, { type Database } from 'better-sqlite3';
import { migrate } from './migrate.ts';
import { migrations as allMigrations, type Migration } from './migrations/index.ts';
import { faultOf, StoreError } from './store-error.ts';

/** How long a statement waits for another process (a backup, a virus scanner) to let go of the file, in milliseconds. */
const busyTimeout = 5000;

/**
 * Opens the database at `file`, making it and its folder where they are missing, and migrates it.
 * `alwaysCheck` reads the whole file for damage; otherwise that happens only after an unclean end. Throws `StoreError`
 * with kind `newer`, `corrupt`, `foreign`, `unwritable`, `full`, `read-only` or `busy`; the file is then as it was.
 */
export function openDatabase(
  file: string,
  migrations: readonly Migration[] = allMigrations,
  alwaysCheck = false,
): Database {
  let database: Database | undefined;
  try {
    const check = alwaysCheck || endedUncleanly(file);
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    database = new SqliteDatabase(file, { timeout: busyTimeout });
    // Before anything else: a schema that came with somebody else's file must not call functions.
    database.pragma('trusted_schema = OFF');
    database.pragma('foreign_keys = ON');
    // First among the writes, so that a file that is not ours is refused before WAL changes its header.
    migrate(database, migrations, check);
    database.pragma('journal_mode = WAL');
    // In WAL a power cut can lose the last transactions, never the file; a platform can be asked again.
    database.pragma('synchronous = NORMAL');
    // 32 MB of pages instead of 2, and 16 MB of log before it is folded in instead of 4: halves a first load of
    // 100,000 keys, whose index entries land all over the file.
    database.pragma('cache_size = -32000');
    database.pragma('wal_autocheckpoint = 4000');
    return database;
  } catch (error) {
    database?.close();
    // better-sqlite3 answers a folder that cannot hold the file with a TypeError without a code.
    throw error instanceof TypeError
      ? new StoreError(faultOf({ code: 'SQLITE_CANTOPEN' }))
      : new StoreError(faultOf(error));
  }
}

/** A clean end folds the log into the file and takes it away; SQLite has no other mark of a cut. */
function endedUncleanly(file: string): boolean {
  return (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
}
