// The privilege subset rules as pure functions: nobody can hand out, or cut, more than they hold themselves.

/** What a key may do, and where. */
export interface Reach {
  /** `null` = full access. */
  scopes: readonly string[] | null;
  /** Empty = all folders. */
  folderIds: readonly string[];
}

export function holds(reach: Reach, scope: string): boolean {
  return reach.scopes === null || reach.scopes.includes(scope);
}

/** Full access can be given only by full access; a list only by someone who holds each leaf of it. */
export function coversScopes(caller: Reach, wanted: Reach['scopes']): boolean {
  if (caller.scopes === null) return true;
  return wanted?.every((scope) => holds(caller, scope)) ?? false;
}

/** A workspace-wide key needs a caller who reaches every folder. */
export function coversFolders(caller: Reach, wanted: readonly string[]): boolean {
  if (caller.folderIds.length === 0) return true;
  return wanted.length > 0 && wanted.every((id) => caller.folderIds.includes(id));
}

/** Whether the caller is at least as strong as the target, in abilities and in folders. */
export function covers(caller: Reach, target: Reach): boolean {
  return coversScopes(caller, target.scopes) && coversFolders(caller, target.folderIds);
}
