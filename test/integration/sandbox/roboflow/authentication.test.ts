/** Roboflow: how a credential is sent, and what gets 401. */
import { describe, expect, it } from 'vitest';
import { callerOf, roboflowKeys } from '../support/http.ts';
import { credentials, sandboxForFile } from '../support/test-world.ts';

const { url } = await sandboxForFile();
const call = callerOf(`${url}/roboflow`);
const alpha = roboflowKeys(call, 'alpha', credentials.alpha);

describe('a credential is accepted', () => {
  it('as a Bearer header', async () => {
    expect(await call('GET', alpha.keys, { as: credentials.alpha })).toMatchObject({ status: 200 });
  });

  it('as the api_key query parameter', async () => {
    expect(await call('GET', `${alpha.keys}?api_key=${credentials.alpha}`)).toMatchObject({ status: 200 });
  });

  it('from the header where both are sent', async () => {
    const path = `${alpha.keys}?api_key=${credentials.alpha}`;
    expect(await call('GET', path, { as: 'unknown' })).toMatchObject({ status: 401 });
  });
});

describe('401 in shape A, type OAuthException', () => {
  it('for no key, and then there is no key to repeat', async () => {
    const { status, body } = await call('GET', alpha.keys);
    expect(status).toBe(401);
    expect(body).toEqual({
      error: {
        message: expect.any(String),
        type: 'OAuthException',
        status: 401,
        hint: expect.any(String),
      },
    });
  });

  it('for an unknown key, which the body repeats in error.key', async () => {
    const { status, body } = await call('GET', alpha.keys, { as: 'NobodysKey' });
    expect(status).toBe(401);
    expect(body).toMatchObject({ error: { type: 'OAuthException', status: 401, key: 'NobodysKey' } });
  });

  it('for an unknown key in the query, repeated as well', async () => {
    expect(await call('GET', `${alpha.keys}?api_key=NobodysKey`)).toMatchObject({
      status: 401,
      body: { error: { key: 'NobodysKey' } },
    });
  });

  it('for a revoked key, at once', async () => {
    const { keyId, key } = await alpha.create();
    expect(await call('GET', '/', { as: key })).toMatchObject({ status: 200 });
    await alpha.remove(keyId);
    expect(await call('GET', '/', { as: key })).toMatchObject({ status: 401, body: { error: { key } } });
  });

  it('for a disabled key, until it is enabled again', async () => {
    const { keyId, key } = await alpha.create();
    await alpha.patch(keyId, { disabled: true });
    expect(await call('GET', '/', { as: key })).toMatchObject({ status: 401 });
    await alpha.patch(keyId, { disabled: false });
    expect(await call('GET', '/', { as: key })).toMatchObject({ status: 200 });
  });

  it('for a scheme other than Bearer', async () => {
    const headers = { authorization: `Basic ${credentials.alpha}` };
    expect(await call('GET', alpha.keys, { headers })).toMatchObject({ status: 401 });
  });
});

describe('the publishable key is not accepted for key management', () => {
  const managed = [
    ['GET', '/alpha/api-keys'],
    ['GET', '/alpha/api-keys/k_alpha'],
    ['GET', '/alpha/api-keys/publishable'],
    ['POST', '/alpha/api-keys'],
    ['PATCH', '/alpha/api-keys/k_alpha'],
    ['DELETE', '/alpha/api-keys/k_alpha'],
    ['POST', '/alpha/api-keys/k_alpha/roll'],
  ] as const;
  it.each(managed)('%s %s', async (method, path) => {
    expect(await call(method, path, { as: 'rf_wsAlpha' })).toMatchObject({ status: 401 });
  });
});

it('the acting key must belong to the workspace in the path, else 404', async () => {
  expect(await call('GET', '/beta/api-keys', { as: credentials.alpha })).toMatchObject({
    status: 404,
    body: { error: { type: 'GraphMethodException' } },
  });
});
