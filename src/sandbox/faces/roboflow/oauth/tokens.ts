// The token endpoint: a code for tokens, and a refresh token for the next ones. What was used twice ends everything.
import { createHash } from 'node:crypto';
import type { Context, Hono } from 'hono';
import type { FaceServices } from '../../face.ts';
import {
  addToken,
  type Consent,
  clientById,
  consentById,
  revokeConsent,
  spendToken,
  takeCode,
  tokenByValue,
} from './grants.ts';
import type { OAuthSettings } from './settings.ts';

type Form = Readonly<Record<string, string | undefined>>;

export function addTokens(app: Hono, services: FaceServices, settings: () => OAuthSettings): void {
  const { db, clock } = services;

  app.post('/token', async (c) => {
    if (settings().tokenWebPage) return c.html('<!doctype html><title>Maintenance</title><h1>Back soon</h1>');
    const form = await formOf(c);
    if (!clientById(db, form.client_id ?? '')) return refuse(c, 'invalid_client', 401);
    // Undone as a whole, or done as a whole: a token that is spent without its successor would end a session.
    const consent = db.transaction(() => {
      if (form.grant_type === 'authorization_code') return fromCode(form);
      return form.grant_type === 'refresh_token' ? fromRefreshToken(form) : null;
    })();
    if (consent === null) return refuse(c, 'unsupported_grant_type');
    return consent ? issue(c, consent) : refuse(c, 'invalid_grant');
  });

  function fromCode(form: Form): Consent | undefined {
    const code = takeCode(db, form.code ?? '');
    if (!code) return undefined;
    // Somebody else has it too: what was issued for it is not safe either.
    if (code.used) revokeConsent(db, code.consent);
    const consent = living(code.consent, form);
    const challenge = createHash('sha256')
      .update(form.code_verifier ?? '')
      .digest('base64url');
    const fits = code.redirectUri === form.redirect_uri && code.challenge === challenge;
    return fits && code.expiresAt > clock.now().getTime() ? consent : undefined;
  }

  function fromRefreshToken(form: Form): Consent | undefined {
    const value = form.refresh_token ?? '';
    const token = tokenByValue(db, value);
    if (token?.kind !== 'refresh') return undefined;
    if (token.used) revokeConsent(db, token.consent);
    const consent = living(token.consent, form);
    if (!consent || token.expiresAt <= clock.now().getTime()) return undefined;
    spendToken(db, value);
    return consent;
  }

  function living(id: string, form: Form): Consent | undefined {
    const consent = consentById(db, id);
    return consent && !consent.revoked && consent.clientId === form.client_id ? consent : undefined;
  }

  function issue(c: Context, { id, scopes }: Consent): Response {
    const { accessSeconds, refreshSeconds } = settings();
    const now = clock.now().getTime();
    const lasting = scopes.includes('offline_access');
    c.header('cache-control', 'no-store');
    return c.json({
      access_token: addToken(db, { kind: 'access', consent: id, expiresAt: now + accessSeconds * 1_000 }),
      token_type: 'Bearer',
      expires_in: accessSeconds,
      scope: scopes.join(' '),
      ...(lasting && {
        refresh_token: addToken(db, {
          kind: 'refresh',
          consent: id,
          expiresAt: now + refreshSeconds * 1_000,
        }),
      }),
    });
  }
}

export async function formOf(c: Context): Promise<Form> {
  const body = await c.req.parseBody();
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [name, typeof value === 'string' ? value : undefined]),
  );
}

function refuse(c: Context, error: string, status: 400 | 401 = 400): Response {
  c.header('cache-control', 'no-store');
  return c.json({ error }, status);
}
