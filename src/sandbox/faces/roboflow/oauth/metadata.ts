// What clients can find out about the authorization server by themselves (RFC 8414, RFC 9728).
import type { Context, Hono } from 'hono';
import type { FaceServices } from '../../face.ts';
import { SCOPES } from './scopes.ts';

/** By the address it was asked at, since the port is known only once the server listens. */
export function issuerOf(c: Context, { mountedAt }: Pick<FaceServices, 'mountedAt'>): string {
  return `${new URL(c.req.url).origin}${mountedAt}`;
}

/** The addresses stand at the root of the server: the path of the issuer comes after the well-known part. */
export function addMetadata(server: Hono, services: FaceServices): void {
  const { mountedAt } = services;
  server.get(`/.well-known/oauth-authorization-server${mountedAt}`, (c) => {
    const issuer = issuerOf(c, services);
    return c.json({
      issuer,
      authorization_endpoint: `${issuer}/oauth/authorize`,
      token_endpoint: `${issuer}/oauth/token`,
      registration_endpoint: `${issuer}/oauth/register`,
      revocation_endpoint: `${issuer}/oauth/revoke`,
      userinfo_endpoint: `${issuer}/oauth/userinfo`,
      response_types_supported: ['code'],
      grant_types_supported: ['authorization_code', 'refresh_token'],
      token_endpoint_auth_methods_supported: ['none'],
      code_challenge_methods_supported: ['S256'],
      scopes_supported: SCOPES,
      authorization_response_iss_parameter_supported: true,
    });
  });
  server.get(`/.well-known/oauth-protected-resource${mountedAt}`, (c) => {
    const issuer = issuerOf(c, services);
    return c.json({
      resource: issuer,
      authorization_servers: [issuer],
      bearer_methods_supported: ['header'],
    });
  });
}
