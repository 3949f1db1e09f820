/**
 * Which actions can do anything to the chosen keys, and why the others cannot. The dry run tells it key by key; here it
 * keeps people from starting what cannot work for any of them.
 */

import { type Capability, platforms } from '#shared/domain/platform.ts';
import { whyNotRole } from '#shared/domain/role.ts';
import type { BulkActionKind } from '#shared/ipc/bulk.ts';
import type { Workspace } from '#shared/ipc/connections.ts';
import type { KeyGroup } from '#shared/ipc/selection.ts';

/** A rotation is no bulk job, and still one of the things that can be done to many keys. */
export type ChosenAction = BulkActionKind | 'rotate';

/** The reason in one sentence, or null where the action can change at least one key. `workspaces`: by id. */
export function whyNotAny(
  action: ChosenAction,
  groups: readonly KeyGroup[],
  workspaces: ReadonlyMap<string, Workspace>,
): string | null {
  const reasons = new Set<string>();
  for (const group of groups) {
    const reason = whyNot(action, group, workspaces.get(group.workspaceId));
    if (reason === null) return null;
    reasons.add(reason);
  }
  const [first, ...others] = reasons;
  if (first === undefined) return null;
  return others.length === 0 ? first : `None of these keys can be ${participles[action]}.`;
}

const participles: Readonly<Record<ChosenAction, string>> = {
  rotate: 'rotated',
  disable: 'disabled',
  enable: 'enabled',
  delete: 'deleted',
  quarantine: 'put into quarantine',
  environment: 'given an environment',
  owner: 'given an owner',
  scope: 'given another scope',
};

function whyNot(action: ChosenAction, key: KeyGroup, workspace: Workspace | undefined): string | null {
  // What is noted about a key stays here, so it needs nobody's leave.
  if (action === 'environment' || action === 'owner') return null;
  return whyNotReached(workspace) ?? whyNotPlatform(action, workspace) ?? whyNotKey(action, key);
}

function whyNotReached(workspace: Workspace | undefined): string | null {
  if (workspace?.state === 'offline') return 'Offline: changes need the platform.';
  if (workspace?.state === 'sign-in')
    return `${workspace.name} needs a new sign-in before anything can be changed.`;
  return workspace ? whyNotRole(workspace) : null;
}

function whyNotPlatform(action: ChosenAction, workspace: Workspace | undefined): string | null {
  if (!workspace || action === 'delete' || action === 'rotate') return null;
  const { capabilities } = platforms[workspace.platform];
  const needed: Capability = action === 'scope' ? capabilities.editGrant : capabilities.disable;
  return needed === true ? null : needed.missing;
}

function whyNotKey(action: ChosenAction, key: KeyGroup): string | null {
  switch (action) {
    case 'enable':
      return key.disabled ? null : 'None of these keys is disabled.';
    case 'rotate':
    case 'disable':
    case 'quarantine':
    case 'delete':
      if (key.thisLogin) return 'Latchkey signs in with these keys.';
      if (key.protected) return 'Protected: only the platform’s dashboard can lift that.';
      if (action === 'rotate' && key.disabled) return 'Disabled: nothing uses these keys.';
      return action === 'disable' && key.disabled ? 'All of these keys are disabled already.' : null;
    default:
      return null;
  }
}
