/** Which authorization servers are trusted with a sign-in: the platform's own, and what an address says of itself. */
import { describe, expect, it } from 'vitest';
import { createOAuthClient } from '../../../src/main/platforms/oauth/client.ts';
import { PlatformError } from '../../../src/main/platforms/platform-error.ts';
import { systemClock } from '../../../src/main/system/ports.ts';
import { json, serve } from '../../support/fault-server.ts';

const client = () => createOAuthClient({ version: '1.2.3', clock: systemClock, onSecret: () => undefined });

type Change = { resource?: object; metadata?: object };

/** A server that is both, with what its documents say changed. */
async function served({ resource = {}, metadata = {} }: Change = {}) {
  const server = await serve((response, { url }) => {
    const origin = server.baseUrl.origin;
    if (url === '/.well-known/oauth-protected-resource/api')
      return json(response, 200, { resource: `${origin}/api`, authorization_servers: [origin], ...resource });
    if (url === '/.well-known/oauth-authorization-server')
      return json(response, 200, {
        issuer: origin,
        authorization_endpoint: `${origin}/oauth/authorize`,
        token_endpoint: `${origin}/oauth/token`,
        registration_endpoint: `${origin}/oauth/register`,
        revocation_endpoint: `${origin}/oauth/revoke`,
        code_challenge_methods_supported: ['S256'],
        ...metadata,
      });
    return json(response, 404, {});
  });
  return server;
}

async function refused(change: Change): Promise<PlatformError> {
  const { baseUrl } = await served(change);
  const outcome = await client()
    .find('roboflow', new URL(`${baseUrl.origin}/api`))
    .catch((error: unknown) => error);
  if (!(outcome instanceof PlatformError)) throw new Error('it was trusted');
  return outcome;
}

describe('a base URL that names its own authorization server', () => {
  it('is asked for it, with our name, and trusted with it at its own origin', async () => {
    const { baseUrl, requests } = await served();
    const found = await client().find('roboflow', new URL(`${baseUrl.origin}/api`));
    expect(found.issuer).toBe(baseUrl.origin);
    expect(requests.map(({ url }) => url)).toEqual([
      '/.well-known/oauth-protected-resource/api',
      '/.well-known/oauth-authorization-server',
    ]);
    expect(requests.every(({ headers }) => headers['user-agent'] === 'Latchkey/1.2.3')).toBe(true);
    expect(requests.every(({ headers }) => headers.authorization === undefined)).toBe(true);
  });

  it.each<[string, Change, RegExp]>([
    [
      'another host’s issuer',
      { resource: { authorization_servers: ['https://attacker.example'] } },
      /another host/,
    ],
    ['no issuer', { resource: { authorization_servers: [] } }, /offers no sign-in/],
    ['another resource', { resource: { resource: 'https://attacker.example/api' } }, /offers no sign-in/],
    [
      'another issuer than it has',
      { metadata: { issuer: 'https://attacker.example' } },
      /does not understand/,
    ],
    [
      'a sign-in page elsewhere',
      { metadata: { authorization_endpoint: 'https://attacker.example/' } },
      /another host/,
    ],
    ['tokens elsewhere', { metadata: { token_endpoint: 'http://127.0.0.1:1/token' } }, /another host/],
    [
      'registration elsewhere',
      { metadata: { registration_endpoint: 'https://attacker.example/' } },
      /another host/,
    ],
    [
      'revocation elsewhere',
      { metadata: { revocation_endpoint: 'https://attacker.example/' } },
      /another host/,
    ],
    ['no PKCE', { metadata: { code_challenge_methods_supported: undefined } }, /PKCE/],
    ['plain PKCE alone', { metadata: { code_challenge_methods_supported: ['plain'] } }, /PKCE/],
    ['no token endpoint', { metadata: { token_endpoint: undefined } }, /does not understand/],
  ])('is not trusted with %s', async (_what, change, message) => {
    expect((await refused(change)).message).toMatch(message);
  });

  it('that sends on to another address is not followed', async () => {
    const { baseUrl } = await serve((response) =>
      response.writeHead(302, { location: 'https://attacker.example/' }).end(),
    );
    await expect(client().find('roboflow', baseUrl)).rejects.toMatchObject({ info: { code: 'refused-url' } });
  });
});

it('Roboflow itself has the issuer that its documents name, and is not asked where it is', async () => {
  const asked: string[] = [];
  const real = globalThis.fetch;
  // What Roboflow publishes, shortened; there is no way to it from a test.
  globalThis.fetch = async (input) => {
    asked.push(String(input));
    const issuer = 'https://app.roboflow.com';
    return Response.json({
      issuer,
      authorization_endpoint: `${issuer}/oauth/authorize`,
      token_endpoint: `${issuer}/oauth/token`,
      registration_endpoint: `${issuer}/oauth/register`,
      revocation_endpoint: `${issuer}/oauth/revoke`,
      userinfo_endpoint: `${issuer}/oauth/userinfo`,
      response_types_supported: ['code'],
      grant_types_supported: ['authorization_code', 'refresh_token'],
      token_endpoint_auth_methods_supported: ['none', 'client_secret_post', 'client_secret_basic'],
      code_challenge_methods_supported: ['S256'],
      scopes_supported: ['api-key:read', 'openid', 'profile', 'email', 'offline_access'],
    });
  };
  try {
    const found = await client().find('roboflow', new URL('https://api.roboflow.com'));
    expect(found.token_endpoint).toBe('https://app.roboflow.com/oauth/token');
    expect(asked).toEqual(['https://app.roboflow.com/.well-known/oauth-authorization-server']);
  } finally {
    globalThis.fetch = real;
  }
});
