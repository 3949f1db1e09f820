/** The dry run of one key: every reason has its sentence, and what would be sent is what is compared later. */
import { describe, expect, it } from 'vitest';
import type { Caller } from '#shared/domain/preflight.ts';
import type { BulkAction } from '#shared/ipc/bulk.ts';
import type { Workspace } from '#shared/ipc/connections.ts';
import { judge } from '../../../src/main/bulk/judge.ts';
import type { BulkSubject } from '../../../src/main/store/api/bulk.ts';
import { aWorkspace } from '../../support/workspaces.ts';

function subject(over: Partial<BulkSubject> = {}): BulkSubject {
  return {
    item: 7,
    keyId: 'key-1',
    workspaceId: 'w1',
    name: 'line 4',
    grant: { platform: 'roboflow', scopes: ['model:infer', 'image:create'] },
    disabled: false,
    protected: false,
    thisLogin: false,
    vanished: false,
    environment: 'staging',
    owner: 'Ana',
    consumers: ['gate-cam', 'nightly'],
    createdBy: 'ana@acme.example',
    lastUsed: { kind: 'at', at: '2026-09-03T08:00:00Z' },
    quarantine: null,
    before: null,
    after: null,
    ...over,
  };
}

const disable: BulkAction = { kind: 'disable' };
const remove: BulkAction = { kind: 'scope', change: { mode: 'remove', scopes: ['image:create'] } };
const add: BulkAction = { kind: 'scope', change: { mode: 'add', scopes: ['version:read'] } };
const production: BulkAction = { kind: 'environment', environment: 'production' };

describe('what would change', () => {
  it('names before and after, and what the platform must still say then', () => {
    expect(judge(subject(), disable, aWorkspace())).toEqual({
      item: 7,
      state: 'change',
      detail: '',
      expected: { grant: subject().grant, disabled: false, protected: false },
      before: { kind: 'status', status: 'active' },
      after: { kind: 'status', status: 'disabled' },
    });
  });

  it('expects nothing of the platform where only Latchkey keeps it', () => {
    expect(judge(subject(), production, aWorkspace())).toMatchObject({
      state: 'change',
      expected: null,
      before: { environment: 'staging' },
      after: { environment: 'production' },
    });
    expect(judge(subject(), { kind: 'owner', owner: '  ' }, aWorkspace())).toMatchObject({
      after: { kind: 'owner', owner: null },
    });
  });
});

describe('before a key ends', () => {
  it('tells who uses it, when it was last used and whose work it is', () => {
    expect(judge(subject(), { kind: 'delete' }, aWorkspace()).detail).toBe(
      'Used by gate-cam, nightly. Last used 3 Sept 2026. Created by ana@acme.example.',
    );
    const unknown = subject({ consumers: [], createdBy: null, lastUsed: { kind: 'not-reported' } });
    expect(judge(unknown, { kind: 'quarantine', days: 14 }, aWorkspace()).detail).toBe(
      'Last use not reported.',
    );
  });
});

describe('nothing to do', () => {
  it.each<[string, BulkAction, Partial<BulkSubject>]>([
    ['disabled', disable, { disabled: true, protected: true }],
    ['enabled', { kind: 'enable' }, {}],
    ['environment', { kind: 'environment', environment: 'staging' }, {}],
    ['owner', { kind: 'owner', owner: ' Ana ' }, {}],
    ['scope', { kind: 'scope', change: { mode: 'add', scopes: ['model:infer'] } }, {}],
  ])('%s already', (word, action, over) => {
    const verdict = judge(subject(over), action, aWorkspace());
    expect(verdict).toMatchObject({ state: 'nothing', expected: null, after: null });
    expect(verdict.detail.toLowerCase()).toContain(word);
  });
});

describe('a key in quarantine', () => {
  const quarantine: BulkAction = { kind: 'quarantine', days: 30 };
  const planned = { due: '2026-12-05T08:00:00.000Z', asks: false };

  it('keeps the day it has', () => {
    const verdict = judge(subject({ disabled: true, quarantine: planned }), quarantine, aWorkspace());
    expect(verdict).toMatchObject({ state: 'nothing', after: null });
    expect(verdict.detail).toBe('Already in quarantine until 5 Dec 2026. Its date stays.');
  });

  it('is planned anew where it was held back, and where somebody enabled it', () => {
    const held = subject({ disabled: true, quarantine: { ...planned, asks: true } });
    expect(judge(held, quarantine, aWorkspace())).toMatchObject({ state: 'change' });
    const enabled = subject({ quarantine: planned });
    expect(judge(enabled, quarantine, aWorkspace())).toMatchObject({
      state: 'change',
      before: { status: 'active' },
    });
  });
});

describe('left alone', () => {
  it.each<[RegExp, BulkAction, Partial<BulkSubject>, Partial<Workspace>]>([
    [/list any more/, disable, { vanished: true }, {}],
    [/^Latchkey signs in to Acme Vision .* cannot disable it/, disable, { thisLogin: true }, {}],
    [/cannot narrow it/, remove, { thisLogin: true }, {}],
    [/^Protected/, { kind: 'delete' }, { protected: true }, {}],
    [/^Protected/, { kind: 'quarantine', days: 14 }, { protected: true }, {}],
    [/^Offline/, disable, {}, { state: 'offline' }],
    [/new sign-in/, { kind: 'delete' }, {}, { state: 'sign-in' }],
    [/is a member/, add, {}, { role: 'member' }],
    [/cannot disable a key/, disable, {}, { platform: 'workspace-keys' }],
    [/cannot disable a key/, { kind: 'quarantine', days: 3 }, {}, { platform: 'workspace-keys' }],
  ])('%s', (says, action, over, workspace) => {
    const verdict = judge(subject(over), action, aWorkspace(workspace));
    expect(verdict).toMatchObject({ state: 'refused', expected: null, before: null, after: null });
    expect(verdict.detail).toMatch(says);
  });

  it('a key that would get more than the login has itself', () => {
    const caller: Caller = {
      platform: 'roboflow',
      workspaceId: 'w1',
      role: null,
      logins: [
        {
          grant: { platform: 'roboflow', scopes: ['api-key:update', 'model:infer', 'image:create'] },
          folderIds: [],
        },
      ],
      planRefusedAt: null,
      keyPermissions: null,
    };
    expect(judge(subject(), add, aWorkspace(), caller)).toMatchObject({
      state: 'refused',
      detail: expect.stringContaining('lacks “read versions”'),
    });
    expect(judge(subject(), remove, aWorkspace(), caller).state).toBe('change');
    expect(judge(subject(), disable, aWorkspace(), caller).state).toBe('change');
    expect(
      judge(subject(), disable, aWorkspace(), { ...caller, planRefusedAt: '2026-09-01T08:00:00Z' }),
    ).toMatchObject({
      state: 'refused',
      detail: expect.stringContaining('does not include Advanced API Keys'),
    });
  });

  it('a key whose workspace is not connected any more', () => {
    expect(judge(subject(), production, undefined)).toMatchObject({ state: 'refused' });
  });
});

it('lets the key of this login be widened, and noted about while offline', () => {
  expect(judge(subject({ thisLogin: true }), add, aWorkspace())).toMatchObject({ state: 'change' });
  expect(judge(subject({ protected: true }), remove, aWorkspace())).toMatchObject({ state: 'change' });
  expect(judge(subject(), production, aWorkspace({ state: 'offline' }))).toMatchObject({ state: 'change' });
});

describe('taking back', () => {
  const undo = {
    before: { kind: 'environment', environment: 'production' },
    after: { kind: 'environment', environment: 'ci' },
  } as const;

  it('gives each key what it had', () => {
    const verdict = judge(subject({ ...undo, environment: 'production' }), production, aWorkspace());
    expect(verdict).toMatchObject({ state: 'change', after: { environment: 'ci' } });
  });

  it('brings a key back from quarantine, unless it was disabled before', () => {
    const quarantine: BulkAction = { kind: 'quarantine', days: 14 };
    const was = (status: 'active' | 'disabled') =>
      subject({
        disabled: true,
        before: { kind: 'status', status: 'quarantined' },
        after: { kind: 'status', status },
      });
    expect(judge(was('active'), quarantine, aWorkspace())).toMatchObject({
      state: 'change',
      after: { status: 'active' },
    });
    expect(judge(was('disabled'), quarantine, aWorkspace())).toMatchObject({ state: 'refused' });
    expect(judge({ ...was('active'), disabled: false }, quarantine, aWorkspace())).toMatchObject({
      state: 'refused',
    });
  });

  it('puts a key that was enabled back in quarantine, until the same day', () => {
    const quarantine = { due: '2026-12-05T08:00:00.000Z', asks: false };
    const enabling = judge(subject({ disabled: true, quarantine }), { kind: 'enable' }, aWorkspace());
    expect(enabling).toMatchObject({ before: { status: 'quarantined', until: quarantine.due } });
    const since = subject({ before: enabling.after, after: enabling.before });
    expect(judge(since, { kind: 'enable' }, aWorkspace())).toMatchObject({
      state: 'change',
      after: { status: 'quarantined', until: quarantine.due },
    });
  });

  it('leaves alone what somebody changed since', () => {
    const verdict = judge(subject({ ...undo, environment: 'development' }), production, aWorkspace());
    expect(verdict).toMatchObject({ state: 'refused', detail: expect.stringMatching(/changed since/) });
  });
});
