import type { Database } from 'better-sqlite3';

/**
 * What people note about keys. `annotated_at` holds a time for each field that was ever set, `unsent` the fields that
 * were set here and are not in the key's metadata yet. A workspace shares from `annotations_shared_at` on; null = not.
 */
export const annotations = {
  version: 20,
  up(database: Database): void {
    database.exec(`
      ALTER TABLE key_locals ADD COLUMN owner TEXT;
      ALTER TABLE key_locals ADD COLUMN consumers TEXT NOT NULL DEFAULT '[]';
      ALTER TABLE key_locals ADD COLUMN purpose TEXT;
      ALTER TABLE key_locals ADD COLUMN notes TEXT;
      ALTER TABLE key_locals ADD COLUMN annotated_at TEXT NOT NULL DEFAULT '{}';
      ALTER TABLE key_locals ADD COLUMN unsent TEXT NOT NULL DEFAULT '[]';
      -- Why the last try to write them into the key failed.
      ALTER TABLE key_locals ADD COLUMN share_problem TEXT;
      CREATE INDEX key_locals_unsent ON key_locals (seq) WHERE unsent <> '[]';

      ALTER TABLE workspaces ADD COLUMN annotations_shared_at TEXT;
      ALTER TABLE key_index ADD COLUMN owner_order TEXT;

      -- Environments given when a key was made.
      UPDATE key_locals SET annotated_at = json_object('environment', first_seen_at), unsent = '["environment"]'
        WHERE environment <> 'unassigned';
    `);
  },
};
