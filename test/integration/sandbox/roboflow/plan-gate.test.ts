/** Roboflow: what is refused without *Advanced API Keys* in the plan. */
import { describe, expect, it } from 'vitest';
import { callerOf, roboflowKeys } from '../support/http.ts';
import { credentials, fixedKeys, sandboxForFile } from '../support/test-world.ts';

const { url } = await sandboxForFile();
const call = callerOf(`${url}/roboflow`);
const beta = roboflowKeys(call, 'beta', credentials.beta);
const gated = {
  status: 403,
  body: { error: { status: 403, message: expect.stringContaining('Advanced API Keys') } },
};

describe('create', () => {
  it.each([
    ['scopes as a list', { scopes: ['model:infer'] }],
    ['scopes as an empty list', { scopes: [] }],
    ['folderIds', { folderIds: ['fld_beta'] }],
    ['customMetadata', { customMetadata: { env: 'prod' } }],
  ])('%s is 403', async (_, json) => {
    expect(await call('POST', beta.keys, { as: credentials.beta, json })).toMatchObject(gated);
  });

  it.each([
    ['nothing said', {}],
    ['scopes null', { scopes: null }],
    ['what asks for nothing', { folderIds: [], customMetadata: {} }],
    ['name and protected', { name: 'backend', protected: true }],
  ])('%s makes a key with full access', async (_, json) => {
    expect((await beta.create(json)).scopes).toBeNull();
  });
});

describe('update', () => {
  it.each([
    ['scopes', { scopes: ['model:infer'] }],
    ['scopes null', { scopes: null }],
    ['customMetadata', { customMetadata: {} }],
    ['disabled', { disabled: true }],
    ['disabled false', { disabled: false }],
    ['a gated field beside a free one', { name: 'new', disabled: true }],
  ])('%s is 403', async (_, fields) => {
    const { keyId } = await beta.create({ name: 'old' });
    expect(await beta.patch(keyId, fields)).toMatchObject(gated);
    expect(await beta.read(keyId)).toMatchObject({ name: 'old', disabled: false, scopes: null });
  });

  it.each([
    ['name', { name: 'new' }],
    ['protected', { protected: true }],
  ])('%s is free', async (_, fields) => {
    const { keyId } = await beta.create();
    expect(await beta.patch(keyId, fields)).toMatchObject({ status: 200, body: { apiKey: fields } });
  });
});

it('revoke and roll are free, and a roll keeps the scopes of better days', async () => {
  expect(await beta.roll(fixedKeys.scopedInBeta)).toMatchObject({
    status: 201,
    body: { scopes: ['model:infer'] },
  });
  const { keyId } = await beta.create();
  expect(await beta.remove(keyId)).toMatchObject({ status: 200 });
});
