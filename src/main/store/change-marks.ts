/** How far the list of changes has been seen, workspace by workspace. */

import type { ChangeMark } from '#shared/ipc/changes.ts';
import type { ChangeMarkWrites } from './api/changes.ts';
import type { Sql } from './sql.ts';

/** Placeholders: the workspace twice, or null for all. */
const meant = 'WHERE removed_at IS NULL AND (? IS NULL OR id = ?)';

export function changeMarkWrites(sql: Sql): ChangeMarkWrites {
  return {
    showChanges(workspaceId, upTo, now) {
      const further = sql.column(
        `SELECT 1 FROM workspaces LEFT JOIN change_marks ON workspace_id = id ${meant}
           AND max(coalesce(seen_through, 0), coalesce(shown_through, 0)) < ? LIMIT 1`,
        workspaceId,
        workspaceId,
        upTo,
      );
      sql.run(
        `INSERT INTO change_marks (workspace_id, seen_through, seen_at, shown_through, shown_at)
           SELECT id, 0, NULL, ?, ? FROM workspaces ${meant}
         ON CONFLICT (workspace_id) DO UPDATE
           SET shown_through = max(shown_through, excluded.shown_through), shown_at = excluded.shown_at`,
        upTo,
        now,
        workspaceId,
        workspaceId,
      );
      return further.length > 0;
    },
    endVisits: (before) =>
      sql.run(
        `UPDATE change_marks
         SET seen_through = max(seen_through, shown_through), seen_at = shown_at, shown_at = NULL
         WHERE shown_at < ?`,
        before,
      ) > 0,
    markChangesSeen: (workspaceId, upTo, now) =>
      sql.atomically(() => {
        const before = sql.all<ChangeMark>(
          `SELECT id AS workspaceId, coalesce(seen_through, 0) AS seenThrough, seen_at AS seenAt
           FROM workspaces LEFT JOIN change_marks ON workspace_id = id ${meant}`,
          workspaceId,
          workspaceId,
        );
        sql.run(
          `INSERT INTO change_marks (workspace_id, seen_through, seen_at, shown_through, shown_at)
             SELECT id, ?, ?, 0, NULL FROM workspaces ${meant}
           ON CONFLICT (workspace_id) DO UPDATE
             SET seen_through = max(seen_through, excluded.seen_through), seen_at = excluded.seen_at, shown_at = NULL`,
          upTo,
          now,
          workspaceId,
          workspaceId,
        );
        return before;
      }),
    restoreChangeMarks: (marks) =>
      sql.atomically(() => {
        for (const { workspaceId, seenThrough, seenAt } of marks)
          sql.run(
            'UPDATE change_marks SET seen_through = ?, seen_at = ? WHERE workspace_id = ?',
            seenThrough,
            seenAt,
            workspaceId,
          );
      }),
  };
}
