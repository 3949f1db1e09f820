import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { repairStore } from '../../../src/main/store/repair-thread.ts';
import {
  connectionRow,
  type OpenedStore,
  openOperations,
  remoteKey,
  temporaryFolder,
} from '../../support/store.ts';
import { threadScript } from '../../support/threads.ts';

const workerUrl = threadScript('store');

const now = '2026-09-01T08:00:00Z';

let folder: ReturnType<typeof temporaryFolder>;
let store: OpenedStore;
let acme: string;
beforeEach(() => {
  folder = temporaryFolder();
  store = openOperations(folder.file);
  [acme = ''] = store.operations.addConnection(
    connectionRow(),
    [{ slug: 'acme', name: 'Acme', role: null }],
    now,
  );
});
afterEach(() => {
  store[Symbol.dispose]();
  folder[Symbol.dispose]();
});

const saved = (id: string, workspaceId: string | null = null) => ({
  id,
  name: `Search ${id}`,
  search: `"${id}"`,
  workspaceId,
});
const add = (id: string, position = 99, workspaceId: string | null = null) =>
  store.operations.addSavedSearch(saved(id, workspaceId), position, now);
const order = () => store.operations.savedSearches().map(({ id }) => id);

describe('saved searches in the store', () => {
  it('keep their order through every change', () => {
    for (const id of ['a', 'b', 'c']) add(id);
    expect(order()).toEqual(['a', 'b', 'c']);
    store.operations.moveSavedSearch('c', 0);
    expect(order()).toEqual(['c', 'a', 'b']);
    store.operations.moveSavedSearch('c', 1);
    expect(order()).toEqual(['a', 'c', 'b']);
    store.operations.moveSavedSearch('a', 99);
    expect(order()).toEqual(['c', 'b', 'a']);
    store.operations.moveSavedSearch('nobody', 0);
    store.operations.removeSavedSearch('b');
    add('b', 1);
    expect(order()).toEqual(['c', 'b', 'a']);
    store.operations.renameSavedSearch('b', 'Łódź');
    expect(store.operations.savedSearches()[1]).toEqual({ ...saved('b'), name: 'Łódź' });
  });

  it('count what they find, in their workspace', () => {
    const [blue = ''] = store.operations.addConnection(
      connectionRow({ id: 'two' }),
      [{ slug: 'blue', name: 'Blue', role: null }],
      now,
    );
    store.operations.applySync(acme, [remoteKey('1'), remoteKey('2', { disabled: true })], [], now);
    store.operations.applySync(blue, [remoteKey('3', { disabled: true })], [], now);
    expect(store.operations.searchCount('status:disabled', null)).toBe(2);
    expect(store.operations.searchCount('status:disabled', acme)).toBe(1);
    store.operations.upsertKey(acme, remoteKey('1', { disabled: true }), now);
    expect(store.operations.searchCount('status:disabled', acme)).toBe(2);
  });

  it('go and come back with their workspace', () => {
    add('everywhere');
    add('there', 0, acme);
    store.operations.removeConnection('connection-1', now);
    expect(order()).toEqual(['everywhere']);
    store.operations.addConnection(
      connectionRow({ id: 'again' }),
      [{ slug: 'acme', name: 'Acme', role: null }],
      now,
    );
    expect(order()).toEqual(['there', 'everywhere']);
  });

  it('survive a repair', async () => {
    for (const id of ['a', 'b']) add(id, 0, id === 'a' ? acme : null);
    const before = store.operations.savedSearches();
    const keys = Array.from({ length: 200 }, (_, number) => remoteKey(`k${number}`));
    store.operations.applySync(acme, keys, [], now);
    const page = store.database
      .prepare(
        "SELECT pageno FROM dbstat WHERE name = 'keys' AND pagetype = 'leaf' ORDER BY path LIMIT 1 OFFSET 1",
      )
      .pluck()
      .get();
    store.database.pragma('wal_checkpoint(TRUNCATE)');
    store[Symbol.dispose]();
    const bytes = readFileSync(folder.file);
    bytes.fill(0xab, (Number(page) - 1) * 4096, Number(page) * 4096);
    writeFileSync(folder.file, bytes);

    const { salvaged } = await repairStore(folder.file, workerUrl, new Date(now));
    expect(salvaged).toContainEqual({ table: 'saved_searches', count: 2, whole: true });
    expect(salvaged.find(({ table }) => table === 'keys')?.whole).toBe(false);
    store = openOperations(folder.file);
    expect(store.operations.savedSearches()).toEqual(before);
  });
});
