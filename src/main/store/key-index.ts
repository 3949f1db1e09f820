/** The derived rows by which keys are sorted and found. Written only here, always from `keys` and `key_locals`. */
import type { Environment } from '#shared/domain/environment.ts';
import type { KeyStatus, LastUsed } from '#shared/domain/key.ts';
import { type LocalFields, localColumns } from './locals.ts';
import { rotationColumns } from './policy-days.ts';
import { reckonMissing } from './rhythm.ts';
import type { Condition } from './search-conditions.ts';
import type { BoundValue, Sql } from './sql.ts';
import { fold, naturalOrder } from './text.ts';

/** Position = order when sorted. `unassigned` is no environment, so it comes last in both directions. */
export const environmentOrder: readonly Environment[] = ['production', 'staging', 'development', 'ci'];
export const statusOrder: readonly KeyStatus[] = ['active', 'protected', 'disabled', 'vanished'];
/** Keys with a time come first; among the rest, the platform's own *never* says most. */
export const lastUsedOrder: readonly LastUsed['kind'][] = ['at', 'never', 'not-seen', 'not-reported'];

/** What the index is made of: what the platform says, and what is noted here. */
export type IndexedKey = PlatformKey &
  Pick<LocalFields, 'environment' | 'owner' | 'consumers' | 'purpose' | 'notes'>;

export type PlatformKey = {
  workspace_id: string;
  remote_id: string;
  name: string;
  prefix: string;
  grant_id: number;
  disabled: number;
  protected: number;
  last_used_kind: LastUsed['kind'];
  last_used_at: string | null;
  created_at: string | null;
  created_by: string | null;
  this_login: number;
  vanished_at: string | null;
};

/** A key that is both disabled and protected counts as disabled, since that is what its users notice. */
export function statusOf(key: Pick<PlatformKey, 'disabled' | 'protected' | 'vanished_at'>): KeyStatus {
  if (key.vanished_at !== null) return 'vanished';
  if (key.disabled === 1) return 'disabled';
  return key.protected === 1 ? 'protected' : 'active';
}

const columns = [
  'seq',
  'workspace_id',
  'grant_id',
  'name_order',
  'environment_order',
  'owner_order',
  'last_used_order',
  'last_used_kind',
  'created_order',
  'created_by_order',
  'status_order',
  'this_login',
] as const;
/** Not from the key's own row, but from what was said about it; its locals must be stored before it is indexed. */
const looked = Object.keys(rotationColumns);
/** Not INSERT OR REPLACE, which takes a row out of every index and puts it back, changed or not. */
const indexShape = `INSERT INTO key_index (${[...columns, ...looked].join(', ')})
  SELECT ${[...columns.map(() => '?'), ...Object.values(rotationColumns)].join(', ')}
  FROM keys JOIN key_locals USING (seq) WHERE keys.seq = ?
  ON CONFLICT (seq) DO UPDATE SET ${[...columns, ...looked].map((column) => `${column} = excluded.${column}`).join(', ')}`;

/**
 * Search texts that still have to be written. They go last, in one run: FTS5 collects new texts in memory, and writes
 * them out whenever another table's statement needs a savepoint, which would be at every key.
 */
export type SearchTexts = { seq: number; text: string; isNew: boolean }[];

export function writeSearchTexts(sql: Sql, texts: SearchTexts): void {
  for (const { seq, text, isNew } of texts) {
    if (isNew) sql.run('INSERT INTO key_search (rowid, text) VALUES (?, ?)', seq, text);
    else sql.run('UPDATE key_search SET text = ? WHERE rowid = ?', text, seq);
  }
}

/**
 * Writes a key's index row, and leaves its search text in `texts` where it differs from that of `before` (null: it had
 * none). Writing texts that did not change, or all by trigger, makes a first load take several times as long.
 */
export function indexKey(
  sql: Sql,
  texts: SearchTexts,
  seq: number,
  key: IndexedKey,
  before: IndexedKey | null,
): void {
  const values: BoundValue[] = [
    seq,
    key.workspace_id,
    key.grant_id,
    naturalOrder(key.name),
    absentAsNull(environmentOrder.indexOf(key.environment)),
    key.owner === null ? null : naturalOrder(key.owner),
    timeOrder(key.last_used_at),
    lastUsedOrder.indexOf(key.last_used_kind),
    timeOrder(key.created_at),
    key.created_by === null ? null : naturalOrder(key.created_by),
    statusOrder.indexOf(statusOf(key)),
    key.this_login,
  ];
  sql.run(indexShape, ...values, seq);
  const text = searchText(key);
  if (before && searchText(before) === text) return;
  texts.push({ seq, text, isNew: before === null });
}

/** Writes anew what of policies, snoozes and planned days stands in the index, for the rows that `which` finds. */
export function reindexRotation(sql: Sql, which: Condition): void {
  sql.run(
    `UPDATE key_index AS k SET (${looked.join(', ')}) = (
       SELECT ${Object.values(rotationColumns).join(', ')} FROM keys JOIN key_locals USING (seq) WHERE keys.seq = k.seq)
     WHERE ${which.shape}`,
    ...which.values,
  );
}

export function unindexKey(sql: Sql, seq: number): void {
  sql.run('DELETE FROM key_search WHERE rowid = ?', seq);
  sql.run('DELETE FROM key_index WHERE seq = ?', seq);
}

/** Indexes the keys that have no index row: how a migration that empties the index gets it filled by new rules. */
export function completeIndex(sql: Sql, now: number): void {
  type Row = IndexedKey & { seq: number };
  const missing = sql.all<Row>(
    `SELECT keys.*, ${localColumns} FROM keys JOIN key_locals USING (seq)
     WHERE seq NOT IN (SELECT seq FROM key_index)`,
  );
  const texts: SearchTexts = [];
  for (const row of missing) {
    sql.run('DELETE FROM key_search WHERE rowid = ?', row.seq);
    indexKey(sql, texts, row.seq, row, null);
  }
  writeSearchTexts(sql, texts);
  reckonMissing(
    sql,
    missing.map(({ seq }) => seq),
    now,
  );
}

/** What a key is found by on its own; what it shares with others (workspace, grant, status) is looked up there. */
function searchText(key: IndexedKey): string {
  const texts = [key.name, key.prefix, key.remote_id, key.created_by ?? ''];
  // Most keys have none of these, and a text that ends as before is not written again.
  const noted = [
    key.owner,
    ...(JSON.parse(key.consumers) as string[]),
    key.purpose,
    key.notes?.replace(/\s+/g, ' '),
  ];
  return fold([...texts, ...noted.filter((text) => text)].join('\n'));
}

function absentAsNull(order: number): number | null {
  return order === -1 ? null : order;
}

/** Milliseconds since 1970, since `…00Z` and `…00.000Z` are the same time but not the same text. */
function timeOrder(time: string | null): number | null {
  const milliseconds = time === null ? Number.NaN : Date.parse(time);
  return Number.isNaN(milliseconds) ? null : milliseconds;
}
