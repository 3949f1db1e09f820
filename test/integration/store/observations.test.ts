/** When keys were used: what a sync writes of it, how far it vouches for it, and what of it is let go. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Observations, observationsSchema, quietSince } from '#shared/domain/observations.ts';
import { repair } from '../../../src/main/store/repair.ts';
import {
  connectionRow,
  keyIdOf,
  type OpenedStore,
  openOperations,
  remoteKey,
  temporaryFolder,
} from '../../support/store.ts';

const hour = 3_600_000;
const start = Date.parse('2026-09-01T08:00:00.000Z');
/** Hours after the start. */
const at = (hours: number) => new Date(start + hours * hour).toISOString();

let folder: ReturnType<typeof temporaryFolder>;
let store: OpenedStore;
let workspaceId: string;
beforeEach(() => {
  folder = temporaryFolder();
  store = openOperations(folder.file);
  const workspaces = [{ slug: 'harbour', name: 'Harbour', role: null }];
  workspaceId = store.operations.addConnection(connectionRow(), workspaces, at(0))[0] ?? '';
});
afterEach(() => {
  store[Symbol.dispose]();
  folder[Symbol.dispose]();
});

const used = (hours: number) =>
  remoteKey('k1', { lastUsed: { kind: 'at', at: at(hours) }, createdAt: at(-900) });
const never = remoteKey('k1', { lastUsed: { kind: 'never' }, createdAt: at(-900) });

function sync(hours: number, ...keys: ReturnType<typeof remoteKey>[]): void {
  store.operations.applySync(workspaceId, keys, [], at(hours), at(hours));
}

function history(remoteId = 'k1'): Observations {
  const keyId = keyIdOf(store, workspaceId, remoteId) ?? expect.unreachable();
  const found = store.operations.observations(keyId) ?? expect.unreachable();
  expect(observationsSchema.parse(found)).toEqual(found);
  return found;
}

const uses = () => history().uses.map(({ at: when }) => (Date.parse(when) - start) / hour);

describe('a sync', () => {
  it('keeps a last-used value once, with when it was seen and the quiet before it', () => {
    sync(0, never);
    sync(2, never);
    expect(history().uses).toEqual([]);
    sync(5, used(4));
    sync(6, used(4));
    sync(30, used(28));
    expect(history()).toEqual({
      lastUsed: { kind: 'at', at: at(28) },
      createdAt: at(-900),
      lookedAt: at(30),
      uses: [
        { at: at(4), seenAt: at(5), quiet: { from: at(-900), until: at(2) } },
        { at: at(28), seenAt: at(30), quiet: { from: at(4), until: at(6) } },
      ],
    });
  });

  it('keeps the last use of an hour, and the quiet before its first', () => {
    sync(0, used(-30));
    sync(1, used(-30));
    sync(2, used(1.2));
    sync(3, used(1.9));
    expect(history().uses).toEqual([
      { at: at(-30), seenAt: at(0), quiet: null },
      { at: at(1.9), seenAt: at(3), quiet: { from: at(-30), until: at(1) } },
    ]);
  });

  it('writes nothing of a key whose platform tells no use, and keeps what was told while the field is missing', () => {
    sync(0, remoteKey('k1'), remoteKey('k2'));
    expect(history().uses).toEqual([]);
    sync(1, used(0));
    sync(2, remoteKey('k1'));
    sync(3, used(0));
    expect(uses()).toEqual([0]);
    expect(history('k1').lookedAt).toBe(at(3));
  });

  it('vouches no later than when the list was asked for', () => {
    store.operations.applySync(workspaceId, [used(0)], [], at(2), at(1));
    expect(history().lookedAt).toBe(at(1));
  });

  it('counts an answer about one key alone as a look at that key', () => {
    sync(1, used(0), remoteKey('k2', { lastUsed: { kind: 'never' } }));
    store.operations.upsertKey(workspaceId, used(0), at(5));
    expect([history('k1').lookedAt, history('k2').lookedAt]).toEqual([at(5), at(1)]);
  });

  it('stops vouching for a key that left, and goes on when it is back', () => {
    sync(1, used(0));
    sync(9, remoteKey('k2'));
    sync(12, remoteKey('k2'));
    expect(history()).toMatchObject({ lookedAt: at(1) });
    sync(20, used(19));
    expect(history().uses.at(-1)?.quiet).toEqual({ from: at(0), until: at(1) });
  });
});

describe('what is quiet', () => {
  it('is so since its last use, as of the latest look and never as of now', () => {
    sync(1, used(0));
    sync(50, used(0));
    expect(quietSince(history(), start + 80 * hour)).toEqual({
      kind: 'quiet',
      since: start,
      asOf: start + 50 * hour,
    });
  });
});

describe('survives', () => {
  it('a removal of its workspace, and its coming back', () => {
    sync(1, never);
    sync(5, used(4));
    const [before, keyId] = [history().uses, keyIdOf(store, workspaceId, 'k1')];
    store.operations.removeConnection('connection-1', at(6));
    expect(store.database.prepare('SELECT count(*) FROM observations').pluck().get()).toBe(0);
    const workspaces = [{ slug: 'harbour', name: 'Harbour', role: null }];
    store.operations.addConnection(connectionRow({ id: 'connection-2' }), workspaces, at(30));
    sync(31, used(29));
    expect(keyIdOf(store, workspaceId, 'k1')).toBe(keyId);
    // Nobody looked meanwhile.
    expect(history().uses).toEqual([...before, { at: at(29), seenAt: at(31), quiet: null }]);
  });

  it('a repair', () => {
    sync(1, never);
    sync(5, used(4));
    const before = history();
    store[Symbol.dispose]();
    const { salvaged } = repair(folder.file, new Date(start));
    store = openOperations(folder.file);
    expect(salvaged).toContainEqual({ table: 'observations', count: 1, whole: true });
    expect(history()).toEqual(before);
  });
});

it('goes with a key that was deleted', () => {
  sync(1, used(0));
  store.operations.removeKey(keyIdOf(store, workspaceId, 'k1') ?? '', at(2));
  expect(store.database.prepare('SELECT count(*) FROM observations').pluck().get()).toBe(0);
});

it('thins what is old at a start: hours, then quarters of a day, then long quiet alone, and never the latest', () => {
  const day = 24;
  const use = (hours: number) => {
    sync(hours, used(hours));
    sync(hours + 0.5, used(hours));
  };
  sync(-600 * day, remoteKey('k1', { lastUsed: { kind: 'never' }, createdAt: at(-600 * day) }));
  use(-500 * day);
  sync(-350 * day, used(-500 * day));
  use(-340 * day);
  use(-339 * day);
  sync(-200 * day, used(-339 * day));
  for (const first of [-90 * day, -2 * day]) for (let hours = 0; hours < day; hours += 1) use(first + hours);
  use(0);
  sync(0.9, used(0), remoteKey('once', { lastUsed: { kind: 'at', at: at(-700 * day) } }));
  store[Symbol.dispose]();
  store = openOperations(folder.file, () => start);
  const kept = uses();
  expect(kept.filter((hours) => hours < -100 * day)).toEqual([-340 * day]);
  // 2026-06-03T08:00 to 2026-06-04T07:00 touches five quarters of days in UTC; the first came after a long quiet.
  expect(kept.filter((hours) => hours >= -100 * day && hours < -10 * day)).toEqual(
    [0, 3, 9, 15, 21, 23].map((hours) => hours - 90 * day),
  );
  expect(kept.filter((hours) => hours >= -10 * day)).toHaveLength(25);
  expect(history('once').uses).toHaveLength(1);
});
