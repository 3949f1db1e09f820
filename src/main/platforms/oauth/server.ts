/** Finds the authorization server of a platform, and makes sure that it may be trusted with a sign-in. */
import * as oauth from 'oauth4webapi';
import type { ErrorInfo } from '#shared/domain/errors.ts';
import { type PlatformId, platforms } from '#shared/domain/platform.ts';
import { refuseBaseUrl } from '../base-url.ts';
import { notUnderstood } from '../http/failures.ts';
import { PlatformError } from '../platform-error.ts';

/** An authorization server whose metadata has been read and checked. */
export type AuthorizationServer = oauth.AuthorizationServer & {
  authorization_endpoint: string;
  token_endpoint: string;
};

type Options = {
  [oauth.customFetch]: NonNullable<oauth.DiscoveryRequestOptions[typeof oauth.customFetch]>;
  signal?: AbortSignal;
};

/**
 * The issuer behind a base URL. The platform's own address has the one that the catalogue names; any other has to name it
 * itself (RFC 9728), and it has to live at the very same origin: an address that somebody typed vouches for itself alone.
 */
export async function findIssuer(platform: PlatformId, baseUrl: URL, options: Options): Promise<URL> {
  const { browserSignIn, defaultBaseUrl } = platforms[platform];
  if (!browserSignIn) throw new PlatformError(notOffered(baseUrl.host));
  if (defaultBaseUrl !== null && baseUrl.href === new URL(defaultBaseUrl).href)
    return new URL(browserSignIn.issuer);
  const answer = await oauth.resourceDiscoveryRequest(baseUrl, { ...options, ...insecure(baseUrl) });
  const resource = await oauth.processResourceDiscoveryResponse(baseUrl, answer).catch(() => null);
  const issuer = URL.parse(resource?.authorization_servers?.[0] ?? '');
  if (!issuer) throw new PlatformError(notOffered(baseUrl.host));
  if (issuer.origin !== baseUrl.origin && issuer.href !== new URL(browserSignIn.issuer).href)
    throw new PlatformError(elsewhere(baseUrl.host));
  return issuer;
}

/** Reads what the server says of itself. Throws where it cannot do what a sign-in needs, or sends us to another host. */
export async function readServer(issuer: URL, options: Options): Promise<AuthorizationServer> {
  const refused = refuseBaseUrl(issuer);
  if (refused) throw new PlatformError(refused);
  const answer = await oauth.discoveryRequest(issuer, {
    ...options,
    ...insecure(issuer),
    algorithm: 'oauth2',
  });
  if (answer.status === 404) throw new PlatformError(notOffered(issuer.host));
  const server = await oauth.processDiscoveryResponse(issuer, answer).catch(() => {
    throw new PlatformError(notUnderstood(issuer.host));
  });
  const { authorization_endpoint, token_endpoint } = server;
  if (authorization_endpoint === undefined || token_endpoint === undefined)
    throw new PlatformError(notUnderstood(issuer.host));
  const places = [
    authorization_endpoint,
    token_endpoint,
    server.registration_endpoint,
    server.revocation_endpoint,
  ];
  if (!places.every((place) => place === undefined || URL.parse(place)?.origin === issuer.origin))
    throw new PlatformError(elsewhere(issuer.host));
  if (server.code_challenge_methods_supported?.includes('S256') !== true)
    throw new PlatformError(noPkce(issuer.host));
  return { ...server, authorization_endpoint, token_endpoint };
}

/** Plain http is for servers on this computer alone; `refuseBaseUrl` has seen to that. */
export function insecure(address: URL): { [oauth.allowInsecureRequests]?: boolean } {
  return address.protocol === 'http:' && refuseBaseUrl(new URL(address.origin)) === null
    ? { [oauth.allowInsecureRequests]: true }
    : {};
}

function notOffered(host: string): ErrorInfo {
  return {
    code: 'sign-in-failed',
    field: 'baseUrl',
    message: `${host} offers no sign-in with the browser.`,
    hint: 'Check the base URL, or connect with an API key.',
  };
}

function elsewhere(host: string): ErrorInfo {
  return {
    code: 'sign-in-failed',
    field: 'baseUrl',
    message: `${host} wants the sign-in to happen at another host, which Latchkey does not trust with it.`,
    hint: 'Check the base URL, or connect with an API key.',
  };
}

function noPkce(host: string): ErrorInfo {
  return {
    code: 'sign-in-failed',
    message: `${host} does not protect sign-ins by PKCE with S256, so Latchkey does not use it.`,
    hint: 'Connect with an API key.',
  };
}
