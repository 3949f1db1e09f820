/** What a save would change, for the eye and for the request. */
import { coversCell } from './datature-vi-access.ts';
import { type Grant, isFullAccess, listedScopes, sameGrant } from './grant.ts';

export type GrantDiff = {
  changed: boolean;
  /** All four lists stay empty where full access begins or ends: single scopes would understate what that means. */
  added: string[];
  removed: string[];
  /** Of those, what really makes a difference: a scope that another one covers gives and takes nothing. */
  gained: string[];
  lost: string[];
  fullAccess: 'gained' | 'lost' | null;
  /** Set where a workspace-keys key becomes public or stops being so. */
  publicity: 'gained' | 'lost' | null;
  /** The key can do, or be held by, more than before: what a careful reader wants to be told first. */
  widens: boolean;
  /** It can do, or be held by, less. Both are true where abilities were exchanged. */
  narrows: boolean;
};

/** Compares two grants of the same platform. Scopes keep the order in which their grant lists them. */
export function diffGrants(before: Grant, after: Grant): GrantDiff {
  const fullAccess = turn(isFullAccess(before), isFullAccess(after));
  const publicity = turn(isPublic(before), isPublic(after));
  const had = new Set(listedScopes(before));
  const has = new Set(listedScopes(after));
  const added = fullAccess ? [] : [...has].filter((scope) => !had.has(scope));
  const removed = fullAccess ? [] : [...had].filter((scope) => !has.has(scope));
  const gained = added.filter((scope) => !coversScope(before, scope));
  const lost = removed.filter((scope) => !coversScope(after, scope));
  return {
    changed: !sameGrant(before, after),
    added,
    removed,
    gained,
    lost,
    fullAccess,
    publicity,
    widens: gained.length > 0 || fullAccess === 'gained' || publicity === 'gained',
    narrows: lost.length > 0 || fullAccess === 'lost' || publicity === 'lost',
  };
}

/**
 * Whether a grant that may not list the scope allows it by another one. On workspace keys, Project makes predictions too: it
 * holds all that Inference allows. On Datature Vi, Full holds what every other level allows.
 */
export function coversScope(grant: Grant, scope: string): boolean {
  if (grant.platform === 'datature-vi') return coversCell(grant, scope);
  return grant.platform === 'workspace-keys' && scope === 'inference' && grant.scopes.includes('project');
}

function isPublic(grant: Grant): boolean {
  return grant.platform === 'workspace-keys' && grant.public;
}

function turn(before: boolean, after: boolean): 'gained' | 'lost' | null {
  if (before === after) return null;
  return after ? 'gained' : 'lost';
}
