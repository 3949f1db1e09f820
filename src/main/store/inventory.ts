/** The inventory by position: which keys match a query, in which order, and the rows of one window of them. */

import { dayOf } from '#shared/domain/search/days.ts';
import type { InventoryQuery } from '#shared/ipc/inventory.ts';
import type { InventoryReads } from './api/inventory.ts';
import { orderOf } from './inventory-order.ts';
import { rowsOf } from './keys.ts';
import { createMemory } from './remembered.ts';
import { searchConditions } from './search.ts';
import { allOf, type Condition } from './search-conditions.ts';
import type { Sql } from './sql.ts';

/** Sequence numbers of all matching keys in order, good until anything in the database changes. */
type Result = { all: number; seqs: readonly number[] };

/** The window asks page after page of one query, and a position now and then: more than a few are never in use. */
const mostResults = 4;

/** `now`: the time in milliseconds since 1970, by which a search knows what is overdue. */
export function inventoryReads(sql: Sql, now: () => number): InventoryReads {
  const remembered = createMemory<Result>(sql, mostResults);

  function resultOf(query: InventoryQuery): Result {
    const today = dayOf(now());
    const { search, workspaceId, sort } = query;
    return remembered(JSON.stringify([search, workspaceId, sort.column, sort.direction, today]), () => ({
      all: countAll(sql, workspaceId),
      seqs: matching(sql, query, today),
    }));
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

/** Sequence numbers of all keys a query finds, in its order. */
export function matching(sql: Sql, query: InventoryQuery, today: number): number[] {
  const where = conditionOf(sql, query, today);
  const order = orderOf(query.sort, today);
  return sql.column<number>(
    `SELECT k.seq FROM ${order.from} WHERE ${where.shape} ORDER BY ${order.by}`,
    ...where.values,
    ...order.values,
  );
}

/** What a key must be to match a query, whatever the order. */
export function conditionOf(
  sql: Sql,
  query: Pick<InventoryQuery, 'search' | 'workspaceId'>,
  today: number,
): Condition {
  const conditions = searchConditions(sql, query.search, today);
  if (query.workspaceId !== null)
    conditions.push({ shape: 'k.workspace_id = ?', values: [query.workspaceId] });
  return allOf(conditions);
}

/** Every key of a workspace, or of all for null. */
export function countAll(sql: Sql, workspaceId: string | null): number {
  const counted =
    workspaceId === null
      ? sql.column<number>('SELECT count(*) FROM key_index')
      : sql.column<number>('SELECT count(*) FROM key_index WHERE workspace_id = ?', workspaceId);
  return counted[0] ?? 0;
}
