/** The protocol: OAuth 2.1 authorization code with PKCE as a public client, refreshing, revoking. Keeps only metadata. */
import * as oauth from 'oauth4webapi';
import { type PlatformId, platforms } from '#shared/domain/platform.ts';
import { z } from '#shared/zod.ts';
import type { PlatformPorts } from '../ports.ts';
import {
  ended,
  hasEnded,
  misunderstood,
  noRegistration,
  refusedAtThePage,
  refusedCode,
  wrongIssuer,
  wrongState,
} from './failures.ts';
import { createOAuthFetch } from './fetch.ts';
import { type AuthorizationServer, findIssuer, insecure, readServer } from './server.ts';

/** What a sign-in brought. `refreshToken` is null where the server gave none; `expiresAt` (ms) where it did not say. */
export type Tokens = { accessToken: string; expiresAt: number | null; refreshToken: string | null };

/** A sign-in that was begun: the address to open, and what its answer is checked against. Holds the verifier: memory only. */
type Begun = {
  address: URL;
  server: AuthorizationServer;
  clientId: string;
  redirectUri: string;
  state: string;
  verifier: string;
};

export type OAuthClient = {
  find(platform: PlatformId, baseUrl: URL, signal?: AbortSignal): Promise<AuthorizationServer>;
  begin(server: AuthorizationServer, redirectUri: string, signal?: AbortSignal): Promise<Begun>;
  /** Checks state and issuer of the answer, then exchanges its code. */
  finish(begun: Begun, answer: URLSearchParams, signal?: AbortSignal): Promise<Tokens>;
  /** Throws `sign-in-needed` where the refresh token is dead. The old one is not worth anything afterwards. */
  refresh(platform: PlatformId, issuer: string, clientId: string, refreshToken: string): Promise<Tokens>;
  /** Answers whether the server has ended it. Never throws. */
  revoke(issuer: string, clientId: string, token: string): Promise<boolean>;
  /** The e-mail address, or null where the server does not tell. Never throws. */
  whoIs(server: AuthorizationServer, accessToken: string): Promise<string | null>;
};

type Needs = Pick<PlatformPorts, 'version' | 'timeout' | 'clock'> & {
  /** Hears every code, verifier and token before it is used. */
  onSecret: (secret: string) => void;
};

/** Nobody should wait longer for something to be ended or named that works without it, in milliseconds. */
const courtesyLimit = 5_000;
/** Without a list of the server's, what looking after keys takes at least. */
const leastScopes = [
  'api-key:read',
  'api-key:create',
  'api-key:update',
  'api-key:revoke',
  'workspace:read',
  'folder:read',
];

export function createOAuthClient(needs: Needs): OAuthClient {
  const { clock, onSecret } = needs;
  const ask = createOAuthFetch(needs);
  const servers = new Map<string, AuthorizationServer>();

  const options = (signal?: AbortSignal) => ({ [oauth.customFetch]: ask, ...(signal && { signal }) });
  const optionsOf = (server: AuthorizationServer, signal?: AbortSignal) => ({
    ...options(signal),
    ...insecure(new URL(server.issuer)),
  });

  /** Read once per run: metadata hardly changes, and a token is refreshed every hour. */
  async function serverOf(issuer: URL, signal?: AbortSignal): Promise<AuthorizationServer> {
    const known = servers.get(issuer.href);
    if (known) return known;
    const server = await readServer(issuer, options(signal));
    servers.set(issuer.href, server);
    return server;
  }

  /** How long a token lives is counted by our own clock, so that it does not matter how the two stand. */
  function toTokens(
    { access_token, refresh_token, expires_in }: oauth.TokenEndpointResponse,
    askedAt: number,
  ): Tokens {
    onSecret(access_token);
    if (refresh_token !== undefined) onSecret(refresh_token);
    return {
      accessToken: access_token,
      expiresAt: expires_in === undefined ? null : askedAt + expires_in * 1000,
      refreshToken: refresh_token ?? null,
    };
  }

  return {
    async find(platform, baseUrl, signal) {
      const issuer = await findIssuer(platform, baseUrl, options(signal));
      // Anew at every sign-in: what was remembered may be what stands in its way.
      servers.delete(issuer.href);
      return serverOf(issuer, signal);
    },

    async begin(server, redirectUri, signal) {
      const clientId = await register(server, redirectUri, signal);
      const [state, verifier] = [oauth.generateRandomState(), oauth.generateRandomCodeVerifier()];
      onSecret(verifier);
      const address = new URL(server.authorization_endpoint);
      const parameters = {
        response_type: 'code',
        client_id: clientId,
        redirect_uri: redirectUri,
        scope: scopesFor(server).join(' '),
        state,
        code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      };
      for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, value);
      return { address, server, clientId, redirectUri, state, verifier };
    },

    async finish({ server, clientId, redirectUri, state, verifier }, answer, signal) {
      const { host } = new URL(server.issuer);
      for (const code of answer.getAll('code')) onSecret(code);
      // Looked at here as well, since each gets a sentence of its own.
      if (answer.getAll('state').join() !== state) throw wrongState();
      const issuers = answer.getAll('iss');
      const mustSay = server.authorization_response_iss_parameter_supported === true;
      if (issuers.some((each) => each !== server.issuer) || issuers.length !== (mustSay ? 1 : issuers.length))
        throw wrongIssuer(host);
      const client = { client_id: clientId };
      let checked: URLSearchParams;
      try {
        checked = oauth.validateAuthResponse(server, client, answer, state);
      } catch (error) {
        throw refusedAtThePage(error, host);
      }
      const askedAt = clock.now().getTime();
      try {
        const response = await oauth.authorizationCodeGrantRequest(
          server,
          client,
          oauth.None(),
          checked,
          redirectUri,
          verifier,
          optionsOf(server, signal),
        );
        return toTokens(await oauth.processAuthorizationCodeResponse(server, client, response), askedAt);
      } catch (error) {
        throw refusedCode(error, host);
      }
    },

    async refresh(platform, issuer, clientId, refreshToken) {
      const server = await serverOf(new URL(issuer));
      const client = { client_id: clientId };
      const askedAt = clock.now().getTime();
      try {
        const response = await oauth.refreshTokenGrantRequest(
          server,
          client,
          oauth.None(),
          refreshToken,
          optionsOf(server),
        );
        return toTokens(await oauth.processRefreshTokenResponse(server, client, response), askedAt);
      } catch (error) {
        if (hasEnded(error)) throw ended(platforms[platform].label);
        throw misunderstood(error, new URL(issuer).host);
      }
    },

    async revoke(issuer, clientId, token) {
      try {
        const signal = AbortSignal.timeout(courtesyLimit);
        const server = await serverOf(new URL(issuer), signal);
        if (server.revocation_endpoint === undefined) return false;
        const client = { client_id: clientId };
        const response = await oauth.revocationRequest(
          server,
          client,
          oauth.None(),
          token,
          optionsOf(server, signal),
        );
        await oauth.processRevocationResponse(response);
        return true;
      } catch {
        return false;
      }
    },

    async whoIs(server, accessToken) {
      const place = URL.parse(server.userinfo_endpoint ?? '');
      if (place?.origin !== new URL(server.issuer).origin) return null;
      try {
        const headers = { accept: 'application/json', authorization: `Bearer ${accessToken}` };
        const signal = AbortSignal.timeout(courtesyLimit);
        const response = await ask(place.href, { body: undefined, method: 'GET', headers, signal });
        return response.ok ? (userInfo.safeParse(await response.json()).data?.email ?? null) : null;
      } catch {
        return null;
      }
    },
  };

  /** With the very port of this sign-in: servers that do not let it vary then work too. */
  async function register(
    server: AuthorizationServer,
    redirectUri: string,
    signal?: AbortSignal,
  ): Promise<string> {
    const { host } = new URL(server.issuer);
    if (server.registration_endpoint === undefined) throw noRegistration(host);
    try {
      const wanted = {
        client_name: 'Latchkey',
        redirect_uris: [redirectUri],
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        application_type: 'native',
      };
      const response = await oauth.dynamicClientRegistrationRequest(
        server,
        wanted,
        optionsOf(server, signal),
      );
      if (response.status >= 400) throw noRegistration(host);
      return (await oauth.processDynamicClientRegistrationResponse(response)).client_id;
    } catch (error) {
      throw misunderstood(error, host);
    }
  }
}

const userInfo = z.object({ email: z.string().min(1).max(320) });

/**
 * Everything the server offers, since a login hands on only what it has itself; but no ID token (`openid`): Latchkey wants to
 * act, and who somebody is it asks for separately.
 */
function scopesFor({ scopes_supported: offered }: AuthorizationServer): string[] {
  if (offered === undefined) return [...leastScopes, 'offline_access'];
  return offered.filter((scope) => scope !== 'openid' && scope !== 'profile');
}
