import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keyDetailSchema } from '#shared/domain/key.ts';
import { unsettledGrants } from '../../support/odd-grants.ts';
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

let folder: ReturnType<typeof temporaryFolder>;
let store: OpenedStore;
let workspaceId: string;
beforeEach(() => {
  folder = temporaryFolder();
  store = openOperations(folder.file);
  const workspaces = [{ slug: 'acme', name: 'Acme', role: 'admin' as const }];
  workspaceId = store.operations.addConnection(connectionRow(), workspaces, at(1))[0] ?? '';
});
afterEach(() => {
  store[Symbol.dispose]();
  folder[Symbol.dispose]();
});

function at(day: number): string {
  return `2026-09-${String(day).padStart(2, '0')}T08:00:00Z`;
}

/** Everything in every table, the search texts included. */
function contents(): Record<string, unknown[]> {
  const tables = ['workspaces', 'grants', 'keys', 'key_locals', 'key_index', 'key_search', 'intents'];
  return Object.fromEntries(
    tables.map((table) => [
      table,
      store.database.prepare(`SELECT rowid, * FROM ${table} ORDER BY rowid`).all(),
    ]),
  );
}

const statuses = () =>
  allRows(store.operations, inventoryQuery()).map(({ name, status }) => `${name}: ${status}`);
const detailOf = (remoteId: string) => {
  const id = keyIdOf(store, workspaceId, remoteId);
  return id === null ? null : store.operations.keyDetail(id);
};

describe('a sync', () => {
  it('adds keys whole, and says so', () => {
    const key = remoteKey('k1', {
      grant: { platform: 'roboflow', scopes: ['model:infer', 'vendor:unknown', 'model:infer'] },
      folderIds: ['f1'],
      metadata: { team: { name: 'edge' } },
      lastUsed: { kind: 'at', at: at(1) },
      isDefault: true,
    });
    expect(store.operations.applySync(workspaceId, [key], ['k1'], at(2))).toEqual({ changed: true });
    const detail = detailOf('k1');
    expect(keyDetailSchema.parse(detail)).toEqual(detail);
    expect(detail).toMatchObject({
      ...key,
      environment: 'unassigned',
      status: 'active',
      thisLogin: true,
      firstSeenAt: at(2),
      syncedAt: at(2),
      workspaceSlug: 'acme',
      workspaceColour: 'indigo',
      role: 'admin',
      activity: [],
      changes: [],
    });
  });

  it('that finds nothing new writes nothing but when it was', () => {
    const keys = [remoteKey('k1', { metadata: { a: 1 } }), remoteKey('k2', { disabled: true })];
    store.operations.applySync(workspaceId, keys, ['k1'], at(2));
    const before = contents();
    const written = () => store.database.prepare('SELECT total_changes()').pluck().get() as number;
    const writtenBefore = written();
    expect(store.operations.applySync(workspaceId, structuredClone(keys), ['k1'], at(3))).toEqual({
      changed: false,
    });
    expect(written() - writtenBefore).toBe(1);
    const { workspaces, ...rest } = contents();
    const { workspaces: workspacesBefore, ...restBefore } = before;
    expect(rest).toEqual(restBefore);
    expect(workspaces).toMatchObject([{ synced_at: at(3) }]);
    expect(workspacesBefore).toMatchObject([{ synced_at: at(2) }]);
  });

  it('marks missing keys vanished, and revives them with all that is kept here', () => {
    store.operations.applySync(workspaceId, [remoteKey('k1'), remoteKey('k2')], [], at(2));
    const id = store.operations.upsertKey(workspaceId, remoteKey('k2'), at(2), { environment: 'production' });
    expect(store.operations.applySync(workspaceId, [remoteKey('k1')], [], at(3))).toEqual({ changed: true });
    expect(statuses()).toEqual(['Key k1: active', 'Key k2: vanished']);
    expect(store.operations.workspaces()[0]?.keyCount).toBe(1);
    expect(store.operations.applySync(workspaceId, [remoteKey('k1')], [], at(4))).toEqual({ changed: false });

    expect(store.operations.applySync(workspaceId, [remoteKey('k1'), remoteKey('k2')], [], at(5))).toEqual({
      changed: true,
    });
    expect(statuses()).toEqual(['Key k1: active', 'Key k2: active']);
    expect(detailOf('k2')).toMatchObject({ id, environment: 'production', firstSeenAt: at(2) });
  });

  it('takes over what changed at the platform and never touches what is kept here', () => {
    const id = store.operations.upsertKey(workspaceId, remoteKey('k1'), at(2), { environment: 'staging' });
    const change = {
      name: 'Renamed',
      disabled: true,
      protected: true,
      lastUsed: { kind: 'never' as const },
      createdBy: null,
    };
    store.operations.applySync(workspaceId, [remoteKey('k1', change)], [], at(3));
    expect(detailOf('k1')).toMatchObject({
      ...change,
      id,
      status: 'disabled',
      environment: 'staging',
      firstSeenAt: at(2),
    });
  });

  it('writes search texts only where they changed', () => {
    store.operations.applySync(workspaceId, [remoteKey('k1')], [], at(2));
    store.shapes.length = 0;
    store.operations.applySync(workspaceId, [remoteKey('k1', { disabled: true })], [], at(3));
    expect(store.shapes.some((shape) => shape.includes('key_index'))).toBe(true);
    expect(store.shapes.some((shape) => shape.includes('key_search'))).toBe(false);
    store.operations.applySync(workspaceId, [remoteKey('k1', { name: 'Conveyor' })], [], at(4));
    expect(allRows(store.operations, inventoryQuery({ search: 'conveyor' }))).toHaveLength(1);
    expect(allRows(store.operations, inventoryQuery({ search: 'key' }))).toHaveLength(0);
  });

  it('that fails in the middle leaves everything as it was', () => {
    store.operations.applySync(workspaceId, [remoteKey('k1'), remoteKey('k2')], [], at(2));
    const before = contents();
    const unstorable = remoteKey('k3', { metadata: { size: 1n } });
    const list = [remoteKey('k1', { name: 'Renamed' }), remoteKey('new'), unstorable];
    expect(() => store.operations.applySync(workspaceId, list, [], at(3))).toThrow();
    expect(contents()).toEqual(before);
  });

  it('takes a key that is listed twice once, as it was listed last', () => {
    const twice = [remoteKey('k1', { name: 'First' }), remoteKey('k1', { name: 'Second' })];
    store.operations.applySync(workspaceId, twice, [], at(2));
    expect(statuses()).toEqual(['Second: active']);
    expect(store.operations.applySync(workspaceId, twice, [], at(3))).toEqual({ changed: false });
  });

  it('keeps every grant exactly as it came', () => {
    const keys = unsettledGrants.map((grant, number) => remoteKey(`k${number}`, { grant }));
    store.operations.applySync(workspaceId, keys, [], at(2));
    for (const key of keys) expect(detailOf(key.remoteId)?.grant).toEqual(key.grant);
  });

  it('tells the three kinds of no last use apart from a time', () => {
    const kinds = [
      { kind: 'never' },
      { kind: 'not-reported' },
      { kind: 'not-seen' },
      { kind: 'at', at: at(1) },
    ] as const;
    const keys = kinds.map((lastUsed, number) => remoteKey(`k${number}`, { lastUsed }));
    store.operations.applySync(workspaceId, keys, [], at(2));
    for (const key of keys) expect(detailOf(key.remoteId)?.lastUsed).toEqual(key.lastUsed);
  });
});

describe('one key', () => {
  it('that was just made keeps its environment, even where a sync saw it first', () => {
    store.operations.applySync(workspaceId, [remoteKey('k1')], [], at(2));
    const seen = keyIdOf(store, workspaceId, 'k1');
    expect(store.operations.upsertKey(workspaceId, remoteKey('k1'), at(3), { environment: 'ci' })).toBe(seen);
    expect(detailOf('k1')).toMatchObject({ environment: 'ci', firstSeenAt: at(2) });
    const bySearch = allRows(store.operations, inventoryQuery({ search: 'ci/cd' }));
    expect(bySearch.map(({ id }) => id)).toEqual([seen]);
  });

  it('that was changed keeps its environment and whether it is this login', () => {
    store.operations.upsertKey(workspaceId, remoteKey('k1'), at(2), { environment: 'production' });
    store.operations.applySync(workspaceId, [remoteKey('k1')], ['k1'], at(3));
    store.operations.upsertKey(workspaceId, remoteKey('k1', { name: 'Renamed' }), at(4));
    expect(detailOf('k1')).toMatchObject({ name: 'Renamed', environment: 'production', thisLogin: true });
  });

  it('that was removed is gone from the inventory and from search', () => {
    store.operations.applySync(workspaceId, [remoteKey('k1'), remoteKey('k2')], [], at(2));
    const id = keyIdOf(store, workspaceId, 'k1') ?? '';
    store.operations.removeKey(id, at(3));
    store.operations.removeKey(id, at(3));
    expect(statuses()).toEqual(['Key k2: active']);
    expect(store.operations.keyDetail(id)).toBeNull();
    expect(store.operations.keyAddress(id)).toBeNull();
    expect(allRows(store.operations, inventoryQuery({ search: 'k1' }))).toEqual([]);
    for (const table of ['keys', 'key_locals', 'key_index', 'key_search'])
      expect(contents()[table]).toHaveLength(1);
  });
});

describe('derived rows', () => {
  it('are filled again when a migration empties them, and unused grants are dropped', () => {
    const edited = remoteKey('k1', { grant: { platform: 'roboflow', scopes: null } });
    store.operations.applySync(workspaceId, [remoteKey('k1'), remoteKey('k2')], [], at(2));
    store.operations.upsertKey(workspaceId, edited, at(3), { environment: 'production' });
    const { grants: _, ...before } = contents();
    store.database.exec(
      "DELETE FROM key_index; UPDATE grants SET label_order = 'stale', search_text = 'stale', derivation = 0",
    );
    store.database.exec(
      "UPDATE keys SET grant_id = (SELECT grant_id FROM keys WHERE remote_id = 'k1'); DELETE FROM changes",
    );
    store[Symbol.dispose]();

    store = openOperations(folder.file);
    expect(contents().key_search).toEqual(before.key_search);
    expect(contents().key_index).toHaveLength(2);
    expect(contents().grants).toMatchObject([{ search_text: 'full access' }]);
    expect(allRows(store.operations, inventoryQuery({ search: 'production full' }))).toHaveLength(1);
  });
});
