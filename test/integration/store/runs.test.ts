/** Runs outlive what happens to their keys: a removed connection, a damaged file, and the years. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { RunRecord } from '../../../src/main/store/api/runs.ts';
import { repair } from '../../../src/main/store/repair.ts';
import {
  allRows,
  connectionRow,
  inventoryQuery,
  keyIdOf,
  type OpenedStore,
  openOperations,
  remoteKey,
  temporaryFolder,
} from '../../support/store.ts';

const now = '2026-09-01T08:00:00.000Z';
const later = '2026-09-02T08:00:00.000Z';
const acme = { slug: 'acme', name: 'Acme', role: null };
const keys = [remoteKey('old'), remoteKey('twin')];

let folder: ReturnType<typeof temporaryFolder>;
let store: OpenedStore;
let workspaceId: string;
let [oldId, twinId]: string[] = [];
beforeEach(() => {
  folder = temporaryFolder();
  store = openOperations(folder.file);
  [workspaceId = ''] = store.operations.addConnection(connectionRow(), [acme], now);
  store.operations.applySync(workspaceId, keys, [], now);
  oldId = keyIdOf(store, workspaceId, 'old') ?? '';
  twinId = keyIdOf(store, workspaceId, 'twin') ?? '';
});
afterEach(() => {
  store[Symbol.dispose]();
  folder[Symbol.dispose]();
});

const ahead = { state: 'ahead', at: null, note: '' } as const;
const done = { state: 'done', at: now, note: 'Done.' } as const;

function record(change: Partial<RunRecord> = {}): RunRecord {
  return {
    id: 'run-1',
    workspaceId,
    togetherId: null,
    reason: 'planned',
    old: { keyId: oldId ?? '', remoteId: 'old', name: 'Key old', prefix: 'Zt4q' },
    quietHours: 24,
    disabledDays: 14,
    state: 'running',
    step: 'consumers',
    since: now,
    startedAt: now,
    endedAt: null,
    facts: {
      canDisable: true,
      steps: {
        twin: done,
        'hand-over': done,
        consumers: ahead,
        quiet: ahead,
        disable: ahead,
        delete: ahead,
        proof: ahead,
      },
      going: { kind: 'on' },
      held: false,
      ordered: true,
      pending: null,
      problem: null,
      twin: { keyId: twinId ?? '', remoteId: 'twin', name: 'Key twin', prefix: 'Zt4q' },
      twinName: 'Key twin',
      asked: true,
      consumers: [],
      template: {
        name: 'Key old',
        grant: { platform: 'roboflow', scopes: ['model:infer'] },
        folderIds: [],
        metadata: {},
        annotations: {},
      },
    },
    ...change,
  };
}

const running = () =>
  store.operations.runRows({ workspaceId: null, state: 'running', search: '' }, 0, 10).rows;

it('waits while its connection is away, and finds its keys again when that comes back', () => {
  const { operations } = store;
  operations.addRun(record(), [{ at: now, step: null, detail: 'The run begins.' }]);
  expect(running()).toMatchObject([{ seen: { old: { state: 'alive' }, twin: { keyId: twinId } } }]);
  operations.removeConnection('connection-1', later);
  expect([running(), operations.liveRunIds(null), operations.run('run-1')]).toEqual([[], [], null]);
  operations.addConnection(connectionRow({ id: 'connection-2' }), [acme], later);
  operations.applySync(workspaceId, keys, [], later);
  expect(keyIdOf(store, workspaceId, 'old')).toBe(oldId);
  expect(running()).toMatchObject([{ seen: { old: { state: 'alive' }, twin: { keyId: twinId } } }]);
  expect(operations.runEvents('run-1')).toEqual([{ at: now, step: null, detail: 'The run begins.' }]);
});

it('refuses a second run of a key, until the first is over', () => {
  const { operations } = store;
  operations.addRun(record(), []);
  expect(() => operations.addRun(record({ id: 'run-2' }), [])).toThrow(/UNIQUE/);
  operations.saveRun(record({ state: 'cancelled', step: null, endedAt: later }), []);
  operations.addRun(record({ id: 'run-2' }), []);
  expect(operations.runOfKey(oldId ?? '')).toMatchObject({ run: { id: 'run-2' } });
  expect(operations.runOfKey(twinId ?? '')).toMatchObject({ run: { id: 'run-2' } });
});

it('leaves a line once it is done, also where the old key left the inventory', () => {
  const { operations } = store;
  operations.addRun(record(), []);
  operations.setKeyPolicy(twinId ?? '', 30, { at: now, reason: null, detail: 'Every 30 days.' });
  operations.removeKey(oldId ?? '', later);
  operations.saveRun(record({ state: 'done', step: null, endedAt: later }), []);
  const { lineage } = operations.keyDetail(twinId ?? '') ?? expect.unreachable();
  expect(lineage.replaces).toEqual({
    keyId: null,
    remoteId: 'old',
    name: 'Key old',
    prefix: 'Zt4q',
    at: later,
  });
  expect(operations.runRows({ workspaceId, state: 'done', search: 'key twin' }, 0, 10).total).toBe(1);
  expect(operations.runRows({ workspaceId, state: 'done', search: 'somebody' }, 0, 10).total).toBe(0);
});

it('hands the policy of the old key on once, and leaves alone what is said about the twin’s later', () => {
  const { operations } = store;
  const policy = { days: 30, reason: 'Contract.', at: now, by: null };
  const without = record();
  const first = { ...without, facts: { ...without.facts, twin: null } };
  const template = { ...without.facts.template, policy };
  operations.addRun(first, []);
  operations.saveRun({ ...without, facts: { ...without.facts, template } }, []);
  const rotation = () => allRows(operations, inventoryQuery()).find(({ id }) => id === twinId)?.rotation;
  expect(rotation()).toMatchObject({ days: 30, from: 'key' });
  operations.setKeyPolicy(twinId ?? '', 'inherit', { at: later, reason: null, detail: 'As all others.' });
  operations.saveRun({ ...without, facts: { ...without.facts, template } }, []);
  expect(rotation()).toMatchObject({ from: 'environment' });
});

it('is kept by a repair, and then waits for a person', () => {
  store.operations.addRun(record(), [{ at: now, step: null, detail: 'The run begins.' }]);
  store.operations.beginIntent({
    id: 'torn',
    workspaceId,
    keyId: null,
    action: 'create',
    expected: {},
    at: now,
    detail: 'Made.',
  });
  store.database.prepare("UPDATE intents SET expected = 'torn'").run();
  store[Symbol.dispose]();
  const { salvaged } = repair(folder.file, new Date(later));
  expect(salvaged.find(({ table }) => table === 'rotation_runs')).toMatchObject({ count: 1, whole: true });
  store = openOperations(folder.file);
  expect(store.operations.run('run-1')?.run.facts).toMatchObject({ held: true, ordered: false });
  expect(store.operations.runEvents('run-1')).toHaveLength(1);
});

it('is forgotten years after it ended, and not before', () => {
  store.operations.addRun(record({ state: 'done', step: null, endedAt: '2026-09-02T08:00:00.000Z' }), []);
  store.operations.addRun(record({ id: 'run-2', old: { ...record().old, keyId: 'other' } }), []);
  const left = (year: number) => {
    const clock = () => Date.parse(`${year}-01-01T00:00:00Z`);
    const opened = openOperations(folder.file, clock);
    const ids = ['run-1', 'run-2'].filter((id) => opened.operations.run(id) !== null);
    opened[Symbol.dispose]();
    return ids;
  };
  expect(left(2028)).toEqual(['run-1', 'run-2']);
  expect(left(2030)).toEqual(['run-2']);
});
