/**
 * Which actions a key allows right now, and why the others are missing. Main checks all of it again; here it keeps
 * people from trying what cannot work, and tells them why.
 */
import type { KeyDetail } from '#shared/domain/key.ts';
import { type Capability, platforms, whyNotEditGrant } from '#shared/domain/platform.ts';
import { whyNotSwitchByPlan } from '#shared/domain/preflight.ts';
import { whyNotRole } from '#shared/domain/role.ts';
import { whyNotThisLogin as thisLoginReason } from '#shared/domain/this-login.ts';
import type { Workspace } from '#shared/ipc/connections.ts';

export const keyActions = [
  'rotate',
  'edit-scope',
  'rename',
  'disable',
  'enable',
  'protect',
  'roll',
  'compromised',
  'delete',
] as const;
export type KeyAction = (typeof keyActions)[number];

/**
 * The reason an action is not possible in one sentence, or null where it is. What holds for every change comes
 * first, then what the platform cannot do, then what is special about this key.
 */
export function whyNot(action: KeyAction, key: KeyDetail, workspace: Workspace | undefined): string | null {
  // Looking at one that is under way changes nothing.
  if ((action === 'rotate' || action === 'compromised') && key.rotating) return null;
  return (
    whyNoChange(key, workspace) ??
    missing(capabilityOf(action, key)) ??
    (action === 'edit-scope' && workspace ? whyNotEditGrant(workspace) : null) ??
    whyNotThisLogin(action, key) ??
    whyNotProtected(action, key) ??
    whyNotInUse(action, key) ??
    whyNotPlan(action, key)
  );
}

/** Why nothing at all can be changed about this key at the moment; null where changes are possible. */
export function whyNoChange(key: KeyDetail, workspace: Workspace | undefined): string | null {
  const platform = platforms[key.platform].label;
  const next = key.lineage.replacedBy;
  if (key.status === 'vanished' && next) return `Rolled: ${next.name || next.remoteId} took its place.`;
  if (key.status === 'vanished') return `This key is not in ${key.workspaceName}’s list any more.`;
  switch (workspace?.state) {
    case 'offline':
      return `Offline: ${platform} could not be reached, and changes need it.`;
    case 'sign-in':
      return `${key.workspaceName} needs a new sign-in before anything can be changed.`;
    default:
      break;
  }
  return whyNotRole({ name: key.workspaceName, role: key.role });
}

function capabilityOf(action: KeyAction, key: KeyDetail): Capability {
  const { capabilities } = platforms[key.platform];
  switch (action) {
    case 'edit-scope':
      return capabilities.editGrant;
    case 'rename':
      return capabilities.rename;
    case 'disable':
    case 'enable':
      return capabilities.disable;
    case 'protect':
      return capabilities.protect;
    case 'roll':
      return capabilities.roll;
    case 'rotate':
    case 'compromised':
    case 'delete':
      return true;
  }
}

function missing(capability: Capability): string | null {
  return capability === true ? null : capability.missing;
}

function whyNotThisLogin(action: KeyAction, key: KeyDetail): string | null {
  if (!key.thisLogin || !endsKey(action)) return null;
  return thisLoginReason(action, key.workspaceName);
}

/** Roll, protect, rename and delete need no plan; a scope is for the editor, which knows what of it can be had. */
function whyNotPlan(action: KeyAction, key: KeyDetail): string | null {
  const isSwitch = action === 'disable' || action === 'enable';
  return isSwitch && key.planRefusedAt !== undefined ? whyNotSwitchByPlan : null;
}

function whyNotProtected(action: KeyAction, key: KeyDetail): string | null {
  if (!key.protected) return null;
  const dashboard = `${platforms[key.platform].label}’s dashboard`;
  if (action === 'protect') return `Protected already. Only ${dashboard} can lift it.`;
  if (endsKey(action)) {
    return `Protected: only ${dashboard} can lift that, and then it can be disabled, rolled or deleted.`;
  }
  return null;
}

/** What nobody may do to the key of a login, nor to a protected one. A rotation ends with deleting it. */
function endsKey(action: KeyAction): action is 'disable' | 'roll' | 'rotate' | 'compromised' | 'delete' {
  return ['disable', 'roll', 'rotate', 'compromised', 'delete'].includes(action);
}

function whyNotInUse(action: KeyAction, key: KeyDetail): string | null {
  if (action !== 'rotate' || !key.disabled) return null;
  return 'Disabled: nothing uses this key, so there is nothing to rotate. Enable it first, or delete it.';
}
