/**
 * What `can:` asks for: an ability of the capability lens such as `write-data`, a verb such as `delete`, or one thing it is
 * done to, such as `folder:delete`.
 */
import {
  abilityBit,
  abilityIds,
  abilityMask,
  finerAbilities,
  isAbilityId,
  workspaceKeysAbilities,
} from '../abilities.ts';
import { accessScopes, cellName, cellOf, permissionLevels } from '../datature-vi-access.ts';
import { type Grant, isFullAccess, listedScopes } from '../grant.ts';
import { roboflowLeaf, roboflowSections } from '../roboflow-scopes.ts';

const catalogue = [
  ...roboflowSections.flatMap((section) => section.leaves.map(({ scope }) => scope)),
  ...workspaceKeysAbilities,
  ...accessScopes.flatMap((access) =>
    permissionLevels.flatMap((level) => cellOf(cellName(access, level))?.abilities ?? []),
  ),
];

/** Everything that `can:` understands: the lens's abilities, then verbs, then verbs with their object. */
export const abilityNames: readonly string[] = (() => {
  const lens: readonly string[] = abilityIds;
  const names = [...new Set(catalogue.flatMap(namesOf))].filter((name) => !lens.includes(name));
  return [
    ...lens,
    ...names.filter((name) => !name.includes(':')).sort(),
    ...names.filter((name) => name.includes(':')).sort(),
  ];
})();

/** Whether the grant allows the ability. Full access allows everything, also what is added later. */
export function can(grant: Grant, ability: string): boolean {
  if (isAbilityId(ability)) return (abilityMask(grant) & abilityBit(ability)) !== 0;
  if (isFullAccess(grant)) return true;
  // A scope that this version does not know goes by its own name.
  return listedScopes(grant).some((scope) =>
    (finerAbilities(grant.platform, scope) ?? [scope]).some((each) => namesOf(each).includes(ability)),
  );
}

/**
 * The names of one scope: itself and its last part, and the same with the catalogue's verb, since `api-key:revoke` and
 * `annotation-job:delete-annotations` delete too. A scope that the catalogue lacks goes by its own name.
 */
function namesOf(scope: string): string[] {
  const name = scope.toLowerCase();
  const resource = name.split(':')[0] ?? '';
  const names = [name, name.slice(name.lastIndexOf(':') + 1)];
  const verb = roboflowLeaf(scope)?.verb;
  return verb === undefined ? names : [...names, verb, `${resource}:${verb}`];
}
