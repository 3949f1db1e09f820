import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { grantSchema } from '#shared/domain/grant.ts';
import { explain } from '../../../../src/main/platforms/datature-vi/errors.ts';
import {
  createBody,
  toRemoteKey,
  toRemoteWorkspace,
  updateBody,
} from '../../../../src/main/platforms/datature-vi/mapping.ts';
import { organizationSchema, secretKeySchema } from '../../../../src/main/platforms/datature-vi/wire.ts';
import { datatureViGrantArbitrary } from '../../../support/grants.ts';

const wire = {
  id: 'sk_1',
  name: 'quay-backend',
  hint: 'dtvi_9k...',
  access: ['deployment'],
  permission: 'read-only',
  lastUsedAt: null,
  createdAt: '2026-11-01T08:00:00Z',
  createdBy: 'femke@harbour.example',
};
const full = {
  platform: 'datature-vi',
  access: ['dataset', 'training', 'deployment'],
  permission: 'full',
} as const;
const everything = { ...full, access: [...full.access] };
const labels = { platform: 'datature-vi' as const, access: ['dataset'], permission: 'labeler-only' };

describe('a secret key', () => {
  const read = (change: object) => toRemoteKey(secretKeySchema.parse({ ...wire, ...change }));

  it('comes with all that the table of the platform shows', () => {
    expect(read({})).toMatchObject({
      remoteId: 'sk_1',
      name: 'quay-backend',
      prefix: 'dtvi_9k',
      grant: { platform: 'datature-vi', access: ['deployment'], permission: 'read-only' },
      createdAt: '2026-11-01T08:00:00.000Z',
      createdBy: 'femke@harbour.example',
    });
  });

  it.each([
    ['null is Never', { lastUsedAt: null }, { kind: 'never' }],
    ['a time', { lastUsedAt: '2026-11-20T10:00:00Z' }, { kind: 'at', at: '2026-11-20T10:00:00.000Z' }],
    ['no field is not reported', { lastUsedAt: undefined }, { kind: 'not-reported' }],
    ['no time is not reported', { lastUsedAt: 'soon' }, { kind: 'not-reported' }],
  ])('last used: %s', (_name, change, expected) => expect(read(change).lastUsed).toEqual(expected));

  it('keeps any access and permission as they came, through the wire and back', () => {
    fc.assert(
      fc.property(datatureViGrantArbitrary, ({ access, permission }) => {
        const { grant } = read({ access, permission });
        expect(grantSchema.parse(grant)).toEqual({ platform: 'datature-vi', access, permission });
        expect(updateBody({ grant })).toEqual({ access, permission });
      }),
    );
  });
});

describe('an organization', () => {
  const read = (change: object) =>
    toRemoteWorkspace(
      organizationSchema.parse({ id: 'org_1', name: 'Harbour CV', role: 'owner', ...change }),
    );

  it('says whether it has the pickers, or nothing about them', () => {
    expect(read({ features: { keyPermissions: false } }).keyPermissions).toBe(false);
    expect(read({ features: { keyPermissions: true } }).keyPermissions).toBe(true);
    for (const features of [undefined, null, {}, 'many', { keyPermissions: 'yes' }])
      expect(read({ features }).keyPermissions).toBeNull();
  });

  it('is read with a role that this version does not know', () => {
    expect(read({ role: 'auditor' })).toMatchObject({ slug: 'org_1', role: null });
  });
});

describe('what is sent', () => {
  it('names no access where the organization has no pickers, and refuses to make a key wider than asked for', () => {
    expect(createBody({ name: 'a', grant: everything }, false)).toEqual({ name: 'a' });
    expect(() => createBody({ name: 'a', grant: labels }, false)).toThrow(/every key has full access/);
    expect(createBody({ name: 'a', grant: labels }, true)).toEqual({
      name: 'a',
      access: ['dataset'],
      permission: 'labeler-only',
    });
  });

  it('is only what changes, and nothing the platform does not have', () => {
    expect(updateBody({ name: 'b' })).toEqual({ name: 'b' });
    expect(() => updateBody({ disabled: true })).toThrow(/cannot disable/);
    expect(() => updateBody({ protected: true })).toThrow(/cannot protect/);
    expect(() => updateBody({ grant: { platform: 'roboflow', scopes: [] } })).toThrow(/another platform/);
  });
});

describe('a refusal', () => {
  const edit = { what: 'update', change: { grant: labels } } as const;
  const refuse = (doing: Parameters<typeof explain>[0], status: number, detail = '') =>
    explain(doing)({
      host: 'vi.example',
      status,
      body: { type: 'about:blank', title: 'Refused', status, detail },
      retryAfter: null,
    });

  it.each([
    ['a role', refuse({ what: 'delete' }, 403, 'Your role is member.'), 'role', undefined],
    ['no pickers', refuse(edit, 403, 'The plan of this organization has no such settings.'), 'plan', 'grant'],
    ['beyond the login', refuse(edit, 403, 'It goes beyond that of your own key.'), 'missing-scope', 'grant'],
    ['changed meanwhile', refuse(edit, 412), 'stale', undefined],
    ['a bad scope', refuse(edit, 400, 'permission: unknown'), 'bad-input', 'grant'],
    ['a bad name', refuse({ what: 'update', change: { name: '' } }, 400), 'bad-input', 'name'],
    [
      'a name that is taken',
      refuse({ what: 'update', change: { name: 'a' } }, 409),
      'duplicate-name',
      'name',
    ],
    ['a wrong key', refuse({ what: 'sign in' }, 401), 'unauthorized', undefined],
    ['a wrong organization', refuse({ what: 'sign in' }, 404), 'not-found', 'organizationId'],
    ['too many requests', refuse({ what: 'list' }, 429), 'rate-limited', undefined],
    ['a fault of its own', refuse({ what: 'list' }, 503), 'server', undefined],
  ])('for %s names its cause and the next step', (_name, info, code, field) => {
    expect(info).toMatchObject({ code, hint: expect.any(String) });
    expect(info.field).toBe(field);
  });

  it('never repeats what the platform said', () => {
    const said = 'dtvi_SecretThatWasSent';
    for (const status of [400, 401, 403, 404, 409, 412, 418, 429, 500])
      expect(JSON.stringify(refuse(edit, status, said))).not.toContain(said);
  });
});
