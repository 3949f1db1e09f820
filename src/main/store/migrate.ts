/** Brings a database file up to this version of Latchkey, or says why it must not be touched. */
import type { Database } from 'better-sqlite3';
import type { Migration } from './migrations/index.ts';
import { faultOf, StoreError } from './store-error.ts';

/** "LKey" in ASCII, in the file's header: tells our databases from those of other programs. */
export const applicationId = 0x4c4b6579;

/**
 * All pending migrations run in one transaction that also moves `user_version`, so a crash or a failing migration
 * leaves the file as it was. Throws `StoreError` `foreign`, `newer` or, where `check` asks to look, `corrupt` before
 * anything is written.
 */
export function migrate(database: Database, migrations: readonly Migration[], check: boolean): void {
  const latest = migrations.at(-1)?.version ?? 0;
  database
    .transaction(() => {
      const version = readNumber(database, 'user_version');
      refuseForeign(database, version);
      if (version > latest) throw newer(version, latest);
      if (check) refuseDamaged(database);
      const pending = migrations.filter((migration) => migration.version > version);
      for (const migration of pending) migration.up(database);
      if (pending.length === 0) return;
      // Pragmas take no bound values; both numbers are ours.
      database.pragma(`application_id = ${applicationId}`);
      database.pragma(`user_version = ${latest}`);
    })
    .immediate();
}

function refuseForeign(database: Database, version: number): void {
  const owner = readNumber(database, 'application_id');
  if (owner === applicationId) return;
  const tables = database.prepare('SELECT count(*) FROM sqlite_schema').pluck().get();
  if (owner === 0 && version === 0 && tables === 0) return;
  throw new StoreError({
    kind: 'foreign',
    message: 'The file in the place of Latchkey’s data is a database of another program.',
  });
}

/** The quick check reads every page once and leaves out comparing indexes with tables: a second for 100,000 keys, not ten. */
function refuseDamaged(database: Database): void {
  if (database.pragma('quick_check(1)', { simple: true }) === 'ok') return;
  throw new StoreError(faultOf({ code: 'SQLITE_CORRUPT' }));
}

function newer(version: number, latest: number): StoreError {
  return new StoreError({
    kind: 'newer',
    message: `Latchkey’s data was last used by a newer version (format ${version}; this one knows up to ${latest}).`,
  });
}

function readNumber(database: Database, pragma: 'application_id' | 'user_version'): number {
  return Number(database.pragma(pragma, { simple: true }));
}
