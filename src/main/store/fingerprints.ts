/** Fingerprints of secrets that were made here: HMACs, under a key that lies in the keychain and never comes here. */
import type { FingerprintReads, FingerprintWrites } from './api/fingerprints.ts';
import type { Sql } from './sql.ts';

export function fingerprintReads(sql: Sql): FingerprintReads {
  return {
    fingerprintAccount: () =>
      sql.column<string>('SELECT account FROM fingerprint_accounts ORDER BY seq DESC LIMIT 1')[0] ?? null,
    fingerprintedKey: (hmac) =>
      sql.column<string>('SELECT key_id FROM fingerprints WHERE hmac = ? LIMIT 1', hmac)[0] ?? null,
  };
}

export function fingerprintWrites(sql: Sql): FingerprintWrites {
  return {
    addFingerprintAccount(account, at) {
      sql.run('INSERT INTO fingerprint_accounts (account, made_at) VALUES (?, ?)', account, at);
    },
    addFingerprint(keyId, kept, at) {
      sql.run(
        'INSERT INTO fingerprints (key_id, account, hmac, made_at) VALUES (?, ?, ?, ?)',
        keyId,
        kept?.account ?? null,
        kept?.hmac ?? null,
        at,
      );
    },
  };
}
