/** What is kept of each key's use: written where a last-used value moved, and only there. */
import type { LastUsed } from '#shared/domain/key.ts';
import { day, hour, type Use } from '#shared/domain/use-times.ts';
import type { Sql } from './sql.ts';

/** A key as it was stored before it was read again. */
export type UsedKey = {
  last_used_kind: LastUsed['kind'];
  last_used_at: string | null;
  created_at: string | null;
  vanished_at: string | null;
  looked_at: number | null;
};

/** Oldest first. */
export function usesOf(sql: Sql, seq: number): Use[] {
  type Row = { used_at: number; seen_at: number; quiet_from: number | null; quiet_until: number | null };
  return sql
    .all<Row>(
      'SELECT used_at, seen_at, quiet_from, quiet_until FROM observations WHERE key_seq = ? ORDER BY used_hour',
      seq,
    )
    .map(({ used_at, seen_at, quiet_from, quiet_until }) => {
      const isQuiet = quiet_from !== null && quiet_until !== null;
      return {
        at: used_at,
        seenAt: seen_at,
        quiet: isQuiet ? { from: quiet_from, until: quiet_until } : null,
      };
    });
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
  usedAt: string | null,
  seenAt: string,
  before: { key: UsedKey; look: number | null } | null,
): void {
  const [used, seen] = [Date.parse(usedAt ?? ''), Date.parse(seenAt)];
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

/** In UTC, like everything that is reckoned here. */
export function sameDay(one: string | null, other: string | null): boolean {
  return (
    one !== null &&
    other !== null &&
    Math.floor(Date.parse(one) / day) === Math.floor(Date.parse(other) / day)
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
  const uses = usesOf(sql, seq);
  return uses.length === 0 ? null : JSON.stringify(uses);
}

export function observeAgain(sql: Sql, seq: number, observed: string | null): void {
  for (const { at, seenAt, quiet } of JSON.parse(observed ?? '[]') as Use[])
    sql.run(
      `INSERT INTO observations (key_seq, used_hour, used_at, seen_at, quiet_from, quiet_until)
       VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (key_seq, used_hour) DO NOTHING`,
      seq,
      Math.floor(at / hour),
      at,
      seenAt,
      quiet?.from ?? null,
      quiet?.until ?? null,
    );
}
