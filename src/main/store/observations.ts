/** A key's history of use, as services and the window read it. */
import type { Observations } from '#shared/domain/observations.ts';
import type { Use } from '#shared/domain/use-times.ts';
import type { ObservationReads } from './api/observations.ts';
import { lastUsed } from './keys.ts';
import type { Sql } from './sql.ts';
import { lookOf, type UsedKey, usesOf } from './uses.ts';

export function observationReads(sql: Sql): ObservationReads {
  return { observations: (keyId) => observationsOf(sql, keyId) };
}

/** Null where the inventory does not have the key. */
export function observationsOf(sql: Sql, keyId: string): Observations | null {
  type Row = UsedKey & { seq: number; workspace_looked_at: number | null };
  const row = sql.get<Row>(
    `SELECT keys.seq, last_used_kind, last_used_at, created_at, vanished_at, keys.looked_at,
       workspaces.looked_at AS workspace_looked_at
     FROM keys JOIN workspaces ON workspaces.id = keys.workspace_id WHERE keys.id = ?`,
    keyId,
  );
  if (!row) return null;
  return {
    lastUsed: lastUsed(row.last_used_kind, row.last_used_at),
    createdAt: row.created_at,
    lookedAt: textOf(lookOf(row, row.workspace_looked_at)),
    uses: usesOf(sql, row.seq).map(toUse),
  };
}

function toUse({ at, seenAt, quiet }: Use): Observations['uses'][number] {
  return {
    at: iso(at),
    seenAt: iso(seenAt),
    quiet: quiet && { from: iso(quiet.from), until: iso(quiet.until) },
  };
}

function iso(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

function textOf(milliseconds: number | null): string | null {
  return milliseconds === null ? null : iso(milliseconds);
}
