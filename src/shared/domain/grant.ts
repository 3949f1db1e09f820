/**
 * What a key may do, in its platform's own form.
 *
 * A grant is kept exactly as the platform sent it, unknown scopes and order included, so that opening and saving
 * one without a change can never lose an ability that this version of Latchkey has not heard of.
 */
import { z } from '../zod.ts';

/** `scopes: null` is full access, `[]` no ability at all, else leaf scopes (Roboflow's own meaning). */
export const roboflowGrantSchema = z.strictObject({
  platform: z.literal('roboflow'),
  scopes: z.array(z.string().min(1).max(200)).max(500).nullable(),
});
export type RoboflowGrant = z.infer<typeof roboflowGrantSchema>;

/** `public` keys may be handed to anyone; only a key whose one scope is `inference` can be public. */
export const workspaceKeysGrantSchema = z.strictObject({
  platform: z.literal('workspace-keys'),
  scopes: z.array(z.string().min(1).max(200)).max(50),
  public: z.boolean(),
});
export type WorkspaceKeysGrant = z.infer<typeof workspaceKeysGrantSchema>;

export const grantSchema = z.discriminatedUnion('platform', [roboflowGrantSchema, workspaceKeysGrantSchema]);
export type Grant = z.infer<typeof grantSchema>;

/** Full access is a state of its own: it also covers abilities that the platform adds later. */
export function isFullAccess(grant: Grant): boolean {
  return grant.platform === 'roboflow' && grant.scopes === null;
}

/** The listed scopes, or an empty list for full access. */
export function listedScopes(grant: Grant): readonly string[] {
  return grant.scopes ?? [];
}

/** Same abilities; the order of scopes and repeated ones do not count. */
export function sameGrant(a: Grant, b: Grant): boolean {
  if (a.platform !== b.platform || isFullAccess(a) !== isFullAccess(b)) return false;
  if (a.platform === 'workspace-keys' && b.platform === 'workspace-keys' && a.public !== b.public)
    return false;
  const [left, right] = [new Set(listedScopes(a)), new Set(listedScopes(b))];
  return left.size === right.size && [...left].every((scope) => right.has(scope));
}
