import type { Database } from 'better-sqlite3';

/** Platforms whose sign-in names its organization, and organizations in which scopes cannot be chosen. */
export const organizations = {
  version: 100,
  up(database: Database): void {
    database.exec(`
      -- Null where the platform needs none. No secret.
      ALTER TABLE connections ADD COLUMN organization_id TEXT;
      -- 1, 0, or null where the platform does not tell.
      ALTER TABLE workspaces ADD COLUMN key_permissions INTEGER;
    `);
  },
};
