/** Workspaces as the sidebar lists them: numbered, coloured, counted. */

import type { ErrorInfo } from '#shared/domain/errors.ts';
import type { PlatformId } from '#shared/domain/platform.ts';
import { type Role, type WorkspaceColour, workspaceColours } from '#shared/domain/workspace.ts';
import type { ConnectionState, SignInWay, Workspace } from '#shared/ipc/connections.ts';
import type { RemoteWorkspace } from '../platforms/platform.ts';
import type { WorkspaceReads, WorkspaceWrites } from './api/workspaces.ts';
import type { Sql } from './sql.ts';
import { StoreError } from './store-error.ts';
import { naturalOrder } from './text.ts';

type Row = {
  id: string;
  connection_id: string;
  platform: PlatformId;
  base_url: string;
  slug: string;
  name: string;
  platform_name: string;
  colour: WorkspaceColour;
  position: number;
  account: string | null;
  label: string | null;
  role: Role | null;
  key_permissions: number | null;
  key_count: number;
  synced_at: string | null;
  state: ConnectionState;
  problem: string | null;
  embedded: number;
  sign_in_way: SignInWay;
};

export function workspaceReads(sql: Sql): WorkspaceReads {
  return {
    workspaces: () =>
      sql
        .all<Row>(
          // A problem of the workspace's own says more than that of its connection, and comes with its own state.
          `SELECT w.id, w.connection_id, c.platform, c.base_url, w.slug, w.name, w.platform_name, w.colour,
             c.account, c.label, w.role, w.key_permissions,
             row_number() OVER (ORDER BY w.position) AS position, w.synced_at, c.embedded, c.sign_in_way,
             coalesce(w.state, c.state) AS state, iif(w.state IS NULL, c.problem, w.problem) AS problem,
             (SELECT count(*) FROM keys WHERE workspace_id = w.id AND vanished_at IS NULL) AS key_count
           FROM workspaces AS w JOIN connections AS c ON c.id = w.connection_id
           WHERE w.removed_at IS NULL ORDER BY w.position`,
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
    changeWorkspace(workspaceId, { displayName, colour }) {
      sql.atomically(() => {
        if (colour !== undefined)
          sql.run('UPDATE workspaces SET colour = ? WHERE id = ?', colour, workspaceId);
        if (displayName === undefined) return;
        const own = sql.column<string>('SELECT platform_name FROM workspaces WHERE id = ?', workspaceId)[0];
        if (own === undefined) throw unknownWorkspace();
        const name = displayName ?? own;
        sql.run(
          'UPDATE workspaces SET display_name = ?, name = ?, name_order = ? WHERE id = ?',
          displayName,
          name,
          naturalOrder(name),
          workspaceId,
        );
      });
    },
    moveWorkspace: (workspaceId, position) =>
      sql.atomically(() => {
        const ids = sql.column<string>(
          'SELECT id FROM workspaces WHERE removed_at IS NULL ORDER BY position, id',
        );
        if (!ids.includes(workspaceId)) throw unknownWorkspace();
        const others = ids.filter((id) => id !== workspaceId);
        others.splice(position - 1, 0, workspaceId);
        others.forEach((id, index) => {
          sql.run(
            'UPDATE workspaces SET position = ? WHERE id = ? AND position <> ?',
            index + 1,
            id,
            index + 1,
          );
        });
      }),
  };
}

/** The workspace was just read whole: whatever kept it from that is over. Answers whether it was for the first time. */
export function markSynced(
  sql: Sql,
  workspaceId: string,
  now: string,
  askedAt: string,
): { firstTime: boolean; lookedBefore: number | null } {
  const row = sql.get<{ synced_at: string | null; looked_at: number | null }>(
    'SELECT synced_at, looked_at FROM workspaces WHERE id = ?',
    workspaceId,
  );
  if (!row) throw unknownWorkspace();
  sql.run(
    'UPDATE workspaces SET state = NULL, problem = NULL, synced_at = ?, looked_at = ? WHERE id = ?',
    now,
    Date.parse(askedAt),
    workspaceId,
  );
  return { firstTime: row.synced_at === null, lookedBefore: row.looked_at };
}

/**
 * Adds the workspaces a connection newly reaches and takes over names and roles of those it has. One that it does not
 * reach any more stays, with its keys. One that another connection brought stays with that: its keys would be here
 * twice. One that was removed comes back as it was. Answers the ids of all its workspaces in the order of the sidebar.
 */
export function keepWorkspaces(
  sql: Sql,
  newId: () => string,
  connectionId: string,
  workspaces: readonly RemoteWorkspace[],
  now: string,
): string[] {
  const elsewhere: string[] = [];
  for (const { slug, name, role, keyPermissions = null } of workspaces) {
    const permissions = keyPermissions === null ? null : Number(keyPermissions);
    const known = sql.run(
      `UPDATE workspaces SET platform_name = coalesce(?, platform_name), role = ?, key_permissions = ?,
         name = coalesce(display_name, ?, platform_name),
         name_order = iif(display_name IS NULL, coalesce(?, name_order), name_order)
       WHERE connection_id = ? AND slug = ?`,
      name,
      role,
      permissions,
      name,
      name === null ? null : naturalOrder(name),
      connectionId,
      slug,
    );
    if (known > 0) continue;
    const other = sql.get<Other>(otherShape, connectionId, slug);
    if (other && other.removed_at === null) elsewhere.push(other.name);
    else if (other) bringBack(sql, other.id, connectionId, role, permissions);
    else {
      sql.run(
        `INSERT INTO workspaces
           (id, connection_id, slug, name, platform_name, name_order, role, key_permissions, colour, position, added_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, (SELECT coalesce(max(position), 0) + 1 FROM workspaces), ?)`,
        newId(),
        connectionId,
        slug,
        name ?? slug,
        name ?? slug,
        naturalOrder(name ?? slug),
        role,
        permissions,
        nextColour(sql),
        now,
      );
    }
  }
  if (workspaces.length > 0) {
    sql.run(
      'UPDATE connections SET also_reaches = ? WHERE id = ? AND also_reaches <> ?',
      JSON.stringify(elsewhere),
      connectionId,
      JSON.stringify(elsewhere),
    );
  }
  return sql.column<string>(
    'SELECT id FROM workspaces WHERE connection_id = ? ORDER BY position',
    connectionId,
  );
}

type Other = { id: string; name: string; removed_at: string | null };

/** The same workspace under another connection, here before gone. The embedded sandbox has a new address at every start. */
const otherShape = `SELECT w.id, w.name, w.removed_at FROM workspaces AS w JOIN connections AS c ON c.id = w.connection_id
  JOIN connections AS mine ON mine.id = ?
  WHERE w.slug = ? AND c.id <> mine.id AND c.platform = mine.platform AND c.embedded = mine.embedded
    AND (c.base_url = mine.base_url OR c.embedded = 1)
  ORDER BY w.removed_at IS NOT NULL, w.removed_at DESC LIMIT 1`;

/** With its id, name, colour and activity, as the last one of the sidebar and not read yet. */
function bringBack(
  sql: Sql,
  workspaceId: string,
  connectionId: string,
  role: Role | null,
  keyPermissions: number | null,
): void {
  sql.run(
    `UPDATE workspaces SET connection_id = ?, role = ?, key_permissions = ?, removed_at = NULL, state = NULL, problem = NULL,
       synced_at = NULL, position = (SELECT max(position) + 1 FROM workspaces) WHERE id = ?`,
    connectionId,
    role,
    keyPermissions,
    workspaceId,
  );
}

/** The colour that the fewest workspaces have; among equals the first of the palette. */
function nextColour(sql: Sql): WorkspaceColour {
  type Use = { colour: string; uses: number };
  const rows = sql.all<Use>(
    'SELECT colour, count(*) AS uses FROM workspaces WHERE removed_at IS NULL GROUP BY colour',
  );
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
    platformName: row.platform_name,
    colour: row.colour,
    position: row.position,
    account: row.account,
    label: row.label,
    role: row.role,
    keyPermissions: row.key_permissions === null ? null : row.key_permissions === 1,
    keyCount: row.key_count,
    syncedAt: row.synced_at,
    state: row.state,
    problem: row.problem === null ? null : (JSON.parse(row.problem) as ErrorInfo),
    embedded: row.embedded === 1,
    signInWay: row.sign_in_way,
  };
}
