/** Roboflow: changing a key. */
import { describe, expect, it } from 'vitest';
import { callerOf, RoboflowKey, roboflowKeys } from '../support/http.ts';
import { credentials, fixedKeys, folders, sandboxForFile } from '../support/test-world.ts';

const { url } = await sandboxForFile();
const call = callerOf(`${url}/roboflow`);
const alpha = roboflowKeys(call, 'alpha', credentials.alpha);

const FIELDS = {
  name: 'old',
  scopes: ['image:read'],
  folderIds: [folders.north],
  customMetadata: { env: 'prod', line: 4 },
};

describe('only the sent fields change', () => {
  it.each([
    ['name', { name: 'new' }],
    ['scopes', { scopes: ['image:tag'] }],
    ['scopes to none', { scopes: [] }],
    ['scopes to full access', { scopes: null }],
    ['customMetadata, the whole object', { customMetadata: { owner: 'edge' } }],
    ['customMetadata to nothing', { customMetadata: {} }],
    ['disabled', { disabled: true }],
    ['protected', { protected: true }],
    ['nothing', {}],
  ])('%s', async (_, change) => {
    const { keyId } = await alpha.create(FIELDS);
    const before = await alpha.read(keyId);
    const { status, body } = await alpha.patch(keyId, change);
    expect(status).toBe(200);
    expect(body).toEqual({ apiKey: { ...before, ...change } });
    expect(await alpha.read(keyId)).toEqual({ ...before, ...change });
  });

  it('answers the masked key', async () => {
    const { keyId, key } = await alpha.create(FIELDS);
    const { body } = await alpha.patch(keyId, { name: 'new' });
    RoboflowKey.strict().parse((body as { apiKey: unknown }).apiKey);
    expect(JSON.stringify(body)).not.toContain(key);
  });
});

it('a narrowed key is refused at once, a widened one allowed', async () => {
  const { keyId, key } = await alpha.create({ scopes: ['model:infer'] });
  const upload = () => call('POST', '/dataset/parts/upload', { as: key });
  expect(await upload()).toMatchObject({ status: 404 });
  await alpha.patch(keyId, { scopes: ['model:infer', 'image:create'] });
  expect(await upload()).toMatchObject({ status: 200 });
  await alpha.patch(keyId, { scopes: ['model:infer'] });
  expect(await upload()).toMatchObject({ status: 404 });
});

describe('protection', () => {
  it.each([true, false])(
    'cannot be lifted: protected false is 403 on a key with protected %s',
    async (isProtected) => {
      const { keyId } = await alpha.create({ protected: isProtected });
      expect(await alpha.patch(keyId, { protected: false })).toMatchObject({ status: 403 });
      expect(await alpha.read(keyId)).toMatchObject({ protected: isProtected });
    },
  );

  it('refuses disabling with 409, and leaves the key as it was', async () => {
    const { keyId } = await alpha.create({ protected: true });
    expect(await alpha.patch(keyId, { disabled: true, name: 'renamed' })).toMatchObject({ status: 409 });
    expect(await alpha.read(keyId)).toMatchObject({ disabled: false, name: '' });
  });

  it('does not hinder renaming and scopes', async () => {
    const { keyId } = await alpha.create({ protected: true });
    expect(await alpha.patch(keyId, { name: 'renamed', scopes: [] })).toMatchObject({ status: 200 });
  });
});

it('a key that backs a dedicated deployment cannot be disabled: 409', async () => {
  expect(await alpha.patch(fixedKeys.deployed, { disabled: true })).toMatchObject({
    status: 409,
    body: { error: { hint: expect.stringContaining('Roll') } },
  });
});

describe('400 InvalidRequest', () => {
  it.each([
    ['folderIds is no field of an update', { folderIds: [] }],
    ['default is no field of an update', { default: true }],
    ['disabled is no boolean', { disabled: 'true' }],
    ['name is null', { name: null }],
    ['customMetadata is null', { customMetadata: null }],
  ])('%s', async (_, json) => {
    const { keyId } = await alpha.create();
    expect(await alpha.patch(keyId, json)).toMatchObject({
      status: 400,
      body: { error: { type: 'InvalidRequest' } },
    });
  });
});

it('an unknown key is 404', async () => {
  expect(await alpha.patch('k_nothing', { name: 'x' })).toMatchObject({ status: 404 });
});
