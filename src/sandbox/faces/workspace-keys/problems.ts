// RFC 9457 problem documents: every refusal of this face is made here and rendered in one shape.
import type { ContentfulStatusCode } from 'hono/utils/http-status';

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
  body(): { type: string; title: string; status: number; detail: string } {
    return { type: 'about:blank', title: this.title, status: this.status, detail: this.message };
  }
}

export const badRequest = (detail: string) => new Problem(400, 'Bad request', detail);

/** Does not say which of the three it was: that would help only someone who guesses. */
export const notSignedIn = () =>
  new Problem(401, 'Not signed in', 'The request carries no token, or one that is unknown or deleted.');

export const forbidden = (detail: string) => new Problem(403, 'Forbidden', detail);

/** Also for workspaces the token does not open: whether they exist is none of the caller's business. */
export const notFound = (what: string) => new Problem(404, 'Not found', `There is no such ${what} here.`);

export const conflict = (detail: string) => new Problem(409, 'Conflict', detail);

export const unknownScope = () =>
  new Problem(422, 'Unknown scope', 'Scopes are "project" and "inference"; nothing else is known.');

export const tooManyRequests = () =>
  new Problem(429, 'Too many requests', 'Wait as long as the Retry-After header says, then try again.');
