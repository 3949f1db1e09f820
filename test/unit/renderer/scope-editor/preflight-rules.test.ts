/** What the editor greys over one workspace and over several. */
import { describe, expect, it } from 'vitest';
import type { Caller } from '#shared/domain/preflight.ts';
import { rulesFor } from '../../../../src/renderer/features/scope-editor/preflight-rules.ts';

function caller(scopes: string[] | null, over: Partial<Caller> = {}): Caller {
  const logins: Caller['logins'] = [{ grant: { platform: 'roboflow', scopes }, folderIds: [] }];
  return {
    platform: 'roboflow',
    workspaceId: 'w',
    role: null,
    logins,
    planRefusedAt: null,
    keyPermissions: null,
    ...over,
  };
}
const may = ['api-key:create', 'api-key:update'];

describe('nothing is greyed', () => {
  it.each([
    ['where nobody is known yet', []],
    ['by a login whose own key is not known', [caller([], { logins: [] })]],
    ['by one with full access', [caller(null)]],
  ])('%s', (_, callers) => {
    const rules = rulesFor(callers, 'update');
    expect(rules.scope('image:tag')).toBeNull();
    expect(rules.grant({ platform: 'roboflow', scopes: null })).toBeNull();
  });
});

it('where the login may be one of two keys, only what neither has is greyed', () => {
  const [one] = caller([...may, 'image:tag']).logins;
  const [other] = caller([...may, 'image:read']).logins;
  const rules = rulesFor([caller([], { logins: one && other ? [one, other] : [] })], 'create');
  expect([rules.scope('image:tag'), rules.scope('image:read')]).toEqual([null, null]);
  expect(rules.scope('image:annotate')).toContain('“annotate images”');
});

it('over several workspaces, only what all of them refuse is greyed', () => {
  const rules = rulesFor([caller([...may, 'image:tag']), caller([...may, 'image:read'])], 'update');
  expect(rules.scope('image:tag')).toBeNull();
  expect(rules.scope('image:annotate')).not.toBeNull();
  expect(rules.grant({ platform: 'roboflow', scopes: null })).toContain('full access');
});

it('folders are no reason against a scope', () => {
  const [login] = caller(may).logins;
  const inOne = caller([], { logins: login ? [{ ...login, folderIds: ['f'] }] : [] });
  expect(rulesFor([inOne], 'create').grant({ platform: 'roboflow', scopes: [] })).toBeNull();
});

it('a plan without the feature leaves full access for new keys, and nothing for others', () => {
  const callers = [caller(null, { planRefusedAt: '2026-11-21T08:00:00Z' })];
  expect(rulesFor(callers, 'create').grant({ platform: 'roboflow', scopes: null })).toBeNull();
  expect(rulesFor(callers, 'create').scope('image:tag')).toContain('Advanced API Keys');
  expect(rulesFor(callers, 'update').grant({ platform: 'roboflow', scopes: null })).toContain(
    'Advanced API Keys',
  );
});

it('a member may nothing, on any platform', () => {
  const member = caller(null, { platform: 'workspace-keys', role: 'member', logins: [] });
  const grant = { platform: 'workspace-keys', scopes: ['inference'], public: false } as const;
  expect(rulesFor([member], 'create').grant({ ...grant, scopes: [...grant.scopes] })).toContain('member');
});

describe('Datature Vi', () => {
  const matrix = (access: string[], permission: string) =>
    ({ platform: 'datature-vi', access, permission }) as const;
  const login = (access: string[], permission: string): Caller =>
    caller(null, {
      platform: 'datature-vi',
      logins: [{ grant: matrix(access, permission), folderIds: [] }],
      keyPermissions: true,
    });

  it('greys the access that the login lacks, at whatever level, and the levels above its own', () => {
    const rules = rulesFor([login(['dataset'], 'labeler-only')], 'update');
    expect(rules.grant(matrix(['training'], 'restricted'))).toContain('no Training access');
    expect(rules.grant(matrix(['dataset'], 'restricted'))).toBeNull();
    expect(rules.grant(matrix([], 'full'))).toContain('cannot give Full');
    expect(rules.grant(matrix([], 'labeler-only'))).toBeNull();
  });

  it('greys nothing where the login’s own key is not known', () => {
    const unknown = { ...login([], 'restricted'), logins: [] };
    expect(rulesFor([unknown], 'create').grant(matrix(['training'], 'full'))).toBeNull();
  });

  it('greys what neither of the two keys can give that the login may be', () => {
    const [one, other] = [login(['dataset'], 'full'), login(['training'], 'read-only')];
    const rules = rulesFor([{ ...one, logins: [...one.logins, ...other.logins] }], 'create');
    expect(rules.grant(matrix(['dataset'], 'full'))).toBeNull();
    expect(rules.grant(matrix(['training'], 'read-only'))).toBeNull();
    expect(rules.grant(matrix(['training'], 'full'))).not.toBeNull();
    expect(rules.grant(matrix(['deployment'], 'restricted'))).toContain('no Deployment access');
  });

  it('leaves full access alone for new keys of an organization without pickers, to a login that has it', () => {
    const all = ['dataset', 'training', 'deployment'];
    const without = { ...login(all, 'full'), keyPermissions: false };
    expect(rulesFor([without], 'create').grant(matrix(all, 'full'))).toBeNull();
    expect(rulesFor([without], 'create').grant(matrix(['dataset'], 'full'))).toContain('full access');
    expect(rulesFor([without], 'update').grant(matrix(all, 'full'))).toContain('full access');
    const narrow = { ...login(['dataset'], 'full'), keyPermissions: false };
    expect(rulesFor([narrow], 'create').grant(matrix(all, 'full'))).toContain('no Training');
  });
});
