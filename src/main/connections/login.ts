/** What a platform is asked with to see whether a sign-in is accepted, from what was typed or what the browser brought. */
import type { ErrorInfo } from '#shared/domain/errors.ts';
import type { PlatformId } from '#shared/domain/platform.ts';
import type { SignInWay } from '#shared/ipc/connections.ts';
import { parseBaseUrl } from '../platforms/base-url.ts';
import type { BrowserGrant } from '../platforms/oauth/browser-sign-in.ts';
import type { PlatformAdapter, Session, SignedIn } from '../platforms/platform.ts';
import { PlatformError } from '../platforms/platform-error.ts';
import { AppError } from '../system/app-error.ts';
import { readCredential } from './credential-input.ts';

type SessionInput = {
  baseUrl: string;
  credential: string;
  organizationId: string | null;
  connectionId: string;
};

export function readSession(
  platform: PlatformId,
  { baseUrl, credential, organizationId, connectionId }: SessionInput,
): Session {
  return {
    baseUrl: readBaseUrl(baseUrl),
    credential: readCredential(credential, platform),
    connectionId,
    ...(organizationId !== null && { organizationId }),
  };
}

export function readBaseUrl(typed: string): URL {
  const parsed = parseBaseUrl(typed);
  if ('error' in parsed) throw new AppError(parsed.error);
  return parsed.url;
}

/** What the platform is asked with, and what is kept of it once it is accepted. */
export type Login = { session: Session; kept: string | BrowserGrant };

export function loginOf(grant: BrowserGrant, baseUrl: URL, connectionId: string): Login {
  const { accessToken: credential, account } = grant;
  return { session: { baseUrl, credential, connectionId, person: { account } }, kept: grant };
}

export function wayOf(kept: Login['kept']): SignInWay {
  return typeof kept === 'string' ? 'credential' : 'browser';
}

/** A refused credential belongs beside its field; a host that cannot be reached beside the address. */
export async function signIn(
  adapter: PlatformAdapter,
  session: Session,
  signal?: AbortSignal,
): Promise<SignedIn> {
  try {
    return await adapter.signIn(session, signal);
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    // The adapter knows best where it says so.
    const field = error.info.field ?? fieldOf(error.info);
    throw new AppError(field ? { ...error.info, field } : error.info);
  }
}

function fieldOf(info: ErrorInfo): ErrorInfo['field'] {
  if (info.code === 'unauthorized') return 'credential';
  return ['offline', 'tls', 'timeout', 'not-json', 'bad-answer', 'refused-url', 'not-found'].includes(
    info.code,
  )
    ? 'baseUrl'
    : undefined;
}
