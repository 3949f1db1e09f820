import { expect, it } from 'vitest';
import type { Grant } from '#shared/domain/grant.ts';
import type { KeyDetail } from '#shared/domain/key.ts';
import type { Caller } from '#shared/domain/preflight.ts';
import {
  templateOf,
  warningsFor,
  whyNotBegin,
  whyNotTwin,
  withoutRefused,
} from '../../../src/main/runs/why-not.ts';

const free = { isUnderWay: false, isChanging: false };
const full: Grant = { platform: 'roboflow', scopes: null };
const scoped: Grant = { platform: 'roboflow', scopes: ['model:infer'] };

/** What these rules look at. */
function key(change: Partial<KeyDetail> = {}): KeyDetail {
  return {
    name: 'line-7',
    platform: 'roboflow',
    status: 'active',
    grant: full,
    folderIds: [],
    metadata: { cost: '42', latchkey: '{}' },
    disabled: false,
    protected: false,
    thisLogin: false,
    isDefault: false,
    consumers: [],
    ...change,
  } as KeyDetail;
}

const caller = (change: Partial<Caller> = {}): Caller => ({
  platform: 'roboflow',
  workspaceId: 'w',
  role: 'admin',
  logins: [],
  planRefusedAt: null,
  keyPermissions: null,
  ...change,
});

it.each([
  [{}, free, null],
  [{ status: 'vanished' as const }, free, 'not-found'],
  [{}, { ...free, isUnderWay: true }, 'conflict'],
  [{}, { ...free, isChanging: true }, 'conflict'],
  [{ thisLogin: true }, free, 'this-login'],
  [{ protected: true }, free, 'protected'],
  [{ disabled: true }, free, 'conflict'],
])('a planned run of a key that is %j, %j, begins or says why not', (change, standing, code) => {
  expect(whyNotBegin(key(change), 'planned', standing)?.code ?? null).toBe(code);
});

it('a compromised key is replaced also where somebody disabled it already', () => {
  expect(whyNotBegin(key({ disabled: true }), 'compromised', free)).toBe(null);
});

it('no twin is made that the login may not make, but an old refusal of the plan is asked again', () => {
  const template = templateOf(key({ grant: scoped }));
  expect(whyNotTwin(template, undefined)).toBe(null);
  expect(whyNotTwin(template, caller({ planRefusedAt: '2026-01-01T00:00:00Z' }))).toBe(null);
  expect(whyNotTwin(template, caller({ role: 'member' }))?.code).toBe('role');
  const weak = { grant: { platform: 'roboflow', scopes: ['api-key:create'] } as Grant, folderIds: [] };
  expect(whyNotTwin(template, caller({ logins: [weak] }))).toMatchObject({
    code: 'role',
    message: expect.stringContaining('No twin'),
  });
});

it('metadata goes along, but for Latchkey’s own field, and where the plan refuses it', () => {
  const refusing = caller({ planRefusedAt: '2026-01-01T00:00:00Z' });
  expect(templateOf(key()).metadata).toEqual({ cost: '42' });
  expect(withoutRefused(templateOf(key()), caller()).metadata).toEqual({ cost: '42' });
  expect(withoutRefused(templateOf(key()), refusing).metadata).toEqual({});
  // Refused as a whole, and that is for the platform to say.
  expect(withoutRefused(templateOf(key({ grant: scoped })), refusing).metadata).toEqual({ cost: '42' });
});

it('says beforehand what a platform cannot do', () => {
  const say = (change: Partial<KeyDetail>, reason: 'planned' | 'compromised' = 'planned') =>
    warningsFor(key(change), reason).join(' ');
  expect(say({})).toContain('does not report when a key was last used');
  expect(say({}, 'compromised')).toBe('');
  expect(say({ platform: 'datature-vi' })).toBe(
    'Datature Vi cannot disable a key. A person deletes it once it is quiet.',
  );
  expect(say({ platform: 'datature-vi' }, 'compromised')).toContain('deleted at once');
  expect(say({ planRefusedAt: '2026-01-01T00:00:00Z' })).toContain('Its metadata does not come along');
  expect(say({ isDefault: true })).toContain('default key');
});
