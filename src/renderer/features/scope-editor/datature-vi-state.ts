/** The scope editor's state for Datature Vi: any of the access scopes, all at one permission level. */
import { type AccessScope, accessScopes, permissionLevels } from '#shared/domain/datature-vi-access.ts';
import type { DatatureViGrant } from '#shared/domain/grant.ts';

export type DatatureViState = {
  platform: 'datature-vi';
  /** The known scopes that are ticked. */
  access: readonly AccessScope[];
  permission: string;
  /** The grant the editor was opened on: its unknown scopes survive, and its own choice can be taken back whole. */
  opened: DatatureViGrant;
};

export function openDatatureVi(grant: DatatureViGrant): DatatureViState {
  return { platform: 'datature-vi', access: knownOf(grant), permission: grant.permission, opened: grant };
}

export function datatureViGrantOf({ access, permission, opened }: DatatureViState): DatatureViGrant {
  // The order and the repeats it came with, as long as no scope was ticked or unticked in the end.
  const untouched = knownOf(opened).join() === access.join();
  const scopes = untouched ? opened.access : [...access, ...unknownOf(opened)];
  return { platform: 'datature-vi', access: [...scopes], permission };
}

export function setAccess(state: DatatureViState, scope: AccessScope, on: boolean): DatatureViState {
  const access = accessScopes.filter((each) => (each === scope ? on : state.access.includes(each)));
  return { ...state, access };
}

export function choosePermission(state: DatatureViState, permission: string): DatatureViState {
  return { ...state, permission };
}

/** The levels to choose from: the known ones, and the one the key came with where this version does not know it. */
export function levelsOf({ opened }: DatatureViState): string[] {
  return [...new Set<string>([...permissionLevels, opened.permission])];
}

/** Access scopes this version does not know, each once. */
export function unknownOf({ access }: DatatureViGrant): string[] {
  return [...new Set(access)].filter((each) => !accessScopes.some((scope) => scope === each));
}

function knownOf({ access }: DatatureViGrant): AccessScope[] {
  return accessScopes.filter((scope) => access.includes(scope));
}
