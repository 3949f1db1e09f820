// What the faces with a plain JSON interface have in common on the wire.
import type { z } from '@hono/zod-openapi';
import type { Context, MiddlewareHandler } from 'hono';
import { badRequest, tooManyRequests } from './problem.ts';
import type { RateLimit } from './rate-limit.ts';

/** The header alone: these contracts know no credential in a URL. */
export function bearer(c: Context): string | undefined {
  return /^Bearer +(\S+) *$/i.exec(c.req.header('authorization') ?? '')?.[1];
}

/** Callers without a credential share one allowance. */
export function withinRate(limit: RateLimit): MiddlewareHandler {
  return async (c, next) => {
    const turn = limit.take(bearer(c) ?? '');
    if (!turn.allowed) {
      c.header('Retry-After', String(turn.retryAfter));
      throw tooManyRequests();
    }
    await next();
  };
}

/** A JSON answer with `schema`, for a route's `responses`. */
export function answer<S extends z.ZodType>(schema: S, description: string) {
  return { description, content: { 'application/json': { schema } } };
}

/** A JSON request body, which has to be there. */
export function body<S extends z.ZodType>(schema: S) {
  return { required: true, content: { 'application/json': { schema } } };
}

/** Opaque to clients; it stays good when keys before or at position `seq` are deleted. */
export function cursorAfter(seq: number): string {
  return Buffer.from(`after ${seq}`).toString('base64url');
}

/** Where the cursor's page ended, 0 without one; a 400 that names `parameter` for anything we did not hand out. */
export function positionOf(cursor: string | undefined, parameter: string): number {
  if (cursor === undefined) return 0;
  const seq = /^after (\d+)$/.exec(Buffer.from(cursor, 'base64url').toString())?.[1];
  if (seq === undefined) throw badRequest(`${parameter}: not a cursor from an earlier page.`);
  return Number(seq);
}
