/** How the OAuth library reaches an authorization server: nothing followed, nothing unbounded, every failure in our words. */
import type { CustomFetchOptions } from 'oauth4webapi';
import { readAnswer } from '../http/answer.ts';
import { connectionFailure, redirected, timedOut, unreadable, webPage } from '../http/failures.ts';
import { commonRefusal } from '../http/refusals.ts';
import { reportOutcome, retryAfter } from '../http/retry.ts';
import { PlatformError } from '../platform-error.ts';
import type { PlatformPorts } from '../ports.ts';

/** In milliseconds. */
const defaultTimeout = 30_000;

type Options = Pick<
  CustomFetchOptions<string, string | URLSearchParams | undefined>,
  'body' | 'headers' | 'method' | 'signal'
>;

/**
 * A `fetch` for the library. Throws `PlatformError` where no answer came or what came was none (5xx, 429, a redirect, a web
 * page); answers that the protocol has a word for are given back.
 */
export function createOAuthFetch(
  ports: Pick<PlatformPorts, 'version' | 'timeout' | 'clock'>,
): (url: string, options: Options) => Promise<Response> {
  return async (url, { signal: stop, body, ...options }) => {
    const { host } = new URL(url);
    const milliseconds = ports.timeout ?? defaultTimeout;
    const timeout = AbortSignal.timeout(milliseconds);
    const headers = { ...options.headers, 'user-agent': `Latchkey/${ports.version}` };
    const signal = stop ? AbortSignal.any([timeout, stop]) : timeout;
    try {
      const response = await fetch(url, {
        ...options,
        ...(body !== undefined && { body }),
        headers,
        redirect: 'manual',
        signal,
      });
      return understand(host, await readAnswer(response), ports);
    } catch (error) {
      if (error instanceof PlatformError) throw error;
      if (stop?.aborted) throw new PlatformError({ code: 'cancelled', message: 'Stopped.' });
      if (timeout.aborted) throw new PlatformError(timedOut(host, milliseconds));
      return reportOutcome(() => Promise.reject(connectionFailure(error, host)));
    }
  };
}

function understand(
  host: string,
  { status, headers, content }: Awaited<ReturnType<typeof readAnswer>>,
  { clock }: Pick<PlatformPorts, 'clock'>,
): Response {
  if (status >= 500 || status === 429) {
    const wait = retryAfter(headers, clock.now());
    throw new PlatformError(commonRefusal(host, { host, status, body: undefined, retryAfter: wait }), {
      status,
    });
  }
  if (status >= 300 && status < 400) throw new PlatformError(redirected(host), { status });
  if (status < 300) {
    if (content.kind === 'web page') throw new PlatformError(webPage(host), { status });
    if (content.kind === 'text' || content.kind === 'too large')
      throw new PlatformError(unreadable(host, content.kind), { status });
  }
  // Made anew from what was read: labelled as what it is, since the library looks at the label first.
  const json = content.kind === 'json' ? JSON.stringify(content.value) : null;
  const challenge = headers.get('www-authenticate');
  return new Response(json, {
    status,
    headers: {
      ...(json !== null && { 'content-type': 'application/json' }),
      ...(challenge !== null && { 'www-authenticate': challenge }),
    },
  });
}
