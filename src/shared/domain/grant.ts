/**
 * What a key may do, in its platform's own form.
 *
 * A grant is kept exactly as the platform sent it, unknown scopes and order included, so that opening and saving
 * one without a change can never lose an ability that this version of Latchkey has not heard of.
 */
import { z } from '../zod.ts';
import { accessScopes, cellsOf } from './datature-vi-access.ts';

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

/** Access scopes, all at one permission level. Values this version does not know are kept as they came. */
export const datatureViGrantSchema = z.strictObject({
  platform: z.literal('datature-vi'),
  access: z.array(z.string().min(1).max(200)).max(50),
  permission: z.string().min(1).max(200),
});
export type DatatureViGrant = z.infer<typeof datatureViGrantSchema>;

export const grantSchema = z.discriminatedUnion('platform', [
  roboflowGrantSchema,
  datatureViGrantSchema,
  workspaceKeysGrantSchema,
]);
export type Grant = z.infer<typeof grantSchema>;

/**
 * On Roboflow full access is a state of its own, which also covers abilities that the platform adds later. On Datature Vi it
 * is all access scopes at the level Full, which is what every key of an organization without pickers has.
 */
export function isFullAccess(grant: Grant): boolean {
  switch (grant.platform) {
    case 'roboflow':
      return grant.scopes === null;
    case 'datature-vi':
      return grant.permission === 'full' && accessScopes.every((scope) => grant.access.includes(scope));
    case 'workspace-keys':
      return false;
  }
}

/** The listed scopes; none for Roboflow's full access. Those of Datature Vi are cells such as `dataset:read-only`. */
export function listedScopes(grant: Grant): readonly string[] {
  return grant.platform === 'datature-vi' ? cellsOf(grant) : (grant.scopes ?? []);
}

/** Same abilities; the order of scopes and repeated ones do not count. */
export function sameGrant(a: Grant, b: Grant): boolean {
  if (a.platform !== b.platform || isFullAccess(a) !== isFullAccess(b)) return false;
  if (a.platform === 'workspace-keys' && b.platform === 'workspace-keys' && a.public !== b.public)
    return false;
  // Without any access no cell carries the level.
  if (a.platform === 'datature-vi' && b.platform === 'datature-vi' && a.permission !== b.permission)
    return false;
  const [left, right] = [new Set(listedScopes(a)), new Set(listedScopes(b))];
  return left.size === right.size && [...left].every((scope) => right.has(scope));
}
