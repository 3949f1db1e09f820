import { beforeEach, describe, expect, it } from 'vitest';
import { changeKinds, keyChangeSchema } from '#shared/domain/change.ts';
import type { Grant } from '#shared/domain/grant.ts';
import type { RemoteKey } from '../../../src/main/platforms/platform.ts';
import type { NewIntent } from '../../../src/main/store/api/intents.ts';
import { repair } from '../../../src/main/store/repair.ts';
import { keyIdOf, remoteKey } from '../../support/store.ts';
import { at, changesGround } from './changes-ground.ts';

const roboflow = (...scopes: string[]): Grant => ({ platform: 'roboflow', scopes });
const ground = changesGround();
const { sync, list, kinds, reopen } = ground;

describe('what a sync stores', () => {
  it('is nothing at the first reading of a workspace, however many keys it has', () => {
    sync([remoteKey('k1'), remoteKey('k2')], 1);
    expect(list()).toEqual([]);
    expect(ground.operations.unseenChanges()).toBe(0);
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
    expect(list()[1]).toMatchObject({
      createdBy: 'bo@factory.example',
      prefix: 'Zt4q',
      workspaceId: ground.acme,
    });

    sync([...now, remoteKey('k7', { name: 'vanished', disabled: true })], 3);
    sync([...now, remoteKey('k7', { name: 'vanished' })], 4);
    expect(kinds().slice(0, 3)).toEqual(['vanished: enabled', 'vanished: disabled', 'vanished: returned']);
    const seen = new Set(list().map(({ what }) => what.kind));
    expect(changeKinds.filter((kind) => !seen.has(kind))).toEqual(['protected', 'silent', 'woke']);
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
    reopen();
    expect(list()).toEqual(before);
  });

  it('is dropped after 400 days, and its numbers are not used again', () => {
    const day = (number: number) => new Date(Date.UTC(2026, 0, 1 + number)).toISOString();
    const rename = (name: string, on: number) =>
      ground.operations.applySync(ground.acme, [remoteKey('k1', { name })], [], day(on));
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
    ground.store.database.exec(shape);
    ground.store.database.pragma('wal_checkpoint(TRUNCATE)');
    let repaired: ReturnType<typeof repair> | undefined;
    reopen((file) => {
      repaired = repair(file, new Date(at(6)));
    });
    return repaired?.salvaged;
  };
  beforeEach(() => {
    sync([remoteKey('k1', { grant: roboflow('image:read') })], 1);
    sync([remoteKey('k1', { grant: roboflow('image:read', 'image:tag') })], 2);
    sync([remoteKey('k1', { grant: roboflow('image:read', 'image:tag'), name: 'Oven' })], 3);
    ground.operations.markChangesSeen(null, 1, at(4));
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
    workspaceId: ground.acme,
    keyId,
    action,
    expected,
    detail: 'Said.',
  });
  const settle = (action: NewIntent['action'], keyId?: string) =>
    ground.operations.settleIntent(`intent-${action}`, 'done', 'Said.', at(4), keyId);
  const key = (change: Partial<RemoteKey> = {}) => remoteKey('k1', change);
  let keyId: string;
  beforeEach(() => {
    sync([key()], 1);
    keyId = keyIdOf(ground.store, ground.acme, 'k1') ?? '';
  });

  it.each<[NewIntent['action'], Partial<RemoteKey>]>([
    ['rename', { name: 'Conveyor' }],
    ['edit-scope', { grant: roboflow('image:read') }],
    ['disable', { disabled: true }],
    ['protect', { protected: true }],
  ])('is ours where the answer came: %s', (action, change) => {
    ground.operations.beginIntent(intent(action, { remoteId: 'k1', ...change }, keyId));
    ground.operations.upsertKey(ground.acme, key(change), at(3));
    settle(action);
    expect(list().map(({ own }) => own)).toEqual([true]);
    expect(list({ own: false })).toEqual([]);
    expect(ground.operations.unseenChanges()).toBe(0);
    expect(ground.operations.keyDetail(keyId)?.changes).toEqual([]);
  });

  it('is ours where the answer was lost and the next sync found it', () => {
    ground.operations.beginIntent(intent('rename', { remoteId: 'k1', name: 'Conveyor' }, keyId));
    sync([key({ name: 'Conveyor' })], 3);
    expect(list({ own: false })).toHaveLength(1);
    settle('rename');
    expect(list({ own: false })).toEqual([]);
  });

  it('is ours for a new key, made with or without an answer', () => {
    ground.operations.beginIntent(intent('create', { name: 'Ghost' }, null));
    sync([key(), remoteKey('k2', { name: 'Ghost' })], 3);
    settle('create', ground.operations.upsertKey(ground.acme, remoteKey('k2', { name: 'Ghost' }), at(4)));
    expect(list()).toMatchObject([{ name: 'Ghost', own: true, what: { kind: 'new' } }]);
  });

  it('is ours for a deletion, which keeps what the key was', () => {
    ground.operations.beginIntent(intent('delete', { remoteId: 'k1' }, keyId));
    ground.operations.removeKey(keyId, at(3));
    settle('delete');
    expect(list()).toMatchObject([{ name: 'Key k1', own: true, keyId, what: { kind: 'vanished' } }]);
  });

  it('leaves what others did at the same time to them', () => {
    ground.operations.beginIntent(intent('rename', { remoteId: 'k1', name: 'Conveyor' }, keyId));
    ground.operations.upsertKey(ground.acme, key({ name: 'Conveyor', disabled: true }), at(3));
    settle('rename');
    expect(list({ own: false })).toMatchObject([{ what: { kind: 'disabled' } }]);
    expect(ground.operations.keyDetail(keyId)?.changes).toMatchObject([{ what: { kind: 'disabled' } }]);
  });

  it('leaves what others did before to them, even where it is the same', () => {
    ground.operations.applySync(ground.acme, [key({ disabled: true })], [], '2026-09-01T01:30:00.000Z');
    ground.operations.applySync(ground.acme, [key()], [], '2026-09-01T01:40:00.000Z');
    ground.operations.beginIntent(intent('disable', { remoteId: 'k1', disabled: true }, keyId));
    ground.operations.upsertKey(ground.acme, key({ disabled: true }), at(3));
    settle('disable');
    expect(list().map(({ what, own }) => [what.kind, own])).toEqual([
      ['disabled', true],
      ['enabled', false],
      ['disabled', false],
    ]);
  });

  it('leaves another name to whoever gave it', () => {
    ground.operations.beginIntent(intent('rename', { remoteId: 'k1', name: 'Conveyor' }, keyId));
    sync([key({ name: 'Theirs' })], 3);
    ground.operations.upsertKey(ground.acme, key({ name: 'Conveyor' }), at(4));
    settle('rename');
    expect(list({ own: false })).toMatchObject([{ what: { after: 'Theirs' } }]);
  });
});
