/** A change of scope for keys that all have another one: what it makes of each, or why it does not fit. Pure. */
import { type Grant, isFullAccess } from '#shared/domain/grant.ts';
import { platforms } from '#shared/domain/platform.ts';
import type { ScopeChange } from '#shared/ipc/bulk.ts';

export type ScopeOutcome = { grant: Grant } | { refused: string };

/** Scopes keep their order, unknown ones included; added ones go to the end. */
export function applyScopeChange(grant: Grant, change: ScopeChange): ScopeOutcome {
  if (change.mode === 'replace') {
    if (change.grant.platform === grant.platform) return { grant: change.grant };
    return {
      refused: `The new scope is one of ${label(change.grant)}, and this is a key of ${label(grant)}.`,
    };
  }
  if (grant.platform !== 'roboflow') {
    return { refused: `Single scopes exist at Roboflow only. The scope of this key can be replaced.` };
  }
  if (change.mode === 'add') {
    // Full access holds every scope already, and listing one would take the others away.
    if (grant.scopes === null) return { grant };
    return { grant: { ...grant, scopes: [...new Set([...grant.scopes, ...change.scopes])] } };
  }
  if (isFullAccess(grant) || grant.scopes === null) {
    return {
      refused: 'It has full access, which is no list to take scopes from. Replace its scope instead.',
    };
  }
  const taken = new Set(change.scopes);
  return { grant: { ...grant, scopes: grant.scopes.filter((scope) => !taken.has(scope)) } };
}

function label({ platform }: Grant): string {
  return platforms[platform].label;
}
