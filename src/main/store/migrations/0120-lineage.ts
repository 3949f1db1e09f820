import type { Database } from 'better-sqlite3';

/**
 * Which key took the place of which, and what folders are called.
 *
 * A line of `key_lineage` refers to no row on purpose: a key's line outlives it. What of the old key's metadata the new one
 * should have and does not have yet stands in `metadata`, so that not even a crash right after a roll loses it.
 */
export const lineage = {
  version: 120,
  up(database: Database): void {
    database.exec(`
      CREATE TABLE key_lineage (
        seq INTEGER PRIMARY KEY,
        workspace_id TEXT NOT NULL,
        old_key_id TEXT NOT NULL UNIQUE,
        old_remote_id TEXT NOT NULL,
        old_name TEXT NOT NULL,
        old_prefix TEXT NOT NULL,
        new_key_id TEXT NOT NULL,
        new_remote_id TEXT NOT NULL,
        new_name TEXT NOT NULL,
        new_prefix TEXT NOT NULL,
        at TEXT NOT NULL,
        intent_id TEXT NOT NULL,
        -- Null once the new key has all of it; problem: why the platform refused to take it.
        metadata TEXT,
        problem TEXT
      ) STRICT;
      CREATE INDEX key_lineage_by_new ON key_lineage (new_key_id);
      CREATE INDEX key_lineage_owed ON key_lineage (workspace_id) WHERE metadata IS NOT NULL;

      CREATE TABLE folders (
        workspace_id TEXT NOT NULL REFERENCES workspaces (id),
        remote_id TEXT NOT NULL,
        name TEXT NOT NULL,
        PRIMARY KEY (workspace_id, remote_id)
      ) STRICT;
      -- When the folders were last asked for, and why the platform refused to tell them.
      ALTER TABLE workspaces ADD COLUMN folders_at TEXT;
      ALTER TABLE workspaces ADD COLUMN folders_problem TEXT;
    `);
  },
};
