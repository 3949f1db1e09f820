import type { Database } from 'better-sqlite3';

/** Sign-ins with the browser beside those with a pasted credential. Their tokens are in the keychain, never here. */
export const signInWay = {
  version: 130,
  up(database: Database): void {
    database.exec(`ALTER TABLE connections ADD COLUMN sign_in_way TEXT NOT NULL DEFAULT 'credential'`);
  },
};
