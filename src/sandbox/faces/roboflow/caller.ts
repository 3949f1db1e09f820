// Finds out who is calling, and whether the key's scopes and folders allow the call.
import type { Context, MiddlewareHandler } from 'hono';
import { hashSecret } from '../../core/secrets.ts';
import type { FaceServices } from '../face.ts';
import { keyBySecret, type StoredKey } from './key-store.ts';
import { holds } from './reach.ts';
import { absent, notAuthenticated } from './refusals.ts';
import {
  folderOfProject,
  type StoredWorkspace,
  workspaceByPublishableKey,
  workspaceBySlug,
} from './workspace-store.ts';

/** The acting key and the workspace it belongs to: a Roboflow key never acts in another. */
export interface Caller {
  key: StoredKey;
  workspace: StoredWorkspace;
}

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
  const key = submitted === undefined ? undefined : keyBySecret(db, hashSecret(submitted));
  const workspace = key && workspaceBySlug(db, key.workspace);
  if (!key || !workspace || key.disabled) throw notAuthenticated(submitted);
  return { key, workspace };
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
    if (elsewhere || !scopes.every((scope) => holds(caller.key, scope))) throw absent(c);
    c.set('caller', caller);
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
