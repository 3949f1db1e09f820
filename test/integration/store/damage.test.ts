import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../../src/main/store/client.ts';
import { openDatabase } from '../../../src/main/store/database.ts';
import { moveAside } from '../../../src/main/store/move-aside.ts';
import { repairStore } from '../../../src/main/store/repair-thread.ts';
import { StoreError } from '../../../src/main/store/store-error.ts';
import { connectionRow, openOperations, remoteKey, temporaryFolder } from '../../support/store.ts';
import { threadScript } from '../../support/threads.ts';

const workerUrl = threadScript('store');

const now = '2026-09-01T08:00:00Z';
const at = new Date('2026-09-01T08:00:00Z');
const pageSize = 4096;

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder[Symbol.dispose]());

/** A store with two connections, many keys and something done to one of them. Answers what the pages of a table are. */
function plant(keys = 400) {
  const { operations, database } = openOperations(folder.file);
  const [acme = ''] = operations.addConnection(
    connectionRow(),
    [{ slug: 'acme', name: 'Acme', role: null }],
    now,
  );
  operations.addConnection(
    connectionRow({ id: 'connection-2', baseUrl: 'https://other.example.test' }),
    [{ slug: 'orchard', name: 'Orchard', role: null }],
    now,
  );
  const many = Array.from({ length: keys }, (_, number) => remoteKey(`k${number}`));
  operations.applySync(acme, many, [], now);
  database.exec("UPDATE key_locals SET environment = 'production' WHERE seq <= 10");
  operations.beginIntent({
    id: 'intent-1',
    workspaceId: acme,
    keyId: null,
    action: 'create',
    expected: { name: 'lost' },
    at: now,
    detail: 'Created',
  });
  const pagesOf = (table: string) =>
    database
      .prepare("SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY path")
      .pluck()
      .all(table)
      .map(Number);
  const pages = { keys: pagesOf('keys'), intents: pagesOf('intents') };
  database.pragma('wal_checkpoint(TRUNCATE)');
  database.close();
  return { acme, pages };
}

function tear(page: number): Buffer {
  const bytes = readFileSync(folder.file);
  bytes.fill(0xab, (page - 1) * pageSize, page * pageSize);
  writeFileSync(folder.file, bytes);
  return bytes;
}

function kindOf(work: () => unknown): string {
  try {
    work();
    return 'done';
  } catch (error) {
    return error instanceof StoreError ? error.kind : String(error);
  }
}

describe('opening', () => {
  it('finds damage deep inside the file after an unclean end, and leaves the file alone', () => {
    const { pages } = plant();
    const torn = tear(pages.keys[1] ?? 0);
    // A clean end is trusted: reading a large file whole at every start would cost too much.
    expect(kindOf(() => openDatabase(folder.file).close())).toBe('done');
    writeFileSync(`${folder.file}-wal`, 'torn log');
    expect(kindOf(() => openDatabase(folder.file).close())).toBe('corrupt');
    expect(kindOf(() => openDatabase(folder.file, undefined, true).close())).toBe('corrupt');
    expect(readFileSync(folder.file).equals(torn)).toBe(true);
  });

  it('after an unclean end takes over a sound file with its log', () => {
    const { database, operations } = openOperations(folder.file);
    operations.addConnection(connectionRow(), [], now);
    const copy = join(folder.path, 'copy.db');
    for (const part of ['', '-wal']) cpSync(folder.file + part, copy + part);
    expect(statSync(`${copy}-wal`).size).toBeGreaterThan(0);
    database.close();
    const again = openOperations(copy);
    expect(again.operations.connections()).toHaveLength(1);
    again.database.close();
  });

  it('tells a file that can only be read', () => {
    plant(1);
    const bytes = readFileSync(folder.file);
    // A write format from the future, which SQLite opens for reading only (file format, offset 18).
    bytes[18] = 3;
    writeFileSync(folder.file, bytes);
    expect(kindOf(() => openDatabase(folder.file).close())).toBe('read-only');
    expect(readFileSync(folder.file).equals(bytes)).toBe(true);
  });
});

describe('a store that runs', () => {
  it('tells of a full disk, and of the next change that is stored again', async () => {
    const heard: string[] = [];
    const store = await openStore({
      file: folder.file,
      workerUrl: threadScript('full-store'),
      onRefused: (error) => heard.push(error instanceof StoreError ? error.kind : String(error)),
      onStored: () => heard.push('stored'),
    });
    const [acme = ''] = await store.write.addConnection(
      connectionRow(),
      [{ slug: 'acme', name: 'Acme', role: null }],
      now,
    );
    const many = Array.from({ length: 400 }, (_, number) => remoteKey(`k${number}`));
    await expect(store.write.applySync(acme, many, [], now)).rejects.toMatchObject({ kind: 'full' });
    await store.read.workspaces();
    await store.write.upsertKey(acme, remoteKey('k1'), now);
    expect(heard).toEqual(['stored', 'full', 'stored']);
    await store.close();
  });
});

describe('moving aside', () => {
  it('renames the file with its log, and writes over nothing', () => {
    writeFileSync(folder.file, 'one');
    writeFileSync(`${folder.file}-wal`, 'log');
    const first = moveAside(folder.file, at);
    writeFileSync(folder.file, 'two');
    const second = moveAside(folder.file, at);
    expect(readdirSync(folder.path).sort()).toEqual([
      'latchkey.damaged-20260901-080000-2.db',
      'latchkey.damaged-20260901-080000.db',
      'latchkey.damaged-20260901-080000.db-wal',
    ]);
    expect([readFileSync(first, 'utf8'), readFileSync(second, 'utf8')]).toEqual(['one', 'two']);
  });
});

describe('a repair', () => {
  const byTable = (salvaged: { table: string; count: number; whole: boolean }[]) =>
    Object.fromEntries(salvaged.map(({ table, count, whole }) => [table, { count, whole }]));

  it('keeps all but the rows of the torn page, with ids and environments, and the file byte for byte', async () => {
    const { acme, pages } = plant();
    const torn = tear(pages.keys[2] ?? 0);
    const { movedTo, salvaged } = await repairStore(folder.file, workerUrl, at);
    expect(readFileSync(movedTo).equals(torn)).toBe(true);

    const kept = byTable(salvaged);
    expect(kept.connections).toEqual({ count: 2, whole: true });
    expect(kept.workspaces).toEqual({ count: 2, whole: true });
    expect(kept.intents).toEqual({ count: 1, whole: true });
    expect(kept.keys?.whole).toBe(false);
    expect(kept.keys?.count).toBeGreaterThan(350);
    expect(kept.keys?.count).toBeLessThan(400);
    // What was set on a lost key goes with it; it would belong to nothing.
    expect(kept.key_locals).toEqual({ count: kept.keys?.count, whole: false });

    const store = await openStore({ file: folder.file, workerUrl, alwaysCheck: true });
    expect(await store.read.connections()).toHaveLength(2);
    expect(await store.read.workspaces()).toMatchObject([
      { id: acme, syncedAt: null, keyCount: kept.keys?.count },
      { syncedAt: null },
    ]);
    expect(await store.read.openIntents(acme)).toMatchObject([{ id: 'intent-1' }]);
    const query = {
      search: '',
      workspaceId: null,
      sort: { column: 'environment', direction: 'ascending' },
    } as const;
    const { rows, total } = await store.read.inventoryRows(query, 0, 10);
    expect(total).toBe(kept.keys?.count);
    expect(rows.every(({ environment }) => environment === 'production')).toBe(true);
    // And the next sync brings back what was lost.
    const many = Array.from({ length: 400 }, (_, number) => remoteKey(`k${number}`));
    await store.write.applySync(acme, many, [], now);
    expect((await store.read.inventoryRows(query, 0, 1)).total).toBe(400);
    await store.close();
    // Beside them at most an empty log, which reading the damaged file made.
    const files = readdirSync(folder.path).filter((name) => !/-(wal|shm)$/.test(name));
    expect(files.sort()).toEqual(['latchkey.damaged-20260901-080000.db', 'latchkey.db']);
  });

  it('leaves out what reads but makes no sense', async () => {
    plant(3);
    const bytes = readFileSync(folder.file);
    const where = bytes.indexOf('{"name":"lost"}');
    expect(where).toBeGreaterThan(0);
    bytes[where] = 0x58;
    writeFileSync(folder.file, bytes);
    const { salvaged } = await repairStore(folder.file, workerUrl, at);
    expect(byTable(salvaged).intents).toEqual({ count: 0, whole: false });
    expect(byTable(salvaged).keys).toEqual({ count: 3, whole: true });
  });

  it('of a file in which nothing can be read starts anew and says so', async () => {
    const text = 'Dear diary, this is not a database.\n'.repeat(200);
    writeFileSync(folder.file, text);
    const { movedTo, salvaged } = await repairStore(folder.file, workerUrl, at);
    expect(readFileSync(movedTo, 'utf8')).toBe(text);
    expect(salvaged.every(({ count, whole }) => count === 0 && !whole)).toBe(true);
    expect(kindOf(() => openDatabase(folder.file).close())).toBe('done');
  });

  it('that cannot write the new file moves nothing', async () => {
    const { pages } = plant();
    const torn = tear(pages.keys[0] ?? 0);
    mkdirSync(join(`${folder.file}.new`, 'in the way'), { recursive: true });
    await expect(repairStore(folder.file, workerUrl, at)).rejects.toBeInstanceOf(StoreError);
    expect(readFileSync(folder.file).equals(torn)).toBe(true);
    expect(readdirSync(folder.path).sort()).toEqual(['latchkey.db', 'latchkey.db.new']);
  });
});
