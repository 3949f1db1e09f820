import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noAdvancedKeys } from '#shared/domain/preflight.ts';
import {
  connectionRow,
  type OpenedStore,
  openOperations,
  remoteKey,
  temporaryFolder,
} from '../../support/store.ts';

let folder: ReturnType<typeof temporaryFolder>;
let store: OpenedStore;
let [acme = '', blue = '']: string[] = [];
beforeEach(() => {
  folder = temporaryFolder();
  store = openOperations(folder.file);
  [acme = '', blue = ''] = store.operations.addConnection(
    connectionRow(),
    [
      { slug: 'acme', name: 'Acme', role: null },
      { slug: 'blue', name: 'Blue', role: 'member' },
    ],
    '2026-09-01T08:00:00Z',
  );
});
afterEach(() => {
  store[Symbol.dispose]();
  folder[Symbol.dispose]();
});

const now = '2026-11-21T08:00:00Z';
const callerIn = (workspaceId: string) => store.operations.callers([workspaceId])[0];

describe('the key the login is', () => {
  it('comes with its scopes and folders, and with every key it may be', () => {
    const scoped = (id: string, scopes: string[], folderIds: string[] = []) =>
      remoteKey(id, { grant: { platform: 'roboflow', scopes }, folderIds });
    const keys = [
      scoped('a', ['image:read'], ['f1']),
      scoped('b', ['image:tag']),
      scoped('c', ['model:infer']),
    ];
    store.operations.applySync(acme, keys, ['a', 'b'], now);
    expect(callerIn(acme)?.logins).toEqual([
      { grant: { platform: 'roboflow', scopes: ['image:read'] }, folderIds: ['f1'] },
      { grant: { platform: 'roboflow', scopes: ['image:tag'] }, folderIds: [] },
    ]);
  });

  it('is not one that is gone or disabled', () => {
    store.operations.applySync(
      acme,
      [remoteKey('gone'), remoteKey('off', { disabled: true })],
      ['gone', 'off'],
      now,
    );
    store.operations.applySync(acme, [remoteKey('off', { disabled: true })], ['off'], now);
    expect(callerIn(acme)?.logins).toEqual([]);
  });
});

it('answers for each workspace there is, with its role', () => {
  expect(store.operations.callers([blue, 'no such', acme])).toEqual([
    {
      platform: 'roboflow',
      workspaceId: blue,
      role: 'member',
      logins: [],
      planRefusedAt: null,
      keyPermissions: null,
    },
    {
      platform: 'roboflow',
      workspaceId: acme,
      role: null,
      logins: [],
      planRefusedAt: null,
      keyPermissions: null,
    },
  ]);
});

it('tells whether the organization lets the scope of a key be chosen, where the platform says so', () => {
  const [choose = '', fixed = ''] = store.operations.addConnection(
    connectionRow({ id: 'c2', platform: 'datature-vi' }),
    [
      { slug: 'org_1', name: 'Reef', role: 'owner', keyPermissions: true },
      { slug: 'org_2', name: 'Shoal', role: 'owner', keyPermissions: false },
    ],
    '2026-09-01T08:00:00Z',
  );
  expect([choose, fixed, acme].map((id) => callerIn(id)?.keyPermissions)).toEqual([true, false, null]);
});

describe('a refusal for the plan’s sake', () => {
  let count = 0;
  function happened(
    action: 'create' | 'rename' | 'edit-scope' | 'disable' | 'enable',
    outcome: 'done' | 'failed',
    { detail = '', expected = {} }: { detail?: string; expected?: Record<string, unknown> } = {},
  ): void {
    count += 1;
    const at = `2026-11-21T08:00:${String(count).padStart(2, '0')}Z`;
    const id = `intent ${count}`;
    store.operations.beginIntent({ id, workspaceId: acme, keyId: null, action, expected, detail, at });
    store.operations.settleIntent(id, outcome, detail, at);
  }
  const refused = { detail: `${noAdvancedKeys}, which changing a scope needs.` };

  it('is remembered, in its own workspace', () => {
    happened('edit-scope', 'failed', refused);
    expect(callerIn(acme)?.planRefusedAt).toMatch(/^2026-11-21T/);
    expect(callerIn(blue)?.planRefusedAt).toBeNull();
  });

  it('is told with each key of the workspace, by the same rule', () => {
    const [here, there] = [acme, blue].map((workspace) =>
      store.operations.upsertKey(workspace, remoteKey('k1'), now),
    );
    const told = (keyId = '') => store.operations.keyDetail(keyId)?.planRefusedAt;
    expect(told(here)).toBeUndefined();
    happened('disable', 'failed', refused);
    expect(told(here)).toBe(callerIn(acme)?.planRefusedAt);
    expect(told(here)).toMatch(/^2026-11-21T/);
    expect(told(there)).toBeUndefined();
    happened('enable', 'done');
    expect(told(here)).toBeUndefined();
  });

  it('is over once something worked that needs the feature, and only then', () => {
    happened('edit-scope', 'failed', refused);
    happened('rename', 'done');
    happened('create', 'done', { expected: { grant: { platform: 'roboflow', scopes: null } } });
    happened('edit-scope', 'failed', { detail: 'No network.' });
    expect(callerIn(acme)?.planRefusedAt).not.toBeNull();
    happened('create', 'done', { expected: { grant: { platform: 'roboflow', scopes: ['image:tag'] } } });
    expect(callerIn(acme)?.planRefusedAt).toBeNull();
  });

  it('is none where something else was refused', () => {
    happened('edit-scope', 'failed', { detail: 'This key is protected.' });
    expect(callerIn(acme)?.planRefusedAt).toBeNull();
  });
});
