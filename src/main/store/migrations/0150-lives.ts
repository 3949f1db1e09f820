import type { Database } from 'better-sqlite3';

/**
 * What a key lost with its secret, kept while its workspace is removed; and the index of keys that took the place of
 * others, which said what their predecessors were.
 */
export const lives = {
  version: 150,
  up(database: Database): void {
    database.exec(`
      -- Of the row in ghost_keys; null where nothing was asked about the key. The intent is still there: activity stays.
      ALTER TABLE removed_keys ADD COLUMN ghost_intent_id TEXT;
      ALTER TABLE removed_keys ADD COLUMN ghost_reason TEXT;
      ALTER TABLE removed_keys ADD COLUMN ghost_state TEXT;
      -- Made again when the store opens.
      DELETE FROM key_index WHERE seq IN (
        SELECT keys.seq FROM key_lineage JOIN keys ON keys.id = key_lineage.new_key_id);
      -- What a workspace's plan refused is looked up for each key that is looked at.
      CREATE INDEX intents_of_workspace ON intents (workspace_id, seq);
      -- Old activity is dropped by its age.
      CREATE INDEX intents_by_begun ON intents (begun_at);
    `);
  },
};
