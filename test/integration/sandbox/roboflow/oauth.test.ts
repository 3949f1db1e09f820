/** Roboflow's authorization server: who may sign in where, what a code and a token are good for, and what ends them. */
import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startSandbox } from '../../../../src/sandbox/server.ts';
import { answerConsent } from '../../../support/person-with-browser.ts';
import { scanForSecrets } from '../../../support/scan-for-secrets.ts';
import { callerOf } from '../support/http.ts';

const folder = await mkdtemp(join(tmpdir(), 'latchkey-oauth-'));
let now = new Date('2026-11-02T08:00:00Z');
const sandbox = await startSandbox({ profile: 'demo', port: 0, dataDir: folder, clock: { now: () => now } });
afterAll(async () => {
  await sandbox.close();
  await rm(folder, { recursive: true, force: true });
});

const base = `${sandbox.url}/roboflow`;
const call = callerOf(base);
const later = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1000);
};

const Tokens = z.object({
  access_token: z.string(),
  refresh_token: z.string(),
  token_type: z.literal('Bearer'),
  expires_in: z.number(),
  scope: z.string(),
});
const redirectUri = 'http://127.0.0.1/callback';
const verifier = randomBytes(32).toString('base64url');
const challenge = createHash('sha256').update(verifier).digest('base64url');
let clientId: string;

const register = (json: Record<string, unknown>) =>
  call('POST', '/oauth/register', {
    json: { client_name: 'A client', token_endpoint_auth_method: 'none', ...json },
  });

beforeEach(async () => {
  const { status, body } = await register({ redirect_uris: [redirectUri] });
  expect(status).toBe(201);
  clientId = z.object({ client_id: z.string() }).parse(body).client_id;
});

function authorizeAddress(parameters: Record<string, string> = {}): URL {
  const address = new URL(`${base}/oauth/authorize`);
  const all = {
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri.replace('127.0.0.1', '127.0.0.1:50123'),
    scope: 'api-key:read api-key:create image:create email offline_access',
    state: 'st4te',
    code_challenge: challenge,
    code_challenge_method: 'S256',
    ...parameters,
  };
  for (const [name, value] of Object.entries(all)) address.searchParams.set(name, value);
  return address;
}

async function token(form: Record<string, string>) {
  const response = await fetch(`${base}/oauth/token`, {
    method: 'POST',
    body: new URLSearchParams({ client_id: clientId, ...form }),
  });
  return { status: response.status, body: (await response.json()) as unknown };
}

async function codeFor(as = 'acme-vision ana@acme.example', parameters = {}): Promise<string> {
  const redirect = await answerConsent(authorizeAddress(parameters), { as });
  return redirect.searchParams.get('code') ?? '';
}

const exchange = (code: string, form: Record<string, string> = {}) =>
  token({
    grant_type: 'authorization_code',
    code,
    redirect_uri: 'http://127.0.0.1:50123/callback',
    code_verifier: verifier,
    ...form,
  });

async function tokensFor(as?: string, scope?: string) {
  const { status, body } = await exchange(await codeFor(as, scope === undefined ? {} : { scope }));
  expect(status).toBe(200);
  return Tokens.parse(body);
}
const renew = (refresh: string) => token({ grant_type: 'refresh_token', refresh_token: refresh });

describe('what can be found out', () => {
  it('is served where the path of the issuer says, and names the issuer itself', async () => {
    const root = callerOf(sandbox.url);
    const { body } = await root('GET', '/.well-known/oauth-authorization-server/roboflow');
    expect(body).toMatchObject({
      issuer: base,
      code_challenge_methods_supported: ['S256'],
      token_endpoint_auth_methods_supported: ['none'],
      authorization_response_iss_parameter_supported: true,
      scopes_supported: expect.arrayContaining(['api-key:create', 'offline_access']),
    });
    expect((await root('GET', '/.well-known/oauth-protected-resource/roboflow')).body).toMatchObject({
      resource: base,
      authorization_servers: [base],
    });
  });
});

describe('registration', () => {
  it.each([
    'http://example.com/callback',
    'http://127.0.0.1.example.com/callback',
    'myapp://callback',
    'https://example.com/#part',
    'not an address',
  ])('refuses to answer at %s', async (address) => {
    expect(await register({ redirect_uris: [address] })).toMatchObject({
      status: 400,
      body: { error: 'invalid_redirect_uri' },
    });
  });

  it.each(['https://example.com/callback', 'http://localhost:8080/callback', 'http://[::1]/callback'])(
    'takes %s',
    async (address) => expect(await register({ redirect_uris: [address] })).toMatchObject({ status: 201 }),
  );
});

describe('the consent page', () => {
  it('answers with a code, the state and the issuer, at any port of the loopback address', async () => {
    const redirect = await answerConsent(authorizeAddress());
    expect(redirect.host).toBe('127.0.0.1:50123');
    expect(redirect.searchParams.get('state')).toBe('st4te');
    expect(redirect.searchParams.get('iss')).toBe(base);
    expect(redirect.searchParams.get('code')).toMatch(/^\w{40}$/);
  });

  it('answers a refusal without a code', async () => {
    const redirect = await answerConsent(authorizeAddress(), { answer: 'refuse' });
    expect(redirect.searchParams.get('error')).toBe('access_denied');
    expect(redirect.searchParams.has('code')).toBe(false);
  });

  it.each([
    ['an unknown client', { client_id: 'rfapp_unknown' }],
    ['another path', { redirect_uri: 'http://127.0.0.1:50123/elsewhere' }],
    ['another host', { redirect_uri: 'https://attacker.example/callback' }],
  ])('never sends an answer to %s', async (_what, parameters) => {
    const response = await fetch(authorizeAddress(parameters), { redirect: 'manual' });
    expect(response.status).toBe(400);
    expect(response.headers.has('location')).toBe(false);
  });

  it.each([
    ['no PKCE', { code_challenge: '' }, 'invalid_request'],
    ['plain PKCE', { code_challenge_method: 'plain' }, 'invalid_request'],
    ['an unknown scope', { scope: 'api-key:read everything' }, 'invalid_scope'],
    ['an implicit token', { response_type: 'token' }, 'unsupported_response_type'],
  ])('sends %s back as a mistake', async (_what, parameters, error) => {
    const response = await fetch(authorizeAddress(parameters), { redirect: 'manual' });
    const redirect = new URL(response.headers.get('location') ?? '');
    expect(redirect.searchParams.get('error')).toBe(error);
    expect(redirect.searchParams.get('state')).toBe('st4te');
  });
});

describe('a code', () => {
  it.each([
    ['with another verifier', { code_verifier: randomBytes(32).toString('base64url') }],
    ['without one', { code_verifier: '' }],
    ['for another address', { redirect_uri: 'http://127.0.0.1:50124/callback' }],
  ])('is worth nothing %s', async (_what, form) => {
    expect(await exchange(await codeFor(), form)).toEqual({ status: 400, body: { error: 'invalid_grant' } });
  });

  it('is worth nothing to another client', async () => {
    const code = await codeFor();
    const other = z
      .object({ client_id: z.string() })
      .parse((await register({ redirect_uris: [redirectUri] })).body);
    expect(await exchange(code, { client_id: other.client_id })).toMatchObject({ status: 400 });
  });

  it('expires after a minute', async () => {
    const code = await codeFor();
    later(61);
    expect(await exchange(code)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  });

  it('that comes twice ends what it brought the first time', async () => {
    const code = await codeFor();
    const { access_token } = Tokens.parse((await exchange(code)).body);
    expect(await call('GET', '/', { as: access_token })).toMatchObject({ status: 200 });
    expect(await exchange(code)).toMatchObject({ status: 400 });
    expect(await call('GET', '/', { as: access_token })).toMatchObject({ status: 401 });
  });
});

describe('a refresh token', () => {
  it('comes with offline_access only', async () => {
    const { body } = await exchange(await codeFor(undefined, { scope: 'api-key:read' }));
    expect(body).not.toHaveProperty('refresh_token');
  });

  it('is replaced when it is used, and used again ends the whole sign-in', async () => {
    const first = await tokensFor();
    const second = Tokens.parse((await renew(first.refresh_token)).body);
    expect(second.refresh_token).not.toBe(first.refresh_token);
    expect(await call('GET', '/', { as: second.access_token })).toMatchObject({ status: 200 });
    expect(await renew(first.refresh_token)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    expect(await renew(second.refresh_token)).toMatchObject({ status: 400 });
    expect(await call('GET', '/', { as: second.access_token })).toMatchObject({ status: 401 });
  });

  it('expires', async () => {
    const { refresh_token } = await tokensFor();
    later(31 * 24 * 3600);
    expect(await renew(refresh_token)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  });

  it('that is revoked ends the access token too, and revoking twice is no error', async () => {
    const { refresh_token, access_token } = await tokensFor();
    const revoke = () =>
      fetch(`${base}/oauth/revoke`, { method: 'POST', body: new URLSearchParams({ token: refresh_token }) });
    expect((await revoke()).status).toBe(200);
    expect((await revoke()).status).toBe(200);
    expect(await renew(refresh_token)).toMatchObject({ status: 400 });
    expect(await call('GET', '/', { as: access_token })).toMatchObject({ status: 401 });
  });
});

describe('an access token', () => {
  const everything = 'api-key:read api-key:create api-key:update api-key:revoke image:create email';

  it('answers for its workspace and expires after an hour', async () => {
    const { access_token } = await tokensFor('northwind ana@northwind.example');
    expect(await call('GET', '/', { as: access_token })).toMatchObject({ body: { workspace: 'northwind' } });
    expect(await call('GET', '/acme-vision/api-keys', { as: access_token })).toMatchObject({ status: 404 });
    later(3601);
    expect(await call('GET', '/', { as: access_token })).toMatchObject({ status: 401 });
  });

  it('comes in the header and never in an address', async () => {
    const { access_token } = await tokensFor();
    expect(await call('GET', `/?api_key=${access_token}`)).toMatchObject({ status: 401 });
  });

  it('names the person where the e-mail address was asked for', async () => {
    const { access_token } = await tokensFor();
    expect(await call('GET', '/oauth/userinfo', { as: access_token })).toMatchObject({
      body: { email: 'ana@acme.example' },
    });
    expect(await call('GET', '/oauth/userinfo', { as: 'nobody' })).toMatchObject({ status: 401 });
  });

  it('makes keys in the name of the person, within its scopes', async () => {
    const { access_token } = await tokensFor('acme-vision ana@acme.example', `${everything} offline_access`);
    const make = (scopes: unknown) =>
      call('POST', '/acme-vision/api-keys', { as: access_token, json: { name: 'by a person', scopes } });
    const made = z.object({ keyId: z.string() }).parse((await make(['image:create'])).body);
    expect(await call('GET', `/acme-vision/api-keys/${made.keyId}`, { as: access_token })).toMatchObject({
      body: { apiKey: { created_by: 'ana@acme.example' } },
    });
    expect(await make(['model:infer'])).toMatchObject({ status: 403 });
    expect(await make(null)).toMatchObject({ status: 403 });
  });

  it('gives full access where it has every scope', async () => {
    const { body } = await callerOf(sandbox.url)('GET', '/.well-known/oauth-authorization-server/roboflow');
    const { scopes_supported } = z.object({ scopes_supported: z.array(z.string()) }).parse(body);
    const { access_token } = await tokensFor('acme-vision maria@acme.example', scopes_supported.join(' '));
    const json = { name: 'by an admin', scopes: null };
    expect(await call('POST', '/acme-vision/api-keys', { as: access_token, json })).toMatchObject({
      status: 201,
    });
  });

  it('without the scope of a call is told so, where a key would get 404', async () => {
    const { access_token } = await tokensFor();
    expect(await call('DELETE', '/acme-vision/api-keys/k_any', { as: access_token })).toMatchObject({
      status: 403,
    });
  });

  it.each([
    ['a reviewer sees keys and makes none', 'jonas@acme.example', 200, 403],
    ['a labeler sees none', 'liwei@acme.example', 403, 403],
    ['an admin does both', 'maria@acme.example', 200, 201],
  ])('acts with the role of the person: %s', async (_what, email, listed, made) => {
    const { access_token } = await tokensFor(`acme-vision ${email}`, `${everything} offline_access`);
    expect(await call('GET', '/acme-vision/api-keys', { as: access_token })).toMatchObject({
      status: listed,
    });
    const json = { name: `of ${email}`, scopes: ['image:create'] };
    expect(await call('POST', '/acme-vision/api-keys', { as: access_token, json })).toMatchObject({
      status: made,
    });
  });
});

it('neither codes nor tokens are in the sandbox’s own files', async () => {
  const code = await codeFor();
  const { access_token, refresh_token } = Tokens.parse((await exchange(code)).body);
  expect(await scanForSecrets([folder], [code, access_token, refresh_token])).toEqual([]);
});
