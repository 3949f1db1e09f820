import type { Database } from 'better-sqlite3';

/**
 * How often keys rotate, where somebody said so: by environment (`workspace_id` is empty for all workspaces), or by key;
 * keys that rest for a while, and keys whose day was chosen. Days of the calendar are numbers, 0 being 1 January 1970.
 *
 * The tables refer to no row on purpose, so that a workspace that comes back finds them. What of them decides when a key
 * is due stands in `key_index` as well, for sorting and searching.
 */
export const policies = {
  version: 200,
  up(database: Database): void {
    database.exec(`
      -- days: null where keys are replaced as needed.
      CREATE TABLE policies (
        workspace_id TEXT NOT NULL,
        environment TEXT NOT NULL,
        days INTEGER CHECK (days > 0),
        reason TEXT,
        at TEXT NOT NULL,
        by_whom TEXT,
        PRIMARY KEY (workspace_id, environment)
      ) STRICT;

      -- What became of them, also after they were taken back: own is 0 where a side was nobody's own choice.
      CREATE TABLE policy_changes (
        seq INTEGER PRIMARY KEY,
        workspace_id TEXT NOT NULL,
        environment TEXT NOT NULL,
        before_days INTEGER,
        before_own INTEGER NOT NULL,
        after_days INTEGER,
        after_own INTEGER NOT NULL,
        reason TEXT,
        at TEXT NOT NULL,
        by_whom TEXT
      ) STRICT;

      CREATE TABLE key_policies (
        key_id TEXT PRIMARY KEY,
        days INTEGER CHECK (days > 0),
        reason TEXT,
        at TEXT NOT NULL,
        by_whom TEXT
      ) STRICT;

      CREATE TABLE snoozes (
        key_id TEXT PRIMARY KEY,
        until INTEGER NOT NULL,
        reason TEXT NOT NULL,
        at TEXT NOT NULL,
        by_whom TEXT
      ) STRICT;

      CREATE TABLE planned_days (
        key_id TEXT PRIMARY KEY,
        day INTEGER NOT NULL,
        reason TEXT,
        at TEXT NOT NULL,
        by_whom TEXT
      ) STRICT;

      ALTER TABLE key_index ADD COLUMN rotation_days INTEGER;
      ALTER TABLE key_index ADD COLUMN planned_day INTEGER;
      ALTER TABLE key_index ADD COLUMN snoozed_until INTEGER;
      -- Production, Staging, CI/CD; rows that are missing are made when the store opens.
      UPDATE key_index SET rotation_days = CASE environment_order WHEN 0 THEN 90 WHEN 1 THEN 180 WHEN 3 THEN 90 END;
    `);
  },
};
