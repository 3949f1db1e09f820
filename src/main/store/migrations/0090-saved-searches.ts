import type { Database } from 'better-sqlite3';

/** Searches kept under a name. One of a workspace goes with it: without it, the same words would find other keys. */
export const savedSearches = {
  version: 90,
  up(database: Database): void {
    database.exec(`
      CREATE TABLE saved_searches (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        search TEXT NOT NULL,
        workspace_id TEXT REFERENCES workspaces (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        saved_at TEXT NOT NULL
      ) STRICT;
      CREATE INDEX saved_searches_of_workspace ON saved_searches (workspace_id);
    `);
  },
};
