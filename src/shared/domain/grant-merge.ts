/**
 * Three versions of one grant: what it was when somebody began to edit it, what others made of it meanwhile (*theirs*), and
 * what the editor wants (*yours*). Pure; text is made in the window.
 */
import { cellOf, coversCell } from './datature-vi-access.ts';
import {
  type DatatureViGrant,
  type Grant,
  isFullAccess,
  listedScopes,
  type RoboflowGrant,
  sameGrant,
  type WorkspaceKeysGrant,
} from './grant.ts';
import { coversScope, diffGrants } from './grant-diff.ts';

/** What of somebody's change would not be there any more. */
export type Undone = {
  /** Scopes they had added, and the key would not have. */
  taken: string[];
  /** Scopes they had removed, and the key would have again. */
  given: string[];
  /** Full access that they gave and that would end, or that they ended and that would come back. */
  fullAccess: 'gained' | 'lost' | null;
  publicity: 'gained' | 'lost' | null;
  /** Datature Vi: the permission level they chose, and the one in its place. */
  level: { theirs: string; instead: string } | null;
};

export type GrantMerge = {
  /** Their grant with your additions and removals. Where both cannot be, yours. */
  grant: Grant;
  /** What it still costs; all of it empty where the two changes do not touch each other. */
  theirsLost: Undone;
  yoursLost: Undone;
  /** Scopes that neither of the two would have: an access scope that one added, at the level that the other chose. */
  further: string[];
};

type Versions<Each extends Grant = Grant> = { opened: Each; theirs: Each; yours: Each };

/** All three of one platform. Order is that of theirs; what you added comes at the end, unknown scopes included. */
export function mergeGrants({ opened, theirs, yours }: Versions): GrantMerge {
  const grant = merged({ opened, theirs, yours });
  return {
    grant,
    theirsLost: undoneBy(grant, { opened, changed: theirs }),
    yoursLost: undoneBy(grant, { opened, changed: yours }),
    further: listedScopes(grant).filter(
      (scope) => !allows(theirs, scope) && !allows(yours, scope) && !isNothing(scope),
    ),
  };
}

/** What saving `saved` takes back of the change from `opened` to `changed`. */
export function undoneBy(saved: Grant, { opened, changed }: { opened: Grant; changed: Grant }): Undone {
  const change = diffGrants(opened, changed);
  const effect = diffGrants(changed, saved);
  // Whoever ended full access chose all that was to be left of it, and nothing else.
  const choseAll = change.fullAccess === 'lost' && effect.fullAccess === null;
  return {
    taken: choseAll ? effect.lost : change.gained.filter((scope) => !allows(saved, scope)),
    given: choseAll ? effect.gained : change.lost.filter((scope) => allows(saved, scope)),
    fullAccess: reversed(change.fullAccess, effect.fullAccess),
    publicity: reversed(change.publicity, effect.publicity),
    level: otherLevel(opened, changed, saved),
  };
}

export function isUndone({ taken, given, fullAccess, publicity, level }: Undone): boolean {
  return taken.length + given.length > 0 || fullAccess !== null || publicity !== null || level !== null;
}

/** Neither side loses anything, and nothing comes of it that nobody chose. */
export function isClean({ theirsLost, yoursLost, further }: GrantMerge): boolean {
  return !isUndone(theirsLost) && !isUndone(yoursLost) && further.length === 0;
}

function merged({ opened, theirs, yours }: Versions): Grant {
  if (sameGrant(opened, yours)) return theirs;
  if (sameGrant(opened, theirs)) return yours;
  if (sameGrant(theirs, yours)) return theirs;
  if (opened.platform === 'roboflow' && theirs.platform === 'roboflow' && yours.platform === 'roboflow')
    return mergedRoboflow({ opened, theirs, yours });
  if (
    opened.platform === 'datature-vi' &&
    theirs.platform === 'datature-vi' &&
    yours.platform === 'datature-vi'
  )
    return mergedDatatureVi({ opened, theirs, yours });
  if (
    opened.platform === 'workspace-keys' &&
    theirs.platform === 'workspace-keys' &&
    yours.platform === 'workspace-keys'
  )
    return mergedWorkspaceKeys({ opened, theirs, yours });
  return yours;
}

/** Full access is no list: scopes can be neither added to it nor taken from it. */
function mergedRoboflow({ opened, theirs, yours }: Versions<RoboflowGrant>): RoboflowGrant {
  if (opened.scopes === null || yours.scopes === null) return yours;
  if (theirs.scopes === null) {
    const kept = new Set(yours.scopes);
    return opened.scopes.every((scope) => kept.has(scope)) ? theirs : yours;
  }
  return { ...theirs, scopes: mergedList(opened.scopes, theirs.scopes, yours.scopes) };
}

function mergedDatatureVi({ opened, theirs, yours }: Versions<DatatureViGrant>): DatatureViGrant {
  return {
    ...theirs,
    access: mergedList(opened.access, theirs.access, yours.access),
    permission: yours.permission === opened.permission ? theirs.permission : yours.permission,
  };
}

function mergedWorkspaceKeys({ opened, theirs, yours }: Versions<WorkspaceKeysGrant>): WorkspaceKeysGrant {
  return {
    ...theirs,
    scopes: mergedList(opened.scopes, theirs.scopes, yours.scopes),
    public: yours.public === opened.public ? theirs.public : yours.public,
  };
}

/** Sets do not clash: what one side added the other cannot have removed. */
function mergedList(
  opened: readonly string[],
  theirs: readonly string[],
  yours: readonly string[],
): string[] {
  const [before, wanted] = [new Set(opened), new Set(yours)];
  const kept = theirs.filter((scope) => wanted.has(scope) || !before.has(scope));
  return [...new Set([...kept, ...yours.filter((scope) => !before.has(scope))])];
}

function otherLevel(opened: Grant, changed: Grant, saved: Grant): Undone['level'] {
  if (opened.platform !== 'datature-vi' || changed.platform !== 'datature-vi') return null;
  if (saved.platform !== 'datature-vi') return null;
  if (changed.permission === opened.permission || changed.permission === saved.permission) return null;
  return { theirs: changed.permission, instead: saved.permission };
}

function reversed(
  change: 'gained' | 'lost' | null,
  effect: 'gained' | 'lost' | null,
): 'gained' | 'lost' | null {
  return change !== null && effect !== null && change !== effect ? effect : null;
}

function allows(grant: Grant, scope: string): boolean {
  if (grant.platform === 'datature-vi') return coversCell(grant, scope);
  return isFullAccess(grant) || listedScopes(grant).includes(scope) || coversScope(grant, scope);
}

function isNothing(scope: string): boolean {
  return cellOf(scope)?.phrases.length === 0;
}
