/** Keys one at a time: what the inspector shows, and where a service finds one. */
import type { Grant } from '#shared/domain/grant.ts';
import type { KeyDetail, KeyRow, LastUsed } from '#shared/domain/key.ts';
import type { KeyRotation } from '#shared/domain/key-rotation.ts';
import type { PlatformId } from '#shared/domain/platform.ts';
import { dateOf } from '#shared/domain/search/days.ts';
import type { Role, WorkspaceColour } from '#shared/domain/workspace.ts';
import { toFailure } from './annotations.ts';
import type { KeyAddress, KeyReads } from './api/keys.ts';
import { planRefusedIn } from './callers.ts';
import { changesOf } from './change-list.ts';
import { folderNamesOf, toProblem } from './folders.ts';
import { lostSecretOf } from './ghost-keys.ts';
import { activityOf } from './intents.ts';
import { statusOf } from './key-index.ts';
import { lineageOf } from './lineage.ts';
import { annotationsOf, type LocalFields, localColumns } from './locals.ts';
import { policyOrigin } from './policy-days.ts';
import { policyOfKey } from './policy-of-key.ts';
import { quarantineOf } from './quarantine.ts';
import { rotatingOf, toRotating } from './rotating.ts';
import { awaitingUse } from './search-rhythm.ts';
import type { BoundValue, Sql } from './sql.ts';

type StoredRow = LocalFields & {
  id: string;
  workspace_id: string;
  name: string;
  prefix: string;
  grant_body: string;
  last_used_kind: LastUsed['kind'];
  last_used_at: string | null;
  created_at: string | null;
  created_by: string | null;
  disabled: number;
  protected: number;
  this_login: number;
  vanished_at: string | null;
  quarantined: number;
  replaced: number;
  rotating: string | null;
  rotation_days: number | null;
  rotation_from: KeyRotation['from'];
  planned_day: number | null;
  snoozed_until: number | null;
  awaiting_use: number;
};

const rowColumns = `keys.id, keys.workspace_id, keys.name, keys.prefix, ${localColumns},
  grants.body AS grant_body, keys.last_used_kind, keys.last_used_at, keys.created_at, keys.created_by, keys.disabled,
  keys.protected, keys.this_login, keys.vanished_at,
  keys.disabled = 1 AND EXISTS (SELECT 1 FROM quarantine WHERE key_id = keys.id) AS quarantined,
  keys.vanished_at IS NOT NULL AND EXISTS (SELECT 1 FROM key_lineage WHERE old_key_id = keys.id) AS replaced,
  ${rotatingOf} AS rotating,
  key_index.rotation_days, ${policyOrigin} AS rotation_from, key_index.planned_day, key_index.snoozed_until,
  ${awaitingUse} AS awaiting_use`;
const rowTables = `keys JOIN key_locals USING (seq) JOIN key_index USING (seq)
  JOIN grants ON grants.id = keys.grant_id`;

/** Rows of the inventory in the order of `seqs`. */
export function rowsOf(sql: Sql, seqs: readonly number[]): KeyRow[] {
  return sql
    .all<StoredRow>(
      `SELECT ${rowColumns} FROM json_each(?) AS wanted CROSS JOIN ${rowTables} WHERE keys.seq = wanted.value
       ORDER BY wanted.key`,
      JSON.stringify(seqs),
    )
    .map(keyRow);
}

export function keyReads(sql: Sql): KeyReads {
  return {
    keyDetail: (keyId) => keyDetail(sql, keyId),
    keyAddress: (keyId) => keyAddress(sql, keyId),
    nameTaken(workspaceId, name, exceptKeyId) {
      const wanted = comparableName(name);
      // Compared here and not in SQL, whose lower() knows ASCII only.
      return sql
        .column<string>(
          'SELECT name FROM keys WHERE workspace_id = ? AND vanished_at IS NULL AND id IS NOT ?',
          workspaceId,
          exceptKeyId,
        )
        .some((taken) => comparableName(taken) === wanted);
    },
  };
}

function keyDetail(sql: Sql, keyId: string): KeyDetail | null {
  type Row = StoredRow & {
    remote_id: string;
    is_default: number;
    folder_ids: string;
    metadata: string;
    first_seen_at: string;
    platform: PlatformId;
    workspace_name: string;
    workspace_slug: string;
    workspace_colour: WorkspaceColour;
    role: Role | null;
    synced_at: string | null;
    annotations_shared_at: string | null;
    share_problem: string | null;
    folders_problem: string | null;
  };
  const row = one<Row>(
    sql,
    `keys.remote_id, keys.is_default, keys.folder_ids, keys.metadata, key_locals.first_seen_at,
     connections.platform, workspaces.name AS workspace_name, workspaces.slug AS workspace_slug,
     workspaces.colour AS workspace_colour, workspaces.role, workspaces.synced_at,
     workspaces.annotations_shared_at, workspaces.folders_problem, key_locals.share_problem`,
    keyId,
  );
  if (!row) return null;
  const { consumers } = annotationsOf(row);
  const folderIds = JSON.parse(row.folder_ids) as string[];
  const planRefusedAt = planRefusedIn(sql, row.workspace_id);
  return {
    ...keyRow(row),
    platform: row.platform,
    remoteId: row.remote_id,
    disabled: row.disabled === 1,
    protected: row.protected === 1,
    isDefault: row.is_default === 1,
    folderIds,
    folderNames: folderNamesOf(sql, row.workspace_id, folderIds),
    foldersProblem: toProblem(row.folders_problem),
    metadata: JSON.parse(row.metadata) as Record<string, unknown>,
    workspaceName: row.workspace_name,
    workspaceSlug: row.workspace_slug,
    workspaceColour: row.workspace_colour,
    role: row.role,
    firstSeenAt: row.first_seen_at,
    syncedAt: row.synced_at,
    activity: activityOf(sql, keyId),
    consumers,
    purpose: row.purpose,
    notes: row.notes,
    sharing: {
      on: row.annotations_shared_at !== null,
      unsent: row.unsent !== '[]',
      problem: toFailure(row.share_problem)?.problem ?? null,
    },
    changes: changesOf(sql, keyId),
    quarantine: quarantineOf(sql, keyId),
    lineage: lineageOf(sql, keyId),
    policy: policyOfKey(sql, keyId),
    ...lostSecretOf(sql, keyId),
    ...(planRefusedAt !== undefined && { planRefusedAt }),
  };
}

function keyAddress(sql: Sql, keyId: string): KeyAddress | null {
  type Row = StoredRow & { remote_id: string; slug: string; connection_id: string; platform: PlatformId };
  const row = one<Row>(
    sql,
    'keys.remote_id, workspaces.slug, workspaces.connection_id, connections.platform',
    keyId,
  );
  if (!row) return null;
  return {
    keyId: row.id,
    remoteId: row.remote_id,
    workspaceId: row.workspace_id,
    workspaceSlug: row.slug,
    connectionId: row.connection_id,
    platform: row.platform,
    row: keyRow(row),
  };
}

function one<Row>(sql: Sql, columns: string, ...values: BoundValue[]): Row | undefined {
  return sql.get<Row>(
    `SELECT ${rowColumns}, ${columns} FROM ${rowTables} JOIN workspaces ON workspaces.id = keys.workspace_id
     JOIN connections ON connections.id = workspaces.connection_id WHERE keys.id = ?`,
    ...values,
  );
}

function keyRow(row: StoredRow): KeyRow {
  return {
    id: row.id,
    workspaceId: row.workspace_id,
    name: row.name,
    prefix: row.prefix,
    environment: row.environment,
    owner: row.owner,
    grant: JSON.parse(row.grant_body) as Grant,
    lastUsed: lastUsed(row.last_used_kind, row.last_used_at),
    createdAt: row.created_at,
    createdBy: row.created_by,
    status: statusOf(row),
    ...(row.awaiting_use === 1 && { awaitingUse: true as const }),
    ...(row.quarantined === 1 && { quarantined: true as const }),
    ...(row.replaced === 1 && { replaced: true as const }),
    ...(row.rotating !== null && { rotating: toRotating(row.rotating) }),
    thisLogin: row.this_login === 1,
    rotation: {
      days: row.rotation_days,
      from: row.rotation_from,
      ...(row.planned_day !== null && { plannedOn: dateOf(row.planned_day) }),
      ...(row.snoozed_until !== null && { snoozedUntil: dateOf(row.snoozed_until) }),
    },
  };
}

export function lastUsed(kind: LastUsed['kind'], at: string | null): LastUsed {
  if (kind !== 'at') return { kind };
  return { kind, at: at ?? '' };
}

function comparableName(name: string): string {
  return name.trim().normalize('NFC').toLowerCase();
}
