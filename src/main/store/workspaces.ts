/** Workspaces as the sidebar lists them: numbered, coloured, counted. */
import type { ErrorInfo } from '#shared/domain/errors.ts';
import type { PlatformId } from '#shared/domain/platform.ts';
import { type Role, type WorkspaceColour, workspaceColours } from '#shared/domain/workspace.ts';
import type { ConnectionState, Workspace } from '#shared/ipc/connections.ts';
import type { RemoteWorkspace } from '../platforms/platform.ts';
import type { Reads, Writes } from './api.ts';
import type { Sql } from './sql.ts';
import { StoreError } from './store-error.ts';
import { naturalOrder } from './text.ts';

type WorkspaceReads = Pick<Reads, 'workspaces'>;
type WorkspaceWrites = Pick<Writes, 'markWorkspaceProblem'>;

type Row = {
  id: string;
  connection_id: string;
  platform: PlatformId;
  base_url: string;
  slug: string;
  name: string;
  colour: WorkspaceColour;
  position: number;
  account: string | null;
  role: Role | null;
  key_count: number;
  synced_at: string | null;
  state: ConnectionState;
  problem: string | null;
  embedded: number;
};

export function workspaceReads(sql: Sql): WorkspaceReads {
  return {
    workspaces: () =>
      sql
        .all<Row>(
          // A problem of the workspace's own says more than that of its connection, and comes with its own state.
          `SELECT w.id, w.connection_id, c.platform, c.base_url, w.slug, w.name, w.colour, c.account, w.role,
             row_number() OVER (ORDER BY w.position) AS position, w.synced_at, c.embedded,
             coalesce(w.state, c.state) AS state, iif(w.state IS NULL, c.problem, w.problem) AS problem,
             (SELECT count(*) FROM keys WHERE workspace_id = w.id AND vanished_at IS NULL) AS key_count
           FROM workspaces AS w JOIN connections AS c ON c.id = w.connection_id ORDER BY w.position`,
        )
        .map(workspace),
  };
}

export function workspaceWrites(sql: Sql): WorkspaceWrites {
  return {
    markWorkspaceProblem(workspaceId, state, problem) {
      const marked = sql.run(
        'UPDATE workspaces SET state = ?, problem = ? WHERE id = ?',
        state,
        JSON.stringify(problem),
        workspaceId,
      );
      if (marked === 0) throw unknownWorkspace();
    },
  };
}

/** The workspace was just read whole: whatever kept it from that is over. */
export function markSynced(sql: Sql, workspaceId: string, now: string): void {
  const marked = sql.run(
    'UPDATE workspaces SET state = NULL, problem = NULL, synced_at = ? WHERE id = ?',
    now,
    workspaceId,
  );
  if (marked === 0) throw unknownWorkspace();
}

/**
 * Adds the workspaces a connection newly reaches and takes over names and roles of those it has. One that it does not
 * reach any more stays, with its keys. Answers the ids of all its workspaces in the order of the sidebar.
 */
export function keepWorkspaces(
  sql: Sql,
  newId: () => string,
  connectionId: string,
  workspaces: readonly RemoteWorkspace[],
  now: string,
): string[] {
  for (const { slug, name, role } of workspaces) {
    const known = sql.run(
      `UPDATE workspaces SET name = coalesce(?, name), name_order = coalesce(?, name_order), role = ?
       WHERE connection_id = ? AND slug = ?`,
      name,
      name === null ? null : naturalOrder(name),
      role,
      connectionId,
      slug,
    );
    if (known > 0) continue;
    sql.run(
      `INSERT INTO workspaces (id, connection_id, slug, name, name_order, role, colour, position, added_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, (SELECT coalesce(max(position), 0) + 1 FROM workspaces), ?)`,
      newId(),
      connectionId,
      slug,
      name ?? slug,
      naturalOrder(name ?? slug),
      role,
      nextColour(sql),
      now,
    );
  }
  return sql.column<string>(
    'SELECT id FROM workspaces WHERE connection_id = ? ORDER BY position',
    connectionId,
  );
}

/** The colour that the fewest workspaces have; among equals the first of the palette. */
function nextColour(sql: Sql): WorkspaceColour {
  type Use = { colour: string; uses: number };
  const rows = sql.all<Use>('SELECT colour, count(*) AS uses FROM workspaces GROUP BY colour');
  const uses = new Map(rows.map((row) => [row.colour, row.uses]));
  const fewest = Math.min(...workspaceColours.map((colour) => uses.get(colour) ?? 0));
  return workspaceColours.find((colour) => (uses.get(colour) ?? 0) === fewest) ?? workspaceColours[0];
}

function unknownWorkspace(): StoreError {
  return new StoreError({ kind: 'failed', message: 'This workspace is not in the store any more.' });
}

function workspace(row: Row): Workspace {
  return {
    id: row.id,
    connectionId: row.connection_id,
    platform: row.platform,
    baseUrl: row.base_url,
    slug: row.slug,
    name: row.name,
    colour: row.colour,
    position: row.position,
    account: row.account,
    role: row.role,
    keyCount: row.key_count,
    syncedAt: row.synced_at,
    state: row.state,
    problem: row.problem === null ? null : (JSON.parse(row.problem) as ErrorInfo),
    embedded: row.embedded === 1,
  };
}
