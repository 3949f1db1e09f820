/** When a read is tried again, and how long to wait before. */
import pRetry from 'p-retry';
import type { ErrorInfo } from '#shared/domain/errors.ts';
import { PlatformError } from '../platform-error.ts';
import type { PlatformPorts } from '../ports.ts';

const mostRetries = 3;
const firstDelay = 500;
/** A platform that asks for more than this gets no second try now; the error says how long it asked for. */
const longestWait = 20_000;

export type Attempt = {
  status?: number;
  /** The request arrived, or may have: a write that ends like this may have been carried out. */
  reached: boolean;
  /** Present where trying again can help; `after` is what the platform asked for, in milliseconds. */
  repeat?: { after: number | null };
};

class AttemptError extends Error {
  readonly info: ErrorInfo;
  readonly attempt: Attempt;

  constructor(info: ErrorInfo, attempt: Attempt) {
    super(info.message);
    this.info = info;
    this.attempt = attempt;
  }
}

export function failedAttempt(info: ErrorInfo, attempt: Attempt): Error {
  return new AttemptError(info, attempt);
}

/** The platform itself refused the credential; a proxy's 401 says nothing about it. */
export function isUnauthorized(error: unknown): boolean {
  return error instanceof AttemptError && error.info.code === 'unauthorized';
}

/** For writes: once, and the error says whether it may have been carried out all the same. */
export async function reportOutcome<Value>(attempt: () => Promise<Value>): Promise<Value> {
  try {
    return await attempt();
  } catch (error) {
    throw toPlatformError(error, 'write');
  }
}

/** For reads: up to four times in all, waiting with jitter so that many clients do not come back in step. */
export async function withRetries<Value>(
  attempt: () => Promise<Value>,
  ports: Pick<PlatformPorts, 'sleep' | 'random'>,
  signal?: AbortSignal,
): Promise<Value> {
  let count = 0;
  try {
    return await pRetry(attempt, {
      retries: mostRetries,
      // The library's own timer is left at zero, because its clock and chance cannot be replaced.
      minTimeout: 0,
      async shouldRetry({ error }) {
        const delay = delayBefore(error, count++, ports.random());
        if (delay === null) return false;
        await ports.sleep(delay, signal);
        return true;
      },
    });
  } catch (error) {
    if (signal?.aborted) throw new PlatformError({ code: 'cancelled', message: 'Stopped.' });
    throw toPlatformError(error, 'read');
  }
}

/** Milliseconds until the next try, or null where there is none. A wait the platform asks for is never cut short. */
function delayBefore(error: Error, retriesSoFar: number, chance: number): number | null {
  const repeat = error instanceof AttemptError ? error.attempt.repeat : undefined;
  if (!repeat) return null;
  if (repeat.after === null) return firstDelay * 2 ** retriesSoFar * (0.5 + chance / 2);
  return repeat.after > longestWait ? null : repeat.after + chance * firstDelay;
}

/**
 * `Retry-After` in milliseconds: seconds, or a date, which is compared with the answer's own `Date` where it has one, so
 * that a wrong clock here does not matter. Null where it is absent or says nothing.
 */
export function retryAfter(headers: Headers, now: Date): number | null {
  const text = headers.get('retry-after')?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const until = Date.parse(text);
  if (Number.isNaN(until)) return null;
  const theirNow = Date.parse(headers.get('date') ?? '');
  return Math.max(0, until - (Number.isNaN(theirNow) ? now.getTime() : theirNow));
}

/** An error of another kind is a mistake in this program; it gets no detail, since its text may quote a header. */
function toPlatformError(error: unknown, kind: 'read' | 'write'): PlatformError {
  if (error instanceof PlatformError) return error;
  if (!(error instanceof AttemptError)) {
    return new PlatformError(
      { code: 'internal', message: 'Latchkey could not handle the answer of the platform.' },
      { mayHaveHappened: kind === 'write' },
    );
  }
  const { status, reached, repeat } = error.attempt;
  const mayHaveHappened = kind === 'write' && reached;
  return new PlatformError(error.info, { status, mayHaveHappened, retryAfter: repeat?.after });
}
