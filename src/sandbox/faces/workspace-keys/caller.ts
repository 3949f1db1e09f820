// Finds out who is calling: a person with a token manages keys, a key's secret opens the trial endpoints.
import type { MiddlewareHandler } from 'hono';
import { bearer } from '../../core/http.ts';
import { forbidden, notFound } from '../../core/problem.ts';
import { hashSecret } from '../../core/secrets.ts';
import type { FaceServices } from '../face.ts';
import { keyBySecret } from './key-store.ts';
import { emailOfToken, type Membership, membershipsOf } from './member-store.ts';
import { notSignedIn } from './problems.ts';
import type { Scope } from './world.ts';

export interface WorkspaceKeysEnv {
  Variables: {
    services: FaceServices;
    caller: { email: string; memberships: Membership[] };
    /** What the caller is in the workspace of the path. */
    membership: Membership;
  };
}

/** Passes for a known token. A key's own secret is no token and gets 401. */
export const signedIn: MiddlewareHandler<WorkspaceKeysEnv> = async (c, next) => {
  const { db } = c.var.services;
  const token = bearer(c);
  const email = token === undefined ? undefined : emailOfToken(db, hashSecret(token));
  if (email === undefined) throw notSignedIn();
  c.set('caller', { email, memberships: membershipsOf(db, email) });
  await next();
};

/** Passes where the workspace of the path is one of the caller's; comes after `signedIn`. */
export const inWorkspace: MiddlewareHandler<WorkspaceKeysEnv> = async (c, next) => {
  const membership = c.var.caller.memberships.find(({ slug }) => slug === c.req.param('slug'));
  if (!membership) throw notFound('workspace');
  c.set('membership', membership);
  await next();
};

/** Members may look; only owners and admins change keys. Comes after `inWorkspace`. */
export const mayManage: MiddlewareHandler<WorkspaceKeysEnv> = async (c, next) => {
  if (c.var.membership.role === 'member') {
    throw forbidden('Your role in this workspace is member. Only owners and admins can change keys.');
  }
  await next();
};

/** Passes for the secret of a live key of the workspace in the path that has one of `scopes`. */
export function keyWith(...scopes: Scope[]): MiddlewareHandler<WorkspaceKeysEnv> {
  return async (c, next) => {
    const secret = bearer(c);
    const found = secret === undefined ? undefined : keyBySecret(c.var.services.db, hashSecret(secret));
    if (!found) throw notSignedIn();
    if (found.workspace !== c.req.param('slug')) throw notFound('workspace');
    if (!scopes.some((scope) => found.key.scopes.includes(scope))) {
      throw forbidden(`This needs a key with the scope ${scopes.join(' or ')}.`);
    }
    await next();
  };
}
