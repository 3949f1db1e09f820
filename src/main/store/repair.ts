/** Replaces a damaged database by a new one that holds what could be read of it. Runs in the store's thread. */
import { existsSync, renameSync, rmSync } from 'node:fs';
import SqliteDatabase, { type Database } from 'better-sqlite3';
import { openDatabase } from './database.ts';
import { migrations } from './migrations/index.ts';
import { moveAside } from './move-aside.ts';
import { type Salvaged, salvage } from './salvage.ts';

export type Repair = {
  /** Where the damaged file is now, byte for byte as it was. */
  movedTo: string;
  salvaged: Salvaged[];
};

/**
 * First the new file is made beside the damaged one, which is only read; then they change places. So an interruption
 * before the change leaves all as it was. Throws `StoreError` where the new file cannot be written.
 */
export function repair(file: string, at: Date): Repair {
  const fresh = `${file}.new`;
  // Left by a repair that was interrupted: a copy of what is still in the damaged file.
  for (const part of ['', '-wal', '-shm', '-journal']) rmSync(fresh + part, { force: true });

  const damaged = openDamaged(file);
  let salvaged: Salvaged[];
  try {
    salvaged = fill(fresh, damaged, at);
  } finally {
    damaged?.close();
  }
  const movedTo = moveAside(file, at);
  renameSync(fresh, file);
  return { movedTo, salvaged };
}

function fill(fresh: string, damaged: Database | null, at: Date): Salvaged[] {
  const version = damaged ? versionOf(damaged) : 0;
  const known = migrations.filter((migration) => migration.version <= version);
  // The damaged file's own format, so that its columns fit; what came later is migrated when the store opens.
  const target = openDatabase(fresh, known.length > 0 ? known : migrations);
  try {
    const salvaged = salvage(damaged, target);
    // A key without its locals would be neither in the inventory nor addable by a sync.
    target
      .prepare(
        `INSERT INTO key_locals (seq, environment, first_seen_at)
         SELECT seq, 'unassigned', ? FROM keys WHERE seq NOT IN (SELECT seq FROM key_locals)`,
      )
      .run(at.toISOString());
    if (salvaged.some(({ table, whole }) => table === 'keys' && !whole)) {
      // With keys missing the copy is not one of any moment: each workspace counts as not read yet.
      target.exec('UPDATE workspaces SET synced_at = NULL');
      if (version >= 210) target.exec('UPDATE workspaces SET looked_at = NULL');
    }
    if (version >= 60 && salvaged.some(({ whole }) => !whole)) {
      // Nothing is deleted by the word of a file that was torn: a person says it once more.
      target.prepare('UPDATE quarantine SET hold = ?').run(
        JSON.stringify({
          kind: 'ask',
          message: 'Latchkey’s data was damaged since, so it does not delete this key by itself.',
        }),
      );
    }
    if (version >= 230 && salvaged.some(({ whole }) => !whole)) {
      // Nor is anything sent for a run: a person says that it goes on.
      target.exec(
        `UPDATE rotation_runs SET facts = json_set(facts, '$.held', json('true'), '$.ordered', json('false'))
         WHERE ended_at IS NULL`,
      );
    }
    target.pragma('wal_checkpoint(TRUNCATE)');
    return salvaged;
  } finally {
    target.close();
  }
}

/** Null where nothing in the file can be understood. */
function openDamaged(file: string): Database | null {
  if (!existsSync(file)) return null;
  try {
    const database = new SqliteDatabase(file, { readonly: true });
    try {
      database.pragma('trusted_schema = OFF');
      database.prepare('SELECT count(*) FROM sqlite_schema').get();
      return database;
    } catch {
      database.close();
      return null;
    }
  } catch {
    return null;
  }
}

function versionOf(database: Database): number {
  return Number(database.pragma('user_version', { simple: true }));
}
