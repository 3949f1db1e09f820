// Finds out which secret key is calling, in which organization, and what the person behind it is there.
import type { MiddlewareHandler } from 'hono';
import { timestamp } from '../../core/clock.ts';
import { bearer } from '../../core/http.ts';
import { forbidden, notFound, Problem } from '../../core/problem.ts';
import { hashSecret } from '../../core/secrets.ts';
import type { FaceServices } from '../face.ts';
import { keyBySecret, markUsed, type StoredKey } from './key-store.ts';
import { organizationById, roleOf, type StoredOrganization } from './organization-store.ts';
import type { Access, Permission, Role } from './world.ts';

export interface DatatureViEnv {
  Variables: {
    services: FaceServices;
    caller: { key: StoredKey; organization: StoredOrganization; role: Role };
  };
}

/** Does not say which of the three it was: that would help only someone who guesses. */
const notSignedIn = () =>
  new Problem(401, 'Not signed in', 'The request carries no secret key, or one that is unknown or removed.');

/** Passes for a live key of the organization in the path. Its last use moves with every request it authenticates. */
export const signedIn: MiddlewareHandler<DatatureViEnv> = async (c, next) => {
  const { db, clock } = c.var.services;
  const secret = bearer(c);
  const found = secret === undefined ? undefined : keyBySecret(db, hashSecret(secret));
  if (!found) throw notSignedIn();
  markUsed(db, found.key.id, timestamp(clock.now()));
  const organization = organizationById(db, found.organization);
  if (!organization || organization.id !== c.req.param('organizationId')) throw notFound('organization');
  // A key is as good as who made it: a role taken away takes the management of keys away too.
  const role = roleOf(db, organization.id, found.key.createdBy);
  c.set('caller', { key: found.key, organization, role });
  await next();
};

/** Members may look; only owners and admins change keys. Comes after `signedIn`. */
export const mayManage: MiddlewareHandler<DatatureViEnv> = async (c, next) => {
  if (c.var.caller.role === 'member') {
    throw forbidden(
      'Your role in this organization is member. Only owners and admins can manage secret keys.',
    );
  }
  await next();
};

/** Passes for a key with `access` and one of `permissions`. Comes after `signedIn`. */
export function keyMay(
  access: Access,
  ...permissions: readonly Permission[]
): MiddlewareHandler<DatatureViEnv> {
  return async (c, next) => {
    const { key } = c.var.caller;
    if (!key.access.includes(access)) throw forbidden(`This needs a key with ${access} access.`);
    if (!permissions.includes(key.permission)) {
      throw forbidden(`This needs a key with the permission ${permissions.join(' or ')}.`);
    }
    await next();
  };
}
