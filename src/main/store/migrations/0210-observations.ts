import type { Database } from 'better-sqlite3';

/**
 * When keys were seen to have been used, and how far back each workspace's last answer vouches for that.
 *
 * These rows are many and are reckoned with, so their times are milliseconds since 1970. There is at most one for each
 * hour of use; its `quiet_` columns say that nothing was used from one moment to another before it, and are null where
 * nobody looked.
 */
export const observations = {
  version: 210,
  up(database: Database): void {
    database.exec(`
      CREATE TABLE observations (
        seq INTEGER PRIMARY KEY,
        key_seq INTEGER NOT NULL REFERENCES keys (seq),
        -- Whole hours since 1970.
        used_hour INTEGER NOT NULL,
        used_at INTEGER NOT NULL,
        seen_at INTEGER NOT NULL,
        quiet_from INTEGER,
        quiet_until INTEGER,
        UNIQUE (key_seq, used_hour)
      ) STRICT;

      -- When the list that synced_at tells of was asked for; of a key: when it alone was, or was listed last.
      ALTER TABLE workspaces ADD COLUMN looked_at INTEGER;
      ALTER TABLE keys ADD COLUMN looked_at INTEGER;
      -- A key's observations as JSON, while its workspace is removed.
      ALTER TABLE removed_keys ADD COLUMN observed TEXT;

      -- Derived from its observations: for how many milliseconds after its last use a key is still in its own pace, and when
      -- it was seen to wake. Null where it has none, or did not.
      ALTER TABLE key_index ADD COLUMN use_pace INTEGER;
      ALTER TABLE key_index ADD COLUMN woke_order INTEGER;
      -- Few keys have a pace, and each sync asks which of its workspace have fallen out of it.
      CREATE INDEX key_index_by_pace ON key_index (workspace_id, last_used_order + use_pace) WHERE use_pace IS NOT NULL;
      -- Which keys were made from here.
      CREATE INDEX intents_of_making ON intents (key_id) WHERE action IN ('create', 'roll') AND outcome = 'done';

      -- What was told before there were observations.
      INSERT INTO observations (key_seq, used_hour, used_at, seen_at)
        SELECT seq, used_at / 3600000, used_at, seen_at FROM (
          SELECT keys.seq, CAST(round(unixepoch(keys.last_used_at, 'subsec') * 1000) AS INTEGER) AS used_at,
            unixepoch(workspaces.synced_at) * 1000 AS seen_at
          FROM keys JOIN workspaces ON workspaces.id = keys.workspace_id WHERE keys.last_used_kind = 'at')
        WHERE used_at IS NOT NULL AND seen_at IS NOT NULL;
    `);
  },
};
