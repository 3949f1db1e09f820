/**
 * A Datature Vi secret key is the ceiling of what it hands on: no access scope of its lack, and no level that exceeds its
 * own ("permission exceeds the caller's" is one of the platform's reasons for 403).
 */
import {
  type AccessScope,
  accessLabels,
  accessScopes,
  isKnownLevel,
  permissionLabel,
} from './datature-vi-access.ts';
import type { DatatureViGrant } from './grant.ts';

type Beyond = { kind: 'access' | 'level'; reason: string };

/**
 * What of `wanted` is beyond a login whose own key has `own`; access first, as the platform looks. Null where nothing is
 * known to be: words this version does not know refuse nothing.
 */
export function whyBeyondCeiling(own: DatatureViGrant, wanted: DatatureViGrant): Beyond | null {
  const missing = accessScopes.filter(
    (scope) => wanted.access.includes(scope) && !own.access.includes(scope),
  );
  if (missing.length > 0) {
    return {
      kind: 'access',
      reason: `This login’s own key has ${without(missing)} access, and a key hands on only what it has itself.`,
    };
  }
  if (!exceeds(wanted.permission, own.permission)) return null;
  return {
    kind: 'level',
    reason: `This login’s own key is ${permissionLabel(own.permission)}, so it cannot give ${permissionLabel(wanted.permission)}.`,
  };
}

/** Full is above all and Restricted below all; Read Only and Labeler Only can each do what the other cannot. */
function exceeds(wanted: string, own: string): boolean {
  if (wanted === own || own === 'full' || wanted === 'restricted') return false;
  return isKnownLevel(own) && isKnownLevel(wanted);
}

function without(scopes: readonly AccessScope[]): string {
  return scopes.map((scope) => `no ${accessLabels[scope]}`).join(' and ');
}
