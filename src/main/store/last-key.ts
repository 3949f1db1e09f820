/** What the key made last in a workspace was, for the next one to start as. */
import type { Environment } from '#shared/domain/environment.ts';
import type { Grant } from '#shared/domain/grant.ts';
import type { Reads } from './api.ts';
import type { Sql } from './sql.ts';

export function lastKeyReads(sql: Sql): Pick<Reads, 'lastKeyDefaults'> {
  return {
    lastKeyDefaults(workspaceId) {
      // The order of arrival decides between keys of the same second, and where no platform said when.
      const row = sql.get<{ environment: Environment; body: string }>(
        `SELECT key_locals.environment, grants.body FROM keys JOIN key_locals USING (seq)
           JOIN grants ON grants.id = keys.grant_id
         WHERE keys.workspace_id = ? AND keys.vanished_at IS NULL AND keys.this_login = 0
         ORDER BY keys.created_at DESC, keys.seq DESC LIMIT 1`,
        workspaceId,
      );
      return row ? { environment: row.environment, grant: JSON.parse(row.body) as Grant } : null;
    },
  };
}
