/** What becomes of a key's policy, rest and planned day when the key is replaced, goes, or comes back. */
import type { Sql } from './sql.ts';

const tables = ['key_policies', 'snoozes', 'planned_days'] as const;

/** A key that takes the place of another keeps its policy; its age, and so its rest and its day, begin anew. */
export function followPolicy(sql: Sql, oldKeyId: string, newKeyId: string): void {
  sql.run(
    `INSERT INTO key_policies (key_id, days, reason, at, by_whom)
     SELECT ?, days, reason, at, by_whom FROM key_policies WHERE key_id = ? ON CONFLICT (key_id) DO NOTHING`,
    newKeyId,
    oldKeyId,
  );
}

/** Nothing is said any more about a key that is gone for good. */
export function forgetPolicies(sql: Sql, keyId: string): void {
  for (const table of tables) sql.run(`DELETE FROM ${table} WHERE key_id = ?`, keyId);
}

/** The same for all that went in other ways; not for those that come back with their workspace. */
export function prunePolicies(sql: Sql): void {
  for (const table of tables)
    sql.run(
      `DELETE FROM ${table} WHERE key_id NOT IN (SELECT id FROM keys) AND key_id NOT IN (SELECT key_id FROM removed_keys)`,
    );
}

/** Whether something is said about a key's rotation, as SQL over `keys AS k`. */
export const hasPolicy = tables.map((table) => `k.id IN (SELECT key_id FROM ${table})`).join(' OR ');
