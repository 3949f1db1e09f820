/** What was said about one key's rotation. */
import type { KeyPolicy } from '#shared/domain/policies.ts';
import { dateOf } from '#shared/domain/search/days.ts';
import type { PolicyReads } from './api/policies.ts';
import { noteOf } from './policies.ts';
import { inheritedDays } from './policy-days.ts';
import type { Sql } from './sql.ts';

type Noted = { reason: string | null; at: string; by_whom: string | null };

export function keyPolicyReads(sql: Sql): Pick<PolicyReads, 'keyPolicy'> {
  return {
    keyPolicy: (keyId) =>
      sql.column('SELECT 1 FROM keys WHERE id = ?', keyId).length > 0 ? policyOfKey(sql, keyId) : null,
  };
}

/** For a key that is here. */
export function policyOfKey(sql: Sql, keyId: string): KeyPolicy {
  const [inherited = null] = sql.column<number | null>(
    `SELECT ${inheritedDays} FROM keys JOIN key_locals USING (seq) WHERE keys.id = ?`,
    keyId,
  );
  const one = <Row>(table: string) => sql.get<Row & Noted>(`SELECT * FROM ${table} WHERE key_id = ?`, keyId);
  const own = one<{ days: number | null }>('key_policies');
  const snooze = one<{ until: number }>('snoozes');
  const plan = one<{ day: number }>('planned_days');
  return {
    own: own ? { days: own.days, ...noteOf(own) } : null,
    inherited,
    snooze: snooze ? { until: dateOf(snooze.until), ...noteOf(snooze) } : null,
    plan: plan ? { day: dateOf(plan.day), ...noteOf(plan) } : null,
  };
}
