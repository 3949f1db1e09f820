// The authorization endpoint: shows the consent page, and sends the person's answer to the client's redirect address.
import type { Context, Hono } from 'hono';
import type { FaceServices } from '../../face.ts';
import { consentPage, mistakePage, PAGE_HEADERS } from './consent-page.ts';
import { addCode, addConsent, type Client, clientById } from './grants.ts';
import { issuerOf } from './metadata.ts';
import { allPeople, personIn } from './people.ts';
import { isRegistered } from './redirects.ts';
import { SCOPES } from './scopes.ts';
import type { OAuthSettings } from './settings.ts';

const PARAMETERS = [
  'response_type',
  'client_id',
  'redirect_uri',
  'scope',
  'state',
  'code_challenge',
  'code_challenge_method',
] as const;
type Parameters = Partial<Record<(typeof PARAMETERS)[number], string>>;

/** A request whose client and redirect address are known to belong together. */
interface Request {
  client: Client;
  redirectUri: string;
  parameters: Parameters;
}

export function addAuthorize(app: Hono, services: FaceServices, settings: () => OAuthSettings): void {
  const { db, clock } = services;

  app.get('/authorize', (c) => {
    const request = readRequest((name) => c.req.query(name));
    if (typeof request === 'string') return c.html(mistakePage(request), 400, PAGE_HEADERS);
    const mistake = mistakeIn(request.parameters);
    if (mistake) return answer(c, request, { error: mistake });
    return c.html(
      consentPage(request.client.name, request.parameters, asked(request.parameters), allPeople(db)),
      200,
      PAGE_HEADERS,
    );
  });

  app.post('/authorize', async (c) => {
    const form = new Map(
      Object.entries(await c.req.parseBody()).flatMap(([name, value]) =>
        typeof value === 'string' ? [[name, value] as const] : [],
      ),
    );
    const request = readRequest((name) => form.get(name));
    if (typeof request === 'string') return c.html(mistakePage(request), 400, PAGE_HEADERS);
    const mistake = mistakeIn(request.parameters);
    if (mistake) return answer(c, request, { error: mistake });
    if (form.get('answer') !== 'allow') return answer(c, request, { error: 'access_denied' });
    const [workspace = '', email = ''] = (form.get('as') ?? '').split(' ');
    if (!personIn(db, workspace, email)) {
      return c.html(mistakePage('There is nobody of that name in that workspace.'), 400, PAGE_HEADERS);
    }
    const consent = addConsent(db, {
      clientId: request.client.clientId,
      workspace,
      email,
      scopes: asked(request.parameters),
    });
    const code = addCode(db, {
      consent,
      redirectUri: request.redirectUri,
      challenge: request.parameters.code_challenge ?? '',
      expiresAt: clock.now().getTime() + settings().codeSeconds * 1_000,
    });
    return answer(c, request, { code });
  });

  /** A sentence where nothing may be sent back, because where to is not known to be right. */
  function readRequest(read: (name: string) => string | undefined): Request | string {
    const parameters: Parameters = {};
    for (const name of PARAMETERS) {
      const value = read(name);
      if (value !== undefined) parameters[name] = value;
    }
    const client = clientById(db, parameters.client_id ?? '');
    if (!client) return 'The application that sent you here is not registered.';
    const redirectUri = parameters.redirect_uri ?? '';
    if (!isRegistered(redirectUri, client.redirectUris)) {
      return 'The application that sent you here wants the answer at an address that is not registered.';
    }
    return { client, redirectUri, parameters };
  }

  function answer(
    c: Context,
    { redirectUri, parameters }: Request,
    content: { code: string } | { error: string },
  ): Response {
    const { answeredState, answeredIssuer } = settings();
    const target = new URL(redirectUri);
    for (const [name, value] of Object.entries(content)) target.searchParams.set(name, value);
    const state = answeredState ?? parameters.state;
    if (state !== undefined) target.searchParams.set('state', state);
    const issuer = answeredIssuer === undefined ? issuerOf(c, services) : answeredIssuer;
    if (issuer !== null) target.searchParams.set('iss', issuer);
    c.header('cache-control', 'no-store');
    return c.redirect(target.href, 303);
  }
}

/** An error code of RFC 6749, or null. PKCE with S256 is asked of every client. */
function mistakeIn(parameters: Parameters): string | null {
  if (parameters.response_type !== 'code') return 'unsupported_response_type';
  const isS256 = parameters.code_challenge_method === 'S256';
  if (!isS256 || !/^[\w-]{43}$/.test(parameters.code_challenge ?? '')) return 'invalid_request';
  const scopes = asked(parameters);
  return scopes.length > 0 && scopes.every((scope) => SCOPES.includes(scope)) ? null : 'invalid_scope';
}

function asked({ scope = '' }: Parameters): string[] {
  return [...new Set(scope.split(' ').filter(Boolean))];
}
