import { describe, expect, it } from 'vitest';
import { explain } from '../../../../src/main/platforms/roboflow/errors.ts';
import {
  createBody,
  fromCreated,
  fromRolled,
  toRemoteKey,
} from '../../../../src/main/platforms/roboflow/mapping.ts';
import { notVisible } from '../../../../src/main/platforms/roboflow/not-visible.ts';
import {
  createdApiKeySchema,
  foldersSchema,
  oneApiKeySchema,
  rolledApiKeySchema,
} from '../../../../src/main/platforms/roboflow/wire.ts';

const before = toRemoteKey(
  oneApiKeySchema.parse({
    keyId: 'k_old',
    name: 'nightly',
    scopes: ['version:read', 'dataset-health:read'],
    folderIds: ['fld_1'],
    disabled: true,
  }),
);

describe('the answer to a roll', () => {
  it('with all fields is read as it comes', () => {
    const answer = rolledApiKeySchema.parse({
      keyId: 'k_new',
      key: 'secret',
      name: 'nightly',
      scopes: null,
      folderIds: [],
      protected: false,
      disabled: false,
      revokedKeyId: 'k_old',
    });
    expect(fromRolled(answer, before)).toMatchObject({
      remoteId: 'k_new',
      grant: { scopes: null },
      folderIds: [],
      disabled: false,
    });
  });

  it('with nothing but id and secret is completed by what the key was, unknown scopes included', () => {
    expect(fromRolled(rolledApiKeySchema.parse({ keyId: 'k_new', key: 'secret' }), before)).toMatchObject({
      remoteId: 'k_new',
      name: 'nightly',
      grant: { scopes: ['version:read', 'dataset-health:read'] },
      folderIds: ['fld_1'],
      disabled: true,
    });
  });

  it('without a secret is no answer', () => {
    expect(rolledApiKeySchema.safeParse({ keyId: 'k_new' }).success).toBe(false);
  });
});

describe('a new key on the wire', () => {
  const grant = { platform: 'roboflow', scopes: [] as string[] } as const;
  it.each([
    [{}, {}],
    [{ folderIds: [] }, {}],
    [{ folderIds: ['fld_1'] }, { folderIds: ['fld_1'] }],
    [{ protected: true as const }, { protected: true }],
    [{ metadata: {} }, {}],
    [{ metadata: { env: 'prod' } }, { customMetadata: { env: 'prod' } }],
  ])('with %o carries %o beside name and scopes', (more, sent) => {
    expect(createBody({ name: 'n', grant, ...more })).toEqual({ name: 'n', scopes: [], ...sent });
  });

  it('names full access as null and no ability as an empty list', () => {
    expect(createBody({ name: 'n', grant: { platform: 'roboflow', scopes: null } })).toEqual({
      name: 'n',
      scopes: null,
    });
  });

  it('keeps the folders that were asked for where the answer leaves them out', () => {
    const made = createdApiKeySchema.parse({ keyId: 'k', key: 'secret' });
    expect(fromCreated(made, { name: 'n', grant, folderIds: ['fld_1'], protected: true })).toMatchObject({
      folderIds: ['fld_1'],
      protected: true,
    });
  });
});

it('folders are read with ids that are numbers, and with fields nobody knows', () => {
  expect(foldersSchema.parse({ data: [{ id: 7, name: 'North', projects: [] }] })).toEqual({
    data: [{ id: '7', name: 'North' }],
  });
});

describe('refusals', () => {
  const refusal = (status: number, message: string) => ({
    host: 'api.test',
    status,
    body: { error: { message } },
    retryAfter: null,
  });

  it('a protected key cannot be rolled, and that is said', () => {
    expect(explain({ what: 'roll' })(refusal(409, 'This key is protected.'))).toMatchObject({
      code: 'protected',
      message: expect.stringContaining('cannot be rolled'),
    });
  });

  it('a login without the scopes is told which a roll needs', () => {
    expect(notVisible({ what: 'roll' }, true)).toMatchObject({
      code: 'missing-scope',
      message: expect.stringMatching(/roll keys.*api-key:revoke or api-key:create/),
    });
  });

  it('a login that may not read folders is told the scope', () => {
    expect(explain({ what: 'read folders' })(refusal(404, 'Not here.'))).toMatchObject({
      code: 'missing-scope',
      message: expect.stringContaining('folder:read'),
    });
  });

  it.each([
    [{ folderIds: ['fld_1'] }, 'a key for some folders only'],
    [{ metadata: { env: 'prod' } }, 'a key with metadata'],
  ])('the plan is named as what %o needs', (more, words) => {
    const key = { name: 'n', grant: { platform: 'roboflow', scopes: null } as const, ...more };
    const said = explain({ what: 'create', key })(refusal(403, 'Advanced API Keys are not in your plan.'));
    expect(said).toMatchObject({ code: 'plan', message: expect.stringContaining(words) });
  });
});
