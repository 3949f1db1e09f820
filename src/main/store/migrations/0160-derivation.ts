import type { Database } from 'better-sqlite3';

/**
 * By which derivation a grant's labels, search text and abilities were made. Those from before this are of none, so that they
 * are made anew once, when the store opens.
 */
export const derivation = {
  version: 160,
  up(database: Database): void {
    database.exec('ALTER TABLE grants ADD COLUMN derivation INTEGER NOT NULL DEFAULT 0');
  },
};
