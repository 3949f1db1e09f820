/** What `can:` asks for: a verb such as `delete`, or one thing it is done to, such as `folder:delete`. */
import { type Grant, isFullAccess, listedScopes } from '../grant.ts';
import { roboflowLeaf, roboflowSections } from '../roboflow-scopes.ts';

/** Workspace-keys scopes as abilities, by the contract's own words for what each of them allows. */
const workspaceKeysAbilities: Readonly<Record<string, readonly string[]>> = {
  project: ['project:manage', 'dataset:upload', 'model:train', 'model:infer', 'model:run'],
  inference: ['model:infer', 'model:run'],
};

const catalogue = [
  ...roboflowSections.flatMap((section) => section.leaves.map(({ scope }) => scope)),
  ...Object.values(workspaceKeysAbilities).flat(),
];

/** Everything that `can:` understands, verbs first. */
export const abilityNames: readonly string[] = (() => {
  const names = [...new Set(catalogue.flatMap(namesOf))];
  return [
    ...names.filter((name) => !name.includes(':')).sort(),
    ...names.filter((name) => name.includes(':')).sort(),
  ];
})();

/** Whether the grant allows the ability. Full access allows everything, also what is added later. */
export function can(grant: Grant, ability: string): boolean {
  if (isFullAccess(grant)) return true;
  return listedScopes(grant).some((scope) => {
    const known =
      grant.platform === 'workspace-keys' && Object.hasOwn(workspaceKeysAbilities, scope)
        ? (workspaceKeysAbilities[scope] ?? [])
        : [scope];
    return known.some((each) => namesOf(each).includes(ability));
  });
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
