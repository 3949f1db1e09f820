/** What the acting login of a workspace is known to be: for the preflight, before anything is sent. */

import type { Grant } from '#shared/domain/grant.ts';
import { type Caller, noAdvancedKeys } from '#shared/domain/preflight.ts';
import type { CallerReads } from './api/workspaces.ts';
import type { Sql } from './sql.ts';

/** What only the plan feature allows: where the platform has done it since, an older refusal is over. */
const neededTheFeature = `(action IN ('edit-scope', 'disable', 'enable', 'share')
  OR (action = 'create' AND json_type(expected, '$.grant.scopes') = 'array'))`;

export function callerReads(sql: Sql): CallerReads {
  return {
    callers(workspaceIds) {
      const wanted = JSON.stringify(workspaceIds);
      const logins = loginsIn(sql, wanted);
      return sql
        .all<Pick<Caller, 'platform' | 'workspaceId' | 'role'> & { pickers: number | null }>(
          `SELECT connections.platform, workspaces.id AS workspaceId, workspaces.role,
             workspaces.key_permissions AS pickers
           FROM json_each(?) AS wanted JOIN workspaces ON workspaces.id = wanted.value
             JOIN connections ON connections.id = workspaces.connection_id`,
          wanted,
        )
        .map(({ pickers, ...row }) => ({
          ...row,
          planRefusedAt: planRefusedIn(sql, row.workspaceId) ?? null,
          keyPermissions: pickers === null ? null : pickers === 1,
          logins: logins.get(row.workspaceId) ?? [],
        }));
    },
  };
}

/** When the plan of one workspace was last refused; undefined where it is not known to be. */
export function planRefusedIn(sql: Sql, workspaceId: string): string | undefined {
  const [at] = sql.column<string>(
    `SELECT begun_at FROM intents WHERE workspace_id = ? AND outcome = 'failed' AND instr(detail, ?) > 0
       AND seq > coalesce((SELECT seq FROM intents WHERE workspace_id = ? AND outcome = 'done' AND ${neededTheFeature}
         ORDER BY seq DESC LIMIT 1), 0)
     ORDER BY seq DESC LIMIT 1`,
    workspaceId,
    noAdvancedKeys,
    workspaceId,
  );
  return at;
}

function loginsIn(sql: Sql, wanted: string): Map<string, Caller['logins']> {
  const logins = new Map<string, Caller['logins']>();
  const rows = sql.all<{ workspaceId: string; body: string; folders: string }>(
    `SELECT keys.workspace_id AS workspaceId, grants.body, keys.folder_ids AS folders
     FROM json_each(?) AS wanted JOIN keys ON keys.workspace_id = wanted.value
       JOIN grants ON grants.id = keys.grant_id
     WHERE keys.vanished_at IS NULL AND keys.this_login = 1 AND keys.disabled = 0`,
    wanted,
  );
  for (const { workspaceId, body, folders } of rows) {
    const login = { grant: JSON.parse(body) as Grant, folderIds: JSON.parse(folders) as string[] };
    logins.set(workspaceId, [...(logins.get(workspaceId) ?? []), login]);
  }
  return logins;
}
