/** What the folders of workspaces are called. Keys name them by id only. */

import type { ErrorInfo } from '#shared/domain/errors.ts';
import type { FolderReads, FolderWrites } from './api/folders.ts';
import type { Sql } from './sql.ts';

type Folder = { id: string; name: string | null };

export function folderReads(sql: Sql): FolderReads {
  return {
    knownFolders(workspaceId) {
      type Asked = { at: string | null; problem: string | null };
      const asked = sql.get<Asked>(
        'SELECT folders_at AS at, folders_problem AS problem FROM workspaces WHERE id = ?',
        workspaceId,
      );
      const folders = sql.all<Folder>(
        `SELECT coalesce(folders.remote_id, named.id) AS id, folders.name
         FROM (SELECT remote_id AS id FROM folders WHERE workspace_id = ?
               UNION SELECT each.value FROM keys JOIN json_each(keys.folder_ids) AS each
                 WHERE keys.workspace_id = ? AND keys.folder_ids <> '[]' AND keys.vanished_at IS NULL) AS named
         LEFT JOIN folders ON folders.workspace_id = ? AND folders.remote_id = named.id
         ORDER BY folders.name IS NULL, folders.name COLLATE NOCASE, id`,
        workspaceId,
        workspaceId,
        workspaceId,
      );
      return { folders, at: asked?.at ?? null, problem: toProblem(asked?.problem ?? null) };
    },
  };
}

export function folderWrites(sql: Sql): FolderWrites {
  return {
    keepFolders: (workspaceId, told, now) =>
      sql.atomically(() => {
        const problem = 'problem' in told ? JSON.stringify(told.problem) : null;
        sql.run(
          'UPDATE workspaces SET folders_at = ?, folders_problem = ? WHERE id = ? AND removed_at IS NULL',
          now,
          problem,
          workspaceId,
        );
        if ('problem' in told) return;
        sql.run('DELETE FROM folders WHERE workspace_id = ?', workspaceId);
        for (const { id, name } of told.folders) {
          sql.run(
            `INSERT OR REPLACE INTO folders (workspace_id, remote_id, name)
             SELECT id, ?, ? FROM workspaces WHERE id = ?`,
            id,
            name,
            workspaceId,
          );
        }
      }),
  };
}

/** Of those that are known, by id. */
export function folderNamesOf(sql: Sql, workspaceId: string, ids: readonly string[]): Record<string, string> {
  if (ids.length === 0) return {};
  const known = sql.all<{ id: string; name: string }>(
    `SELECT remote_id AS id, name FROM folders
     WHERE workspace_id = ? AND remote_id IN (SELECT value FROM json_each(?))`,
    workspaceId,
    JSON.stringify(ids),
  );
  return Object.fromEntries(known.map(({ id, name }) => [id, name]));
}

export function toProblem(stored: string | null): ErrorInfo | null {
  return stored === null ? null : (JSON.parse(stored) as ErrorInfo);
}
