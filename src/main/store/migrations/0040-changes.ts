import type { Database } from 'better-sqlite3';

/**
 * What changed at the platforms, and how far it has been seen.
 *
 * No column refers to a key or a workspace: what happened outlives both. `seq` never repeats, since marks count by it.
 */
export const changes = {
  version: 40,
  up(database: Database): void {
    database.exec(`
      -- name, prefix and created_by are the key's at the time. Scopes are kept as grants, of which there are few;
      -- before and after are JSON: a name, or the ids of folders.
      CREATE TABLE changes (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        workspace_id TEXT NOT NULL,
        key_id TEXT NOT NULL,
        kind TEXT NOT NULL,
        seen_at TEXT NOT NULL,
        own INTEGER NOT NULL,
        name TEXT NOT NULL,
        prefix TEXT NOT NULL,
        created_by TEXT,
        before TEXT,
        after TEXT,
        before_grant_id INTEGER REFERENCES grants (id),
        after_grant_id INTEGER REFERENCES grants (id)
      ) STRICT;
      CREATE INDEX changes_of_workspace ON changes (workspace_id);
      CREATE INDEX changes_of_key ON changes (key_id);
      -- For the two references: without them, dropping a grant reads the whole table.
      CREATE INDEX changes_from_grant ON changes (before_grant_id) WHERE before_grant_id IS NOT NULL;
      CREATE INDEX changes_to_grant ON changes (after_grant_id) WHERE after_grant_id IS NOT NULL;

      -- seen: at an earlier visit. shown: at this one, which becomes seen when the next begins.
      CREATE TABLE change_marks (
        workspace_id TEXT PRIMARY KEY,
        seen_through INTEGER NOT NULL,
        seen_at TEXT,
        shown_through INTEGER NOT NULL,
        shown_at TEXT
      ) STRICT;
    `);
  },
};
