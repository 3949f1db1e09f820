import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore, type Store, type StoreOptions } from '../../../src/main/store/client.ts';
import { StoreError } from '../../../src/main/store/store-error.ts';
import {
  connectionRow,
  inventoryQuery,
  openOperations,
  remoteKey,
  temporaryFolder,
} from '../../support/store.ts';
import { fatalKeyId, threadScript } from '../../support/threads.ts';

const workerUrl = threadScript('store');
const dyingWorkerUrl = threadScript('dying-store');

const now = '2026-09-01T08:00:00Z';
const workspaces = [{ slug: 'acme', name: 'Acme', role: null }];

let folder: ReturnType<typeof temporaryFolder>;
let opened: Store[];
beforeEach(() => {
  folder = temporaryFolder();
  opened = [];
});
afterEach(async () => {
  await Promise.all(opened.map((store) => store.close()));
  folder[Symbol.dispose]();
});

async function open(options: Partial<StoreOptions> = {}): Promise<Store> {
  const store = await openStore({ file: folder.file, workerUrl, ...options });
  opened.push(store);
  return store;
}

async function kindOf(promise: Promise<unknown>): Promise<string> {
  const [result] = await Promise.allSettled([promise]);
  if (result.status === 'fulfilled') return 'answered';
  return result.reason instanceof StoreError ? result.reason.kind : String(result.reason);
}

describe('the store over its thread', () => {
  it('answers reads and writes, and keeps them in one file', async () => {
    const store = await open();
    const [workspaceId = ''] = await store.write.addConnection(connectionRow(), workspaces, now);
    await store.write.applySync(workspaceId, [remoteKey('k1'), remoteKey('k2')], ['k1'], now);
    const { rows, total } = await store.read.inventoryRows(inventoryQuery({ search: 'k1' }), 0, 10);
    expect(total).toBe(1);
    expect(rows[0]).toMatchObject({ name: 'Key k1', thisLogin: true });
    await store.close();

    expect(readdirSync(folder.path)).toEqual(['latchkey.db']);
    const again = await open();
    expect((await again.read.inventoryRows(inventoryQuery({ search: 'k1' }), 0, 10)).rows).toEqual(rows);
    expect(await again.read.workspaces()).toMatchObject([{ id: workspaceId, keyCount: 2 }]);
  });

  it('answers many calls at once, each its own', async () => {
    const store = await open();
    const [workspaceId = ''] = await store.write.addConnection(connectionRow(), workspaces, now);
    const keys = Array.from({ length: 50 }, (_, number) => remoteKey(`k${number}`));
    const ids = await Promise.all(keys.map((key) => store.write.upsertKey(workspaceId, key, now)));
    const addresses = await Promise.all(ids.map((id) => store.read.keyAddress(id)));
    expect(addresses.map((address) => address?.remoteId)).toEqual(keys.map((key) => key.remoteId));
  });

  it('hands a refused call back as an error of its own kind, and goes on', async () => {
    const store = await open();
    expect(await kindOf(store.write.applySync('gone', [], [], now))).toBe('failed');
    await store.write.addConnection(connectionRow(), workspaces, now);
    expect(await kindOf(store.write.addConnection(connectionRow(), workspaces, now))).toBe('failed');
    expect(await store.read.connections()).toHaveLength(1);
  });

  it('does not open what it must not touch', async () => {
    openOperations(folder.file).database.exec('PRAGMA user_version = 9990');
    expect(await kindOf(openStore({ file: folder.file, workerUrl }))).toBe('newer');
    writeFileSync(join(folder.path, 'text.db'), 'no database '.repeat(100));
    expect(await kindOf(openStore({ file: join(folder.path, 'text.db'), workerUrl }))).toBe('corrupt');
    expect(await kindOf(openStore({ file: join(folder.path, 'text.db/x.db'), workerUrl }))).toBe(
      'unwritable',
    );
  });

  it('says worker-lost where its module cannot be run', async () => {
    const missing = new URL('./no-such-worker.ts', import.meta.url);
    expect(await kindOf(openStore({ file: folder.file, workerUrl: missing }))).toBe('worker-lost');
  });
});

describe('a thread that ends', () => {
  it('rejects every call that waits, and another takes over with all that was stored', async () => {
    const store = await open({ workerUrl: dyingWorkerUrl });
    const [workspaceId = ''] = await store.write.addConnection(connectionRow(), workspaces, now);
    await store.write.applySync(workspaceId, [remoteKey('k1')], [], now);
    const calls = [
      store.read.keyDetail(fatalKeyId),
      store.read.workspaces(),
      store.write.applySync(workspaceId, [], [], now),
    ];
    expect(await Promise.all(calls.map(kindOf))).toEqual(['worker-lost', 'worker-lost', 'worker-lost']);
    expect(await store.read.workspaces()).toMatchObject([{ keyCount: 1 }]);
    await store.write.applySync(workspaceId, [remoteKey('k1'), remoteKey('k2')], [], now);
    expect(await store.read.workspaces()).toMatchObject([{ keyCount: 2 }]);
  });

  it('again and again leaves nobody waiting', async () => {
    const store = await open({ workerUrl: dyingWorkerUrl });
    for (let round = 0; round < 5; round += 1) {
      expect(await kindOf(store.read.keyDetail(fatalKeyId))).toBe('worker-lost');
      expect(await store.read.connections()).toEqual([]);
    }
  });

  it('and whose database cannot be opened any more says why, until it can', async () => {
    const store = await open({ workerUrl: dyingWorkerUrl });
    await store.write.addConnection(connectionRow(), workspaces, now);
    rmSync(folder.file);
    for (const name of readdirSync(folder.path)) rmSync(join(folder.path, name));
    writeFileSync(folder.file, 'not a database any more '.repeat(100));
    expect(await kindOf(store.read.keyDetail(fatalKeyId))).toBe('worker-lost');
    expect(await kindOf(store.read.connections())).toBe('corrupt');
    expect(await kindOf(store.read.connections())).toBe('corrupt');
    rmSync(folder.file);
    expect(await store.read.connections()).toEqual([]);
  });

  it('while closing ends the wait', async () => {
    const store = await open({ workerUrl: dyingWorkerUrl });
    const fatal = kindOf(store.read.keyDetail(fatalKeyId));
    await store.close();
    expect(await fatal).toBe('worker-lost');
  });
});

describe('closing', () => {
  it('waits for what was asked before, refuses what comes after, and can be repeated', async () => {
    const store = await open();
    const before = [
      store.write.addConnection(connectionRow(), workspaces, now),
      store.read.inventoryRows(inventoryQuery(), 0, 10),
    ];
    const closing = store.close();
    const after = kindOf(store.read.workspaces());
    await closing;
    expect((await Promise.allSettled(before)).map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
    ]);
    expect(await after).toBe('closed');
    await store.close();
    expect(existsSync(`${folder.file}-wal`)).toBe(false);
  });
});

describe('slow statements', () => {
  it('are reported by their shape, without a value', async () => {
    const reports: { shape: string; milliseconds: number }[] = [];
    const store = await open({
      // Nothing is faster than this, so every statement counts as slow.
      slowAfter: -1,
      onSlow: (shape, milliseconds) => reports.push({ shape, milliseconds }),
    });
    const [workspaceId = ''] = await store.write.addConnection(connectionRow(), workspaces, now);
    await store.write.applySync(workspaceId, [remoteKey('k1', { name: 'planted' })], [], now);
    await store.read.inventoryRows(inventoryQuery({ search: 'planted pl acme' }), 0, 10);
    const shapes = reports.map(({ shape }) => shape).join('\n');
    expect(shapes).toContain('INSERT INTO keys');
    expect(shapes).toContain('MATCH ?');
    expect(shapes).not.toMatch(/planted|acme|k1/i);
    expect(reports.every(({ milliseconds }) => milliseconds >= 0)).toBe(true);
  });

  it('are none where all are fast', async () => {
    const reports: string[] = [];
    const store = await open({ slowAfter: 600_000, onSlow: (shape) => reports.push(shape) });
    await store.write.addConnection(connectionRow(), workspaces, now);
    expect(reports).toEqual([]);
  });
});
