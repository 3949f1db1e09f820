// Finds out who is calling, and whether the key's scopes and folders, or the person's role, allow the call.
import type { Context, MiddlewareHandler } from 'hono';
import { bearer } from '../../core/http.ts';
import { hashSecret } from '../../core/secrets.ts';
import type { FaceServices } from '../face.ts';
import { keyBySecret, type StoredKey } from './key-store.ts';
import { consentOf } from './oauth/grants.ts';
import { type Action, may, type Person, personIn } from './oauth/people.ts';
import { abilitiesOf } from './oauth/scopes.ts';
import { holds } from './reach.ts';
import { absent, notAuthenticated, notYourRole } from './refusals.ts';
import {
  folderOfProject,
  type StoredWorkspace,
  workspaceByPublishableKey,
  workspaceBySlug,
} from './workspace-store.ts';

/** Who acts, and in which workspace: neither a key nor a person's token ever acts in another. */
export interface Caller {
  key: Acting;
  workspace: StoredWorkspace;
  /** Where a person acts and not a key. */
  person: Person | null;
}

/** What of a key matters while it acts; a person's token has the same. */
type Acting = Pick<StoredKey, 'scopes' | 'folderIds' | 'workspace' | 'createdBy'>;

export interface RoboflowEnv {
  Variables: { services: FaceServices; caller: Caller };
}

/** The submitted key: the Bearer header first, else the `api_key` query parameter. */
export function submittedKey(c: Context): string | undefined {
  const bearer = /^Bearer +(\S+) *$/i.exec(c.req.header('authorization') ?? '')?.[1];
  return bearer ?? (c.req.query('api_key') || undefined);
}

/** The publishable key, a disabled key and a revoked key are all refused alike, with 401. */
function authenticate(c: Context<RoboflowEnv>): Caller {
  const { db } = c.var.services;
  const submitted = submittedKey(c);
  const asPerson = personBehind(c);
  if (asPerson) return asPerson;
  const key = submitted === undefined ? undefined : keyBySecret(db, hashSecret(submitted));
  const workspace = key && workspaceBySlug(db, key.workspace);
  if (!key || !workspace || key.disabled) throw notAuthenticated(submitted);
  return { key, workspace, person: null };
}

/** Access tokens come in the header alone. What a person makes carries their name. */
function personBehind(c: Context<RoboflowEnv>): Caller | undefined {
  const { db, clock } = c.var.services;
  const consent = consentOf(db, 'access', bearer(c) ?? '', clock.now());
  const person = consent && personIn(db, consent.workspace, consent.email);
  const workspace = person && workspaceBySlug(db, person.workspace);
  if (!consent || !workspace) return undefined;
  const { email: createdBy } = person;
  const key = { scopes: abilitiesOf(consent.scopes), folderIds: [], workspace: workspace.slug, createdBy };
  return { key, workspace, person };
}

/**
 * Lets the request pass for a live private key of the workspace in the path (where there is one) that holds all of
 * `scopes`; with none it only asks for a live key. Anything else than a dead key answers 404, as Roboflow does.
 */
export function requires(...scopes: string[]): MiddlewareHandler<RoboflowEnv> {
  return async (c, next) => {
    const caller = authenticate(c);
    const slug = c.req.param('workspace');
    const elsewhere = slug !== undefined && slug !== caller.workspace.slug;
    const lacking = scopes.some((scope) => !holds(caller.key, scope));
    if (elsewhere || (lacking && !caller.person)) throw absent(c);
    if (lacking) throw notYourRole('This sign-in was not given the scopes that this needs.');
    c.set('caller', caller);
    await next();
  };
}

/**
 * Of a person, whether their role allows all of `actions`, which a key has no need of. 403 is stated for this, unlike for a
 * key's scopes.
 */
export function personMay(...actions: Action[]): MiddlewareHandler<RoboflowEnv> {
  return async (c, next) => {
    const { person } = c.var.caller;
    const missing = person && actions.find((action) => !may(person.role, action));
    if (missing) throw notYourRole(`Your role in this workspace does not include ${missing}.`);
    await next();
  };
}

/**
 * A folder-restricted key reaches only projects known to lie in its folders. Other keys reach any name, because the
 * trial endpoints keep nothing and so cannot tell a new project from a missing one.
 */
export const reachesProject: MiddlewareHandler<RoboflowEnv> = async (c, next) => {
  const { key } = c.var.caller;
  if (key.folderIds.length > 0) {
    const folder = folderOfProject(c.var.services.db, key.workspace, c.req.param('project') ?? '');
    if (folder === undefined || !key.folderIds.includes(folder)) throw absent(c);
  }
  await next();
};

/** For inference alone, the workspace's publishable key will do: it is public by design. */
export const requiresInference: MiddlewareHandler<RoboflowEnv> = async (c, next) => {
  const submitted = submittedKey(c);
  if (submitted !== undefined && workspaceByPublishableKey(c.var.services.db, submitted)) return next();
  return requires('model:infer')(c, () => reachesProject(c, next) as Promise<void>);
};
