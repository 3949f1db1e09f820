import type { Database } from 'better-sqlite3';

/**
 * Changes over many keys, and what became of each key. `bulk_values` are JSON, each kept once a job: thousands of items
 * share a handful. Items refer to no key on purpose: a deleted one is still named in the result.
 */
export const bulk = {
  version: 50,
  up(database: Database): void {
    database.exec(`
      -- body is the action.
      CREATE TABLE bulk_jobs (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        body TEXT NOT NULL,
        undo INTEGER NOT NULL,
        state TEXT NOT NULL,
        planned_at TEXT NOT NULL
      ) STRICT;

      CREATE TABLE bulk_values (
        seq INTEGER PRIMARY KEY,
        job_seq INTEGER NOT NULL REFERENCES bulk_jobs (seq),
        body TEXT NOT NULL,
        UNIQUE (job_seq, body)
      ) STRICT;

      -- expected: what the platform must still say of the key when its turn comes; null where nothing is sent.
      CREATE TABLE bulk_items (
        seq INTEGER PRIMARY KEY,
        job_seq INTEGER NOT NULL REFERENCES bulk_jobs (seq),
        key_id TEXT NOT NULL,
        workspace_id TEXT NOT NULL,
        name TEXT NOT NULL,
        prefix TEXT NOT NULL,
        state TEXT NOT NULL,
        expected_value INTEGER REFERENCES bulk_values (seq),
        before_value INTEGER REFERENCES bulk_values (seq),
        after_value INTEGER REFERENCES bulk_values (seq),
        detail TEXT NOT NULL DEFAULT '',
        sent_at TEXT
      ) STRICT;
      CREATE INDEX bulk_items_by_state ON bulk_items (job_seq, state, seq);
      CREATE INDEX bulk_items_unsure ON bulk_items (key_id) WHERE state IN ('sending', 'unsure');
    `);
  },
};
