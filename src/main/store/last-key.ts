/** What the key made last in a workspace was, for the next one to start as. */
import type { Grant } from '#shared/domain/grant.ts';
import type { Reads } from './api.ts';
import { annotationsOf, type LocalFields, localColumns } from './locals.ts';
import type { Sql } from './sql.ts';

export function lastKeyReads(sql: Sql): Pick<Reads, 'lastKeyDefaults'> {
  return {
    lastKeyDefaults(workspaceId) {
      // The order of arrival decides between keys of the same second, and where no platform said when.
      const row = sql.get<LocalFields & { body: string }>(
        `SELECT ${localColumns}, grants.body FROM keys JOIN key_locals USING (seq)
           JOIN grants ON grants.id = keys.grant_id
         WHERE keys.workspace_id = ? AND keys.vanished_at IS NULL AND keys.this_login = 0
         ORDER BY keys.created_at DESC, keys.seq DESC LIMIT 1`,
        workspaceId,
      );
      if (!row) return null;
      // Notes are about one key.
      const { notes, ...others } = annotationsOf(row);
      return { ...others, grant: JSON.parse(row.body) as Grant };
    },
  };
}
