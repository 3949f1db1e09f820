/** Keeping rotation runs: whole, with what happened in them, in one transaction. */
import type { RunEvent, RunRecord, RunWrites } from './api/runs.ts';
import { insertIncident } from './incidents.ts';
import { reindexRotation } from './key-index.ts';
import type { BoundValue, Sql } from './sql.ts';

export function runWrites(sql: Sql): RunWrites {
  return {
    addRun: (run, events, incident) =>
      sql.atomically(() => {
        const values: Record<string, BoundValue> = {
          id: run.id,
          workspace_id: run.workspaceId,
          together_id: run.togetherId,
          old_key_id: run.old.keyId,
          old_remote_id: run.old.remoteId,
          old_name: run.old.name,
          old_prefix: run.old.prefix,
          quiet_hours: run.quietHours,
          disabled_days: run.disabledDays,
          started_at: run.startedAt,
          ...changing(run),
        };
        const columns = Object.keys(values);
        sql.run(
          `INSERT INTO rotation_runs (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
          ...Object.values(values),
        );
        record(sql, run, events);
        if (incident) insertIncident(sql, run.id, incident);
      }),
    saveRun: (run, events) =>
      sql.atomically(() => {
        const values = changing(run);
        const columns = Object.keys(values);
        const [former] = sql.column<string | null>(
          'SELECT twin_key_id FROM rotation_runs WHERE id = ?',
          run.id,
        );
        sql.run(
          `UPDATE rotation_runs SET ${columns.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`,
          ...Object.values(values),
          run.id,
        );
        record(sql, run, events);
        if (run.facts.twin && run.facts.twin.keyId !== former) handOnPolicy(sql, run);
        forgetQuestion(sql, run);
        if (run.state === 'done') leaveLine(sql, run);
      }),
    dropRun: (runId) => void sql.run('DELETE FROM rotation_runs WHERE id = ?', runId),
  };
}

/** A planned run becomes that of a compromised key when its secret leaks meanwhile. */
function changing({ reason, facts, state, step, since, endedAt }: RunRecord): Record<string, BoundValue> {
  return {
    reason,
    twin_key_id: facts.twin?.keyId ?? null,
    state,
    step,
    since,
    ended_at: endedAt,
    facts: JSON.stringify(facts),
  };
}

function record(sql: Sql, { id, facts: { pending } }: RunRecord, events: readonly RunEvent[]): void {
  for (const { at, step, detail } of events) {
    sql.run(
      'INSERT INTO rotation_run_events (run_id, at, step, detail) VALUES (?, ?, ?, ?)',
      id,
      at,
      step,
      detail,
    );
  }
  if (!pending) return;
  sql.run(
    'INSERT INTO rotation_run_intents (intent_id, run_id, operation) VALUES (?, ?, ?) ON CONFLICT (intent_id) DO NOTHING',
    pending.intentId,
    id,
    pending.operation,
  );
}

/** Somebody has the secret, as a person said: it is not asked about when the run is over. */
function forgetQuestion(sql: Sql, { facts: { twin, steps } }: RunRecord): void {
  if (twin && steps['hand-over'].state === 'done')
    sql.run("DELETE FROM ghost_keys WHERE key_id = ? AND state <> 'held'", twin.keyId);
}

/** Once, when the twin is there: what is said about its policy later counts. The old key may have left the inventory by then. */
function handOnPolicy(sql: Sql, { facts: { twin, template } }: RunRecord): void {
  if (!twin || !template.policy) return;
  const { days, reason, at, by } = template.policy;
  sql.run(
    `INSERT INTO key_policies (key_id, days, reason, at, by_whom) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (key_id) DO NOTHING`,
    twin.keyId,
    days,
    reason,
    at,
    by,
  );
  reindexRotation(sql, { shape: 'k.seq = (SELECT seq FROM keys WHERE id = ?)', values: [twin.keyId] });
}

/** Only now: before, the old key could have come back. It may be gone from the inventory, so the run's own words are used. */
function leaveLine(sql: Sql, { id, workspaceId, old, endedAt, facts: { twin } }: RunRecord): void {
  if (!twin) return;
  sql.run(
    `INSERT INTO key_lineage (workspace_id, old_key_id, old_remote_id, old_name, old_prefix, new_key_id, new_remote_id,
       new_name, new_prefix, at, intent_id, metadata) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)
     ON CONFLICT (old_key_id) DO NOTHING`,
    workspaceId,
    old.keyId,
    old.remoteId,
    old.name,
    old.prefix,
    twin.keyId,
    twin.remoteId,
    twin.name,
    twin.prefix,
    endedAt,
    id,
  );
}
