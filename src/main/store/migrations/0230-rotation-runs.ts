import type { Database } from 'better-sqlite3';

/**
 * Rotation runs, what happened in each, and which writes are theirs.
 *
 * A run refers to no row on purpose, and carries names: both keys may go away, and the run is the word about them. `facts` is all
 * that its steps turn on, written whole before and after whatever is sent. `state` is what the facts come to, for lists.
 */
export const rotationRuns = {
  version: 230,
  up(database: Database): void {
    database.exec(`
      CREATE TABLE rotation_runs (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        workspace_id TEXT NOT NULL,
        together_id TEXT,
        reason TEXT NOT NULL,
        old_key_id TEXT NOT NULL,
        old_remote_id TEXT NOT NULL,
        old_name TEXT NOT NULL,
        old_prefix TEXT NOT NULL,
        -- Null before there is one, and while another is due.
        twin_key_id TEXT,
        quiet_hours INTEGER NOT NULL,
        disabled_days INTEGER NOT NULL,
        state TEXT NOT NULL,
        step TEXT,
        since TEXT NOT NULL,
        started_at TEXT NOT NULL,
        ended_at TEXT,
        facts TEXT NOT NULL
      ) STRICT;
      -- Two runs of one key at once would delete each other's ground.
      CREATE UNIQUE INDEX rotation_runs_live ON rotation_runs (old_key_id) WHERE ended_at IS NULL;
      CREATE INDEX rotation_runs_of_old ON rotation_runs (old_key_id, seq);
      CREATE INDEX rotation_runs_of_twin ON rotation_runs (twin_key_id, seq) WHERE twin_key_id IS NOT NULL;
      CREATE INDEX rotation_runs_in_state ON rotation_runs (state, since);
      CREATE INDEX rotation_runs_together ON rotation_runs (together_id) WHERE together_id IS NOT NULL;

      -- Only ever added to.
      CREATE TABLE rotation_run_events (
        seq INTEGER PRIMARY KEY,
        run_id TEXT NOT NULL REFERENCES rotation_runs (id) ON DELETE CASCADE,
        at TEXT NOT NULL,
        step TEXT,
        detail TEXT NOT NULL
      ) STRICT;
      CREATE INDEX rotation_run_events_of_run ON rotation_run_events (run_id, seq);

      -- Written before the intent itself: one that has no intent was never sent.
      CREATE TABLE rotation_run_intents (
        intent_id TEXT PRIMARY KEY,
        run_id TEXT NOT NULL REFERENCES rotation_runs (id) ON DELETE CASCADE,
        operation TEXT NOT NULL
      ) STRICT;
      CREATE INDEX rotation_run_intents_of_run ON rotation_run_intents (run_id);
    `);
  },
};
