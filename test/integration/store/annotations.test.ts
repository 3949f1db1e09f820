/** Annotations in the store: what lasts, what a search finds, what survives damage and an older file. */
import { readFileSync, writeFileSync } from 'node:fs';
import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openStore } from '../../../src/main/store/client.ts';
import { openDatabase } from '../../../src/main/store/database.ts';
import { migrations } from '../../../src/main/store/migrations/index.ts';
import { repairStore } from '../../../src/main/store/repair-thread.ts';
import {
  connectionRow,
  inventoryQuery,
  keyIdOf,
  openOperations,
  remoteKey,
  temporaryFolder,
} from '../../support/store.ts';
import { threadScript } from '../../support/threads.ts';

const workerUrl = threadScript('store');

const now = '2026-11-21T08:00:00.000Z';
const later = '2026-11-21T09:00:00.000Z';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder[Symbol.dispose]());

function fill(keys: number) {
  const store = openOperations(folder.file);
  const acme = [{ slug: 'acme', name: 'Acme', role: null }];
  const [workspaceId = ''] = store.operations.addConnection(connectionRow(), acme, now);
  const many = Array.from({ length: keys }, (_, number) => remoteKey(`k${number}`));
  store.operations.applySync(workspaceId, many, [], now);
  const idOf = (remoteId: string) => keyIdOf(store, workspaceId, remoteId) ?? expect.unreachable();
  return { store, workspaceId, many, idOf };
}

it('a search finds what is noted now, and not what was noted before', () => {
  const { store, idOf } = fill(3);
  using _ = store;
  const total = (search: string) => store.operations.inventoryRows(inventoryQuery({ search }), 0, 1).total;
  const set = (patch: Parameters<typeof store.operations.setAnnotations>[1]) =>
    store.operations.setAnnotations([idOf('k1')], patch, now);
  set({ owner: 'Łucja', consumers: ['belt-4'], notes: 'first line\nsecond line' });
  for (const search of ['lucja', 'belt-4', '"line second"', 'be']) expect(total(search)).toBe(1);
  set({ owner: 'Ben', notes: null });
  expect([total('lucja'), total('ben'), total('"line second"'), total('belt-4')]).toEqual([0, 1, 0, 1]);
});

it('the owner is a column one can sort by, those without last in both directions', () => {
  const { store, idOf } = fill(3);
  using _ = store;
  store.operations.setAnnotations([idOf('k0')], { owner: 'zoe' }, now);
  store.operations.setAnnotations([idOf('k2')], { owner: 'Ana' }, now);
  const owners = (direction: 'ascending' | 'descending') => {
    const query = inventoryQuery({ sort: { column: 'owner', direction } });
    return store.operations.inventoryRows(query, 0, 9).rows.map(({ owner }) => owner);
  };
  expect([owners('ascending'), owners('descending')]).toEqual([
    ['Ana', 'zoe', null],
    ['zoe', 'Ana', null],
  ]);
});

it('what others noted is taken over by a sync, once, without a word in the activity', () => {
  const { store, workspaceId, many, idOf } = fill(2);
  using _ = store;
  const latchkey = { version: 1, owner: 'ben', changed: { owner: later } };
  const shared = many.map((key) => ({ ...key, metadata: { line: 4, latchkey } }));
  expect(store.operations.applySync(workspaceId, shared, [], later)).toEqual({ changed: true });
  expect(store.operations.applySync(workspaceId, shared, [], later)).toEqual({ changed: false });
  expect(store.operations.keyDetail(idOf('k1'))).toMatchObject({
    owner: 'ben',
    metadata: { line: 4, latchkey },
    activity: [],
    sharing: { unsent: false },
  });
});

it('what others noted while a connection was away comes with it when it is back', () => {
  const { store, workspaceId, many, idOf } = fill(1);
  using _ = store;
  const [key = expect.unreachable()] = many;
  const keyId = idOf('k0');
  store.operations.setAnnotations([keyId], { owner: 'ana', purpose: 'Upload' }, now);
  const latchkey = (owner: string, at: string) => ({ version: 1, owner, changed: { owner: at } });
  const mine = { ...key, metadata: { latchkey: latchkey('ana', now) } };
  store.operations.applySync(workspaceId, [mine], [], now);
  store.operations.removeConnection('connection-1', now);

  const back = connectionRow({ id: 'connection-2' });
  const [again = ''] = store.operations.addConnection(
    back,
    [{ slug: 'acme', name: 'Acme', role: null }],
    later,
  );
  const theirs = { ...key, metadata: { latchkey: latchkey('ben', later) } };
  store.operations.applySync(again, [theirs], [], later);
  expect(store.operations.keyDetail(keyId)).toMatchObject({ owner: 'ben', purpose: 'Upload' });
  const found = store.operations.inventoryRows(inventoryQuery({ search: 'ben' }), 0, 9);
  expect(found.rows.map(({ id }) => id)).toEqual([keyId]);
});

it('a problem with writing into a key goes once there is nothing left to write', () => {
  const { store, workspaceId, many, idOf } = fill(1);
  using _ = store;
  const keyId = idOf('k0');
  store.operations.setAnnotationSharing(workspaceId, true, now);
  store.operations.setAnnotations([keyId], { owner: 'ana' }, now);
  store.operations.markAnnotationProblem(keyId, { code: 'timeout', message: 'Too slow.' }, now);
  expect(store.operations.unsentAnnotations(workspaceId)).toEqual([
    { keyId, failed: { problem: { code: 'timeout', message: 'Too slow.' }, at: now } },
  ]);
  const latchkey = { version: 1, owner: 'ana', changed: { owner: later } };
  store.operations.applySync(
    workspaceId,
    [{ ...(many[0] ?? expect.unreachable()), metadata: { latchkey } }],
    [],
    later,
  );
  expect(store.operations.annotationSharing(workspaceId)).toEqual({ on: true, unsent: 0, problem: null });
  expect(store.operations.keyDetail(keyId)?.sharing).toEqual({ on: true, unsent: false, problem: null });
});

it('an environment from before there were annotations counts as noted here', () => {
  const old = new SqliteDatabase(folder.file);
  old.close();
  openDatabase(folder.file, migrations.slice(0, 1)).close();
  const before = new SqliteDatabase(folder.file);
  before.exec(`
    INSERT INTO connections VALUES (1, 'c', 'roboflow', 'https://x.test', NULL, 0, 'ready', NULL, '${now}');
    INSERT INTO workspaces VALUES ('w', 'c', 'acme', 'Acme', 'acme', NULL, 'indigo', 1, NULL, NULL, NULL, '${now}');
    INSERT INTO grants VALUES (1, '{"platform":"roboflow","scopes":[]}', '', '');
    INSERT INTO keys VALUES (1, 'id', 'w', 'k1', 'n', '', 1, 0, 0, 0, '[]', '{}', 'never', NULL, NULL, NULL, 0, NULL);
    INSERT INTO key_locals VALUES (1, 'staging', '${now}');
  `);
  before.close();
  using store = openOperations(folder.file);
  expect(store.operations.annotationState('id')).toEqual({
    noted: expect.objectContaining({ at: { environment: now }, unsent: ['environment'] }),
    sharing: false,
  });
});

it('a repair keeps what can be read of them, and every key whose own could not be read', async () => {
  const { store, workspaceId, many, idOf } = fill(400);
  store.operations.setAnnotationSharing(workspaceId, true, now);
  store.operations.setAnnotations(['k1', 'k399'].map(idOf), { owner: 'ana', notes: 'Keep.' }, now);
  const page = store.database
    .prepare("SELECT pageno FROM dbstat WHERE name = 'key_locals' AND pagetype = 'leaf' ORDER BY path")
    .pluck()
    .all()
    .map(Number)
    .at(0);
  const [first, last] = [idOf('k1'), idOf('k399')];
  store.database.pragma('wal_checkpoint(TRUNCATE)');
  store.database.close();
  const bytes = readFileSync(folder.file);
  bytes.fill(0xab, ((page ?? 0) - 1) * 4096, (page ?? 0) * 4096);
  writeFileSync(folder.file, bytes);

  const { salvaged } = await repairStore(folder.file, workerUrl, new Date(later));
  expect(salvaged.find(({ table }) => table === 'key_locals')?.whole).toBe(false);
  const again = await openStore({ file: folder.file, workerUrl, alwaysCheck: true });
  expect(await again.read.keyDetail(last)).toMatchObject({
    owner: 'ana',
    notes: 'Keep.',
    sharing: { on: true },
  });
  expect(await again.read.keyDetail(first)).toMatchObject({ owner: null, firstSeenAt: later });
  await again.write.applySync(workspaceId, many, [], later);
  expect((await again.read.inventoryRows(inventoryQuery(), 0, 1)).total).toBe(400);
  await again.close();
});
