/** What is said about the rotation of single keys: policies of their own, rests, and planned days. */
import type { KeyActivity, KeyRow } from '#shared/domain/key.ts';
import { plannedRange, rotationOf } from '#shared/domain/rotation-due.ts';
import { dayOf, dayText } from '#shared/domain/search/days.ts';
import type { KeyNote, PolicyNote, PolicyWrites } from './api/policies.ts';
import { reindexRotation } from './key-index.ts';
import { rowsOf } from './keys.ts';
import { oneOf } from './search-conditions.ts';
import type { Sql } from './sql.ts';

export function keyPolicyWrites(
  sql: Sql,
  newId: () => string,
  now: () => number,
): Omit<PolicyWrites, 'setPolicies'> {
  return {
    setKeyPolicy: (keyId, days, note) =>
      sql.atomically(() => {
        const keys = keysOf(sql, [keyId]);
        for (const key of keys) {
          say(sql, 'key_policies', key, days === 'inherit' ? null : { days }, note);
          record(sql, newId(), key, 'policy', note);
        }
        return moved(sql, keys);
      }),

    snoozeKeys: (keyIds, until, note) =>
      sql.atomically(() => {
        const keys = keysOf(sql, keyIds);
        const rows = rowsById(sql, keys);
        const changed = keys.filter(({ id }) => {
          const row = rows.get(id);
          const rotation = row && rotationOf(row, now());
          return rotation?.kind === 'snoozed' || (until !== null && rotation?.kind === 'due');
        });
        const before = changed.map(({ id }) => ({ keyId: id, ...restOf(sql, id, dayOf(now())) }));
        for (const key of changed) {
          say(sql, 'snoozes', key, until === null ? null : { until }, note);
          record(sql, newId(), key, 'snooze', note);
        }
        return { before, ...moved(sql, changed) };
      }),

    planDays: (plans, anyDay, note) =>
      sql.atomically(() => {
        const wanted = new Map(plans.map(({ keyId, day }) => [keyId, day]));
        const keys = keysOf(sql, [...wanted.keys()]);
        const refused = refusedPlans(sql, keys, wanted, anyDay, now());
        if (refused.length > 0) return { before: [], refused, workspaceIds: [] };
        const before = keys.map(({ id }) => ({
          keyId: id,
          day: sql.column<number>('SELECT day FROM planned_days WHERE key_id = ?', id)[0] ?? null,
        }));
        const changed = keys.filter(({ id }, index) => wanted.get(id) !== before[index]?.day);
        for (const key of changed) {
          const day = wanted.get(key.id) ?? null;
          say(sql, 'planned_days', key, day === null ? null : { day }, note);
          record(sql, newId(), key, 'plan', { ...note, detail: planText(day, note.reason) });
        }
        return { before, refused, ...moved(sql, changed) };
      }),
  };
}

type Key = { seq: number; id: string; workspace_id: string; account: string | null };

function keysOf(sql: Sql, keyIds: readonly string[]): Key[] {
  return sql.all<Key>(
    `SELECT keys.seq, keys.id, keys.workspace_id, connections.account FROM keys
     JOIN workspaces ON workspaces.id = keys.workspace_id
     JOIN connections ON connections.id = workspaces.connection_id
     WHERE keys.id IN (SELECT value FROM json_each(?)) ORDER BY keys.seq`,
    JSON.stringify(keyIds),
  );
}

function rowsById(sql: Sql, keys: readonly Key[]): Map<string, KeyRow> {
  const rows = rowsOf(
    sql,
    keys.map(({ seq }) => seq),
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** Null takes back what was said. */
function say(
  sql: Sql,
  table: 'key_policies' | 'snoozes' | 'planned_days',
  { id, account }: Key,
  value: Record<string, number | null> | null,
  { at, reason }: PolicyNote,
): void {
  sql.run(`DELETE FROM ${table} WHERE key_id = ?`, id);
  if (value === null) return;
  const [column = '', days = null] = Object.entries(value)[0] ?? [];
  sql.run(
    `INSERT INTO ${table} (key_id, ${column}, reason, at, by_whom) VALUES (?, ?, ?, ?, ?)`,
    id,
    days,
    reason,
    at,
    account,
  );
}

function restOf(sql: Sql, keyId: string, today: number): { until: number | null; reason: string | null } {
  const rest = sql.get<{ until: number; reason: string | null }>(
    'SELECT until, reason FROM snoozes WHERE key_id = ? AND until > ?',
    keyId,
    today,
  );
  return rest ?? { until: null, reason: null };
}

/** Writes what moved into the index. */
function moved(sql: Sql, keys: readonly Key[]): { workspaceIds: string[] } {
  reindexRotation(
    sql,
    oneOf(
      'k.seq',
      keys.map(({ seq }) => seq),
    ),
  );
  return { workspaceIds: [...new Set(keys.map(({ workspace_id }) => workspace_id))] };
}

/** Keys that are not here, or cannot be planned as wanted. Taking a plan away is always inside the policy. */
function refusedPlans(
  sql: Sql,
  keys: readonly Key[],
  wanted: ReadonlyMap<string, number | null>,
  anyDay: boolean,
  now: number,
): string[] {
  const rows = rowsById(sql, keys);
  return [...wanted].flatMap(([keyId, day]) => {
    const row = rows.get(keyId);
    if (!row) return [keyId];
    if (day === null || anyDay) return [];
    const range = plannedRange(row, now);
    return range && day >= range.earliest && day <= range.latest ? [] : [keyId];
  });
}

function planText(day: number | null, reason: string | null): string {
  const said = day === null ? 'Back on the day of its policy' : `Planned for ${dayText(day)}`;
  return reason === null ? `${said}.` : `${said}: ${reason}`;
}

/** Done already, so it is its own outcome: nothing was sent anywhere. */
function record(
  sql: Sql,
  id: string,
  key: Key,
  action: Extract<KeyActivity['action'], 'policy' | 'snooze' | 'plan'>,
  { at, detail }: KeyNote,
): void {
  sql.run(
    `INSERT INTO intents (id, workspace_id, key_id, action, expected, begun_at, outcome, detail, settled_at)
     VALUES (?, ?, ?, ?, '{}', ?, 'done', ?, ?)`,
    id,
    key.workspace_id,
    key.id,
    action,
    at,
    detail,
    at,
  );
}
