import { describe, expect, it } from 'vitest';
import type { BulkActionKind } from '#shared/ipc/bulk.ts';
import type { Workspace } from '#shared/ipc/connections.ts';
import type { KeyGroup } from '#shared/ipc/selection.ts';
import { whyNotAny as whyNotAnyIn } from '../../../../src/renderer/features/selection/bulk-rules.ts';

const group = (change: Partial<KeyGroup> = {}): KeyGroup => ({
  workspaceId: 'w1',
  disabled: false,
  protected: false,
  thisLogin: false,
  count: 1,
  ...change,
});

const workspace = (change: Partial<Workspace> = {}): Workspace => ({
  id: 'w1',
  connectionId: 'c1',
  platform: 'roboflow',
  baseUrl: 'https://api.example.test',
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
  state: 'ready',
  problem: null,
  embedded: false,
  signInWay: 'credential',
  ...change,
});

const whyNotAny = (action: BulkActionKind, groups: KeyGroup[], workspaces: Workspace[]) =>
  whyNotAnyIn(action, groups, new Map(workspaces.map((each) => [each.id, each])));

const noDisable = workspace({ id: 'w2', platform: 'workspace-keys' });

describe('an action over many keys', () => {
  it('is offered where it can change one of them', () => {
    const groups = [group({ protected: true }), group({ disabled: true }), group()];
    for (const action of ['disable', 'enable', 'delete', 'environment', 'owner', 'scope'] as const)
      expect(whyNotAny(action, groups, [workspace()])).toBeNull();
  });

  it('says the one reason that holds for all of them', () => {
    expect(whyNotAny('enable', [group()], [workspace()])).toBe('None of these keys is disabled.');
    expect(whyNotAny('disable', [group({ disabled: true })], [workspace()])).toMatch(/disabled already/);
    expect(whyNotAny('delete', [group({ protected: true })], [workspace()])).toMatch(/^Protected/);
    expect(whyNotAny('delete', [group({ thisLogin: true })], [workspace()])).toMatch(/signs in/);
    expect(whyNotAny('disable', [group({ workspaceId: 'w2' })], [noDisable])).toMatch(/cannot disable/);
  });

  it('says that none can where each has a reason of its own', () => {
    const groups = [group({ thisLogin: true }), group({ protected: true }), group({ workspaceId: 'w2' })];
    expect(whyNotAny('disable', groups, [workspace(), noDisable])).toBe(
      'None of these keys can be disabled.',
    );
  });

  it('needs the platform, and a login that may change keys', () => {
    expect(whyNotAny('delete', [group()], [workspace({ state: 'offline' })])).toMatch(/^Offline/);
    expect(whyNotAny('scope', [group()], [workspace({ state: 'sign-in' })])).toMatch(/new sign-in/);
    expect(whyNotAny('scope', [group()], [workspace({ role: 'member' })])).toMatch(/member/);
  });

  it('needs nobody for what is noted here', () => {
    for (const action of ['environment', 'owner'] as const)
      expect(whyNotAny(action, [group({ protected: true })], [workspace({ state: 'offline' })])).toBeNull();
  });

  it('waits for nothing while it is not known what is chosen', () => {
    expect(whyNotAny('disable', [], [workspace()])).toBeNull();
  });
});
