/** What was sent to platforms through Latchkey: an intent before each write, its outcome after it. */
import type { KeyActivity } from '#shared/domain/key.ts';
import type { IntentReads, IntentWrites, OpenIntent } from './api/intents.ts';
import { claimChanges } from './changes.ts';
import { isRemoved } from './removed.ts';
import type { Sql } from './sql.ts';
import { StoreError } from './store-error.ts';

/** What was done to a key, newest first; its time is when it was sent, not when the answer came. */
export function activityOf(sql: Sql, keyId: string): KeyActivity[] {
  // With what was done to the keys whose place it took: their story is its own.
  return sql.all<KeyActivity>(
    `WITH RECURSIVE line (id) AS (
       VALUES (?) UNION SELECT old_key_id FROM key_lineage JOIN line ON new_key_id = line.id
     )
     SELECT begun_at AS at, action, outcome, detail FROM line CROSS JOIN intents ON key_id = line.id
     ORDER BY begun_at DESC, seq DESC`,
    keyId,
  );
}

export function intentReads(sql: Sql): IntentReads {
  return {
    openIntents(workspaceId) {
      type Row = Omit<OpenIntent, 'expected'> & { expected: string };
      return sql
        .all<Row>(
          `SELECT id, begun_at AS at, workspace_id AS workspaceId, key_id AS keyId, action, expected, detail
           FROM intents WHERE outcome = 'open' AND workspace_id = ? ORDER BY seq`,
          workspaceId,
        )
        .map((row) => ({ ...row, expected: JSON.parse(row.expected) as Record<string, unknown> }));
    },
  };
}

export function intentWrites(sql: Sql): IntentWrites {
  return {
    beginIntent(intent) {
      // A write that was on its way to this place while its connection was removed must not be sent.
      if (isRemoved(sql, intent.workspaceId)) return false;
      sql.run(
        `INSERT INTO intents (id, workspace_id, key_id, action, expected, begun_at, outcome, detail)
         VALUES (?, ?, ?, ?, ?, ?, 'open', ?)`,
        intent.id,
        intent.workspaceId,
        intent.keyId,
        intent.action,
        JSON.stringify(intent.expected),
        intent.at,
        intent.detail,
      );
      return true;
    },
    settleIntent: (...outcome) => settle(sql, ...outcome),
  };
}

/** Stores how an open intent ended; `keyId` where it was not known before. */
export function settle(
  sql: Sql,
  ...[intentId, outcome, detail, at, keyId]: Parameters<IntentWrites['settleIntent']>
) {
  const settled = sql.run(
    `UPDATE intents SET outcome = ?, detail = ?, settled_at = ?, key_id = coalesce(key_id, ?)
     WHERE id = ? AND outcome = 'open'`,
    outcome,
    detail,
    at,
    keyId ?? null,
    intentId,
  );
  // A second outcome would rewrite what happened.
  if (settled === 0)
    throw new StoreError({
      kind: 'failed',
      message: 'An outcome came for a change that is not waiting for one.',
    });
  if (outcome === 'done') claim(sql, intentId);
}

/** The news that its key brought at a sync is ours, and nobody else’s. */
export function claim(sql: Sql, intentId: string): void {
  type Row = { keyId: string | null; action: KeyActivity['action']; begunAt: string; expected: string };
  const done = sql.get<Row>(
    'SELECT key_id AS keyId, action, begun_at AS begunAt, expected FROM intents WHERE id = ?',
    intentId,
  );
  if (done?.keyId) claimChanges(sql, { ...done, keyId: done.keyId });
}
