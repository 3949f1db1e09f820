import type { Database } from 'better-sqlite3';

/**
 * What the connections screen shows and changes.
 *
 * A removed connection and its workspaces stay as rows with `removed_at`: the activity refers to them, and a workspace that
 * is connected again takes up where it was left. Their keys go; `removed_keys` holds what people had noted about them.
 */
export const connectionsScreen = {
  version: 80,
  up(database: Database): void {
    database.exec(`
      ALTER TABLE connections ADD COLUMN label TEXT;
      -- Status null: no answer came. Milliseconds; latency is a median of the last answers.
      ALTER TABLE connections ADD COLUMN last_answer_at TEXT;
      ALTER TABLE connections ADD COLUMN last_answer_status INTEGER;
      ALTER TABLE connections ADD COLUMN last_answer_ms INTEGER;
      ALTER TABLE connections ADD COLUMN latency_ms INTEGER;
      -- Names of workspaces it reaches as well, but which came in by another connection before.
      ALTER TABLE connections ADD COLUMN also_reaches TEXT NOT NULL DEFAULT '[]';
      ALTER TABLE connections ADD COLUMN removed_at TEXT;
      -- 1 until its credential is known to be out of the keychain.
      ALTER TABLE connections ADD COLUMN credential_left INTEGER NOT NULL DEFAULT 0;

      -- name is what is on screen: display_name where one was given, else platform_name.
      ALTER TABLE workspaces ADD COLUMN platform_name TEXT NOT NULL DEFAULT '';
      ALTER TABLE workspaces ADD COLUMN display_name TEXT;
      ALTER TABLE workspaces ADD COLUMN removed_at TEXT;
      UPDATE workspaces SET platform_name = name;

      -- locals is the row of key_locals, whatever columns it had.
      CREATE TABLE removed_keys (
        workspace_id TEXT NOT NULL REFERENCES workspaces (id),
        remote_id TEXT NOT NULL,
        key_id TEXT NOT NULL,
        locals TEXT NOT NULL,
        PRIMARY KEY (workspace_id, remote_id)
      ) STRICT;
    `);
  },
};
