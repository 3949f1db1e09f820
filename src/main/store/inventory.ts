/** The inventory by position: which keys match a query, in which order, and the rows of one window of them. */
import { dayOf } from '#shared/domain/search/days.ts';
import type { InventoryQuery, SortColumn } from '#shared/ipc/inventory.ts';
import type { Reads } from './api.ts';
import { rowsOf } from './keys.ts';
import { searchConditions } from './search.ts';
import type { Sql } from './sql.ts';

type InventoryReads = Pick<Reads, 'inventoryRows' | 'inventoryPosition'>;

/**
 * What each column sorts by, first to last; keys that are equal in it come by name, then in the order in which Latchkey
 * first saw them. Columns of another table go first in the join, so that an index gives the order without sorting.
 */
const overKeys = 'key_index AS k';
const orders: Readonly<Record<SortColumn, { from: string; by: readonly string[] }>> = {
  name: { from: overKeys, by: ['k.name_order'] },
  workspace: {
    from: 'workspaces AS w CROSS JOIN key_index AS k ON k.workspace_id = w.id',
    by: ['w.name_order', 'w.id', 'k.name_order'],
  },
  environment: { from: overKeys, by: ['k.environment_order', 'k.name_order'] },
  scope: {
    from: 'grants AS g CROSS JOIN key_index AS k ON k.grant_id = g.id',
    by: ['g.label_order', 'g.id', 'k.name_order'],
  },
  lastUsed: { from: overKeys, by: ['k.last_used_order', 'k.last_used_kind', 'k.name_order'] },
  createdAt: { from: overKeys, by: ['k.created_order', 'k.name_order'] },
  createdBy: { from: overKeys, by: ['k.created_by_order', 'k.name_order'] },
  status: { from: overKeys, by: ['k.status_order', 'k.name_order'] },
};

const canBeAbsent: ReadonlySet<string> = new Set([
  'k.environment_order',
  'k.last_used_order',
  'k.created_order',
  'k.created_by_order',
]);

/** Sequence numbers of all matching keys in order, good until anything in the database changes. */
type Result = { changes: number; all: number; seqs: readonly number[] };

/** The window asks page after page of one query, and a position now and then: more than a few are never in use. */
const mostResults = 4;

/** `now`: the time in milliseconds since 1970, by which a search knows what is overdue. */
export function inventoryReads(sql: Sql, now: () => number): InventoryReads {
  const results = new Map<string, Result>();

  function resultOf(query: InventoryQuery): Result {
    const changes = sql.column<number>('SELECT total_changes()')[0] ?? 0;
    const today = dayOf(now());
    const { search, workspaceId, sort } = query;
    const name = JSON.stringify([search, workspaceId, sort.column, sort.direction, today]);
    const known = results.get(name);
    if (known?.changes === changes) return known;
    const made = { changes, all: countAll(sql, query.workspaceId), seqs: matching(sql, query, today) };
    results.delete(name);
    results.set(name, made);
    const oldest = results.keys().next();
    if (results.size > mostResults && !oldest.done) results.delete(oldest.value);
    return made;
  }

  return {
    inventoryRows(query, offset, limit) {
      const { all, seqs } = resultOf(query);
      return { total: seqs.length, all, rows: rowsOf(sql, seqs.slice(offset, offset + limit)) };
    },
    inventoryPosition(query, keyId) {
      const seq = sql.get<{ seq: number }>('SELECT seq FROM keys WHERE id = ?', keyId)?.seq;
      const position = seq === undefined ? -1 : resultOf(query).seqs.indexOf(seq);
      return position === -1 ? null : position;
    },
  };
}

function matching(sql: Sql, query: InventoryQuery, today: number): number[] {
  const conditions = searchConditions(sql, query.search, today);
  if (query.workspaceId !== null)
    conditions.push({ shape: 'k.workspace_id = ?', values: [query.workspaceId] });
  const where =
    conditions.length > 0 ? `WHERE ${conditions.map((condition) => condition.shape).join(' AND ')}` : '';
  const { from, by } = orders[query.sort.column];
  // Absent values come last in both directions: nobody sorts to see what is not there. SQLite has them last in a
  // descending order by itself; saying so where nothing can be absent would cost it the index.
  const direction =
    query.sort.direction === 'descending'
      ? () => 'DESC'
      : (term: string) => (canBeAbsent.has(term) ? 'ASC NULLS LAST' : 'ASC');
  const order = [...by, 'k.seq'].map((term) => `${term} ${direction(term)}`).join(', ');
  return sql.column<number>(
    `SELECT k.seq FROM ${from} ${where} ORDER BY ${order}`,
    ...conditions.flatMap((condition) => condition.values),
  );
}

function countAll(sql: Sql, workspaceId: string | null): number {
  const counted =
    workspaceId === null
      ? sql.column<number>('SELECT count(*) FROM key_index')
      : sql.column<number>('SELECT count(*) FROM key_index WHERE workspace_id = ?', workspaceId);
  return counted[0] ?? 0;
}
