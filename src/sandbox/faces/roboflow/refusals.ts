// Roboflow's rich error bodies: every refusal of this face is made here and rendered in one shape.
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** The rich shape ("A"); the flat one is for a profile that mixes both. */
export interface RefusalBody {
  error: { message: string; type: string; status: number; hint?: string; key?: string };
}

/** Thrown by middleware and handlers; the router's error handler turns it into the response. */
export class Refusal extends Error {
  readonly status: ContentfulStatusCode;
  readonly type: string;
  readonly hint: string | undefined;
  /** The submitted credential. Roboflow repeats it in 401 bodies, so clients must prove they redact it. */
  readonly key: string | undefined;

  constructor(
    status: ContentfulStatusCode,
    type: string,
    message: string,
    more: { hint?: string; key?: string } = {},
  ) {
    super(message);
    this.status = status;
    this.type = type;
    this.hint = more.hint;
    this.key = more.key;
  }

  body(): RefusalBody {
    const { message, type, status, hint, key } = this;
    return { error: { message, type, status, ...(hint && { hint }), ...(key && { key }) } };
  }
}

/** 401 for a missing, unknown, revoked or disabled key: the body does not tell these apart. */
export function notAuthenticated(key: string | undefined): Refusal {
  if (key === undefined) {
    return new Refusal(401, 'OAuthException', 'This request carries no API key.', {
      hint: 'Send the key as a Bearer token in the Authorization header, or as the api_key query parameter.',
    });
  }
  return new Refusal(401, 'OAuthException', 'This API key does not exist (or has been revoked).', {
    hint: 'You can find the API keys of your workspace in its settings.',
    key,
  });
}

/**
 * 404 for what is not there and for what the key may not see: with a missing scope Roboflow treats the route as
 * absent. The message names the path only, because the query may hold a key.
 */
export function absent(c: Context): Refusal {
  const method = c.req.method.toLowerCase();
  const message = `Unsupported ${method} request. "${c.req.path}" does not exist or cannot be loaded due to missing permissions.`;
  return new Refusal(404, 'GraphMethodException', message);
}

/** 400; the type is ours, Roboflow publishes none for it. */
export function invalid(message: string): Refusal {
  return new Refusal(400, 'InvalidRequest', message);
}

/** 403 for a field that belongs to the plan feature *Advanced API Keys*. */
export function planLacksFeature(field: string): Refusal {
  return new Refusal(403, 'AccessException', `"${field}" needs the plan feature Advanced API Keys.`, {
    hint: 'Without it, only full-access keys can be made. Ask for an upgrade, or leave the field out.',
  });
}

/** 403 for a grant, or a key, that is stronger than the key that asks; the type is ours. */
export function beyondCaller(message: string): Refusal {
  return new Refusal(403, 'PermissionException', message, {
    hint: 'Use an API key that has at least these abilities and folders.',
  });
}

/** 403 for a person: what their role, or what they gave the client, does not reach. The type is ours. */
export function notYourRole(message: string): Refusal {
  return new Refusal(403, 'PermissionException', message, {
    hint: 'Ask an owner or admin of the workspace.',
  });
}

/** 409 for protected keys and dedicated deployments; the type is ours. */
export function conflict(message: string, hint: string): Refusal {
  return new Refusal(409, 'ConflictException', message, { hint });
}

/** 429; Roboflow states neither limits nor type. The Retry-After header is set beside it. */
export function tooManyRequests(): Refusal {
  return new Refusal(429, 'RateLimitException', 'Too many requests with this API key.', {
    hint: 'Wait as long as the Retry-After header says, then try again.',
  });
}
