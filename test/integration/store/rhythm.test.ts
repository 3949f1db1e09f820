/** Keys that fall silent or wake, and new ones that wait for their first use: told once, and found by a search. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RemoteKey } from '../../../src/main/platforms/platform.ts';
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

const hour = 3_600_000;
const start = Date.UTC(2026, 0, 5, 9);
/** Days after the start, at nine in the morning in UTC. */
const at = (days: number) => new Date(start + days * 24 * hour).toISOString();
const never = { kind: 'never' } as const;

let folder: ReturnType<typeof temporaryFolder>;
let store: OpenedStore;
let workspaceId: string;
let today = 0;
const open = () => openOperations(folder.file, () => Date.parse(at(today)));
beforeEach(() => {
  today = 0;
  folder = temporaryFolder();
  store = open();
  const workspaces = [{ slug: 'harbour', name: 'Harbour', role: null }];
  workspaceId = store.operations.addConnection(connectionRow(), workspaces, at(-1))[0] ?? '';
});
afterEach(() => {
  store[Symbol.dispose]();
  folder[Symbol.dispose]();
});

/** A sync on a day. */
function sync(days: number, ...keys: RemoteKey[]): void {
  today = days;
  store.operations.applySync(workspaceId, keys, [], at(days));
}
/** Used at two in the night of a day. */
const used = (days: number, change: Partial<RemoteKey> = {}) => {
  const time = new Date(Date.parse(at(days)) - 7 * hour).toISOString();
  return remoteKey('k1', {
    name: 'export',
    lastUsed: { kind: 'at', at: time },
    createdAt: at(-400),
    ...change,
  });
};
const found = (search: string) =>
  allRows(store.operations, inventoryQuery({ search })).map(({ name }) => name);
const news = () => {
  const view = { workspaceId: null, period: 'all', kind: null, own: true } as const;
  return store.operations.changeRows(view, 1_000_000, 0, 100).map(({ at: when, what }) => ({ when, what }));
};

describe('a key that was used every night', () => {
  beforeEach(() => {
    for (let days = 0; days <= 20; days += 1) sync(days, used(days));
  });

  it('falls silent after two nights, and is told and found once until it is used again', () => {
    expect(found('is:silent')).toEqual([]);
    sync(21, used(20));
    expect([found('is:silent'), news()]).toEqual([[], []]);
    sync(22, used(20));
    sync(23, used(20));
    const { lastUsed } = used(20);
    expect(news()).toEqual([
      { when: at(22), what: { kind: 'silent', lastUsed: lastUsed.kind === 'at' ? lastUsed.at : '' } },
    ]);
    expect([found('is:silent'), found('is:woke')]).toEqual([['export'], []]);
    sync(24, used(24));
    expect(found('is:silent')).toEqual([]);
    expect(news()).toHaveLength(1);
  });

  it('is not called silent while nobody can ask, nor where it was disabled', () => {
    today = 60;
    expect(found('is:silent')).toEqual([]);
    sync(60, used(20, { disabled: true }));
    expect(found('is:silent')).toEqual([]);
    expect(news().map(({ what }) => what.kind)).toEqual(['disabled']);
  });

  it('wakes after a long sleep, for a month; an index made anew knows the same', () => {
    for (let days = 21; days < 160; days += 1) sync(days, used(20));
    sync(160, used(160));
    expect(news()[0]).toMatchObject({ when: at(160), what: { kind: 'woke', days: 140, first: false } });
    expect(found('is:woke')).toEqual(['export']);
    sync(161, used(160));
    const [silent, woke] = [found('is:silent'), found('is:woke')];
    store.database.exec('DELETE FROM key_index');
    store[Symbol.dispose]();
    store = open();
    expect([found('is:silent'), found('is:woke')]).toEqual([silent, woke]);
    today = 192;
    expect(found('is:woke')).toEqual([]);
  });
});

it('tells of a key that was made long ago and is used for the first time', () => {
  const made = (lastUsed: RemoteKey['lastUsed']) => remoteKey('k1', { lastUsed, createdAt: at(-100) });
  sync(0, made(never));
  sync(1, made(never));
  sync(2, made({ kind: 'at', at: at(1.5) }));
  expect(news()).toEqual([{ when: at(2), what: { kind: 'woke', since: at(-100), days: 101, first: true } }]);
});

it('keeps news of use for those who were not there: the first reading of a workspace is none', () => {
  sync(0, used(-90));
  expect([news(), found('is:woke')]).toEqual([[], []]);
});

describe('a key made here', () => {
  const made = (remoteId: string, change: Partial<RemoteKey> = {}) =>
    remoteKey(remoteId, { name: remoteId, lastUsed: never, ...change });
  const madeHere = (remoteId: string, change: Partial<RemoteKey> = {}) => {
    const { operations } = store;
    const id = `make ${remoteId}`;
    operations.beginIntent({
      id,
      at: at(0),
      workspaceId,
      keyId: null,
      action: 'create',
      expected: {},
      detail: '',
    });
    const keyId = operations.upsertKey(workspaceId, made(remoteId, change), at(0));
    operations.settleIntent(id, 'done', 'Created.', at(0), keyId);
  };

  it('waits for its first use, where its platform tells and it could be used', () => {
    sync(0, made('made elsewhere'));
    madeHere('waiting');
    madeHere('untold', { lastUsed: { kind: 'not-reported' } });
    madeHere('disabled', { disabled: true });
    store.operations.beginIntent({
      id: 'lost',
      at: at(0),
      workspaceId,
      keyId: null,
      action: 'create',
      expected: {},
      detail: '',
    });
    const lost = store.operations.upsertKey(workspaceId, made('secret lost'), at(0));
    store.operations.settleGhost('lost', 'Lost.', at(0), [lost]);
    expect(found('is:awaiting-use')).toEqual(['waiting']);
    const rows = allRows(store.operations, inventoryQuery());
    expect(rows.filter(({ awaitingUse }) => awaitingUse).map(({ name }) => name)).toEqual(['waiting']);
    const keyId = keyIdOf(store, workspaceId, 'waiting') ?? '';
    expect(store.operations.keyDetail(keyId)?.awaitingUse).toBe(true);

    sync(1, made('waiting', { lastUsed: { kind: 'at', at: at(0.5) } }));
    expect(found('is:awaiting-use')).toEqual([]);
    expect(store.operations.keyDetail(keyId)?.awaitingUse).toBeUndefined();
  });
});
