/** The bin in SQLite: its order, what leaves it and why, and what a damaged file must not do. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDatabase } from '../../../src/main/store/database.ts';
import { migrations } from '../../../src/main/store/migrations/index.ts';
import { salvage } from '../../../src/main/store/salvage.ts';
import {
  connectionRow,
  keyIdOf,
  type OpenedStore,
  openOperations,
  remoteKey,
  temporaryFolder,
} from '../../support/store.ts';

const now = '2026-11-21T08:00:00.000Z';
const later = '2026-12-05T08:00:00.000Z';
const muchLater = '2026-12-20T08:00:00.000Z';

let folder: ReturnType<typeof temporaryFolder>;
let store: OpenedStore;
let acme: string;
const idOf = (remoteId: string) => keyIdOf(store, acme, remoteId) ?? '';
const put = (remoteId: string, due = later) =>
  store.operations.enterQuarantine(idOf(remoteId), { since: now, due, by: 'ana@acme.example' });
const names = () => store.operations.quarantineRows(null, 0, 10).rows.map(({ name }) => name);
const told = () => store.operations.quarantineNews().told;

beforeEach(() => {
  folder = temporaryFolder();
  store = openOperations(folder.file);
  const workspaces = [{ slug: 'acme', name: 'Acme', role: null }];
  [acme = ''] = store.operations.addConnection(connectionRow(), workspaces, now);
  store.operations.applySync(
    acme,
    ['a', 'b', 'c'].map((id) => remoteKey(id, { disabled: true })),
    [],
    now,
  );
});
afterEach(() => {
  store[Symbol.dispose]();
  folder[Symbol.dispose]();
});

it('lists what waits for a decision first, then by day, and one workspace alone where asked', () => {
  put('a', muchLater);
  put('b', later);
  put('c', '2026-12-01T08:00:00.000Z');
  expect(names()).toEqual(['Key c', 'Key b', 'Key a']);
  store.operations.holdQuarantine(idOf('a'), { kind: 'ask', message: 'Somebody enabled it again.' }, now);
  expect(names()).toEqual(['Key a', 'Key c', 'Key b']);
  expect(store.operations.quarantineRows('another workspace', 0, 10)).toEqual({ total: 0, rows: [] });
  expect(store.operations.quarantineRows(acme, 1, 1)).toMatchObject({ total: 3, rows: [{ name: 'Key c' }] });
  expect(store.operations.quarantineNews()).toMatchObject({ count: 3, asking: 1 });
});

it('shows and sorts as a status of its own, after what is merely disabled', () => {
  put('a');
  const sort = { column: 'status', direction: 'ascending' } as const;
  const { rows } = store.operations.inventoryRows({ search: '', workspaceId: null, sort }, 0, 10);
  expect(rows.map(({ name, quarantined }) => [name, quarantined])).toEqual([
    ['Key b', undefined],
    ['Key c', undefined],
    ['Key a', true],
  ]);
});

it('is due on its day, not while a person is asked, and not again right after a failed try', () => {
  put('a');
  const due = (at: string, triedBefore = at) =>
    store.operations.quarantineDue(at, triedBefore).map(({ keyId }) => keyId);
  expect(due('2026-12-05T07:59:59.999Z')).toEqual([]);
  expect(due(later)).toEqual([idOf('a')]);
  store.operations.holdQuarantine(idOf('a'), { kind: 'wait', message: 'Offline.' }, later);
  expect(due('2026-12-05T08:01:00.000Z', '2026-12-05T07:56:00.000Z')).toEqual([]);
  expect(due('2026-12-05T08:06:00.000Z', '2026-12-05T08:01:00.000Z')).toEqual([idOf('a')]);
  store.operations.holdQuarantine(idOf('a'), { kind: 'ask', message: 'Renamed.' }, later);
  expect(due(muchLater)).toEqual([]);
});

it('an entry whose deletion has no answer yet is left alone', () => {
  put('a');
  const intent = { id: 'i1', workspaceId: acme, keyId: idOf('a'), at: later, detail: 'Deleted as planned.' };
  store.operations.beginIntent({ ...intent, action: 'delete', expected: { remoteId: 'a', planned: true } });
  store.operations.applySync(
    acme,
    ['b', 'c'].map((id) => remoteKey(id)),
    [],
    later,
  );
  expect(store.operations.sweepQuarantine(later, now)).toBe(0);
  store.operations.settleIntent('i1', 'done', intent.detail, later);
  expect(store.operations.sweepQuarantine(later, muchLater)).toBe(1);
  expect(told()).toEqual([{ kind: 'deleted', amount: 1, whileClosed: true }]);
});

it('a removed workspace takes its keys out of the bin, with a word', () => {
  put('a');
  put('b');
  store.database.pragma('foreign_keys = OFF');
  store.database.exec('DELETE FROM keys; DELETE FROM workspaces');
  expect(store.operations.sweepQuarantine(later, now)).toBe(2);
  expect(told()).toEqual([{ kind: 'workspace-removed', amount: 2, whileClosed: false }]);
  expect(store.operations.quarantineNews().latest[0]).toMatchObject({ workspaceName: 'Acme' });
});

it('is saved out of a damaged file, but a date that is none is not', () => {
  put('a');
  put('b');
  put('c');
  // As a torn page might leave them: too early, and no day at all.
  store.database.pragma('ignore_check_constraints = ON');
  store.database
    .prepare("UPDATE quarantine SET due = '1026-12-05T08:00:00.000Z' WHERE key_id = ?")
    .run(idOf('b'));
  store.database.prepare("UPDATE quarantine SET due = 'Qm' WHERE key_id = ?").run(idOf('c'));
  const target = openDatabase(`${folder.file}.new`, migrations);
  const results = salvage(store.database, target);
  expect(results.find(({ table }) => table === 'quarantine')).toEqual({
    table: 'quarantine',
    count: 1,
    whole: false,
  });
  expect(target.prepare('SELECT key_id FROM quarantine').pluck().all()).toEqual([idOf('a')]);
  target.close();
});
