// Reads and writes clients, consents, codes and tokens.
import type { SandboxDatabase } from '../../../core/database.ts';
import { hashSecret, randomToken } from '../../../core/secrets.ts';

/** Letters and digits; 40 of them carry about 238 bits. */
const TOKEN_LENGTH = 40;

export interface Client {
  clientId: string;
  name: string;
  redirectUris: string[];
}

export interface Consent {
  id: string;
  clientId: string;
  workspace: string;
  email: string;
  scopes: string[];
  revoked: boolean;
}

export interface Code {
  consent: string;
  redirectUri: string;
  challenge: string;
  /** Milliseconds since the epoch, like every `expiresAt` here. */
  expiresAt: number;
  used: boolean;
}

type TokenKind = 'access' | 'refresh';

export interface Token {
  kind: TokenKind;
  consent: string;
  expiresAt: number;
  used: boolean;
}

export function addClient(db: SandboxDatabase, name: string, redirectUris: string[]): Client {
  const clientId = `rfapp_${randomToken(16)}`;
  db.prepare('INSERT INTO roboflow_oauth_clients (client_id, name, redirect_uris) VALUES (?, ?, ?)').run(
    clientId,
    name,
    JSON.stringify(redirectUris),
  );
  return { clientId, name, redirectUris };
}

export function clientById(db: SandboxDatabase, clientId: string): Client | undefined {
  type Row = { client_id: string; name: string; redirect_uris: string };
  const row = db
    .prepare<[string], Row>('SELECT * FROM roboflow_oauth_clients WHERE client_id = ?')
    .get(clientId);
  return row && { clientId, name: row.name, redirectUris: JSON.parse(row.redirect_uris) };
}

export function addConsent(db: SandboxDatabase, consent: Omit<Consent, 'id' | 'revoked'>): string {
  const id = randomToken(16);
  db.prepare(
    'INSERT INTO roboflow_oauth_consents (id, client_id, workspace, email, scopes) VALUES (?, ?, ?, ?, ?)',
  ).run(id, consent.clientId, consent.workspace, consent.email, JSON.stringify(consent.scopes));
  return id;
}

export function consentById(db: SandboxDatabase, id: string): Consent | undefined {
  type Row = Omit<Consent, 'clientId' | 'scopes' | 'revoked'> & {
    client_id: string;
    scopes: string;
    revoked: number;
  };
  const row = db.prepare<[string], Row>('SELECT * FROM roboflow_oauth_consents WHERE id = ?').get(id);
  if (!row) return undefined;
  const { workspace, email } = row;
  const scopes: string[] = JSON.parse(row.scopes);
  return { id, clientId: row.client_id, workspace, email, scopes, revoked: row.revoked === 1 };
}

/** Every token and code of it is dead from then on. */
export function revokeConsent(db: SandboxDatabase, id: string): void {
  db.prepare('UPDATE roboflow_oauth_consents SET revoked = 1 WHERE id = ?').run(id);
}

/** Answers the code, which is nowhere else in the clear. */
export function addCode(db: SandboxDatabase, code: Omit<Code, 'used'>): string {
  const value = randomToken(TOKEN_LENGTH);
  db.prepare(
    'INSERT INTO roboflow_oauth_codes (hash, consent, redirect_uri, challenge, expires_at) VALUES (?, ?, ?, ?, ?)',
  ).run(hashSecret(value), code.consent, code.redirectUri, code.challenge, code.expiresAt);
  return value;
}

/** The code as it was before; it is used from then on. */
export function takeCode(db: SandboxDatabase, value: string): Code | undefined {
  type Row = {
    consent: string;
    redirect_uri: string;
    challenge: string;
    expires_at: number;
    used: number;
  };
  const hash = hashSecret(value);
  const row = db.prepare<[Buffer], Row>('SELECT * FROM roboflow_oauth_codes WHERE hash = ?').get(hash);
  if (!row) return undefined;
  db.prepare('UPDATE roboflow_oauth_codes SET used = 1 WHERE hash = ?').run(hash);
  const { consent, challenge } = row;
  return {
    consent,
    redirectUri: row.redirect_uri,
    challenge,
    expiresAt: row.expires_at,
    used: row.used === 1,
  };
}

export function addToken(db: SandboxDatabase, token: Omit<Token, 'used'>): string {
  const value = randomToken(TOKEN_LENGTH);
  db.prepare('INSERT INTO roboflow_oauth_tokens (hash, kind, consent, expires_at) VALUES (?, ?, ?, ?)').run(
    hashSecret(value),
    token.kind,
    token.consent,
    token.expiresAt,
  );
  return value;
}

export function tokenByValue(db: SandboxDatabase, value: string): Token | undefined {
  type Row = { kind: TokenKind; consent: string; expires_at: number; used: number };
  const row = db
    .prepare<[Buffer], Row>(
      'SELECT kind, consent, expires_at, used FROM roboflow_oauth_tokens WHERE hash = ?',
    )
    .get(hashSecret(value));
  return row && { kind: row.kind, consent: row.consent, expiresAt: row.expires_at, used: row.used === 1 };
}

export function spendToken(db: SandboxDatabase, value: string): void {
  db.prepare('UPDATE roboflow_oauth_tokens SET used = 1 WHERE hash = ?').run(hashSecret(value));
}

/** The consent behind a token that is alive; undefined for every other value. */
export function consentOf(
  db: SandboxDatabase,
  kind: TokenKind,
  value: string,
  now: Date,
): Consent | undefined {
  const token = tokenByValue(db, value);
  if (token?.kind !== kind || token.used || token.expiresAt <= now.getTime()) return undefined;
  const consent = consentById(db, token.consent);
  return consent?.revoked ? undefined : consent;
}
