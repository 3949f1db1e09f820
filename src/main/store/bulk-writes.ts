/** Planning changes over many keys, and writing down what becomes of each. */
import { dayOf } from '#shared/domain/search/days.ts';
import type { Selection } from '#shared/ipc/selection.ts';
import type { BulkVerdict, BulkWrites } from './api/bulk.ts';
import { matching } from './inventory.ts';
import type { Sql } from './sql.ts';

/** `now`: the time in milliseconds since 1970, by which a search knows what is overdue. */
export function bulkWrites(sql: Sql, now: () => number): BulkWrites {
  return {
    planBulk: ({ id, action, at }, selection) =>
      sql.atomically(() => {
        const job = addJob(sql, id, JSON.stringify(action), false, at);
        return addItems(sql, job, selection, dayOf(now()));
      }),

    planBulkUndo: ({ id, at }, undone) =>
      sql.atomically(() => {
        const body = sql.column<string>('SELECT body FROM bulk_jobs WHERE id = ?', undone)[0] ?? '{}';
        const job = addJob(sql, id, body, true, at);
        // The values change places; each job has its own, so that one can be forgotten without the other.
        const source = 'bulk_items AS i JOIN bulk_jobs AS j ON j.seq = i.job_seq';
        sql.run(
          `INSERT INTO bulk_values (job_seq, body) SELECT ?, body FROM bulk_values
           WHERE job_seq = (SELECT seq FROM bulk_jobs WHERE id = ?)`,
          job,
          undone,
        );
        return sql.run(
          `INSERT INTO bulk_items (job_seq, key_id, workspace_id, name, prefix, state, before_value, after_value)
           SELECT ?, i.key_id, i.workspace_id, i.name, i.prefix, 'unjudged', nb.seq, na.seq
           FROM ${source}
           JOIN bulk_values AS b ON b.seq = i.before_value JOIN bulk_values AS a ON a.seq = i.after_value
           JOIN bulk_values AS nb ON nb.job_seq = ? AND nb.body = a.body
           JOIN bulk_values AS na ON na.job_seq = ? AND na.body = b.body
           WHERE j.id = ? AND i.state = 'done' ORDER BY i.seq`,
          job,
          job,
          job,
          undone,
        );
      }),

    refuseUnjudged: (jobId, detail) => {
      sql.run(
        `UPDATE bulk_items SET state = 'refused', detail = ?
         WHERE job_seq = (SELECT seq FROM bulk_jobs WHERE id = ?) AND state = 'unjudged'`,
        detail,
        jobId,
      );
    },
    judgeBulk: (jobId, verdicts) => sql.atomically(() => judge(sql, jobId, verdicts)),

    setBulkState: (jobId, state) => {
      sql.run('UPDATE bulk_jobs SET state = ? WHERE id = ?', state, jobId);
    },
    setBulkItem: (item, state, detail, at) => {
      sql.run(
        'UPDATE bulk_items SET state = ?, detail = ?, sent_at = coalesce(?, sent_at) WHERE seq = ?',
        state,
        detail,
        at ?? null,
        item,
      );
    },
    failBulkItem: (item, detail) => {
      sql.run(
        `UPDATE bulk_items SET detail = ?, state = iif(
           EXISTS (SELECT 1 FROM intents WHERE key_id = bulk_items.key_id AND outcome = 'open'
             AND begun_at >= bulk_items.sent_at), 'unsure', 'failed') WHERE seq = ?`,
        detail,
        item,
      );
      const state = sql.column<string>('SELECT state FROM bulk_items WHERE seq = ?', item)[0];
      return state === 'unsure' ? state : 'failed';
    },
    noteBulkLeft: (jobId, connectionId, detail) => {
      sql.run(
        `UPDATE bulk_items SET detail = ? WHERE job_seq = (SELECT seq FROM bulk_jobs WHERE id = ?)
           AND state = 'change' AND workspace_id IN (SELECT id FROM workspaces WHERE connection_id = ?)`,
        detail,
        jobId,
        connectionId,
      );
    },
    resumeBulk: (jobId) => {
      sql.run(
        `UPDATE bulk_items SET state = 'change', detail = ''
         WHERE job_seq = (SELECT seq FROM bulk_jobs WHERE id = ?) AND state IN ('change', 'failed', 'unsure')`,
        jobId,
      );
    },
    settleBulk: () => sql.atomically(() => settle(sql)),
    recoverBulk: () =>
      sql.atomically(() => {
        for (const id of sql.column<string>("SELECT id FROM bulk_jobs WHERE state = 'planned'")) {
          remove(sql, id);
        }
        // Cleanly done ones were kept for their undo, which ends with the session.
        for (const id of sql.column<string>(
          `SELECT id FROM bulk_jobs AS j WHERE state = 'finished' AND NOT EXISTS (
             SELECT 1 FROM bulk_items WHERE job_seq = j.seq AND state IN ('change', 'failed', 'unsure'))`,
        )) {
          remove(sql, id);
        }
        sql.run("UPDATE bulk_jobs SET state = 'interrupted' WHERE state = 'running'");
        settle(sql);
      }),
    removeBulk: (jobId) => sql.atomically(() => remove(sql, jobId)),
  };
}

function addJob(sql: Sql, id: string, body: string, undo: boolean, at: string): number {
  sql.run(
    "INSERT INTO bulk_jobs (id, body, undo, state, planned_at) VALUES (?, ?, ?, 'planned', ?)",
    id,
    body,
    undo ? 1 : 0,
    at,
  );
  return sql.column<number>('SELECT seq FROM bulk_jobs WHERE id = ?', id)[0] ?? 0;
}

/** One item for each selected key, by workspace and name: the order of the dry run is the order of the run. */
function addItems(sql: Sql, job: number, selection: Selection, today: number): number {
  const [meant, except] =
    selection.kind === 'keys'
      ? ['keys.id IN (SELECT value FROM json_each(?))', [] as string[]]
      : ['keys.seq IN (SELECT value FROM json_each(?))', selection.except];
  const wanted = selection.kind === 'keys' ? selection.keyIds : matching(sql, selection.query, today);
  return sql.run(
    `INSERT INTO bulk_items (job_seq, key_id, workspace_id, name, prefix, state)
     SELECT ?, keys.id, keys.workspace_id, keys.name, keys.prefix, 'unjudged'
     FROM keys JOIN workspaces AS w ON w.id = keys.workspace_id JOIN key_index AS x ON x.seq = keys.seq
     WHERE ${meant} AND keys.id NOT IN (SELECT value FROM json_each(?))
     ORDER BY w.position, w.id, x.name_order, keys.seq`,
    job,
    JSON.stringify(wanted),
    JSON.stringify(except),
  );
}

function judge(sql: Sql, jobId: string, verdicts: readonly BulkVerdict[]): void {
  const job = sql.column<number>('SELECT seq FROM bulk_jobs WHERE id = ?', jobId)[0];
  // Forgotten while it was being planned.
  if (job === undefined) return;
  const known = new Map<string, number>();
  for (const { item, state, detail, expected, before, after } of verdicts) {
    const [e, b, a] = [expected, before, after].map((value) => valueSeq(sql, job, known, value));
    sql.run(
      `UPDATE bulk_items SET state = ?, detail = ?, expected_value = ?, before_value = ?, after_value = ?
       WHERE seq = ?`,
      state,
      detail,
      e ?? null,
      b ?? null,
      a ?? null,
      item,
    );
  }
}

function valueSeq(sql: Sql, job: number, known: Map<string, number>, value: unknown): number | null {
  if (value === null) return null;
  const body = JSON.stringify(value);
  const cached = known.get(body);
  if (cached !== undefined) return cached;
  sql.run('INSERT INTO bulk_values (job_seq, body) VALUES (?, ?) ON CONFLICT DO NOTHING', job, body);
  const seq = sql.column<number>('SELECT seq FROM bulk_values WHERE job_seq = ? AND body = ?', job, body)[0];
  if (seq !== undefined) known.set(body, seq);
  return seq ?? null;
}

/**
 * Items whose answer never came take over what their intent turned out to be. Where Latchkey ended before it even wrote
 * the intent, nothing was sent. Answers the ids of jobs that changed.
 */
function settle(sql: Sql): string[] {
  type Row = {
    seq: number;
    job: string;
    state: string;
    running: number;
    outcome: string | null;
    detail: string;
  };
  const rows = sql.all<Row>(
    `SELECT i.seq, j.id AS job, i.state, j.state = 'running' AS running, n.outcome, coalesce(n.detail, '') AS detail
     FROM bulk_items AS i JOIN bulk_jobs AS j ON j.seq = i.job_seq
     LEFT JOIN intents AS n ON n.seq = (
       SELECT max(seq) FROM intents WHERE key_id = i.key_id AND begun_at >= i.sent_at
         AND action IN ('disable', 'enable', 'delete', 'quarantine', 'edit-scope'))
     WHERE i.state IN ('sending', 'unsure')`,
  );
  const changed = new Set<string>();
  for (const { seq, job, state, running, outcome, detail } of rows) {
    // The one who sends it writes down how it went.
    if (state === 'sending' && running === 1) continue;
    const next =
      outcome === null
        ? { state: 'change', detail: '' }
        : outcome === 'open'
          ? {
              state: 'unsure',
              detail: 'Sent, and no answer came. The next sync finds out what became of it.',
            }
          : outcome === 'done'
            ? { state: 'done', detail: '' }
            : { state: 'failed', detail };
    if (next.state === state) continue;
    sql.run('UPDATE bulk_items SET state = ?, detail = ? WHERE seq = ?', next.state, next.detail, seq);
    changed.add(job);
  }
  return [...changed];
}

function remove(sql: Sql, jobId: string): void {
  const job = sql.column<number>('SELECT seq FROM bulk_jobs WHERE id = ?', jobId)[0];
  if (job === undefined) return;
  sql.run('DELETE FROM bulk_items WHERE job_seq = ?', job);
  sql.run('DELETE FROM bulk_values WHERE job_seq = ?', job);
  sql.run('DELETE FROM bulk_jobs WHERE seq = ?', job);
}
