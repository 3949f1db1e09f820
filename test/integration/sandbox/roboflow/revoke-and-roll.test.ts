/** Roboflow: revoking and rolling. */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { callerOf, roboflowKeys } from '../support/http.ts';
import { credentials, fixedKeys, folders, sandboxForFile, testProfile } from '../support/test-world.ts';

const { url } = await sandboxForFile();
const call = callerOf(`${url}/roboflow`);
const alpha = roboflowKeys(call, 'alpha', credentials.alpha);
const alive = async (as: string) => (await call('GET', '/', { as })).status;
const Rolled = z.object({ keyId: z.string(), key: z.string() });

describe('revoke', () => {
  it('answers revoked with the id, and the key is gone', async () => {
    const { keyId, key } = await alpha.create();
    const { status, body } = await alpha.remove(keyId);
    expect({ status, body }).toEqual({ status: 200, body: { status: 'revoked', keyId } });
    expect(await alive(key)).toBe(401);
    expect(await call('GET', `${alpha.keys}/${keyId}`, { as: credentials.alpha })).toMatchObject({
      status: 404,
    });
  });

  it('a second time is 404', async () => {
    const { keyId } = await alpha.create();
    await alpha.remove(keyId);
    expect(await alpha.remove(keyId)).toMatchObject({ status: 404 });
  });

  it('of a protected key is 409', async () => {
    const { keyId, key } = await alpha.create({ protected: true });
    expect(await alpha.remove(keyId)).toMatchObject({ status: 409 });
    expect(await alive(key)).toBe(200);
  });

  it('of a key that backs a dedicated deployment is 409 and says to roll it', async () => {
    expect(await alpha.remove(fixedKeys.deployed)).toMatchObject({
      status: 409,
      body: { error: { hint: expect.stringContaining('Roll') } },
    });
  });

  it('of a disabled key works', async () => {
    const { keyId } = await alpha.create();
    await alpha.patch(keyId, { disabled: true });
    expect(await alpha.remove(keyId)).toMatchObject({ status: 200 });
  });

  it('of itself is allowed; the next call is 401', async () => {
    const { keyId, key } = await alpha.create();
    expect(await alpha.remove(keyId, key)).toMatchObject({ status: 200 });
    expect(await alpha.remove(keyId, key)).toMatchObject({ status: 401 });
  });
});

describe('roll', () => {
  it('answers 201 with a new id and secret and the old id; nothing else changes', async () => {
    const fields = { name: 'nightly export', scopes: ['version:read'], folderIds: [folders.north] };
    const old = await alpha.create(fields);
    const { status, body } = await alpha.roll(old.keyId);
    expect(status).toBe(201);
    expect(body).toEqual({
      keyId: expect.stringMatching(/^k_/),
      key: expect.stringMatching(/^[A-Za-z0-9]{20}$/),
      ...fields,
      protected: false,
      disabled: false,
      revokedKeyId: old.keyId,
    });
    const next = Rolled.parse(body);
    expect([next.keyId, next.key]).not.toEqual([old.keyId, old.key]);
    expect(await alpha.read(next.keyId)).toMatchObject(fields);
  });

  it('ends the old secret at once: there is no overlap', async () => {
    const old = await alpha.create();
    const next = Rolled.parse((await alpha.roll(old.keyId)).body);
    expect([await alive(old.key), await alive(next.key)]).toEqual([401, 200]);
    expect(await alpha.remove(old.keyId)).toMatchObject({ status: 404 });
  });

  it('keeps the disabled state', async () => {
    const old = await alpha.create();
    await alpha.patch(old.keyId, { disabled: true });
    const { body } = await alpha.roll(old.keyId);
    expect(body).toMatchObject({ disabled: true });
    expect(await alive(Rolled.parse(body).key)).toBe(401);
  });

  it('keeps full access', async () => {
    const old = await alpha.create({ scopes: null });
    expect(await alpha.roll(old.keyId)).toMatchObject({ body: { scopes: null } });
  });

  it('of a protected key is 409', async () => {
    const { keyId, key } = await alpha.create({ protected: true });
    expect(await alpha.roll(keyId)).toMatchObject({ status: 409 });
    expect(await alive(key)).toBe(200);
  });

  it('moves a dedicated deployment along: the new key is now the one that cannot be revoked', async () => {
    const { keyId } = Rolled.parse((await alpha.roll(fixedKeys.deployed)).body);
    expect(await alpha.remove(keyId)).toMatchObject({ status: 409 });
  });

  it('of itself is allowed', async () => {
    const { keyId, key } = await alpha.create();
    const next = Rolled.parse((await alpha.roll(keyId, key)).body);
    expect([await alive(key), await alive(next.key)]).toEqual([401, 200]);
  });

  it('of an unknown key is 404', async () => {
    expect(await alpha.roll('k_nothing')).toMatchObject({ status: 404 });
  });
});

describe.each([true, false])(
  'metadata on roll, in a profile that keeps it: %s',
  async (rollKeepsMetadata) => {
    const other = await sandboxForFile({ profile: { ...testProfile, behaviour: { rollKeepsMetadata } } });
    const keys = roboflowKeys(callerOf(`${other.url}/roboflow`), 'alpha', credentials.alpha);

    it('a client has to be ready for either', async () => {
      const { keyId } = await keys.create({ customMetadata: { env: 'prod' } });
      const next = Rolled.parse((await keys.roll(keyId)).body);
      expect((await keys.read(next.keyId)).customMetadata).toEqual(rollKeepsMetadata ? { env: 'prod' } : {});
    });
  },
);
