// A token bucket for each credential: a burst up to the whole allowance, then a steady refill.
import type { Clock } from './clock.ts';
import { hashSecret } from './secrets.ts';

export interface RateLimit {
  /** Takes one request; `retryAfter` is in whole seconds, at least 1. */
  take(credential: string): { allowed: true } | { allowed: false; retryAfter: number };
}

interface Bucket {
  tokens: number;
  /** Milliseconds since the epoch at which `tokens` was true. */
  at: number;
}

// Buckets of callers that went away are swept once this many have gathered.
const SWEEP_ABOVE = 2_000;

/**
 * `perMinute` is both the burst and the refill, so a caller that was quiet for a minute has all of it again.
 * Nothing is written down: a restart forgives.
 */
export function rateLimit(perMinute: number, clock: Clock): RateLimit {
  const buckets = new Map<string, Bucket>();
  const perMillisecond = perMinute / 60_000;

  const level = (bucket: Bucket, now: number) =>
    Math.min(perMinute, bucket.tokens + Math.max(0, now - bucket.at) * perMillisecond);

  function sweep(now: number): void {
    // A full bucket says nothing a missing one does not.
    for (const [caller, bucket] of buckets) {
      if (level(bucket, now) >= perMinute) buckets.delete(caller);
    }
  }

  return {
    take(credential) {
      const caller = hashSecret(credential).toString('base64');
      const now = clock.now().getTime();
      if (buckets.size > SWEEP_ABOVE) sweep(now);
      const bucket = buckets.get(caller);
      const tokens = bucket ? level(bucket, now) : perMinute;
      const allowed = tokens >= 1;
      buckets.set(caller, { tokens: allowed ? tokens - 1 : tokens, at: now });
      if (allowed) return { allowed };
      return { allowed, retryAfter: Math.max(1, Math.ceil((1 - tokens) / perMillisecond / 1_000)) };
    },
  };
}
