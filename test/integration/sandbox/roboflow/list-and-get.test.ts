/** Roboflow: the list, one key, and the publishable key. */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { callerOf, RoboflowKey, roboflowKeys } from '../support/http.ts';
import { credentials, fixedKeys, folders, sandboxForFile } from '../support/test-world.ts';

const { url } = await sandboxForFile();
const call = callerOf(`${url}/roboflow`);
const alpha = roboflowKeys(call, 'alpha', credentials.alpha);

async function list(query = '') {
  const { body } = await call('GET', `${alpha.keys}${query}`, { as: credentials.alpha });
  return z.strictObject({ apiKeys: z.array(RoboflowKey.loose()), publishableKey: z.string() }).parse(body);
}

describe('list', () => {
  it('shows each key in exactly the fields of the contract, never its secret', async () => {
    const { body } = await call('GET', alpha.keys, { as: credentials.alpha });
    z.object({ apiKeys: z.array(RoboflowKey.strict()) }).parse(body);
    expect(JSON.stringify(body)).not.toContain(credentials.alpha);
  });

  it('carries the publishable key, rf_ and the workspace id', async () => {
    expect((await list()).publishableKey).toBe('rf_wsAlpha');
  });

  it('is newest first', async () => {
    const times = (await list('?includeDisabled=true')).apiKeys.map((key) => key.created_on);
    expect(times).toEqual(times.toSorted().toReversed());
    expect(new Set(times).size).toBeGreaterThan(2);
  });

  it('leaves disabled keys out, unless includeDisabled is the word true', async () => {
    const { keyId } = await alpha.create({ name: 'resting' });
    await alpha.patch(keyId, { disabled: true });
    const ids = async (query: string) => (await list(query)).apiKeys.map((key) => key.keyId);
    expect(await ids('')).not.toContain(keyId);
    expect(await ids('?includeDisabled=false')).not.toContain(keyId);
    expect(await ids('?includeDisabled=true')).toContain(keyId);
  });

  it('adds the details of folders only with includeFolders=true', async () => {
    const { keyId } = await alpha.create({ folderIds: [folders.north] });
    const found = async (query: string) => (await list(query)).apiKeys.find((key) => key.keyId === keyId);
    expect(await found('')).not.toHaveProperty('folders');
    expect(await found('?includeFolders=true')).toMatchObject({
      folderIds: [folders.north],
      folders: [{ id: folders.north, name: 'North' }],
    });
  });

  it('is not paged', async () => {
    const before = (await list()).apiKeys.length;
    for (let i = 0; i < 30; i += 1) await alpha.create();
    expect((await list()).apiKeys).toHaveLength(before + 30);
  });
});

describe('get', () => {
  it('wraps the one key in apiKey', async () => {
    const { status, body } = await call('GET', `${alpha.keys}/k_alpha`, { as: credentials.alpha });
    expect(status).toBe(200);
    expect(body).toEqual({
      apiKey: {
        keyId: 'k_alpha',
        name: 'admin',
        prefix: 'Alph',
        scopes: null,
        folderIds: [],
        default: true,
        protected: false,
        disabled: false,
        created_on: '2026-01-01T09:12:00Z',
        created_by: 'ana@alpha.example',
        customMetadata: {},
      },
    });
  });

  it('shows a name that is empty, and a leaf the published list does not have', async () => {
    expect((await alpha.read(fixedKeys.nameless)).name).toBe('');
    expect((await alpha.read(fixedKeys.unlisted)).scopes).toEqual(['project:read', 'dataset-health:read']);
  });

  it('finds a disabled key', async () => {
    const { keyId } = await alpha.create();
    await alpha.patch(keyId, { disabled: true });
    expect(await alpha.read(keyId)).toMatchObject({ disabled: true });
  });

  it.each(['k_nothing', 'k%2Fnothing'])('answers 404 for the unknown id %s', async (keyId) => {
    expect(await call('GET', `${alpha.keys}/${keyId}`, { as: credentials.alpha })).toMatchObject({
      status: 404,
      body: { error: { type: 'GraphMethodException' } },
    });
  });

  it("does not find another workspace's key", async () => {
    expect(await call('GET', `${alpha.keys}/k_beta`, { as: credentials.alpha })).toMatchObject({
      status: 404,
    });
  });
});

it('publishable answers the one public key and is not taken for a key id', async () => {
  const { status, body } = await call('GET', `${alpha.keys}/publishable`, { as: credentials.alpha });
  expect({ status, body }).toEqual({ status: 200, body: { publishableKey: 'rf_wsAlpha' } });
});
