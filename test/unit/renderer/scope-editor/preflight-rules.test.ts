/** What the editor greys over one workspace and over several. */
import { describe, expect, it } from 'vitest';
import type { Caller } from '#shared/domain/preflight.ts';
import { rulesFor } from '../../../../src/renderer/features/scope-editor/preflight-rules.ts';

function caller(scopes: string[] | null, over: Partial<Caller> = {}): Caller {
  const logins: Caller['logins'] = [{ grant: { platform: 'roboflow', scopes }, folderIds: [] }];
  return { platform: 'roboflow', workspaceId: 'w', role: null, logins, planRefusedAt: null, ...over };
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
