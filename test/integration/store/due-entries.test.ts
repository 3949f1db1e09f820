/** The keys with due days as the store tells them, against what the inventory shows of each. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { rotationOf } from '#shared/domain/rotation-due.ts';
import { dayOf } from '#shared/domain/search/days.ts';
import {
  allRows,
  connectionRow,
  inventoryQuery,
  type OpenedStore,
  openOperations,
  remoteKey,
  temporaryFolder,
} from '../../support/store.ts';

const now = new Date(2026, 10, 21, 12).getTime();
const at = new Date(now).toISOString();
const today = dayOf(now);

let folder: ReturnType<typeof temporaryFolder>;
let store: OpenedStore;
let workspaces: string[];
beforeEach(() => {
  folder = temporaryFolder();
  store = openOperations(folder.file, () => now);
  workspaces = store.operations.addConnection(
    connectionRow(),
    ['acme', 'other'].map((slug) => ({ slug, name: `The ${slug}`, role: null })),
    at,
  );
});
afterEach(() => {
  store[Symbol.dispose]();
  folder[Symbol.dispose]();
});

const note = { at, reason: null };
const [environments, days] = [
  ['production', 'staging', 'ci', 'development', 'unassigned'] as const,
  86_400_000,
];

function fill(): void {
  for (let number = 0; number < 60; number += 1) {
    const createdAt = number % 13 === 0 ? null : new Date(now - number * 3 * days).toISOString();
    const key = remoteKey(`k${number}`, { name: `key ${number}`, createdAt, disabled: number % 11 === 0 });
    const environment = environments[number % environments.length] ?? 'ci';
    store.operations.upsertKey(workspaces[number % 2] ?? '', key, at, { environment });
  }
}

it('are those of the inventory that have a day, with all that decides it', () => {
  fill();
  const { operations } = store;
  const rows = () => allRows(operations, inventoryQuery());
  const [first, second, third] = rows().filter((row) => rotationOf(row, now).kind === 'due');
  operations.setKeyPolicy(first?.id ?? '', 30, { ...note, detail: 'Every 30 days.' });
  operations.planDays([{ keyId: second?.id ?? '', day: today + 1 }], true, note);
  operations.snoozeKeys([third?.id ?? ''], today + 9, { at, reason: 'Contract ends.', detail: 'Snoozed.' });

  const wanted = rows()
    .filter((row) => ['due', 'snoozed'].includes(rotationOf(row, now).kind))
    .map(({ id, workspaceId, name, environment, status, createdAt, rotation }) => ({
      id,
      workspaceId,
      workspaceName: workspaceId === workspaces[0] ? 'The acme' : 'The other',
      name,
      environment,
      status,
      createdAt,
      rotation,
      lineId: id,
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  expect(operations.dueEntries(null)).toEqual(wanted);
  expect(wanted.map(({ rotation }) => rotation.from)).toContain('key');
  expect(wanted.some(({ rotation }) => rotation.snoozedUntil !== undefined)).toBe(true);
  expect(operations.dueEntries([workspaces[1] ?? ''])).toEqual(
    wanted.filter(({ workspaceId }) => workspaceId === workspaces[1]),
  );
  expect(operations.dueEntries([])).toEqual([]);
});

it('continue the line of the first key, however often it was replaced', () => {
  const { operations } = store;
  const [workspaceId = ''] = workspaces;
  const replace = (oldKeyId: string, remoteId: string) => {
    const intentId = `roll-${remoteId}`;
    operations.beginIntent({
      id: intentId,
      at,
      workspaceId,
      keyId: oldKeyId,
      action: 'roll',
      expected: {},
      detail: 'Rolled.',
    });
    const replacement = { oldKeyId, intentId, metadata: {}, at };
    return operations.replaceKey(workspaceId, remoteKey(remoteId), replacement, at);
  };
  const first = operations.upsertKey(workspaceId, remoteKey('k_1'), at, { environment: 'production' });
  const third = replace(replace(first, 'k_2'), 'k_3');
  expect(operations.dueEntries(null).map(({ id, lineId }) => [id, lineId])).toEqual([[third, first]]);
});

it('are neither of the two keys of a run that is under way', () => {
  const { operations, database } = store;
  const [workspaceId = ''] = workspaces;
  const [old = '', twin = '', other = ''] = ['k_1', 'k_2', 'k_3'].map((remoteId) =>
    operations.upsertKey(workspaceId, remoteKey(remoteId), at, { environment: 'production' }),
  );
  database
    .prepare(
      `INSERT INTO rotation_runs (id, workspace_id, reason, old_key_id, old_remote_id, old_name, old_prefix, twin_key_id,
         quiet_hours, disabled_days, state, step, since, started_at, facts)
       VALUES ('run-1', ?, 'planned', ?, 'k_1', 'Key', '', ?, 24, 7, 'running', 'quiet', ?, ?, '{"canDisable":true}')`,
    )
    .run(workspaceId, old, twin, at, at);
  const ids = () => operations.dueEntries(null).map(({ id }) => id);
  expect(ids()).toEqual([other]);
  database.prepare("UPDATE rotation_runs SET ended_at = ?, state = 'done'").run(at);
  expect(ids()).toEqual([old, twin, other].sort());
});
