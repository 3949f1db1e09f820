/** Removing a connection: what goes, what waits, and what is there again when its workspaces come back. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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

const now = '2026-09-01T08:00:00Z';
const later = '2026-09-02T08:00:00Z';
const workspace = (slug: string) => ({ slug, name: `Works ${slug}`, role: null });

let folder: ReturnType<typeof temporaryFolder>;
let store: OpenedStore;
let [a, b]: string[] = [];
beforeEach(() => {
  folder = temporaryFolder();
  store = openOperations(folder.file);
  [a = ''] = store.operations.addConnection(connectionRow({ id: 'one' }), [workspace('a')], now);
  [b = ''] = store.operations.addConnection(connectionRow({ id: 'two' }), [workspace('b')], now);
  store.operations.applySync(
    a ?? '',
    ['k1', 'k2', 'k3'].map((id) => remoteKey(id)),
    [],
    now,
  );
  store.operations.applySync(b ?? '', [remoteKey('k1')], [], now);
});
afterEach(() => {
  store[Symbol.dispose]();
  folder[Symbol.dispose]();
});

const rows = (search = '') => allRows(store.operations, inventoryQuery({ search }));
const names = () => store.operations.workspaces().map(({ name, position }) => `${position} ${name}`);
const count = (table: string) =>
  Number(store.database.prepare(`SELECT count(*) FROM "${table}"`).pluck().get());

function note(remoteId: string): string {
  const keyId = keyIdOf(store, a ?? '', remoteId) ?? expect.unreachable();
  store.database
    .prepare(
      `UPDATE key_locals SET environment = 'production', owner = 'Ana', annotated_at = '{"owner":"x"}'
       WHERE seq = (SELECT seq FROM keys WHERE id = ?)`,
    )
    .run(keyId);
  return keyId;
}

describe('a removed connection', () => {
  it('is gone with its workspaces and keys, from lists, search and index; others stay as they were', () => {
    expect(store.operations.removeConnection('one', later)).toBe(true);
    expect(store.operations.connections().map(({ id }) => id)).toEqual(['two']);
    expect(store.operations.connectionFacts().map(({ id }) => id)).toEqual(['two']);
    expect(names()).toEqual(['1 Works b']);
    expect(rows()).toHaveLength(1);
    expect(rows('k2')).toEqual([]);
    expect(['keys', 'key_locals', 'key_index', 'key_search'].map(count)).toEqual([1, 1, 1, 1]);
    expect(count('removed_keys')).toBe(0);
    expect(store.operations.removeConnection('one', later)).toBe(false);
  });

  it('is remembered for the keychain until its credential is gone', () => {
    store.operations.removeConnection('one', later);
    expect(store.operations.credentialsLeft()).toEqual(['one']);
    store.operations.credentialGone('one');
    expect(store.operations.credentialsLeft()).toEqual([]);
  });

  it('keeps the activity', () => {
    const keyId = keyIdOf(store, a ?? '', 'k1');
    store.operations.beginIntent({
      id: 'i1',
      workspaceId: a ?? '',
      keyId,
      action: 'rename',
      expected: {},
      at: now,
      detail: 'Renamed',
    });
    expect(store.operations.connectionFacts()[0]?.openIntents).toBe(1);
    store.operations.removeConnection('one', later);
    expect(count('intents')).toBe(1);
    store.operations.addConnection(connectionRow({ id: 'three' }), [workspace('a')], later);
    store.operations.applySync(a ?? '', [remoteKey('k1')], [], later);
    expect(store.operations.keyDetail(keyId ?? '')?.activity).toMatchObject([{ detail: 'Renamed' }]);
  });

  it('takes its keys out of quarantine, and says so', () => {
    const keyId = keyIdOf(store, a ?? '', 'k1') ?? expect.unreachable();
    store.operations.enterQuarantine(keyId, { since: now, due: '2026-10-01T08:00:00Z', by: null });
    expect(store.operations.connectionFacts()[0]?.quarantined).toBe(1);
    store.operations.removeConnection('one', later);
    // At once, since the same workspace may be back before anything else happens, with the same keys.
    store.operations.addConnection(connectionRow({ id: 'three' }), [workspace('a')], later);
    store.operations.applySync(a ?? '', [remoteKey('k1', { disabled: true })], [], later);
    expect(store.operations.quarantineDue('2027-01-01T00:00:00Z', later)).toEqual([]);
    expect(count('quarantine')).toBe(0);
    expect(store.database.prepare('SELECT kind FROM quarantine_news').pluck().all()).toEqual([
      'workspace-removed',
    ]);
  });

  it.each(['undecided', 'kept'] as const)('asks about a lost secret again, or knows of it: %s', (state) => {
    const { operations } = store;
    const keyId = keyIdOf(store, a ?? '', 'k2') ?? expect.unreachable();
    const asked = { id: 'made', workspaceId: a ?? '', keyId: null, action: 'create', at: now } as const;
    operations.beginIntent({ ...asked, expected: { name: 'x' }, detail: 'Made.' });
    operations.settleGhost('made', 'Its answer was lost.', now, [keyId]);
    if (state === 'kept') operations.keepGhost(keyId, now);
    operations.removeConnection('one', later);
    expect(operations.ghostKeys()).toEqual([]);
    operations.addConnection(connectionRow({ id: 'three' }), [workspace('a')], later);
    operations.applySync(a ?? '', [remoteKey('k1'), remoteKey('k2')], [], later);
    expect(operations.keyDetail(keyId)?.secretLost).toBe(state);
    expect(operations.ghostKeys()).toHaveLength(state === 'kept' ? 0 : 1);
  });

  it('asks nothing about a secret that was handed over while it was gone, and asks where it died meanwhile', () => {
    const { operations } = store;
    const [k1, k2] = ['k1', 'k2'].map((id) => keyIdOf(store, a ?? '', id) ?? expect.unreachable());
    for (const [id, keyId] of [
      ['one', k1],
      ['two', k2],
    ] as const) {
      operations.beginIntent({
        id,
        workspaceId: a ?? '',
        keyId: null,
        action: 'create',
        expected: {},
        at: now,
        detail: 'Made.',
      });
      operations.settleIntent(id, 'done', 'Made.', now, keyId);
      operations.holdSecret(keyId ?? '', id);
    }
    operations.removeConnection('one', later);
    operations.letGoOfSecret(k1 ?? '');
    operations.askAboutHeld();
    operations.addConnection(connectionRow({ id: 'three' }), [workspace('a')], later);
    operations.applySync(a ?? '', [remoteKey('k1'), remoteKey('k2')], [], later);
    expect(operations.ghostKeys().flatMap(({ candidates }) => candidates.map(({ keyId }) => keyId))).toEqual([
      k2,
    ]);
  });

  it('takes no write that was on its way to being begun', () => {
    const { operations } = store;
    operations.removeConnection('one', later);
    const intent = {
      id: 'late',
      workspaceId: a ?? '',
      keyId: null,
      action: 'create',
      expected: {},
      at: later,
      detail: 'Made.',
    } as const;
    expect(operations.beginIntent(intent)).toBe(false);
    expect(operations.beginIntent({ ...intent, workspaceId: b ?? '' })).toBe(true);
    expect(store.database.prepare('SELECT workspace_id FROM intents').pluck().all()).toEqual([b]);
  });

  it('does not come back by a reading that was under way', () => {
    store.operations.removeConnection('one', later);
    expect(store.operations.applySync(a ?? '', [remoteKey('k1')], [], later)).toEqual({ changed: false });
    expect(() => store.operations.upsertKey(a ?? '', remoteKey('k9'), later)).toThrow();
    expect(
      store.operations.updateConnection('one', { state: 'ready', workspaces: [workspace('c')] }, later),
    ).toEqual([]);
    expect(names()).toEqual(['1 Works b']);
    expect(rows()).toHaveLength(1);
  });
});

describe('a workspace that is connected again', () => {
  it('has its id, name and colour, and its keys have theirs and what was noted about them', () => {
    const keyId = note('k2');
    store.operations.changeWorkspace(a ?? '', { displayName: 'Mine', colour: 'pink' });
    store.operations.removeConnection('one', later);
    expect(count('removed_keys')).toBe(1);

    const back = store.operations.addConnection(connectionRow({ id: 'three' }), [workspace('a')], later);
    expect(back).toEqual([a]);
    expect(names()).toEqual(['1 Works b', '2 Mine']);
    expect(store.operations.workspaces()[1]).toMatchObject({ colour: 'pink', syncedAt: null, keyCount: 0 });
    store.operations.applySync(a ?? '', [remoteKey('k2', { name: 'Other now' }), remoteKey('k4')], [], later);
    expect(store.operations.keyDetail(keyId)).toMatchObject({
      name: 'Other now',
      environment: 'production',
      owner: 'Ana',
    });
    expect(rows('env:production').map(({ id }) => id)).toEqual([keyId]);
    expect(rows('"other now"').map(({ id }) => id)).toEqual([keyId]);
    expect(count('removed_keys')).toBe(0);
  });

  it('is one of its own where the address is another', () => {
    store.operations.removeConnection('one', later);
    const row = connectionRow({ id: 'three', baseUrl: 'https://other.example.test' });
    expect(store.operations.addConnection(row, [workspace('a')], later)).not.toEqual([a]);
  });

  it('of the embedded sandbox is known under its new address', () => {
    const at = (port: number, id: string) =>
      connectionRow({ id, embedded: true, baseUrl: `http://127.0.0.1:${port}/roboflow` });
    const first = store.operations.addConnection(at(1, 'three'), [workspace('s')], now);
    store.operations.removeConnection('three', later);
    expect(store.operations.addConnection(at(2, 'four'), [workspace('s')], later)).toEqual(first);
  });

  it('still has what was noted after the file was damaged and saved', () => {
    const keyId = note('k2');
    store.operations.removeConnection('one', later);
    store[Symbol.dispose]();
    const { salvaged } = repair(folder.file, new Date(later));
    expect(salvaged.find(({ table }) => table === 'removed_keys')).toEqual({
      table: 'removed_keys',
      count: 1,
      whole: true,
    });
    store = openOperations(folder.file);
    store.operations.addConnection(connectionRow({ id: 'three' }), [workspace('a')], later);
    store.operations.applySync(a ?? '', [remoteKey('k2')], [], later);
    expect(store.operations.keyDetail(keyId)).toMatchObject({ owner: 'Ana' });
  });
});

describe('several connections to one host', () => {
  it('list each workspace once, and say what they reach besides', () => {
    const all = [workspace('a'), workspace('c')];
    const third = store.operations.addConnection(connectionRow({ id: 'three' }), all, now);
    expect(third).toHaveLength(1);
    expect(names()).toEqual(['1 Works a', '2 Works b', '3 Works c']);
    expect(store.operations.connectionFacts().map(({ alsoReaches }) => alsoReaches)).toEqual([
      [],
      [],
      ['Works a'],
    ]);
  });

  it('take over a workspace when the connection that brought it is removed', () => {
    const all = [workspace('a'), workspace('c')];
    store.operations.addConnection(connectionRow({ id: 'three' }), all, now);
    store.operations.removeConnection('one', later);
    const now3 = store.operations.updateConnection('three', { workspaces: all }, later);
    expect(now3).toContain(a);
    expect(store.operations.connectionFacts().at(-1)?.alsoReaches).toEqual([]);
  });
});

describe('names and order', () => {
  it('a name of our own stays when the platform renames; without one the platform’s is shown', () => {
    const { operations } = store;
    operations.changeWorkspace(a ?? '', { displayName: 'Mine' });
    operations.updateConnection('one', { workspaces: [{ slug: 'a', name: 'Renamed', role: null }] }, later);
    expect(operations.workspaces()[0]).toMatchObject({ name: 'Mine', platformName: 'Renamed' });
    operations.changeWorkspace(a ?? '', { displayName: null });
    expect(operations.workspaces()[0]).toMatchObject({ name: 'Renamed', platformName: 'Renamed' });
  });

  it('moving renumbers, and past the end is the end', () => {
    const { operations } = store;
    operations.addConnection(connectionRow({ id: 'three' }), [workspace('c'), workspace('d')], now);
    operations.moveWorkspace(a ?? '', 3);
    expect(names()).toEqual(['1 Works b', '2 Works c', '3 Works a', '4 Works d']);
    operations.moveWorkspace(a ?? '', 99);
    expect(names()).toEqual(['1 Works b', '2 Works c', '3 Works d', '4 Works a']);
    operations.moveWorkspace(a ?? '', 1);
    expect(names()).toEqual(['1 Works a', '2 Works b', '3 Works c', '4 Works d']);
    expect(() => operations.moveWorkspace('gone', 1)).toThrow(/not in the store/);
  });

  it('what a lost sign-in left on its workspaces goes with the next good one, other problems stay', () => {
    const { operations } = store;
    operations.updateConnection('one', { workspaces: [workspace('a'), workspace('c')] }, now);
    const c = operations.workspaces()[2]?.id ?? '';
    operations.markWorkspaceProblem(a ?? '', 'sign-in', { code: 'unauthorized', message: 'x' });
    operations.markWorkspaceProblem(c, 'error', { code: 'bad-answer', message: 'x' });
    operations.updateConnection('one', { state: 'ready', problem: null }, later);
    expect(operations.workspaces().map(({ state }) => state)).toEqual(['ready', 'ready', 'error']);
  });
});
