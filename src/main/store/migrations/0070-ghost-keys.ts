import type { Database } from 'better-sqlite3';

/**
 * Keys whose secret is lost, or may be; and fingerprints, by which a secret made here is known again later.
 *
 * A ghost key goes with its key: deleting it answers the question. A fingerprint outlives its key on purpose, since a
 * leaked secret is worth recognising also when its key is gone.
 */
export const ghostKeys = {
  version: 70,
  up(database: Database): void {
    database.exec(`
      -- state: 'held' while the secret waits in memory to be handed over, 'undecided', or 'kept'. Several undecided keys
      -- of one intent are candidates, of which one at most is its key.
      CREATE TABLE ghost_keys (
        seq INTEGER PRIMARY KEY,
        key_id TEXT NOT NULL UNIQUE REFERENCES keys (id) ON DELETE CASCADE,
        intent_id TEXT NOT NULL REFERENCES intents (id) ON DELETE CASCADE,
        reason TEXT NOT NULL,
        state TEXT NOT NULL
      ) STRICT;
      CREATE INDEX ghost_keys_of_intent ON ghost_keys (intent_id);

      -- account: where in the keychain the key of this HMAC lies. Both are null where there was no such key at the time.
      CREATE TABLE fingerprints (
        seq INTEGER PRIMARY KEY,
        key_id TEXT NOT NULL UNIQUE,
        account TEXT,
        hmac TEXT,
        made_at TEXT NOT NULL
      ) STRICT;
      CREATE INDEX fingerprints_by_hmac ON fingerprints (hmac) WHERE hmac IS NOT NULL;

      -- The newest is in use; those before it were not found in the keychain any more.
      CREATE TABLE fingerprint_accounts (
        seq INTEGER PRIMARY KEY,
        account TEXT NOT NULL UNIQUE,
        made_at TEXT NOT NULL
      ) STRICT;
    `);
  },
};
