import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { NewIntent } from '../../../src/main/store/api/intents.ts';
import {
  connectionRow,
  type OpenedStore,
  openOperations,
  remoteKey,
  temporaryFolder,
} from '../../support/store.ts';

let folder: ReturnType<typeof temporaryFolder>;
let store: OpenedStore;
let [acme, blue]: string[] = [];
beforeEach(() => {
  folder = temporaryFolder();
  store = openOperations(folder.file);
  [acme, blue] = store.operations.addConnection(
    connectionRow(),
    [
      { slug: 'acme', name: 'Acme', role: null },
      { slug: 'blue', name: 'Blue', role: null },
    ],
    '2026-09-01T08:00:00Z',
  );
});
afterEach(() => {
  store[Symbol.dispose]();
  folder[Symbol.dispose]();
});

function at(minute: number): string {
  return `2026-09-01T08:${String(minute).padStart(2, '0')}:00Z`;
}

function intent(id: string, change: Partial<NewIntent> = {}): NewIntent {
  return {
    id,
    at: at(0),
    workspaceId: acme ?? '',
    keyId: null,
    action: 'rename',
    expected: { name: 'New name' },
    detail: 'Renamed to New name.',
    ...change,
  };
}

const added = (remoteId: string, name: string, workspaceId = acme ?? '') =>
  store.operations.upsertKey(workspaceId, remoteKey(remoteId, { name }), at(0));

describe('an address', () => {
  it('says where a key lives and how it is now', () => {
    const keyId = added('r/1', 'Uploader', blue);
    expect(store.operations.keyAddress(keyId)).toEqual({
      keyId,
      remoteId: 'r/1',
      workspaceId: blue,
      workspaceSlug: 'blue',
      connectionId: 'connection-1',
      platform: 'roboflow',
      row: store.operations.inventoryRows(
        { search: '', workspaceId: null, sort: { column: 'name', direction: 'ascending' } },
        0,
        1,
      ).rows[0],
    });
    expect(store.operations.keyAddress('gone')).toBeNull();
  });
});

describe('a name', () => {
  it('is taken in its workspace, whatever its letter case and the space around it', () => {
    const keyId = added('k1', ' Été Uploader');
    const taken = (name: string, except: string | null = null, workspaceId = acme ?? '') =>
      store.operations.nameTaken(workspaceId, name, except);
    expect(taken('été uploader ')).toBe(true);
    expect(taken('ÉTÉ UPLOADER')).toBe(true);
    expect(taken('e\u0301te\u0301 uploader')).toBe(true);
    expect(taken('ete uploader')).toBe(false);
    expect(taken('uploader')).toBe(false);
    expect(taken('été uploader', keyId)).toBe(false);
    expect(taken('été uploader', null, blue)).toBe(false);
  });

  it('is free again when its key vanished', () => {
    added('k1', 'Uploader');
    store.operations.applySync(acme ?? '', [], [], at(1));
    expect(store.operations.nameTaken(acme ?? '', 'Uploader', null)).toBe(false);
  });
});

describe('an intent', () => {
  it('is open until it is settled, in its own workspace only', () => {
    const keyId = added('k1', 'Uploader');
    const first = intent('i1', { keyId });
    const second = intent('i2', { action: 'create', at: at(1) });
    store.operations.beginIntent(first);
    store.operations.beginIntent(second);
    store.operations.beginIntent(intent('i3', { workspaceId: blue ?? '' }));
    expect(store.operations.openIntents(acme ?? '')).toEqual([first, second]);
    store.operations.settleIntent('i1', 'done', 'Renamed.', at(2));
    expect(store.operations.openIntents(acme ?? '')).toEqual([second]);
  });

  it('is the key’s activity, newest first, from the moment it is written', () => {
    const keyId = added('k1', 'Uploader');
    store.operations.beginIntent(intent('i1', { keyId, at: at(1) }));
    store.operations.beginIntent(intent('i2', { keyId, at: at(2), action: 'disable', detail: 'Disabled.' }));
    store.operations.settleIntent('i1', 'failed', 'The plan lacks it.', at(3));
    expect(store.operations.keyDetail(keyId)?.activity).toEqual([
      { at: at(2), action: 'disable', outcome: 'open', detail: 'Disabled.' },
      { at: at(1), action: 'rename', outcome: 'failed', detail: 'The plan lacks it.' },
    ]);
  });

  it('to create belongs to the key that came of it', () => {
    store.operations.beginIntent(intent('i1', { action: 'create' }));
    const keyId = added('k1', 'Uploader');
    store.operations.settleIntent('i1', 'done', 'Made.', at(1), keyId);
    expect(store.operations.keyDetail(keyId)?.activity).toMatchObject([
      { action: 'create', outcome: 'done' },
    ]);
  });

  it('stays when its key is removed', () => {
    const keyId = added('k1', 'Uploader');
    store.operations.beginIntent(intent('i1', { keyId, action: 'delete' }));
    store.operations.removeKey(keyId, at(1));
    store.operations.settleIntent('i1', 'done', 'Deleted.', at(1), keyId);
    const kept = store.database.prepare('SELECT key_id, action, outcome, settled_at FROM intents').all();
    expect(kept).toEqual([{ key_id: keyId, action: 'delete', outcome: 'done', settled_at: at(1) }]);
  });

  it('has one outcome, which no second one rewrites', () => {
    store.operations.beginIntent(intent('i1'));
    store.operations.settleIntent('i1', 'done', 'Renamed.', at(1));
    expect(() => store.operations.settleIntent('i1', 'failed', 'No.', at(2))).toThrow(/not waiting/);
    expect(() => store.operations.settleIntent('never', 'done', 'Yes.', at(2))).toThrow(/not waiting/);
  });

  it('cannot be written for a workspace that is not there, nor twice', () => {
    expect(() => store.operations.beginIntent(intent('i1', { workspaceId: 'gone' }))).toThrow();
    store.operations.beginIntent(intent('i2'));
    expect(() => store.operations.beginIntent(intent('i2'))).toThrow();
    expect(store.operations.openIntents(acme ?? '')).toHaveLength(1);
  });
});
