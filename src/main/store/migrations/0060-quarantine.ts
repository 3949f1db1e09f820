import type { Database } from 'better-sqlite3';

/**
 * Keys that are disabled now and deleted later, and what became of those that left.
 *
 * Neither table refers to a row on purpose, and both carry names: a key or workspace that goes away must not take the
 * word about it along. `baseline` is the key as it was left; a due key that differs from it is not deleted. A time that
 * is not one would delete too early, so the table refuses it, also while a damaged file is copied.
 */
export const quarantine = {
  version: 60,
  up(database: Database): void {
    database.exec(`
      CREATE TABLE quarantine (
        seq INTEGER PRIMARY KEY,
        key_id TEXT NOT NULL UNIQUE,
        workspace_id TEXT NOT NULL,
        key_name TEXT NOT NULL,
        workspace_name TEXT NOT NULL,
        since TEXT NOT NULL,
        due TEXT NOT NULL CHECK (due GLOB '20[0-9][0-9]-[01][0-9]-[0-3][0-9]T*Z' AND due > since),
        by_whom TEXT,
        baseline TEXT NOT NULL,
        hold TEXT,
        tried_at TEXT
      ) STRICT;
      CREATE INDEX quarantine_due ON quarantine (due);

      CREATE TABLE quarantine_news (
        seq INTEGER PRIMARY KEY,
        at TEXT NOT NULL,
        kind TEXT NOT NULL,
        key_name TEXT NOT NULL,
        workspace_name TEXT NOT NULL,
        detail TEXT NOT NULL,
        while_closed INTEGER NOT NULL,
        seen INTEGER NOT NULL
      ) STRICT;
    `);
  },
};
