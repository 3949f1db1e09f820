import type { Database } from 'better-sqlite3';

/**
 * Connections, workspaces, keys, what was done to them.
 *
 * `keys` is what the platform sent and is overwritten by every sync; `key_locals` is what only lives here. `key_index`
 * and `key_search` are derived from both and may be emptied at any time: the store fills them again when it opens.
 * Times are text as in every interface; columns that end in `_order` exist for sorting only.
 */
export const firstLight = {
  version: 10,
  up(database: Database): void {
    database.exec(`
      CREATE TABLE connections (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        platform TEXT NOT NULL,
        base_url TEXT NOT NULL,
        account TEXT,
        embedded INTEGER NOT NULL,
        state TEXT NOT NULL,
        problem TEXT,
        added_at TEXT NOT NULL
      ) STRICT;

      -- state and problem are null while the workspace has no trouble of its own.
      CREATE TABLE workspaces (
        id TEXT PRIMARY KEY,
        connection_id TEXT NOT NULL REFERENCES connections (id),
        slug TEXT NOT NULL,
        name TEXT NOT NULL,
        name_order TEXT NOT NULL,
        role TEXT,
        colour TEXT NOT NULL,
        position INTEGER NOT NULL,
        state TEXT,
        problem TEXT,
        synced_at TEXT,
        added_at TEXT NOT NULL,
        UNIQUE (connection_id, slug)
      ) STRICT;
      CREATE INDEX workspaces_by_name ON workspaces (name_order, id);

      -- Thousands of keys share a handful of grants, so each is kept once. body is the grant exactly as it came.
      CREATE TABLE grants (
        id INTEGER PRIMARY KEY,
        body TEXT NOT NULL UNIQUE,
        label_order TEXT NOT NULL,
        search_text TEXT NOT NULL
      ) STRICT;
      CREATE INDEX grants_by_label ON grants (label_order, id);

      CREATE TABLE keys (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        workspace_id TEXT NOT NULL REFERENCES workspaces (id),
        remote_id TEXT NOT NULL,
        name TEXT NOT NULL,
        prefix TEXT NOT NULL,
        grant_id INTEGER NOT NULL REFERENCES grants (id),
        disabled INTEGER NOT NULL,
        protected INTEGER NOT NULL,
        is_default INTEGER NOT NULL,
        folder_ids TEXT NOT NULL,
        metadata TEXT NOT NULL,
        last_used_kind TEXT NOT NULL,
        last_used_at TEXT,
        created_at TEXT,
        created_by TEXT,
        this_login INTEGER NOT NULL,
        vanished_at TEXT,
        UNIQUE (workspace_id, remote_id)
      ) STRICT;
      CREATE INDEX keys_of_grant ON keys (grant_id);
      CREATE INDEX keys_present ON keys (workspace_id) WHERE vanished_at IS NULL;

      CREATE TABLE key_locals (
        seq INTEGER PRIMARY KEY REFERENCES keys (seq),
        environment TEXT NOT NULL,
        first_seen_at TEXT NOT NULL
      ) STRICT;

      -- A null _order means that there is nothing to sort by: such rows come last in both directions.
      CREATE TABLE key_index (
        seq INTEGER PRIMARY KEY REFERENCES keys (seq),
        workspace_id TEXT NOT NULL,
        grant_id INTEGER NOT NULL,
        name_order TEXT NOT NULL,
        environment_order INTEGER,
        last_used_order INTEGER,
        last_used_kind INTEGER NOT NULL,
        created_order INTEGER,
        created_by_order TEXT,
        status_order INTEGER NOT NULL,
        this_login INTEGER NOT NULL
      ) STRICT;
      -- No index for the other columns: together they would more than double what a sync writes, to save some 50 ms of
      -- sorting 100,000 keys once per click.
      CREATE INDEX key_index_of_workspace ON key_index (workspace_id, name_order);
      CREATE INDEX key_index_of_grant ON key_index (grant_id, name_order);
      CREATE INDEX key_index_by_name ON key_index (name_order);

      -- Texts are folded before they come here, hence case_sensitive; rowid is keys.seq.
      CREATE VIRTUAL TABLE key_search USING fts5 (text, tokenize = 'trigram case_sensitive 1');

      -- key_id refers to no row on purpose: what was done to a key outlives it.
      CREATE TABLE intents (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        workspace_id TEXT NOT NULL REFERENCES workspaces (id),
        key_id TEXT,
        action TEXT NOT NULL,
        expected TEXT NOT NULL,
        begun_at TEXT NOT NULL,
        outcome TEXT NOT NULL,
        detail TEXT NOT NULL,
        settled_at TEXT
      ) STRICT;
      CREATE INDEX intents_of_key ON intents (key_id, seq);
      CREATE INDEX intents_open ON intents (workspace_id, seq) WHERE outcome = 'open';
    `);
  },
};
