import type { Database } from 'better-sqlite3';

/**
 * What is known about a compromised key, one for each run that replaces one. `subject` is the key as the inventory had it at that
 * moment, since it leaves the inventory soon.
 */
export const incidents = {
  version: 240,
  up(database: Database): void {
    database.exec(`
      CREATE TABLE incidents (
        run_id TEXT PRIMARY KEY REFERENCES rotation_runs (id) ON DELETE CASCADE,
        at TEXT NOT NULL,
        what_happened TEXT NOT NULL,
        subject TEXT NOT NULL,
        -- When a person ticked it; null where it is open.
        activity_at TEXT,
        team_at TEXT
      ) STRICT;
    `);
  },
};
