/** One sign-in with the browser, from finding the server to tokens in memory. Stores nothing. */
import type { PlatformId } from '#shared/domain/platform.ts';
import { PlatformError } from '../platform-error.ts';
import type { OAuthClient, Tokens } from './client.ts';
import { nobodyAnswered } from './failures.ts';
import { listenOnce } from './loopback.ts';

/** A finished sign-in. `account`: the e-mail address, where the server told it. */
export type BrowserGrant = Tokens & { issuer: string; clientId: string; account: string | null };

type Wanted = {
  platform: PlatformId;
  baseUrl: URL;
  signal?: AbortSignal | undefined;
  /** Hears the address to open, and until when (ms since 1970) an answer is waited for. */
  onReady: (address: URL, until: number) => void;
};

/** In milliseconds. */
export const answerLimit = 5 * 60_000;

/**
 * Throws `PlatformError`: `cancelled` where `signal` stopped it. The port is free again whatever happens. `limit`: how long to
 * wait for the person, in milliseconds.
 */
export async function signInWithBrowser(
  client: OAuthClient,
  { platform, baseUrl, signal, onReady }: Wanted,
  limit: number,
  now: () => number,
): Promise<BrowserGrant> {
  const server = await client.find(platform, baseUrl, signal);
  const loopback = await listenOnce();
  const waiting = new AbortController();
  try {
    const begun = await client.begin(server, loopback.redirectUri, signal);
    onReady(begun.address, now() + limit);
    const answer = await Promise.race([loopback.answer, givenUp(limit, waiting.signal, signal)]);
    const tokens = await client.finish(begun, answer, signal);
    const account = await client.whoIs(server, tokens.accessToken);
    return { ...tokens, issuer: server.issuer, clientId: begun.clientId, account };
  } finally {
    waiting.abort();
    await loopback.close();
  }
}

/** Rejects after `limit`, or when the person stops it here; `over` ends it without a word. */
function givenUp(limit: number, over: AbortSignal, stop: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => {
    const stopped = () =>
      reject(new PlatformError({ code: 'cancelled', message: 'Stopped. Nothing was stored.' }));
    const timer = setTimeout(() => reject(nobodyAnswered(Math.max(1, Math.round(limit / 60_000)))), limit);
    timer.unref();
    over.addEventListener('abort', () => {
      clearTimeout(timer);
      stop?.removeEventListener('abort', stopped);
    });
    if (stop?.aborted) stopped();
    else stop?.addEventListener('abort', stopped, { once: true });
  });
}
