/** Roboflow: creating a key. */
import { describe, expect, it } from 'vitest';
import { callerOf, roboflowKeys } from '../support/http.ts';
import { credentials, folders, sandboxForFile } from '../support/test-world.ts';

const { url } = await sandboxForFile({ clock: { now: () => new Date('2026-08-14T09:12:00.700Z') } });
const call = callerOf(`${url}/roboflow`);
const alpha = roboflowKeys(call, 'alpha', credentials.alpha);
const post = (json: unknown, as = credentials.alpha) => call('POST', alpha.keys, { as, json });

describe('the answer', () => {
  it('is 201 with the secret and exactly the fields of the contract', async () => {
    const { status, body } = await post({
      name: 'nightly export',
      scopes: ['version:read'],
      customMetadata: { env: 'prod' },
    });
    expect(status).toBe(201);
    expect(body).toEqual({
      keyId: expect.stringMatching(/^k_/),
      key: expect.stringMatching(/^[A-Za-z0-9]{20}$/),
      name: 'nightly export',
      scopes: ['version:read'],
      folderIds: [],
      protected: false,
      publishableKey: 'rf_wsAlpha',
    });
  });

  it('carries the secret this once; reading the key back gives the rest', async () => {
    const { keyId, key } = await alpha.create({ name: 'once', customMetadata: { env: 'prod' } });
    const read = await alpha.read(keyId);
    expect(read).toMatchObject({
      name: 'once',
      prefix: key.slice(0, 4),
      created_on: '2026-08-14T09:12:00Z',
      created_by: 'ana@alpha.example',
      disabled: false,
      default: false,
      customMetadata: { env: 'prod' },
    });
    expect(JSON.stringify(read)).not.toContain(key);
  });

  it('gives every key an id and a secret of its own, also under one name', async () => {
    const made = [await alpha.create({ name: 'twin' }), await alpha.create({ name: 'twin' })];
    expect(new Set(made.flatMap(({ keyId, key }) => [keyId, key])).size).toBe(4);
  });

  it('is a key that works at once', async () => {
    const { key } = await alpha.create({ scopes: ['model:infer'] });
    expect(await call('POST', '/infer/parts/1', { as: key })).toMatchObject({ status: 200 });
  });
});

describe('every field is optional', () => {
  it.each([
    ['an empty object', { json: {} }],
    ['no body at all', {}],
  ])('%s makes a nameless key', async (_, body) => {
    expect(await call('POST', alpha.keys, { as: credentials.alpha, ...body })).toMatchObject({
      status: 201,
      body: { name: '', scopes: null, folderIds: [], protected: false },
    });
  });
});

describe('scopes are of three kinds', () => {
  it('absent inherits full access from a caller with full access', async () => {
    expect((await alpha.create({})).scopes).toBeNull();
  });

  it('absent inherits the leaves of a scoped caller', async () => {
    const caller = await alpha.create({ scopes: ['api-key:create', 'image:tag'] });
    expect((await alpha.create({}, caller.key)).scopes).toEqual(['api-key:create', 'image:tag']);
  });

  it('null is full access', async () => {
    expect((await alpha.create({ scopes: null })).scopes).toBeNull();
  });

  it('[] is no abilities', async () => {
    expect((await alpha.create({ scopes: [] })).scopes).toEqual([]);
  });

  it('a list is exactly that list', async () => {
    expect((await alpha.create({ scopes: ['image:tag', 'image:create'] })).scopes).toEqual([
      'image:tag',
      'image:create',
    ]);
  });
});

describe('folderIds', () => {
  it('restrict the key', async () => {
    const { keyId } = await alpha.create({ folderIds: [folders.south, folders.south] });
    expect((await alpha.read(keyId)).folderIds).toEqual([folders.south]);
  });

  it('unknown to the workspace are 400', async () => {
    expect(await post({ folderIds: ['fld_beta'] })).toMatchObject({
      status: 400,
      body: { error: { type: 'InvalidRequest' } },
    });
  });
});

it('protected at creation protects', async () => {
  const { keyId } = await alpha.create({ protected: true });
  expect(await alpha.read(keyId)).toMatchObject({ protected: true });
  expect(await alpha.remove(keyId)).toMatchObject({ status: 409 });
});

describe('a body or value out of shape is 400 InvalidRequest', () => {
  it.each([
    ['name is no string', { name: 5 }],
    ['name is longer than 255 characters', { name: 'n'.repeat(256) }],
    ['scopes is no list', { scopes: 'image:create' }],
    ['a scope is no string', { scopes: [1] }],
    ['folderIds is null', { folderIds: null }],
    ['customMetadata is a list', { customMetadata: [] }],
    ['protected is a word', { protected: 'yes' }],
    ['a field is unknown', { default: true }],
    ['the body is a list', []],
  ])('%s', async (_, json) => {
    expect(await post(json)).toMatchObject({
      status: 400,
      body: { error: { type: 'InvalidRequest', status: 400 } },
    });
  });

  it.each([
    ['broken JSON', { raw: '{"name":' }],
    ['not sent as JSON', { raw: '{"name":"x"}', headers: { 'content-type': 'text/plain' } }],
  ])('%s', async (_, body) => {
    expect(await call('POST', alpha.keys, { as: credentials.alpha, ...body })).toMatchObject({
      status: 400,
      body: { error: { type: 'InvalidRequest' } },
    });
  });
});
