import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { workspaceColours } from '#shared/domain/workspace.ts';
import { workspaceSchema } from '#shared/ipc/connections.ts';
import {
  connectionRow,
  keyIdOf,
  type OpenedStore,
  openOperations,
  remoteKey,
  temporaryFolder,
} from '../../support/store.ts';

let folder: ReturnType<typeof temporaryFolder>;
let store: OpenedStore;
beforeEach(() => {
  folder = temporaryFolder();
  store = openOperations(folder.file);
});
afterEach(() => {
  store[Symbol.dispose]();
  folder[Symbol.dispose]();
});

const now = '2026-09-01T08:00:00Z';
const later = '2026-09-02T08:00:00Z';
const workspace = (slug: string) => ({ slug, name: `Works ${slug}`, role: null });
const offline = { code: 'offline', message: 'The host cannot be reached.' } as const;

describe('connections', () => {
  it('are kept as they were added, and only change in what an update names', () => {
    const row = connectionRow({ embedded: true });
    store.operations.addConnection(row, [workspace('a')], now);
    expect(store.operations.connections()).toEqual([row]);

    store.operations.updateConnection(row.id, { state: 'offline', problem: offline }, now);
    expect(store.operations.connections()).toEqual([{ ...row, state: 'offline', problem: offline }]);

    store.operations.updateConnection(row.id, { baseUrl: 'http://127.0.0.1:4000', account: null }, now);
    expect(store.operations.connections()[0]).toMatchObject({
      baseUrl: 'http://127.0.0.1:4000',
      account: null,
      state: 'offline',
      problem: offline,
    });

    store.operations.updateConnection(row.id, { state: 'ready', problem: null }, now);
    expect(store.operations.connections()[0]).toMatchObject({ state: 'ready', problem: null });
  });

  it('keep the name of a workspace that is not told again, and show the slug until one is told', () => {
    const row = connectionRow();
    const untold = { slug: 'a', name: null, role: null };
    const names = () => store.operations.workspaces().map(({ name }) => name);
    store.operations.addConnection(row, [untold], now);
    expect(names()).toEqual(['a']);
    store.operations.updateConnection(row.id, { workspaces: [workspace('a')] }, now);
    store.operations.updateConnection(row.id, { workspaces: [untold] }, later);
    expect(names()).toEqual(['Works a']);
  });

  it('to different hosts lie side by side, with workspaces of the same name', () => {
    const elsewhere = connectionRow({ id: 'two', baseUrl: 'https://other.example.test' });
    const first = store.operations.addConnection(connectionRow({ id: 'one' }), [workspace('a')], now);
    const second = store.operations.addConnection(elsewhere, [workspace('a')], now);
    store.operations.applySync(first[0] ?? '', [remoteKey('k1'), remoteKey('k2')], [], now);
    store.operations.applySync(second[0] ?? '', [remoteKey('k1')], [], now);
    store.operations.applySync(first[0] ?? '', [remoteKey('k1')], [], later);
    const counts = store.operations
      .workspaces()
      .map(({ id, connectionId, keyCount }) => ({ id, connectionId, keyCount }));
    expect(counts).toEqual([
      { id: first[0], connectionId: 'one', keyCount: 1 },
      { id: second[0], connectionId: 'two', keyCount: 1 },
    ]);
    expect(keyIdOf(store, first[0] ?? '', 'k1')).not.toBe(keyIdOf(store, second[0] ?? '', 'k1'));
  });

  it('that are not there cannot be updated, and one id cannot be added twice', () => {
    expect(() => store.operations.updateConnection('gone', { state: 'ready' }, now)).toThrow(
      /not in the store/,
    );
    store.operations.addConnection(connectionRow(), [workspace('a')], now);
    expect(() => store.operations.addConnection(connectionRow(), [workspace('b')], now)).toThrow();
    expect(store.operations.workspaces()).toHaveLength(1);
  });
});

describe('workspaces', () => {
  it('are numbered as they came and take the colours in turn, least used first', () => {
    const slugs = Array.from({ length: workspaceColours.length + 3 }, (_, number) => `w${number}`);
    const ids = store.operations.addConnection(connectionRow(), slugs.map(workspace), now);
    const listed = store.operations.workspaces();
    expect(listed.map(({ id }) => id)).toEqual(ids);
    expect(listed.map(({ position }) => position)).toEqual(slugs.map((_, index) => index + 1));
    expect(listed.map(({ colour }) => colour)).toEqual([
      ...workspaceColours,
      ...workspaceColours.slice(0, 3),
    ]);
    for (const each of listed) expect(workspaceSchema.safeParse(each).error).toBeUndefined();
  });

  it('that a connection newly reaches are added, known ones renamed, lost ones kept', () => {
    const [first] = store.operations.addConnection(connectionRow(), [workspace('a'), workspace('b')], now);
    const ids = store.operations.updateConnection(
      'connection-1',
      { workspaces: [{ slug: 'a', name: 'Renamed', role: 'owner' }, workspace('c')] },
      later,
    );
    expect(ids).toHaveLength(3);
    const listed = store.operations.workspaces();
    expect(listed.map(({ slug, name }) => `${slug}: ${name}`)).toEqual([
      'a: Renamed',
      'b: Works b',
      'c: Works c',
    ]);
    expect(listed[0]).toMatchObject({ id: first, role: 'owner', colour: 'indigo' });
  });

  it('show a problem of their own before one of their connection, until they are read whole', () => {
    const [a = '', b = ''] = store.operations.addConnection(
      connectionRow(),
      [workspace('a'), workspace('b')],
      now,
    );
    const refused = { code: 'unauthorized', message: 'The key was refused.' } as const;
    store.operations.applySync(a, [remoteKey('k1')], [], now);
    store.operations.updateConnection('connection-1', { state: 'offline', problem: offline }, later);
    store.operations.markWorkspaceProblem(b, 'sign-in', refused);
    expect(store.operations.workspaces()).toMatchObject([
      { state: 'offline', problem: offline, keyCount: 1, syncedAt: now },
      { state: 'sign-in', problem: refused, keyCount: 0, syncedAt: null },
    ]);

    store.operations.updateConnection('connection-1', { state: 'ready', problem: null }, later);
    store.operations.applySync(b, [], [], later);
    expect(store.operations.workspaces()).toMatchObject([
      { state: 'ready', problem: null, syncedAt: now },
      { state: 'ready', problem: null, syncedAt: later },
    ]);
  });

  it('that are not there cannot be marked or synced', () => {
    expect(() => store.operations.markWorkspaceProblem('gone', 'offline', offline)).toThrow(
      /not in the store/,
    );
    expect(() => store.operations.applySync('gone', [], [], now)).toThrow(/not in the store/);
  });
});
