// How a call's refusals stand in the OpenAPI document: each status by itself, in the form of its face.
import { z } from '@hono/zod-openapi';

const MEANINGS = {
  400: 'The request is not understood',
  401: 'The credential is missing, unknown or ended',
  403: 'The caller may not do this',
  404: 'Not there, or not for the caller to see',
  409: 'In conflict with what is there',
  412: 'Changed since the caller looked',
  422: 'A value the platform does not know',
  429: 'Too many requests',
} as const;
export type RefusalStatus = keyof typeof MEANINGS;

const RetryAfter = z.object({ 'Retry-After': z.string().openapi({ description: 'Seconds to wait' }) });

/** For a route's `responses`. Every call has 401 and 429 beside its own. */
export function refusals<Content, Status extends RefusalStatus>(
  content: Content,
  own: readonly Status[],
): Record<Status | 401 | 429, { description: string; content: Content; headers?: typeof RetryAfter }> {
  const entries = [401 as const, ...own, 429 as const].map((status) => [
    status,
    { description: MEANINGS[status], content, ...(status === 429 && { headers: RetryAfter }) },
  ]);
  return Object.fromEntries(entries);
}
