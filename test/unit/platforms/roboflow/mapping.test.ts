import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createBody,
  fromCreated,
  toRemoteKey,
  updateBody,
} from '../../../../src/main/platforms/roboflow/mapping.ts';
import {
  apiKeyListSchema,
  createdApiKeySchema,
  oneApiKeySchema,
  workspaceSchema,
} from '../../../../src/main/platforms/roboflow/wire.ts';
import { roboflowGrantArbitrary } from '../../../support/grants.ts';

const read = (answer: unknown) => toRemoteKey(oneApiKeySchema.parse(answer));
const whole = {
  keyId: 'k_7Qm',
  name: 'Line 4 uploader',
  prefix: 'Zt4',
  scopes: ['image:create', 'image:tag'],
  folderIds: ['fld_1'],
  default: true,
  protected: true,
  disabled: true,
  created_on: '2026-08-14T09:12:00Z',
  created_by: 'ana@factory.example',
  customMetadata: { env: 'prod' },
};

describe('a key of Roboflow', () => {
  it('is read field by field', () => {
    expect(read({ apiKey: whole })).toEqual({
      remoteId: 'k_7Qm',
      name: 'Line 4 uploader',
      prefix: 'Zt4',
      grant: { platform: 'roboflow', scopes: ['image:create', 'image:tag'] },
      disabled: true,
      protected: true,
      isDefault: true,
      folderIds: ['fld_1'],
      metadata: { env: 'prod' },
      lastUsed: { kind: 'not-reported' },
      createdAt: '2026-08-14T09:12:00.000Z',
      createdBy: 'ana@factory.example',
    });
  });

  it('is read bare, as older answers have it, and with fields nobody knows', () => {
    expect(read({ ...whole, usage: { today: 3 } })).toEqual(read({ apiKey: whole }));
  });

  it('is read with nothing but its id', () => {
    expect(read({ keyId: 'k' })).toMatchObject({
      name: '',
      prefix: '',
      grant: { scopes: null },
      disabled: false,
      protected: false,
      isDefault: false,
      folderIds: [],
      metadata: {},
      createdAt: null,
      createdBy: null,
    });
  });

  it.each([
    [{ custom_metadata: { env: 'ci' } }, { metadata: { env: 'ci' } }],
    [{ customMetadata: null, custom_metadata: { env: 'ci' } }, { metadata: { env: 'ci' } }],
    [{ folderIds: null }, { folderIds: [] }],
    [{ folderIds: [] }, { folderIds: [] }],
    [
      { name: null, prefix: null },
      { name: '', prefix: '' },
    ],
    [{ created_on: 1_786_698_720 }, { createdAt: null }],
    [{ created_by: { uid: 'u1', email: 'ana@factory.example' } }, { createdBy: 'ana@factory.example' }],
    [{ created_by: 7 }, { createdBy: null }],
    [{ scopes: null }, { grant: { scopes: null } }],
    [{ scopes: [] }, { grant: { scopes: [] } }],
    [{ scopes: ['zeta:new', 'image:read'] }, { grant: { scopes: ['zeta:new', 'image:read'] } }],
  ])('with %j gives %j', (sent, expected) => {
    expect(read({ keyId: 'k', ...sent })).toMatchObject(expected);
  });

  it.each([[{}], [{ keyId: '' }], [{ keyId: 'k', disabled: 'yes' }], [{ keyId: 'k', scopes: 'all' }]])(
    '%j is no key: a guess could show a dead key as alive',
    (sent) => {
      expect(oneApiKeySchema.safeParse(sent).success).toBe(false);
    },
  );
});

it('takes a list only as a list', () => {
  expect(apiKeyListSchema.safeParse({ apiKeys: [], publishableKey: 'rf_x' }).success).toBe(true);
  expect(apiKeyListSchema.safeParse({}).success).toBe(false);
});

it.each([
  [{ workspace: { name: 'Acme', url: 'acme', projects: [] } }, 'Acme'],
  [{ name: 'Acme' }, 'Acme'],
  [{ workspace: 'acme' }, undefined],
])('finds the workspace name in %j', (sent, name) => {
  const answer = workspaceSchema.parse(sent);
  expect(answer.workspace?.name ?? answer.name).toBe(name);
});

describe('grants on the way to Roboflow and back', () => {
  it('survive, whatever they hold', () => {
    fc.assert(
      fc.property(roboflowGrantArbitrary, (grant) => {
        const sent = JSON.parse(JSON.stringify([createBody({ name: 'n', grant }), updateBody({ grant })]));
        for (const { scopes } of sent) expect(read({ apiKey: { keyId: 'k', scopes } }).grant).toEqual(grant);
      }),
    );
  });

  it('are left out only where the caller’s own are meant, since that is how Roboflow reads it', () => {
    const grant = { platform: 'roboflow', scopes: null } as const;
    expect(createBody({ name: 'n', grant })).toStrictEqual({ name: 'n', scopes: null });
    expect(createBody({ name: 'n', grant: null })).toStrictEqual({ name: 'n' });
  });

  it('never carry the scopes of another platform', () => {
    const grant = { platform: 'workspace-keys' as const, scopes: ['project'], public: false };
    expect(() => createBody({ name: 'n', grant })).toThrow(/another platform/);
  });
});

it.each([
  [{ name: 'n' }, { name: 'n' }],
  [{ disabled: false }, { disabled: false }],
  [{ protected: true as const }, { protected: true }],
  [{ grant: { platform: 'roboflow' as const, scopes: [] } }, { scopes: [] }],
  [{ metadata: { line: 4, latchkey: '{}' } }, { customMetadata: { line: 4, latchkey: '{}' } }],
  [{ metadata: {} }, { customMetadata: {} }],
])('a change of %j sends %j and no more', (change, body) => {
  expect(updateBody(change)).toStrictEqual(body);
});

it('keeps what was asked for where the answer to a create leaves it out', () => {
  const asked = { name: 'n', grant: { platform: 'roboflow' as const, scopes: ['image:read'] } };
  const bare = createdApiKeySchema.parse({ keyId: 'k', key: 'secret' });
  expect(fromCreated(bare, asked)).toMatchObject({ remoteId: 'k', ...asked, prefix: '' });
  const told = createdApiKeySchema.parse({ keyId: 'k', key: 'secret', name: 'm', scopes: null });
  expect(fromCreated(told, asked)).toMatchObject({ name: 'm', grant: { scopes: null } });
});
