import type { Database } from 'better-sqlite3';

/**
 * What each grant comes to: its abilities as bits, and how many they are. Both are worked out anew whenever the store opens,
 * so the first values do not matter.
 */
export const abilities = {
  version: 110,
  up(database: Database): void {
    database.exec(`
      ALTER TABLE grants ADD COLUMN abilities INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE grants ADD COLUMN ability_count INTEGER NOT NULL DEFAULT 0;
    `);
  },
};
