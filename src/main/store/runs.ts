/** Rotation runs, read with what the inventory says about their keys. */
import { dayOf } from '#shared/domain/search/days.ts';
import type { RunEvent, RunReads, RunRecord, RunWithSeen } from './api/runs.ts';
import { seenOf } from './run-seen.ts';
import { searchConditions } from './search.ts';
import { allOf } from './search-conditions.ts';
import type { Sql } from './sql.ts';

type Row = {
  id: string;
  workspace_id: string;
  together_id: string | null;
  reason: RunRecord['reason'];
  old_key_id: string;
  old_remote_id: string;
  old_name: string;
  old_prefix: string;
  quiet_hours: number;
  disabled_days: number;
  state: RunRecord['state'];
  step: RunRecord['step'];
  since: string;
  started_at: string;
  ended_at: string | null;
  facts: string;
};

/** A search is about keys: the old one or the twin has to match. */
const ofEither = `SELECT 1 FROM keys CROSS JOIN key_index AS k USING (seq) WHERE keys.id IN (r.old_key_id, r.twin_key_id)`;

/** Runs of workspaces that are there; the others wait for the day theirs comes back. */
const present = `rotation_runs AS r JOIN workspaces AS w ON w.id = r.workspace_id AND w.removed_at IS NULL`;

/** `now`: the time in milliseconds since 1970, by which a search knows what is overdue. */
export function runReads(sql: Sql, now: () => number): RunReads {
  const withSeen = (row: Row | undefined): RunWithSeen | null => {
    if (!row) return null;
    const run = recordOf(row);
    const seen = seenOf(sql, run);
    return seen && { run, seen };
  };
  const all = (rows: readonly Row[]) => rows.map(withSeen).filter((each) => each !== null);

  return {
    run: (runId) => withSeen(sql.get<Row>('SELECT * FROM rotation_runs WHERE id = ?', runId)),
    liveRunIds(workspaceId) {
      const inView = workspaceId === null ? '' : 'AND r.workspace_id = ?';
      return sql.column<string>(
        `SELECT r.id FROM ${present} WHERE r.ended_at IS NULL ${inView} ORDER BY r.seq`,
        ...(workspaceId === null ? [] : [workspaceId]),
      );
    },
    runOfKey: (keyId) =>
      withSeen(
        sql.get<Row>(
          `SELECT * FROM rotation_runs WHERE seq IN (
             SELECT seq FROM rotation_runs WHERE old_key_id = ? UNION SELECT seq FROM rotation_runs WHERE twin_key_id = ?
           ) ORDER BY ended_at IS NOT NULL, seq DESC LIMIT 1`,
          keyId,
          keyId,
        ),
      ),
    runsTogether: (togetherId) =>
      all(
        sql.all<Row>(
          'SELECT * FROM rotation_runs WHERE together_id = ? AND ended_at IS NULL ORDER BY seq',
          togetherId,
        ),
      ),
    runRows({ workspaceId, state, search, endedSince }, offset, limit) {
      const found = allOf(searchConditions(sql, search, dayOf(now())));
      const where = allOf([
        { shape: 'r.state = ?', values: [state] },
        ...(workspaceId === null ? [] : [{ shape: 'r.workspace_id = ?', values: [workspaceId] }]),
        ...(endedSince === undefined ? [] : [{ shape: 'r.ended_at >= ?', values: [endedSince] }]),
        ...(search.trim() === ''
          ? []
          : [{ shape: `EXISTS (${ofEither} AND ${found.shape})`, values: found.values }]),
      ]);
      const [total = 0] = sql.column<number>(
        `SELECT count(*) FROM ${present} WHERE ${where.shape}`,
        ...where.values,
      );
      const order = state === 'done' ? 'r.ended_at DESC, r.seq DESC' : 'r.since, r.seq';
      const rows = sql.all<Row>(
        `SELECT r.* FROM ${present} WHERE ${where.shape} ORDER BY ${order} LIMIT ? OFFSET ?`,
        ...where.values,
        limit,
        offset,
      );
      return { total, rows: all(rows) };
    },
    runEvents: (runId) =>
      sql.all<RunEvent>(
        'SELECT at, step, detail FROM rotation_run_events WHERE run_id = ? ORDER BY seq',
        runId,
      ),
    keyNames: (workspaceId) =>
      sql.column<string>('SELECT name FROM keys WHERE workspace_id = ? AND vanished_at IS NULL', workspaceId),
  };
}

function recordOf(row: Row): RunRecord {
  return {
    id: row.id,
    workspaceId: row.workspace_id,
    togetherId: row.together_id,
    reason: row.reason,
    old: {
      keyId: row.old_key_id,
      remoteId: row.old_remote_id,
      name: row.old_name,
      prefix: row.old_prefix,
    },
    quietHours: row.quiet_hours,
    disabledDays: row.disabled_days,
    state: row.state,
    step: row.step,
    since: row.since,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    facts: JSON.parse(row.facts) as RunRecord['facts'],
  };
}
