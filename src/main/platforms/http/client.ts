/** The one way out to a platform: sends a credential in a header, reads JSON, and turns every failure into our own words. */
import type { ErrorInfo } from '#shared/domain/errors.ts';
import type { z } from '#shared/zod.ts';
import { refuseBaseUrl } from '../base-url.ts';
import type { Session } from '../platform.ts';
import { PlatformError } from '../platform-error.ts';
import type { PlatformPorts } from '../ports.ts';
import { type Answer, readAnswer } from './answer.ts';
import { connectionFailure, notUnderstood, redirected, timedOut, unreadable, webPage } from './failures.ts';
import {
  type Attempt,
  failedAttempt,
  isUnauthorized,
  reportOutcome,
  retryAfter,
  withRetries,
} from './retry.ts';

/** An answer of 400 or above, for a platform's own errors.ts to put into words. */
export type Refusal = {
  /** Host and port, for sentences. */
  host: string;
  status: number;
  /** Parsed JSON, else the text, else undefined. Read it for what it means; never copy from it (it may hold the key). */
  body: unknown;
  /** How long the platform asks us to wait, in milliseconds. */
  retryAfter: number | null;
  /** A person acts here and not a key. */
  person?: boolean;
};

/** One request and all that is needed to make sense of its answer. */
type Call<Value> = {
  session: Session;
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below the base URL, starting with a slash, its parts encoded with `segment`. */
  path: string;
  headers?: Record<string, string>;
  body?: unknown;
  answer: z.ZodType<Value>;
  explain(refusal: Refusal): ErrorInfo;
  /** Hears the headers of a good answer before its value is given back. */
  onHeaders?(headers: Headers): void;
  signal?: AbortSignal | undefined;
};

export type HttpClient = <Value>(call: Call<Value>) => Promise<Value>;

/** In milliseconds. Long enough for the largest list over a slow line. */
const defaultTimeout = 30_000;

/** Reads (GET) are repeated where that can help, writes are sent once. Throws `PlatformError` and nothing else. */
export function createHttpClient(ports: PlatformPorts): HttpClient {
  return async (call) => {
    const refused = refuseBaseUrl(call.session.baseUrl);
    if (refused) throw new PlatformError(refused);
    if (!fitsHeader(call.session.credential)) throw new PlatformError(unsendable(call));
    const attempt = () => sendRenewing(call, ports);
    return call.method === 'GET' ? withRetries(attempt, ports, call.signal) : reportOutcome(attempt);
  };
}

/**
 * A token that is refused is replaced, and the request sent once more, a write too: what was refused for its credential was
 * not looked at. The session keeps the new one for the requests that follow.
 */
async function sendRenewing<Value>(call: Call<Value>, ports: PlatformPorts): Promise<Value> {
  const { session } = call;
  const used = session.credential;
  try {
    return await send(call, ports);
  } catch (error) {
    if (!session.person?.renew || !isUnauthorized(error)) throw error;
    session.credential = await session.person.renew(used);
    return send(call, ports);
  }
}

async function send<Value>(call: Call<Value>, ports: PlatformPorts): Promise<Value> {
  const milliseconds = ports.timeout ?? defaultTimeout;
  const timeout = AbortSignal.timeout(milliseconds);
  const signal = call.signal ? AbortSignal.any([timeout, call.signal]) : timeout;
  const { host } = call.session.baseUrl;
  const startedAt = ports.clock.now().getTime();
  let answer: Answer;
  try {
    const response = await fetch(target(call), {
      method: call.method,
      headers: headers(call, ports),
      // Followed redirects would carry the credential along. `manual` is how a redirect can be told from a broken connection.
      redirect: 'manual',
      signal,
      ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
    });
    // Before the body: a long list would make the platform's clock look late, and its answer slow.
    reportSkew(response, host, startedAt, ports);
    reportEnd(call, response.status, startedAt, ports);
    answer = await readAnswer(response);
  } catch (error) {
    if (call.signal?.aborted)
      throw failedAttempt({ code: 'cancelled', message: 'Stopped.' }, { reached: true });
    reportEnd(call, null, startedAt, ports);
    if (timeout.aborted) throw failedAttempt(timedOut(host, milliseconds), { reached: true });
    throw connectionFailure(error, host);
  }
  return understand(call, answer, ports);
}

/** The value of a good answer; everything else is thrown as a failed attempt that knows whether repeating can help. */
function understand<Value>(call: Call<Value>, answer: Answer, ports: PlatformPorts): Value {
  const { status, content } = answer;
  const { host } = call.session.baseUrl;
  const person = call.session.person !== undefined;
  const reached: Attempt = { status, reached: true };
  // First, because proxies answer these with web pages, which say nothing about the base URL.
  if (status >= 500 || status === 429) {
    const wait = retryAfter(answer.headers, ports.clock.now());
    const body = content.kind === 'json' ? content.value : undefined;
    const info = call.explain({ host, status, body, retryAfter: wait, person });
    // A server may fail after the work is done; a request turned away by a rate limit was never looked at.
    throw failedAttempt(info, { ...reached, reached: status !== 429, repeat: { after: wait } });
  }
  if (status >= 300 && status < 400) throw failedAttempt(redirected(host), { status, reached: false });
  const refused = status >= 400;
  // Before the refusals: the 401 of a proxy or a hotel network says nothing about the platform's credential.
  if (content.kind === 'web page') throw failedAttempt(webPage(host), { status, reached: !refused });
  if (refused) {
    const body = content.kind === 'json' ? content.value : content.kind === 'text' ? content.text : undefined;
    throw failedAttempt(call.explain({ host, status, body, retryAfter: null, person }), {
      status,
      reached: false,
    });
  }
  if (content.kind === 'text' || content.kind === 'too large')
    throw failedAttempt(unreadable(host, content.kind), reached);
  // What the schema found wrong is dropped with the text: it may quote the answer, and so a secret.
  const parsed = call.answer.safeParse(content.kind === 'json' ? content.value : undefined);
  if (!parsed.success) throw failedAttempt(notUnderstood(host), reached);
  call.onHeaders?.(answer.headers);
  return parsed.data;
}

function target(call: Call<unknown>): string {
  return `${call.session.baseUrl.href.replace(/\/+$/, '')}${call.path}`;
}

function headers(call: Call<unknown>, ports: PlatformPorts): Record<string, string> {
  return {
    accept: 'application/json, application/problem+json',
    authorization: `Bearer ${call.session.credential}`,
    'user-agent': `Latchkey/${ports.version}`,
    ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
    ...call.headers,
  };
}

/** Anything but visible ASCII makes fetch throw an error that repeats the whole header, credential included. */
function fitsHeader(credential: string): boolean {
  return /^[\x21-\x7e]+$/.test(credential);
}

/** Such a credential cannot be a real one, so it gets the sentence a platform's 401 would have got. */
function unsendable(call: Call<unknown>): ErrorInfo {
  return call.explain({ host: call.session.baseUrl.host, status: 401, body: undefined, retryAfter: null });
}

function reportSkew(response: Response, host: string, startedAt: number, ports: PlatformPorts): void {
  const theirs = Date.parse(response.headers.get('date') ?? '');
  if (Number.isNaN(theirs)) return;
  const ours = (startedAt + ports.clock.now().getTime()) / 2;
  ports.onClockSkew?.(host, theirs - ours);
}

function reportEnd(
  call: Call<unknown>,
  status: number | null,
  startedAt: number,
  ports: PlatformPorts,
): void {
  const { connectionId } = call.session;
  if (connectionId === undefined) return;
  // A clock that was set back meanwhile must not make an answer come before its question.
  const milliseconds = Math.max(0, Math.round(ports.clock.now().getTime() - startedAt));
  ports.onAnswer?.(connectionId, { status, milliseconds });
}
