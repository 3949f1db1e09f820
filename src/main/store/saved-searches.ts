/** Saved searches, in the order of the sidebar, and how many keys a search finds. */

import { dayOf } from '#shared/domain/search/days.ts';
import type { SavedSearch } from '#shared/ipc/saved-searches.ts';
import type { SavedSearchReads, SavedSearchWrites } from './api/saved-searches.ts';
import { createMemory } from './remembered.ts';
import { searchConditions } from './search.ts';
import { allOf } from './search-conditions.ts';
import type { Sql } from './sql.ts';

/** More than anyone keeps. */
const mostCounts = 100;

/** `now`: the time in milliseconds since 1970, by which a search knows what is overdue. */
export function savedSearchReads(sql: Sql, now: () => number): SavedSearchReads {
  const remembered = createMemory<number>(sql, mostCounts);
  return {
    savedSearches: () =>
      sql.all<SavedSearch>(
        `SELECT s.id, s.name, s.search, s.workspace_id AS workspaceId FROM saved_searches AS s
         LEFT JOIN workspaces AS w ON w.id = s.workspace_id
         WHERE w.removed_at IS NULL ORDER BY s.position, s.seq`,
      ),
    searchCount(search, workspaceId) {
      const today = dayOf(now());
      return remembered(JSON.stringify([search, workspaceId, today]), () => {
        const conditions = searchConditions(sql, search, today);
        if (workspaceId !== null) conditions.push({ shape: 'k.workspace_id = ?', values: [workspaceId] });
        const { shape, values } = allOf(conditions);
        return sql.column<number>(`SELECT count(*) FROM key_index AS k WHERE ${shape}`, ...values)[0] ?? 0;
      });
    },
  };
}

export function savedSearchWrites(sql: Sql): SavedSearchWrites {
  const order = () => sql.column<string>('SELECT id FROM saved_searches ORDER BY position, seq');

  /** Puts one of them at a position, 0 being the first, and all others around it. */
  function place(id: string, position: number): void {
    const ids = order().filter((each) => each !== id);
    ids.splice(position, 0, id);
    for (const [index, each] of ids.entries())
      sql.run('UPDATE saved_searches SET position = ? WHERE id = ? AND position <> ?', index, each, index);
  }

  return {
    addSavedSearch: ({ id, name, search, workspaceId }, position, now) =>
      sql.atomically(() => {
        sql.run(
          `INSERT INTO saved_searches (id, name, search, workspace_id, position, saved_at)
           VALUES (?, ?, ?, ?, ?, ?)`,
          ...[id, name, search, workspaceId, order().length, now],
        );
        place(id, position);
      }),
    renameSavedSearch(id, name) {
      sql.run('UPDATE saved_searches SET name = ? WHERE id = ?', name, id);
    },
    moveSavedSearch: (id, position) =>
      sql.atomically(() => {
        if (order().includes(id)) place(id, position);
      }),
    removeSavedSearch(id) {
      sql.run('DELETE FROM saved_searches WHERE id = ?', id);
    },
  };
}
