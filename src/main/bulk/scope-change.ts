/** A change of scope for keys that all have another one: what it makes of each, or why it does not fit. Pure. */
import { whyUnfit } from '#shared/domain/fit-grant.ts';
import type { DatatureViGrant, Grant, RoboflowGrant } from '#shared/domain/grant.ts';
import { type PlatformId, platforms } from '#shared/domain/platform.ts';
import type { ScopeChange } from '#shared/ipc/bulk.ts';

export type ScopeOutcome = { grant: Grant } | { refused: string };

/** Scopes keep their order, unknown ones included; added ones go to the end. */
export function applyScopeChange(grant: Grant, change: ScopeChange): ScopeOutcome {
  switch (change.mode) {
    case 'replace':
      return change.grant.platform === grant.platform
        ? { grant: change.grant }
        : otherPlatform('The new scope is one', change.grant.platform, grant);
    case 'add':
    case 'remove':
      return grant.platform === 'roboflow'
        ? changedLeaves(grant, change)
        : otherPlatform('These scopes are ones', 'roboflow', grant);
    case 'add-access':
    case 'remove-access':
      return grant.platform === 'datature-vi'
        ? changedAccess(grant, change)
        : otherPlatform('This access is one', 'datature-vi', grant);
  }
}

function changedLeaves(
  grant: RoboflowGrant,
  change: Extract<ScopeChange, { mode: 'add' | 'remove' }>,
): ScopeOutcome {
  if (change.mode === 'add') {
    // Full access holds every scope already, and listing one would take the others away.
    if (grant.scopes === null) return { grant };
    return { grant: { ...grant, scopes: [...new Set([...grant.scopes, ...change.scopes])] } };
  }
  if (grant.scopes === null) {
    return {
      refused: 'It has full access, which is no list to take scopes from. Replace its scope instead.',
    };
  }
  const taken = new Set(change.scopes);
  return { grant: { ...grant, scopes: grant.scopes.filter((scope) => !taken.has(scope)) } };
}

/** All access scopes of a key are at one level, so a level that is chosen holds for those it had as well. */
function changedAccess(
  grant: DatatureViGrant,
  change: Extract<ScopeChange, { mode: 'add-access' | 'remove-access' }>,
): ScopeOutcome {
  if (change.mode === 'add-access') {
    const access = [...new Set([...grant.access, ...change.access])];
    return { grant: { ...grant, access, permission: change.permission ?? grant.permission } };
  }
  const left = { ...grant, access: grant.access.filter((scope) => !change.access.includes(scope)) };
  if (whyUnfit(left) === null) return { grant: left };
  return {
    refused: `No access would be left, and ${platforms['datature-vi'].label} keeps no key without any. Delete it instead.`,
  };
}

function otherPlatform(opening: string, platform: PlatformId, grant: Grant): ScopeOutcome {
  return {
    refused: `${opening} of ${platforms[platform].label}, and this is a key of ${platforms[grant.platform].label}.`,
  };
}
