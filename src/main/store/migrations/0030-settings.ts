import type { Database } from 'better-sqlite3';

/** How the window is set up: one JSON text per setting. What it means is checked by whoever reads it. */
export const settings = {
  version: 30,
  up(database: Database): void {
    database.exec('CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT');
  },
};
