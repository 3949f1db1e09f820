/** Changes over many keys: the job, one item for each key, and what is known of them. Counting and paging are SQL. */
import type { Environment } from '#shared/domain/environment.ts';
import type { Grant } from '#shared/domain/grant.ts';
import type { LastUsed } from '#shared/domain/key.ts';
import type { WorkspaceColour } from '#shared/domain/workspace.ts';
import {
  type BulkAction,
  type BulkCounts,
  type BulkItem,
  type BulkItemState,
  type BulkJobState,
  type BulkValue,
  bulkItemStates,
} from '#shared/ipc/bulk.ts';
import type { BulkJobRow, BulkReads, BulkSubject, BulkTask } from './api/bulk.ts';
import { lastUsed } from './keys.ts';
import type { Sql } from './sql.ts';

export function bulkReads(sql: Sql): BulkReads {
  return {
    bulkJob: (jobId) => jobs(sql, 'WHERE id = ?', jobId)[0] ?? null,
    bulkJobs: () => jobs(sql, "WHERE state <> 'planned' ORDER BY seq DESC"),
    bulkWorkspaces: (jobId) => workspacesOf(sql, jobId),
    bulkItems: (jobId, states, offset, limit) => items(sql, jobId, states, offset, limit),
    bulkConnections: (jobId) =>
      sql.column<string>(
        `SELECT DISTINCT w.connection_id FROM bulk_items AS i JOIN workspaces AS w ON w.id = i.workspace_id
         WHERE i.job_seq = (SELECT seq FROM bulk_jobs WHERE id = ?) AND i.state = 'change'`,
        jobId,
      ),
    bulkTasks: (jobId, connectionId, after, limit) => tasks(sql, jobId, connectionId, after, limit),
    bulkToJudge: (jobId, limit) => toJudge(sql, jobId, limit),
    bulkLocal: (keyId) =>
      sql.get(
        'SELECT key_locals.environment, key_locals.owner FROM keys JOIN key_locals USING (seq) WHERE keys.id = ?',
        keyId,
      ) ?? null,
  };
}

function jobs(sql: Sql, where: string, ...values: string[]): BulkJobRow[] {
  type Row = { seq: number; id: string; body: string; undo: number; state: BulkJobState };
  return sql
    .all<Row>(`SELECT seq, id, body, undo, state FROM bulk_jobs ${where}`, ...values)
    .map(({ seq, id, body, undo, state }) => ({
      id,
      action: JSON.parse(body) as BulkAction,
      undo: undo === 1,
      state,
      counts: countsOf(
        sql.all('SELECT state, count(*) AS count FROM bulk_items WHERE job_seq = ? GROUP BY state', seq),
      ),
    }));
}

type StateCount = { state: BulkItemState; count: number };

/** States that no item is in count 0. */
function countsOf(rows: readonly StateCount[]): BulkCounts {
  const counts = Object.fromEntries(bulkItemStates.map((state) => [state, 0])) as BulkCounts;
  for (const { state, count } of rows) if (state in counts) counts[state] = count;
  return counts;
}

function workspacesOf(sql: Sql, jobId: string): ReturnType<BulkReads['bulkWorkspaces']> {
  type Row = StateCount & { id: string; name: string; slug: string; colour: WorkspaceColour };
  const rows = sql.all<Row>(
    `SELECT w.id, w.name, w.slug, w.colour, i.state, count(*) AS count
     FROM bulk_items AS i JOIN workspaces AS w ON w.id = i.workspace_id
     WHERE i.job_seq = (SELECT seq FROM bulk_jobs WHERE id = ?)
     GROUP BY w.id, i.state ORDER BY min(w.position)`,
    jobId,
  );
  // Two workspaces may stand at the same place; an id that comes back later belongs to the entry it had.
  const byId = new Map<string, { head: Row; rows: Row[] }>();
  for (const row of rows) {
    const entry = byId.get(row.id) ?? { head: row, rows: [] };
    entry.rows.push(row);
    byId.set(row.id, entry);
  }
  return [...byId.values()].map(({ head: { id, name, slug, colour }, rows: counted }) => ({
    workspaceId: id,
    name,
    slug,
    colour,
    counts: countsOf(counted),
  }));
}

/** In the order in which they were planned, which is by workspace and then by name. */
function items(
  sql: Sql,
  jobId: string,
  states: readonly BulkItemState[],
  offset: number,
  limit: number,
): BulkItem[] {
  type Row = Omit<BulkItem, 'before' | 'after'> & { before: string | null; after: string | null };
  return sql
    .all<Row>(
      `SELECT i.key_id AS keyId, i.workspace_id AS workspaceId, i.name, i.prefix, i.state, b.body AS before,
         a.body AS after, i.detail
       FROM (
         SELECT seq FROM bulk_items WHERE job_seq = (SELECT seq FROM bulk_jobs WHERE id = ?)
           AND state IN (SELECT value FROM json_each(?)) ORDER BY seq LIMIT ? OFFSET ?
       ) AS page JOIN bulk_items AS i USING (seq)
       LEFT JOIN bulk_values AS b ON b.seq = i.before_value LEFT JOIN bulk_values AS a ON a.seq = i.after_value
       ORDER BY i.seq`,
      jobId,
      JSON.stringify(states),
      limit,
      offset,
    )
    .map((row) => ({ ...row, before: readValue(row.before), after: readValue(row.after) }));
}

/** What is left to be sent through one connection, in order. */
function tasks(sql: Sql, jobId: string, connectionId: string, after: number, limit: number): BulkTask[] {
  type Row = Pick<BulkTask, 'item' | 'keyId' | 'workspaceId' | 'name'> & {
    expected: string | null;
    before: string;
    after: string;
  };
  return sql
    .all<Row>(
      `SELECT i.seq AS item, i.key_id AS keyId, i.workspace_id AS workspaceId, i.name, e.body AS expected,
         b.body AS before, a.body AS after
       FROM bulk_items AS i JOIN workspaces AS w ON w.id = i.workspace_id
       LEFT JOIN bulk_values AS e ON e.seq = i.expected_value
       JOIN bulk_values AS b ON b.seq = i.before_value JOIN bulk_values AS a ON a.seq = i.after_value
       WHERE i.job_seq = (SELECT seq FROM bulk_jobs WHERE id = ?) AND i.state = 'change' AND i.seq > ?
         AND w.connection_id = ? ORDER BY i.seq LIMIT ?`,
      jobId,
      after,
      connectionId,
      limit,
    )
    .map((row) => ({
      ...row,
      expected: row.expected === null ? null : (JSON.parse(row.expected) as BulkTask['expected']),
      before: JSON.parse(row.before) as BulkValue,
      after: JSON.parse(row.after) as BulkValue,
    }));
}

/** Items nobody has looked at yet, with what the key is now. A key that left the inventory has none. */
function toJudge(sql: Sql, jobId: string, limit: number): BulkSubject[] {
  type Row = {
    item: number;
    keyId: string;
    workspaceId: string;
    name: string;
    grant_body: string;
    disabled: number;
    protected: number;
    this_login: number;
    vanished_at: string | null;
    environment: Environment;
    owner: string | null;
    consumers: string;
    created_by: string | null;
    last_used_kind: LastUsed['kind'];
    last_used_at: string | null;
    due: string | null;
    asks: number;
    before: string | null;
    after: string | null;
  };
  return sql
    .all<Row>(
      `SELECT i.seq AS item, keys.id AS keyId, keys.workspace_id AS workspaceId, keys.name, g.body AS grant_body,
         keys.disabled, keys.protected, keys.this_login, keys.vanished_at, l.environment, l.owner,
         l.consumers, keys.created_by, keys.last_used_kind, keys.last_used_at, q.due,
         coalesce(json_extract(q.hold, '$.kind') = 'ask', 0) AS asks, b.body AS before, a.body AS after
       FROM bulk_items AS i JOIN keys ON keys.id = i.key_id JOIN key_locals AS l ON l.seq = keys.seq
       JOIN grants AS g ON g.id = keys.grant_id
       LEFT JOIN quarantine AS q ON q.key_id = keys.id
       LEFT JOIN bulk_values AS b ON b.seq = i.before_value LEFT JOIN bulk_values AS a ON a.seq = i.after_value
       WHERE i.job_seq = (SELECT seq FROM bulk_jobs WHERE id = ?) AND i.state = 'unjudged' ORDER BY i.seq LIMIT ?`,
      jobId,
      limit,
    )
    .map((row) => ({
      item: row.item,
      keyId: row.keyId,
      workspaceId: row.workspaceId,
      name: row.name,
      grant: JSON.parse(row.grant_body) as Grant,
      disabled: row.disabled === 1,
      protected: row.protected === 1,
      thisLogin: row.this_login === 1,
      vanished: row.vanished_at !== null,
      environment: row.environment,
      owner: row.owner,
      consumers: JSON.parse(row.consumers) as string[],
      createdBy: row.created_by,
      lastUsed: lastUsed(row.last_used_kind, row.last_used_at),
      quarantine: row.due === null ? null : { due: row.due, asks: row.asks === 1 },
      before: row.before === null ? null : (JSON.parse(row.before) as BulkValue),
      after: row.after === null ? null : (JSON.parse(row.after) as BulkValue),
    }));
}

function readValue(body: string | null): BulkValue | null {
  return body === null ? null : (JSON.parse(body) as BulkValue);
}
