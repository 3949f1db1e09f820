// The authorization server beside Roboflow's API: sign-in for people, as the contract's section on OAuth 2.1 has it.
import { Hono } from 'hono';
import { bearer } from '../../../core/http.ts';
import type { FaceServices } from '../../face.ts';
import { addAuthorize } from './authorize.ts';
import { addClient, consentOf, revokeConsent, tokenByValue } from './grants.ts';
import { addMetadata } from './metadata.ts';
import { isAllowedRedirect } from './redirects.ts';
import { OAUTH_DEFAULTS } from './settings.ts';
import { addTokens, formOf } from './tokens.ts';

export function mountOAuth(server: Hono, services: FaceServices): void {
  // Read anew for each request, so that a test can change its mind while the server runs.
  const settings = () => ({ ...OAUTH_DEFAULTS, ...services.behaviour.oauth });
  const { db, clock } = services;
  const app = new Hono();
  addMetadata(server, services);
  addAuthorize(app, services, settings);
  addTokens(app, services, settings);

  app.post('/register', async (c) => {
    if (settings().refuseRegistration) return c.json({ error: 'access_denied' }, 403);
    const wanted: unknown = await c.req.json().catch(() => null);
    const [name, uris, method] = ['client_name', 'redirect_uris', 'token_endpoint_auth_method'].map(
      (field) =>
        typeof wanted === 'object' && wanted !== null
          ? Object.getOwnPropertyDescriptor(wanted, field)?.value
          : undefined,
    ) as unknown[];
    const addresses = Array.isArray(uris) ? uris.filter((each) => typeof each === 'string') : [];
    if (addresses.length === 0 || !addresses.every(isAllowedRedirect)) {
      return c.json({ error: 'invalid_redirect_uri' }, 400);
    }
    if (method !== 'none') return c.json({ error: 'invalid_client_metadata' }, 400);
    const client = addClient(db, typeof name === 'string' ? name : 'An application', addresses);
    return c.json(
      {
        client_id: client.clientId,
        client_name: client.name,
        redirect_uris: client.redirectUris,
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
      },
      201,
    );
  });

  // 200 whether or not the token was known (RFC 7009). Either token ends the whole consent.
  app.post('/revoke', async (c) => {
    const token = tokenByValue(db, (await formOf(c)).token ?? '');
    if (token) revokeConsent(db, token.consent);
    return c.body(null, 200);
  });

  app.get('/userinfo', (c) => {
    const consent = consentOf(db, 'access', bearer(c) ?? '', clock.now());
    if (!consent) {
      c.header('www-authenticate', 'Bearer error="invalid_token"');
      return c.json({ error: 'invalid_token' }, 401);
    }
    const { email, scopes } = consent;
    return c.json({ sub: `sandbox|${email}`, ...(scopes.includes('email') && { email }) });
  });

  server.route(`${services.mountedAt}/oauth`, app);
}
