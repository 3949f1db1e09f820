/** What the key made last in a workspace was, for the next one to start as. */

import type { Annotations } from '#shared/domain/annotations.ts';
import type { Grant } from '#shared/domain/grant.ts';
import type { LastKeyReads } from './api/keys.ts';
import type { Sql } from './sql.ts';

export function lastKeyReads(sql: Sql): LastKeyReads {
  return {
    lastKeyDefaults(workspaceId) {
      // The order of arrival decides between keys of the same second, and where no platform said when.
      const row = sql.get<Pick<Annotations, 'environment' | 'owner'> & { body: string }>(
        `SELECT key_locals.environment, key_locals.owner, grants.body FROM keys JOIN key_locals USING (seq)
           JOIN grants ON grants.id = keys.grant_id
         WHERE keys.workspace_id = ? AND keys.vanished_at IS NULL AND keys.this_login = 0
         ORDER BY keys.created_at DESC, keys.seq DESC LIMIT 1`,
        workspaceId,
      );
      if (!row) return null;
      return { environment: row.environment, owner: row.owner, grant: JSON.parse(row.body) as Grant };
    },
  };
}
