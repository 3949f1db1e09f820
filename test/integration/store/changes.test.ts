import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changeKinds, keyChangeSchema } from '#shared/domain/change.ts';
import type { Grant } from '#shared/domain/grant.ts';
import type { ChangeView } from '#shared/ipc/changes.ts';
import type { RemoteKey } from '../../../src/main/platforms/platform.ts';
import type { NewIntent } from '../../../src/main/store/api/intents.ts';
import { repair } from '../../../src/main/store/repair.ts';
import {
  connectionRow,
  keyIdOf,
  type OpenedStore,
  openOperations,
  remoteKey,
  temporaryFolder,
} from '../../support/store.ts';

const at = (hour: number) => new Date(Date.UTC(2026, 8, 1, hour)).toISOString();
const everything: ChangeView = { workspaceId: null, period: 'all', kind: null, own: true };
const roboflow = (...scopes: string[]): Grant => ({ platform: 'roboflow', scopes });

let folder: ReturnType<typeof temporaryFolder>;
let store: OpenedStore;
let acme: string;
let orchard: string;
beforeEach(() => {
  folder = temporaryFolder();
  store = openOperations(folder.file);
  const workspaces = ['acme', 'orchard'].map((slug) => ({ slug, name: slug, role: null }));
  [acme = '', orchard = ''] = store.operations.addConnection(connectionRow(), workspaces, at(0));
});
afterEach(() => {
  store[Symbol.dispose]();
  folder[Symbol.dispose]();
});

const sync = (keys: RemoteKey[], hour: number, workspaceId = acme) =>
  store.operations.applySync(workspaceId, keys, [], at(hour));
const list = (view: Partial<ChangeView> = {}, offset = 0, limit = 200) => {
  const wanted = { ...everything, ...view };
  const { upTo } = store.operations.changesOverview(wanted);
  return store.operations.changeRows(wanted, upTo, offset, limit);
};
const kinds = (view: Partial<ChangeView> = {}) => list(view).map(({ name, what }) => `${name}: ${what.kind}`);

describe('what a sync stores', () => {
  it('is nothing at the first reading of a workspace, however many keys it has', () => {
    sync([remoteKey('k1'), remoteKey('k2')], 1);
    expect(list()).toEqual([]);
    expect(store.operations.unseenChanges()).toBe(0);
  });

  it('is nothing where nothing changed but when a key was used, and what cannot be seen', () => {
    const grant = roboflow('image:read', 'image:tag');
    sync([remoteKey('k1', { grant, folderIds: ['a', 'b'] })], 1);
    const again = remoteKey('k1', {
      grant: roboflow('image:tag', 'image:read', 'image:tag'),
      folderIds: ['b', 'a'],
      lastUsed: { kind: 'at', at: at(1) },
      metadata: { team: 'edge' },
    });
    expect(sync([again], 2)).toEqual({ changed: true });
    expect(list()).toEqual([]);
  });

  it('is one event for each thing that changed, with before and after', () => {
    const keys = [
      remoteKey('k1', { name: 'wider', grant: roboflow('image:read') }),
      remoteKey('k2', { name: 'narrower', grant: { platform: 'roboflow', scopes: null } }),
      remoteKey('k3', { name: 'rescoped', grant: roboflow('image:read') }),
      remoteKey('k4', { name: 'renamed before' }),
      remoteKey('k5', { name: 'switched', disabled: false, protected: true }),
      remoteKey('k6', { name: 'folders', folderIds: ['line-4'] }),
      remoteKey('k7', { name: 'vanished' }),
    ];
    sync(keys, 1);
    const now = [
      remoteKey('k1', { name: 'wider', grant: roboflow('image:read', 'image:delete') }),
      remoteKey('k2', { name: 'narrower', grant: roboflow('image:read') }),
      remoteKey('k3', { name: 'rescoped', grant: roboflow('model:infer') }),
      remoteKey('k4', { name: 'renamed after' }),
      remoteKey('k5', { name: 'switched', disabled: true, protected: false }),
      remoteKey('k6', { name: 'folders' }),
      remoteKey('k8', { name: 'new', createdBy: 'bo@factory.example' }),
    ];
    sync(now, 2);
    for (const change of list()) expect(keyChangeSchema.parse(change)).toEqual(change);
    expect(list().map(({ name, what, at: seenAt, own }) => ({ name, what, at: seenAt, own }))).toEqual(
      [
        { name: 'vanished', what: { kind: 'vanished', replacedBy: null } },
        { name: 'new', what: { kind: 'new', grant: roboflow('model:infer') } },
        { name: 'folders', what: { kind: 'folders', before: ['line-4'], after: [] } },
        { name: 'switched', what: { kind: 'unprotected' } },
        { name: 'switched', what: { kind: 'disabled' } },
        {
          name: 'renamed after',
          what: { kind: 'renamed', before: 'renamed before', after: 'renamed after' },
        },
        {
          name: 'rescoped',
          what: { kind: 'rescoped', before: roboflow('image:read'), after: roboflow('model:infer') },
        },
        {
          name: 'narrower',
          what: {
            kind: 'narrower',
            before: { platform: 'roboflow', scopes: null },
            after: roboflow('image:read'),
          },
        },
        {
          name: 'wider',
          what: {
            kind: 'wider',
            before: roboflow('image:read'),
            after: roboflow('image:read', 'image:delete'),
          },
        },
      ].map((change) => ({ ...change, at: at(2), own: false })),
    );
    expect(list()[1]).toMatchObject({ createdBy: 'bo@factory.example', prefix: 'Zt4q', workspaceId: acme });

    sync([...now, remoteKey('k7', { name: 'vanished', disabled: true })], 3);
    sync([...now, remoteKey('k7', { name: 'vanished' })], 4);
    expect(kinds().slice(0, 3)).toEqual(['vanished: enabled', 'vanished: disabled', 'vanished: returned']);
    const seen = new Set(list().map(({ what }) => what.kind));
    expect(changeKinds.filter((kind) => !seen.has(kind))).toEqual(['protected']);
  });

  it('is taken back with the rest where the sync fails', () => {
    sync([remoteKey('k1')], 1);
    const unstorable = remoteKey('k3', { metadata: { size: 1n } });
    expect(() => sync([remoteKey('k2'), unstorable], 2)).toThrow();
    expect(list()).toEqual([]);
  });

  it('keeps its scopes when nothing else has them and the store opens anew', () => {
    sync([remoteKey('k1', { grant: roboflow('image:read') })], 1);
    sync([remoteKey('k1', { grant: roboflow('image:read', 'image:tag') })], 2);
    sync([remoteKey('k1', { grant: roboflow('model:infer') })], 3);
    const before = list();
    store[Symbol.dispose]();
    store = openOperations(folder.file);
    expect(list()).toEqual(before);
  });

  it('is dropped after 400 days, and its numbers are not used again', () => {
    const day = (number: number) => new Date(Date.UTC(2026, 0, 1 + number)).toISOString();
    const rename = (name: string, on: number) =>
      store.operations.applySync(acme, [remoteKey('k1', { name })], [], day(on));
    rename('first', 0);
    rename('second', 1);
    rename('third', 401);
    expect(kinds()).toEqual(['third: renamed', 'second: renamed']);
    rename('fourth', 402);
    expect(kinds()).toEqual(['fourth: renamed', 'third: renamed']);
    expect(list().map(({ seq }) => seq)).toEqual([3, 2]);
  });
});

describe('a damaged file', () => {
  const torn = (shape: string) => {
    store.database.exec(shape);
    store.database.pragma('wal_checkpoint(TRUNCATE)');
    store[Symbol.dispose]();
    const { salvaged } = repair(folder.file, new Date(at(6)));
    store = openOperations(folder.file);
    return salvaged;
  };
  beforeEach(() => {
    sync([remoteKey('k1', { grant: roboflow('image:read') })], 1);
    sync([remoteKey('k1', { grant: roboflow('image:read', 'image:tag') })], 2);
    sync([remoteKey('k1', { grant: roboflow('image:read', 'image:tag'), name: 'Oven' })], 3);
    store.operations.markChangesSeen(null, 1, at(4));
  });

  it('gives its changes back, with their scopes and how far they were seen', () => {
    const before = list();
    const salvaged = torn('SELECT 1');
    expect(salvaged).toContainEqual({ table: 'changes', count: 2, whole: true });
    expect(list()).toEqual(before);
    expect(kinds({ period: 'visit' })).toEqual(['Oven: renamed']);
    sync([remoteKey('k1', { grant: roboflow('image:read'), name: 'Oven' })], 5);
    expect(list()[0]).toMatchObject({ seq: 3, what: { kind: 'narrower' } });
  });

  it('loses only the change that makes no sense', () => {
    const salvaged = torn("UPDATE changes SET after = '\"Ov' WHERE kind = 'renamed'");
    expect(salvaged).toContainEqual({ table: 'changes', count: 1, whole: false });
    expect(kinds()).toEqual(['Key k1: wider']);
  });
});

describe('what was done through Latchkey', () => {
  const intent = (
    action: NewIntent['action'],
    expected: Record<string, unknown>,
    keyId: string | null,
  ): NewIntent => ({
    id: `intent-${action}`,
    at: at(2),
    workspaceId: acme,
    keyId,
    action,
    expected,
    detail: 'Said.',
  });
  const settle = (action: NewIntent['action'], keyId?: string) =>
    store.operations.settleIntent(`intent-${action}`, 'done', 'Said.', at(4), keyId);
  const key = (change: Partial<RemoteKey> = {}) => remoteKey('k1', change);
  let keyId: string;
  beforeEach(() => {
    sync([key()], 1);
    keyId = keyIdOf(store, acme, 'k1') ?? '';
  });

  it.each<[NewIntent['action'], Partial<RemoteKey>]>([
    ['rename', { name: 'Conveyor' }],
    ['edit-scope', { grant: roboflow('image:read') }],
    ['disable', { disabled: true }],
    ['protect', { protected: true }],
  ])('is ours where the answer came: %s', (action, change) => {
    store.operations.beginIntent(intent(action, { remoteId: 'k1', ...change }, keyId));
    store.operations.upsertKey(acme, key(change), at(3));
    settle(action);
    expect(list().map(({ own }) => own)).toEqual([true]);
    expect(list({ own: false })).toEqual([]);
    expect(store.operations.unseenChanges()).toBe(0);
    expect(store.operations.keyDetail(keyId)?.changes).toEqual([]);
  });

  it('is ours where the answer was lost and the next sync found it', () => {
    store.operations.beginIntent(intent('rename', { remoteId: 'k1', name: 'Conveyor' }, keyId));
    sync([key({ name: 'Conveyor' })], 3);
    expect(list({ own: false })).toHaveLength(1);
    settle('rename');
    expect(list({ own: false })).toEqual([]);
  });

  it('is ours for a new key, made with or without an answer', () => {
    store.operations.beginIntent(intent('create', { name: 'Ghost' }, null));
    sync([key(), remoteKey('k2', { name: 'Ghost' })], 3);
    settle('create', store.operations.upsertKey(acme, remoteKey('k2', { name: 'Ghost' }), at(4)));
    expect(list()).toMatchObject([{ name: 'Ghost', own: true, what: { kind: 'new' } }]);
  });

  it('is ours for a deletion, which keeps what the key was', () => {
    store.operations.beginIntent(intent('delete', { remoteId: 'k1' }, keyId));
    store.operations.removeKey(keyId, at(3));
    settle('delete');
    expect(list()).toMatchObject([{ name: 'Key k1', own: true, keyId, what: { kind: 'vanished' } }]);
  });

  it('leaves what others did at the same time to them', () => {
    store.operations.beginIntent(intent('rename', { remoteId: 'k1', name: 'Conveyor' }, keyId));
    store.operations.upsertKey(acme, key({ name: 'Conveyor', disabled: true }), at(3));
    settle('rename');
    expect(list({ own: false })).toMatchObject([{ what: { kind: 'disabled' } }]);
    expect(store.operations.keyDetail(keyId)?.changes).toMatchObject([{ what: { kind: 'disabled' } }]);
  });

  it('leaves what others did before to them, even where it is the same', () => {
    store.operations.applySync(acme, [key({ disabled: true })], [], '2026-09-01T01:30:00.000Z');
    store.operations.applySync(acme, [key()], [], '2026-09-01T01:40:00.000Z');
    store.operations.beginIntent(intent('disable', { remoteId: 'k1', disabled: true }, keyId));
    store.operations.upsertKey(acme, key({ disabled: true }), at(3));
    settle('disable');
    expect(list().map(({ what, own }) => [what.kind, own])).toEqual([
      ['disabled', true],
      ['enabled', false],
      ['disabled', false],
    ]);
  });

  it('leaves another name to whoever gave it', () => {
    store.operations.beginIntent(intent('rename', { remoteId: 'k1', name: 'Conveyor' }, keyId));
    sync([key({ name: 'Theirs' })], 3);
    store.operations.upsertKey(acme, key({ name: 'Conveyor' }), at(4));
    settle('rename');
    expect(list({ own: false })).toMatchObject([{ what: { after: 'Theirs' } }]);
  });
});

describe('the list', () => {
  beforeEach(() => {
    for (const [workspaceId, prefix] of [
      [acme, 'a'],
      [orchard, 'o'],
    ] as const) {
      sync([remoteKey(`${prefix}1`), remoteKey(`${prefix}2`)], 1, workspaceId);
    }
    sync([remoteKey('o1', { disabled: true }), remoteKey('o2')], 2, orchard);
    sync([remoteKey('a1', { disabled: true }), remoteKey('a2')], 3);
    sync([remoteKey('a1'), remoteKey('a2', { name: 'Oven' })], 4);
  });

  it('goes workspace by workspace, newest first, and counts', () => {
    expect(kinds()).toEqual(['Oven: renamed', 'Key a1: enabled', 'Key a1: disabled', 'Key o1: disabled']);
    expect(store.operations.changesOverview(everything)).toEqual({
      upTo: 4,
      since: null,
      total: 4,
      groups: [
        { workspaceId: acme, count: 3 },
        { workspaceId: orchard, count: 1 },
      ],
      kinds: expect.arrayContaining([
        { kind: 'disabled', count: 2 },
        { kind: 'enabled', count: 1 },
        { kind: 'renamed', count: 1 },
      ]),
    });
    expect(list({}, 1, 2)).toEqual(list().slice(1, 3));
  });

  it('of one kind or workspace still counts every kind', () => {
    const view = { ...everything, kind: 'disabled', workspaceId: acme } as const;
    expect(kinds(view)).toEqual(['Key a1: disabled']);
    const overview = store.operations.changesOverview(view);
    expect(overview).toMatchObject({ total: 1, groups: [{ workspaceId: acme, count: 1 }] });
    expect(overview.kinds).toHaveLength(3);
  });

  it('stays the same list while others arrive', () => {
    const { upTo } = store.operations.changesOverview(everything);
    const before = list();
    sync([remoteKey('a1', { protected: true }), remoteKey('a2', { name: 'Oven' })], 5);
    expect(store.operations.changeRows(everything, upTo, 0, 200)).toEqual(before);
  });
});

describe('a visit', () => {
  const visit = { period: 'visit' } as const;
  const unseen = () => store.operations.unseenChanges();
  const shown = (hour: number, workspaceId: string | null = null) =>
    store.operations.showChanges(workspaceId, store.operations.changesOverview(everything).upTo, at(hour));
  beforeEach(() => {
    sync([remoteKey('a1')], 1);
    sync([remoteKey('o1')], 1, orchard);
    sync([remoteKey('a1', { disabled: true })], 2);
    sync([remoteKey('o1', { disabled: true })], 2, orchard);
  });

  it('keeps what it shows until the next begins', () => {
    expect(unseen()).toBe(2);
    expect(shown(3)).toBe(true);
    expect(unseen()).toBe(0);
    expect(list(visit)).toHaveLength(2);
    expect(shown(3)).toBe(false);
    expect(store.operations.endVisits(at(3))).toBe(false);
    expect(list(visit)).toHaveLength(2);
    expect(store.operations.endVisits(at(4))).toBe(true);
    expect(list(visit)).toEqual([]);
    expect(store.operations.changesOverview({ ...everything, ...visit }).since).toBe(at(3));
    expect(list()).toHaveLength(2);
  });

  it('shows what came meanwhile at the next one, and nothing twice', () => {
    shown(3);
    sync([remoteKey('a1')], 4);
    store.operations.endVisits(at(5));
    expect(kinds(visit)).toEqual(['Key a1: enabled']);
    expect(unseen()).toBe(1);
  });

  it('to one workspace leaves the others unseen', () => {
    shown(3, acme);
    store.operations.endVisits(at(4));
    expect(kinds(visit)).toEqual(['Key o1: disabled']);
    expect(unseen()).toBe(1);
    const since = (workspaceId: string) =>
      store.operations.changesOverview({ ...everything, ...visit, workspaceId }).since;
    expect([since(acme), since(orchard)]).toEqual([at(3), null]);
  });

  it('ends at once when all is marked as seen, and that can be undone', () => {
    shown(3);
    const before = store.operations.markChangesSeen(null, 2, at(4));
    expect(list(visit)).toEqual([]);
    expect(unseen()).toBe(0);
    store.operations.restoreChangeMarks(before);
    expect(list(visit)).toHaveLength(2);
    expect(store.operations.changesOverview({ ...everything, ...visit }).since).toBeNull();
  });

  it('that marks all as seen leaves what came after the list was read', () => {
    const { upTo } = store.operations.changesOverview(everything);
    sync([remoteKey('a1')], 3);
    store.operations.markChangesSeen(null, upTo, at(4));
    expect(kinds(visit)).toEqual(['Key a1: enabled']);
  });
});
