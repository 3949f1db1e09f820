// RFC 9457 problem documents, for the faces that refuse in them: one class, one way onto the wire.
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { type RefusalStatus, refusals } from './refusals.ts';

/** Thrown by middleware and handlers; the face's error handler turns it into the response. */
export class Problem extends Error {
  readonly status: ContentfulStatusCode;
  readonly title: string;

  constructor(status: ContentfulStatusCode, title: string, detail: string) {
    super(detail);
    this.status = status;
    this.title = title;
  }

  /** `about:blank` is RFC 9457's type for a problem that its status and title already name. */
  body(): z.infer<typeof ProblemDocument> {
    return { type: 'about:blank', title: this.title, status: this.status, detail: this.message };
  }
}

export const badRequest = (detail: string) => new Problem(400, 'Bad request', detail);

export const forbidden = (detail: string) => new Problem(403, 'Forbidden', detail);

/** Also for what the caller may not see: whether it exists is none of their business. */
export const notFound = (what: string) => new Problem(404, 'Not found', `There is no such ${what} here.`);

export const conflict = (detail: string) => new Problem(409, 'Conflict', detail);

export const tooManyRequests = () =>
  new Problem(429, 'Too many requests', 'Wait as long as the Retry-After header says, then try again.');

const ProblemDocument = z
  .object({ type: z.string(), title: z.string(), status: z.int(), detail: z.string() })
  .openapi('Problem');

/** For a route's `responses`, beside 401 and 429. */
export const refusedWith = <Status extends RefusalStatus>(...own: Status[]) =>
  refusals({ 'application/problem+json': { schema: ProblemDocument } }, own);

/** A face's error handler. */
export function refuse(cause: Error, c: Context): Response {
  const problem = toProblem(cause);
  if (problem.status === 401) c.header('WWW-Authenticate', 'Bearer');
  return c.body(JSON.stringify(problem.body()), problem.status, {
    'Content-Type': 'application/problem+json',
  });
}

/** Throws on what is none of the caller's doing: that becomes a 500, and its stack goes to standard error. */
function toProblem(cause: Error): Problem {
  if (cause instanceof Problem) return cause;
  // The framework's own complaints: a body that is not JSON, or not sent as JSON.
  if (cause instanceof HTTPException) return badRequest(`body: ${cause.message}.`);
  throw cause;
}
