/** Policies of environments: set for all workspaces or for one, and what a change of them would move. */
import type { PolicyEnvironment } from '#shared/domain/key-rotation.ts';
import type { ChosenDays, Policy, PolicyChange, PolicyEffect } from '#shared/domain/policies.ts';
import { rotationDays } from '#shared/domain/rotation-policy.ts';
import { dayOf } from '#shared/domain/search/days.ts';
import type { PolicyChoice, PolicyNote, PolicyReads, PolicyWrites } from './api/policies.ts';
import { dueDayAwake } from './due-day.ts';
import { environmentOrder, reindexRotation } from './key-index.ts';
import { everywhere } from './policy-days.ts';
import { allOf, type Condition, oneOf } from './search-conditions.ts';
import type { Sql } from './sql.ts';

/** Who a workspace is reached as; none for all of them. */
const account = `(SELECT account FROM connections JOIN workspaces ON workspaces.connection_id = connections.id
  WHERE workspaces.id = ?)`;

type Stored = { days: number | null; reason: string | null; at: string; by_whom: string | null };

const present = `(workspace_id = '${everywhere}'
  OR workspace_id IN (SELECT id FROM workspaces WHERE removed_at IS NULL))`;

export function policyReads(sql: Sql, now: () => number): Omit<PolicyReads, 'keyPolicy'> {
  return {
    policies() {
      type Row = Stored & { workspace_id: string; environment: PolicyEnvironment };
      return sql.all<Row>(`SELECT * FROM policies WHERE ${present} ORDER BY workspace_id, environment`).map(
        ({ workspace_id, environment, ...stored }): Policy => ({
          workspaceId: workspaceOf(workspace_id),
          environment,
          days: stored.days,
          ...noteOf(stored),
        }),
      );
    },
    policyChanges(most) {
      type Row = Omit<Stored, 'days'> & {
        seq: number;
        workspace_id: string;
        environment: PolicyEnvironment;
        before_days: number | null;
        before_own: number;
        after_days: number | null;
        after_own: number;
      };
      return sql
        .all<Row>(`SELECT * FROM policy_changes WHERE ${present} ORDER BY seq DESC LIMIT ?`, most)
        .map(
          (row): PolicyChange => ({
            seq: row.seq,
            workspaceId: workspaceOf(row.workspace_id),
            environment: row.environment,
            before: row.before_own === 1 ? row.before_days : 'inherit',
            after: row.after_own === 1 ? row.after_days : 'inherit',
            ...noteOf(row),
          }),
        );
    },
    policyEffect: (workspaceId, choices) => effectOf(sql, workspaceId, choices, dayOf(now())),
  };
}

export function policyWrites(sql: Sql): Pick<PolicyWrites, 'setPolicies'> {
  return {
    setPolicies: (workspaceId, choices, note) =>
      sql.atomically(() => {
        const before = choices.map(({ environment }) => ({
          environment,
          days: chosen(sql, workspaceId, environment),
        }));
        const changed = choices.filter(({ days }, index) => days !== before[index]?.days);
        for (const choice of changed) {
          const was = before.find(({ environment }) => environment === choice.environment)?.days ?? 'inherit';
          keep(sql, workspaceId, choice, note);
          record(sql, workspaceId, choice, was, note);
        }
        const moved = inPlace(
          workspaceId,
          changed.map(({ environment }) => environment),
        );
        reindexRotation(sql, moved);
        return {
          before,
          workspaceIds: sql.column<string>(
            `SELECT DISTINCT k.workspace_id FROM key_index AS k WHERE ${moved.shape}`,
            ...moved.values,
          ),
        };
      }),
  };
}

export function noteOf({ reason, at, by_whom }: Omit<Stored, 'days'>) {
  return { reason, at, by: by_whom };
}

const workspaceOf = (stored: string) => (stored === everywhere ? null : stored);

/** The keys of some environments, in one workspace or in all. */
function inPlace(workspaceId: string | null, environments: readonly PolicyEnvironment[]): Condition {
  const orders = environments.map((environment) => environmentOrder.indexOf(environment));
  const there = oneOf('k.environment_order', orders);
  return workspaceId === null
    ? there
    : allOf([there, { shape: 'k.workspace_id = ?', values: [workspaceId] }]);
}

function chosen(sql: Sql, workspaceId: string | null, environment: PolicyEnvironment): ChosenDays {
  const row = sql.get<{ days: number | null }>(
    'SELECT days FROM policies WHERE workspace_id = ? AND environment = ?',
    workspaceId ?? everywhere,
    environment,
  );
  return row ? row.days : 'inherit';
}

function keep(
  sql: Sql,
  workspaceId: string | null,
  { environment, days }: PolicyChoice,
  { reason, at }: PolicyNote,
): void {
  const place = workspaceId ?? everywhere;
  sql.run('DELETE FROM policies WHERE workspace_id = ? AND environment = ?', place, environment);
  if (days === 'inherit') return;
  sql.run(
    `INSERT INTO policies (workspace_id, environment, days, reason, at, by_whom) VALUES (?, ?, ?, ?, ?, ${account})`,
    place,
    environment,
    days,
    reason,
    at,
    place,
  );
}

function record(
  sql: Sql,
  workspaceId: string | null,
  { environment, days }: PolicyChoice,
  was: ChosenDays,
  { reason, at }: PolicyNote,
): void {
  const place = workspaceId ?? everywhere;
  const side = (value: ChosenDays) => (value === 'inherit' ? [null, 0] : [value, 1]);
  sql.run(
    `INSERT INTO policy_changes (workspace_id, environment, before_days, before_own, after_days, after_own, reason, at,
       by_whom) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ${account})`,
    place,
    environment,
    ...side(was),
    ...side(days),
    reason,
    at,
    place,
  );
}

/** Counted over the keys that go by these policies now: one with a policy closer to it does not move. */
function effectOf(
  sql: Sql,
  workspaceId: string | null,
  choices: readonly PolicyChoice[],
  today: number,
): PolicyEffect {
  const none: PolicyEffect = { earlier: 0, later: 0, becomeOverdue: 0, noLongerOverdue: 0 };
  const ways = choices.map(({ environment, days }) => ({
    environment,
    days: days === 'inherit' ? inherited(sql, workspaceId, environment) : days,
  }));
  if (ways.length === 0) return none;
  const next = ways.map(
    ({ environment, days }) => `WHEN ${environmentOrder.indexOf(environment)} THEN ${days ?? 'NULL'}`,
  );
  const [before, after] = [
    dueDayAwake(today),
    dueDayAwake(today, `(CASE k.environment_order ${next.join(' ')} END)`),
  ];
  const where = allOf([
    inPlace(
      workspaceId,
      ways.map(({ environment }) => environment),
    ),
    goesBy(workspaceId),
  ]);
  // A resting key is overdue on neither side, and moves all the same.
  const overdue = (due: string) => `(${due} < ? AND awake) IS TRUE`;
  return (
    sql.get<PolicyEffect>(
      `SELECT count(*) FILTER (WHERE after < before OR (before IS NULL AND after IS NOT NULL)) AS earlier,
         count(*) FILTER (WHERE after > before OR (before IS NOT NULL AND after IS NULL)) AS later,
         count(*) FILTER (WHERE ${overdue('after')} AND NOT ${overdue('before')}) AS becomeOverdue,
         count(*) FILTER (WHERE ${overdue('before')} AND NOT ${overdue('after')}) AS noLongerOverdue
       FROM (SELECT ${before} AS before, ${after} AS after, (k.snoozed_until > ?) IS NOT TRUE AS awake
         FROM key_index AS k WHERE ${where.shape})`,
      ...[today, today, today, today, today],
      ...where.values,
    ) ?? none
  );
}

function inherited(sql: Sql, workspaceId: string | null, environment: PolicyEnvironment): number | null {
  const above = workspaceId === null ? 'inherit' : chosen(sql, null, environment);
  return above === 'inherit' ? rotationDays[environment] : above;
}

/** Keys without a policy of their own; for all workspaces, also without one of their workspace. */
function goesBy(workspaceId: string | null): Condition {
  const own = 'k.seq NOT IN (SELECT keys.seq FROM key_policies JOIN keys ON keys.id = key_policies.key_id)';
  const names = environmentOrder.map((name, order) => `WHEN ${order} THEN '${name}'`).join(' ');
  const closer = `NOT EXISTS (SELECT 1 FROM policies WHERE workspace_id = k.workspace_id
    AND environment = CASE k.environment_order ${names} END)`;
  return { shape: workspaceId === null ? `${own} AND ${closer}` : own, values: [] };
}
