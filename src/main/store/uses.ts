/** What is kept of each key's use: written where a last-used value moved, and only there. */
import type { LastUsed } from '#shared/domain/key.ts';
import type { Sql } from './sql.ts';

const hour = 3_600_000;

/** Times in milliseconds since 1970. */
export type UseRow = {
  used_at: number;
  seen_at: number;
  quiet_from: number | null;
  quiet_until: number | null;
};

/** A key as it was stored before it was read again. */
export type UsedKey = {
  last_used_kind: LastUsed['kind'];
  last_used_at: string | null;
  created_at: string | null;
  vanished_at: string | null;
  looked_at: number | null;
};

const usesShape =
  'SELECT used_at, seen_at, quiet_from, quiet_until FROM observations WHERE key_seq = ? ORDER BY used_hour';

export function usesOf(sql: Sql, seq: number): UseRow[] {
  return sql.all<UseRow>(usesShape, seq);
}

/** When the platform last answered about a key: with its workspace's list, or about it alone. Null where it never did. */
export function lookOf(
  key: Pick<UsedKey, 'looked_at' | 'vanished_at'>,
  workspaceLookedAt: number | null,
): number | null {
  // A list without it says nothing about its use.
  if (key.vanished_at !== null || workspaceLookedAt === null) return key.looked_at;
  return Math.max(key.looked_at ?? 0, workspaceLookedAt);
}

/**
 * Keeps a use that was told at `seenAt`. `before`: the key as it was stored and when its platform had last answered about it;
 * null for a key that is new here.
 */
export function observe(
  sql: Sql,
  seq: number,
  usedAt: string,
  seenAt: string,
  before: { key: UsedKey; look: number | null } | null,
): void {
  const [used, seen] = [Date.parse(usedAt), Date.parse(seenAt)];
  if (Number.isNaN(used) || Number.isNaN(seen)) return;
  const quiet = before && quietBefore(before.key, before.look);
  // Within the hour the later use replaces the earlier one; the quiet before it stays that before the first.
  sql.run(
    `INSERT INTO observations (key_seq, used_hour, used_at, seen_at, quiet_from, quiet_until) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (key_seq, used_hour) DO UPDATE SET used_at = excluded.used_at, seen_at = excluded.seen_at
       WHERE excluded.used_at > used_at`,
    seq,
    Math.floor(used / hour),
    used,
    seen,
    quiet?.from ?? null,
    quiet?.until ?? null,
  );
}

function quietBefore(key: UsedKey, look: number | null): { from: number; until: number } | null {
  const begin = { at: key.last_used_at, never: key.created_at, 'not-reported': null, 'not-seen': null };
  const from = Date.parse(begin[key.last_used_kind] ?? '');
  return look !== null && from < look ? { from, until: look } : null;
}

/** That the platform was asked about one key alone, and told its use as it is stored now. */
export function lookedAt(sql: Sql, seq: number, at: string): void {
  sql.run(
    `UPDATE keys SET looked_at = ? WHERE seq = ? AND last_used_kind IN ('at', 'never')`,
    Date.parse(at),
    seq,
  );
}

/** For the time without its workspace: as JSON, null where there is nothing. */
export function observedText(sql: Sql, seq: number): string | null {
  const uses = usesOf(sql, seq).map((use) => [use.used_at, use.seen_at, use.quiet_from, use.quiet_until]);
  return uses.length === 0 ? null : JSON.stringify(uses);
}

export function observeAgain(sql: Sql, seq: number, observed: string | null): void {
  type Kept = [number, number, number | null, number | null];
  for (const [usedAt, ...rest] of JSON.parse(observed ?? '[]') as Kept[])
    sql.run(
      `INSERT INTO observations (key_seq, used_hour, used_at, seen_at, quiet_from, quiet_until)
       VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (key_seq, used_hour) DO NOTHING`,
      seq,
      Math.floor(usedAt / hour),
      usedAt,
      ...rest,
    );
}
