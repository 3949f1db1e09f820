/** What the index has of each key's rhythm, and the keys that have fallen out of it. */
import { lastWaking, paceOf, type Waking, wakingOf, wokeDays } from '#shared/domain/rhythm.ts';
import { day } from '#shared/domain/use-times.ts';
import type { Sql } from './sql.ts';
import { usesOf } from './uses.ts';

/**
 * Writes a key's pace and its last waking into its index row, by all that is known of its use. `now` in milliseconds since
 * 1970. Answers the waking where its latest use was one.
 */
export function reckonRhythm(sql: Sql, seq: number, createdAt: string | null, now: number): Waking | null {
  const uses = usesOf(sql, seq);
  const created = createdAt === null ? null : Date.parse(createdAt);
  const pace = paceOf(uses);
  const woke = lastWaking(uses, created, now - wokeDays * day)?.seenAt ?? null;
  sql.run(
    `UPDATE key_index SET use_pace = ?, woke_order = ?
     WHERE seq = ? AND (use_pace IS NOT ? OR woke_order IS NOT ?)`,
    pace,
    woke,
    seq,
    pace,
    woke,
  );
  return wakingOf(uses, created);
}

/** For rows of the index that are made anew. */
export function reckonMissing(sql: Sql, seqs: readonly number[], now: number): void {
  type Row = { seq: number; created_at: string | null };
  const used = sql.all<Row>(
    `SELECT seq, created_at FROM keys WHERE seq IN (SELECT value FROM json_each(?))
       AND EXISTS (SELECT 1 FROM observations WHERE key_seq = keys.seq)`,
    JSON.stringify(seqs),
  );
  for (const { seq, created_at } of used) reckonRhythm(sql, seq, created_at, now);
}

/**
 * Keys of a workspace whose silence shows in the time between two looks, `from` and `until`: each is found once, since its next
 * moment comes only after another use. What is disabled is silent for a reason.
 */
export function fallenSilent<Key>(sql: Sql, workspaceId: string, from: number, until: number): Key[] {
  return sql.all<Key>(
    `SELECT keys.* FROM key_index AS k CROSS JOIN keys ON keys.seq = k.seq
     WHERE k.use_pace IS NOT NULL AND k.workspace_id = ?
       AND k.last_used_order + k.use_pace > ? AND k.last_used_order + k.use_pace <= ?
       AND keys.vanished_at IS NULL AND keys.disabled = 0 AND keys.this_login = 0`,
    workspaceId,
    from,
    until,
  );
}
