/** Chosen keys: the ids of a range, and what a selection holds by now. */

import { dayOf } from '#shared/domain/search/days.ts';
import type { KeyGroup, Selection } from '#shared/ipc/selection.ts';
import type { SelectionReads } from './api/selection.ts';
import { conditionOf, matching } from './inventory.ts';
import { statusOrder } from './key-index.ts';
import { allOf, type Condition, noneOf } from './search-conditions.ts';
import type { Sql } from './sql.ts';

const notVanished: Condition = {
  shape: 'k.status_order <> ?',
  values: [statusOrder.indexOf('vanished')],
};

/** `now`: the time in milliseconds since 1970, by which a search knows what is overdue. */
export function selectionReads(sql: Sql, now: () => number): SelectionReads {
  function count(condition: Condition): number {
    const shape = `SELECT count(*) FROM key_index AS k WHERE ${condition.shape}`;
    return sql.column<number>(shape, ...condition.values)[0] ?? 0;
  }

  return {
    selectionRange(query, offset, limit) {
      const seqs = matching(sql, query, dayOf(now())).slice(offset, offset + limit);
      return sql.column<string>(
        `SELECT keys.id FROM json_each(?) AS wanted CROSS JOIN keys ON keys.seq = wanted.value
         WHERE keys.vanished_at IS NULL ORDER BY wanted.key`,
        JSON.stringify(seqs),
      );
    },

    selectionIds(selection) {
      const chosen = allOf([chosenCondition(sql, selection, dayOf(now())), notVanished]);
      return sql.column<string>(
        `SELECT keys.id FROM key_index AS k JOIN keys USING (seq) WHERE ${chosen.shape}`,
        ...chosen.values,
      );
    },

    selectionLook(selection, view) {
      const today = dayOf(now());
      const chosen = allOf([chosenCondition(sql, selection, today), notVanished]);
      const inView = conditionOf(sql, view, today);
      const groups = groupsOf(sql, chosen);
      return {
        count: groups.reduce((sum, group) => sum + group.count, 0),
        outside: count(allOf([chosen, noneOf(inView)])),
        inView: count(allOf([inView, notVanished])),
        gone: selection.kind === 'keys' ? goneOf(sql, selection.keyIds) : [],
        groups,
      };
    },
  };
}

function chosenCondition(sql: Sql, selection: Selection, today: number): Condition {
  if (selection.kind === 'keys') return withIds(selection.keyIds);
  return allOf([conditionOf(sql, selection.query, today), noneOf(withIds(selection.except))]);
}

/** As one JSON value, so that the number of keys does not change the shape of the statement. */
function withIds(ids: readonly string[]): Condition {
  return {
    shape: 'k.seq IN (SELECT seq FROM keys WHERE id IN (SELECT value FROM json_each(?)))',
    values: [JSON.stringify(ids)],
  };
}

function groupsOf(sql: Sql, chosen: Condition): KeyGroup[] {
  type Row = { workspaceId: string; disabled: number; protected: number; thisLogin: number; count: number };
  return sql
    .all<Row>(
      `SELECT keys.workspace_id AS workspaceId, keys.disabled, keys.protected, keys.this_login AS thisLogin,
         count(*) AS count
       FROM key_index AS k JOIN keys USING (seq) WHERE ${chosen.shape} GROUP BY 1, 2, 3, 4`,
      ...chosen.values,
    )
    .map(({ disabled, protected: isProtected, thisLogin, ...group }) => ({
      ...group,
      disabled: disabled === 1,
      protected: isProtected === 1,
      thisLogin: thisLogin === 1,
    }));
}

function goneOf(sql: Sql, ids: readonly string[]): string[] {
  return sql.column<string>(
    `SELECT wanted.value FROM json_each(?) AS wanted LEFT JOIN keys ON keys.id = wanted.value
     WHERE keys.id IS NULL OR keys.vanished_at IS NOT NULL`,
    JSON.stringify(ids),
  );
}
