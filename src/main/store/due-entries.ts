/** Keys with what decides when they are due. */
import { statusesThatFallDue } from '#shared/domain/rotation-policy.ts';
import { dateOf } from '#shared/domain/search/days.ts';
import type { DueEntry, DueEntryReads } from './api/due-entries.ts';
import { environmentOrder, statusOrder } from './key-index.ts';
import { policyOrigin } from './policy-days.ts';
import { rotatingOf } from './rotating.ts';
import type { Sql } from './sql.ts';

type Row = {
  id: string;
  workspace_id: string;
  workspace_name: string;
  name: string;
  environment_order: number | null;
  status_order: number;
  created_at: string;
  rotation_days: number;
  rotation_from: DueEntry['rotation']['from'];
  planned_day: number | null;
  snoozed_until: number | null;
  line_id: string | null;
};

const fallDue = statusOrder.flatMap((status, order) => (statusesThatFallDue.has(status) ? [order] : []));

/** Each key that took the place of another, with the first of its line. */
const lines = `line (id, first) AS (
    SELECT new_key_id, old_key_id FROM key_lineage
    WHERE old_key_id NOT IN (SELECT new_key_id FROM key_lineage)
    UNION SELECT next.new_key_id, line.first FROM key_lineage AS next JOIN line ON line.id = next.old_key_id)`;

const entries = `WITH RECURSIVE ${lines}
  SELECT keys.id, keys.workspace_id, w.name AS workspace_name, keys.name, k.environment_order, k.status_order,
    keys.created_at, k.rotation_days, ${policyOrigin} AS rotation_from, k.planned_day, k.snoozed_until,
    (SELECT first FROM line WHERE line.id = keys.id) AS line_id
  FROM key_index AS k JOIN keys USING (seq) JOIN key_locals USING (seq)
    JOIN workspaces AS w ON w.id = keys.workspace_id
  WHERE k.rotation_days IS NOT NULL AND k.status_order IN (${fallDue.join(', ')}) AND keys.created_at IS NOT NULL
    AND ${rotatingOf} IS NULL`;

export function dueEntryReads(sql: Sql): DueEntryReads {
  return {
    dueEntries(workspaceIds) {
      const rows =
        workspaceIds === null
          ? sql.all<Row>(`${entries} ORDER BY keys.id`)
          : sql.all<Row>(
              `${entries} AND keys.workspace_id IN (SELECT value FROM json_each(?)) ORDER BY keys.id`,
              JSON.stringify(workspaceIds),
            );
      return rows.map(entryOf);
    },
  };
}

function entryOf(row: Row): DueEntry {
  return {
    id: row.id,
    workspaceId: row.workspace_id,
    workspaceName: row.workspace_name,
    name: row.name,
    environment: environmentOrder[row.environment_order ?? -1] ?? 'unassigned',
    status: statusOrder[row.status_order] ?? 'vanished',
    createdAt: row.created_at,
    rotation: {
      days: row.rotation_days,
      from: row.rotation_from,
      ...(row.planned_day !== null && { plannedOn: dateOf(row.planned_day) }),
      ...(row.snoozed_until !== null && { snoozedUntil: dateOf(row.snoozed_until) }),
    },
    lineId: row.line_id ?? row.id,
  };
}
