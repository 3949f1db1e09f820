/** The capability lens: what the keys in view can do. Grants are few beside their keys, and carry their abilities as bits. */

import { type AbilityId, abilityBit, abilityIds } from '#shared/domain/abilities.ts';
import { dayOf } from '#shared/domain/search/days.ts';
import type { LensPage, LensQuery, LensRow, LensSort } from '#shared/ipc/lens.ts';
import type { LensReads } from './api/lens.ts';
import { conditionOf, countAll } from './inventory.ts';
import { createMemory } from './remembered.ts';
import type { Condition } from './search-conditions.ts';
import type { Sql } from './sql.ts';

type Found = Pick<LensPage, 'all' | 'counts'> & { seqs: readonly number[] };

/** The window asks page after page of one query. */
const mostFound = 3;

/** `now`: the time in milliseconds since 1970, by which a search knows what is overdue. */
export function lensReads(sql: Sql, now: () => number): LensReads {
  const remembered = createMemory<Found>(sql, mostFound);

  function find(query: LensQuery): Found {
    const { search, workspaceId, sort } = query;
    const today = dayOf(now());
    return remembered(JSON.stringify([search, workspaceId, sort.by, sort.direction, today]), () => {
      const where = conditionOf(sql, query, today);
      return {
        all: countAll(sql, workspaceId),
        counts: countAbilities(sql, where),
        seqs: sql.column<number>(
          `SELECT k.seq FROM ${orderOf(sort).from} WHERE ${where.shape} ORDER BY ${orderOf(sort).by}`,
          ...where.values,
        ),
      };
    });
  }

  return {
    lensRows(query, offset, limit) {
      const { all, counts, seqs } = find(query);
      return { total: seqs.length, all, counts, rows: rowsOf(sql, seqs.slice(offset, offset + limit)) };
    },
  };
}

/** Among keys that are equal in what was asked for, those that can do most come first, then they go by name. */
function orderOf({ by, direction }: LensSort): { from: string; by: string } {
  const way = direction === 'descending' ? 'DESC' : 'ASC';
  if (by === 'name') return { from: 'key_index AS k', by: `k.name_order ${way}, k.seq ${way}` };
  const first =
    by === 'abilities'
      ? `g.ability_count ${way}, g.abilities ${way}`
      : `(g.abilities & ${abilityBit(by)}) <> 0 ${way}, g.ability_count DESC`;
  return {
    from: 'grants AS g CROSS JOIN key_index AS k ON k.grant_id = g.id',
    by: `${first}, k.name_order, k.seq`,
  };
}

function countAbilities(sql: Sql, where: Condition): LensPage['counts'] {
  const groups = sql.all<{ abilities: number; keys: number }>(
    `SELECT g.abilities, count(*) AS keys FROM key_index AS k JOIN grants AS g ON g.id = k.grant_id
     WHERE ${where.shape} GROUP BY g.abilities`,
    ...where.values,
  );
  const count = (id: AbilityId) =>
    groups.reduce((sum, { abilities, keys }) => (abilities & abilityBit(id) ? sum + keys : sum), 0);
  return Object.fromEntries(abilityIds.map((id) => [id, count(id)])) as LensPage['counts'];
}

function rowsOf(sql: Sql, seqs: readonly number[]): LensRow[] {
  return sql.all<LensRow>(
    `SELECT keys.id AS keyId, keys.workspace_id AS workspaceId, keys.name, keys.prefix, grants.abilities
     FROM json_each(?) AS wanted CROSS JOIN keys JOIN grants ON grants.id = keys.grant_id
     WHERE keys.seq = wanted.value ORDER BY wanted.key`,
    JSON.stringify(seqs),
  );
}
