import { describe, expect, it } from 'vitest';
import type { KeyDetail } from '#shared/domain/key.ts';
import type { ConnectionState, Workspace } from '#shared/ipc/connections.ts';
import { keyActions, whyNot } from '../../../src/renderer/features/inventory/details/action-rules.ts';

function key(changes: Partial<KeyDetail> = {}): KeyDetail {
  return {
    id: 'k',
    workspaceId: 'w',
    name: 'line4-uploader',
    prefix: 'Zt4q',
    environment: 'production',
    grant: { platform: 'roboflow', scopes: ['model:infer'] },
    lastUsed: { kind: 'not-reported' },
    createdAt: null,
    createdBy: null,
    status: 'active',
    thisLogin: false,
    rotation: { days: 90, from: 'environment' },
    platform: 'roboflow',
    remoteId: 'k_1',
    disabled: false,
    protected: false,
    isDefault: false,
    folderIds: [],
    folderNames: {},
    foldersProblem: null,
    lineage: { replaces: null, replacedBy: null, owed: null },
    policy: { own: null, inherited: 90, snooze: null, plan: null },
    owner: null,
    consumers: [],
    purpose: null,
    notes: null,
    sharing: { on: false, unsent: false, problem: null },
    metadata: {},
    workspaceName: 'Acme Vision',
    workspaceSlug: 'acme',
    workspaceColour: 'indigo',
    role: 'admin',
    firstSeenAt: '2026-08-01T00:00:00Z',
    syncedAt: null,
    activity: [],
    changes: [],
    quarantine: null,
    ...changes,
  };
}

function workspace(state: ConnectionState): Workspace {
  return {
    id: 'w',
    connectionId: 'c',
    platform: 'roboflow',
    baseUrl: 'https://api.roboflow.com',
    slug: 'acme',
    name: 'Acme Vision',
    platformName: 'Acme Vision',
    colour: 'indigo',
    position: 1,
    account: null,
    label: null,
    role: 'admin',
    keyPermissions: null,
    keyCount: 1,
    syncedAt: null,
    state,
    problem: null,
    embedded: false,
    signInWay: 'credential',
  };
}

const ready = workspace('ready');
const possible = (subject: KeyDetail, at = ready) =>
  keyActions.filter((action) => whyNot(action, subject, at) === null);

describe('what can be done to a key', () => {
  it('is everything, where nothing stands in the way', () => {
    expect(possible(key())).toEqual([...keyActions]);
  });

  it('is nothing while the platform is out of reach, lost its sign-in, or the key is gone', () => {
    expect(possible(key(), workspace('offline'))).toEqual([]);
    expect(possible(key(), workspace('sign-in'))).toEqual([]);
    expect(possible(key({ status: 'vanished' }))).toEqual([]);
    expect(whyNot('rename', key(), workspace('offline'))).toMatch(/^Offline: Roboflow/);
  });

  it('is nothing for a member, and is tried where the platform tells no role', () => {
    expect(possible(key({ role: 'member' }))).toEqual([]);
    expect(possible(key({ role: null }))).toEqual([...keyActions]);
  });

  it('follows the flags of the platform, with the reason it gives', () => {
    const grant = { platform: 'workspace-keys', scopes: ['project'], public: false } as const;
    const subject = key({ platform: 'workspace-keys', grant: { ...grant, scopes: [...grant.scopes] } });
    expect(possible(subject)).toEqual(['rotate', 'edit-scope', 'rename', 'compromised', 'delete']);
    expect(whyNot('disable', subject, ready)).toMatch(/cannot disable/);
  });

  it('leaves out what the plan was heard to refuse, and only that', () => {
    const subject = key({ planRefusedAt: '2026-11-20T08:00:00Z' });
    expect(possible(subject)).toEqual([
      'rotate',
      'edit-scope',
      'rename',
      'protect',
      'roll',
      'compromised',
      'delete',
    ]);
    expect(whyNot('disable', subject, ready)).toMatch(/does not include Advanced API Keys, as Roboflow said/);
    // What holds for this key alone is the nearer reason.
    expect(whyNot('disable', { ...subject, protected: true }, ready)).toMatch(/^Protected/);
  });

  it('never cuts off the key Latchkey itself signs in with', () => {
    expect(possible(key({ thisLogin: true }))).toEqual(['edit-scope', 'rename', 'enable', 'protect']);
    expect(whyNot('delete', key({ thisLogin: true }), ready)).toMatch(/signs in to Acme Vision/);
    expect(whyNot('rotate', key({ thisLogin: true }), ready)).toMatch(/signs in to Acme Vision/);
  });

  it('leaves protection to the dashboard', () => {
    const subject = key({ status: 'protected', protected: true });
    expect(possible(subject)).toEqual(['edit-scope', 'rename', 'enable']);
    expect(whyNot('protect', subject, ready)).toMatch(/Only Roboflow’s dashboard/);
    expect(whyNot('rotate', subject, ready)).toMatch(/only Roboflow’s dashboard/);
  });

  it('rotates nothing that nobody uses', () => {
    expect(whyNot('rotate', key({ status: 'disabled', disabled: true }), ready)).toMatch(/^Disabled/);
  });
});
