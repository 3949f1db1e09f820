// What a secret key may be given, and by whom.
import type { SandboxDatabase } from '../../core/database.ts';
import { conflict, forbidden } from '../../core/problem.ts';
import { keyByName } from './key-store.ts';
import type { Grant, Permission } from './world.ts';

/**
 * What each level can hand on. Read Only and Labeler Only can each do what the other cannot, so neither includes the
 * other; Restricted is the least there is.
 */
const HANDS_ON: Readonly<Record<Permission, readonly Permission[]>> = {
  full: ['full', 'read-only', 'labeler-only', 'restricted'],
  'read-only': ['read-only', 'restricted'],
  'labeler-only': ['labeler-only', 'restricted'],
  restricted: ['restricted'],
};

/** Nobody can hand out more than they hold: neither an access of their own lack nor a level beyond theirs. */
export function refuseBeyond(caller: Grant, wanted: Grant): void {
  const lacking = wanted.access.filter((area) => !caller.access.includes(area));
  if (lacking.length > 0) {
    throw forbidden(`Your own secret key has no ${lacking.join(' and no ')} access, so it cannot give it.`);
  }
  if (!HANDS_ON[caller.permission].includes(wanted.permission)) {
    throw forbidden(
      `The permission ${wanted.permission} goes beyond that of your own secret key, ${caller.permission}.`,
    );
  }
}

/** Without the pickers every key has full access, and even that must not be asked for. */
export function refuseWithoutPickers(
  keyPermissions: boolean,
  { access, permission }: { access?: unknown; permission?: unknown },
): void {
  if (keyPermissions || (access === undefined && permission === undefined)) return;
  throw forbidden(
    'The plan of this organization has no access and permission settings: every secret key has full access.',
  );
}

/** Names are unique within an organization; `ownId` is the key that may keep its own name. */
export function refuseDuplicateName(
  db: SandboxDatabase,
  organization: string,
  name: string,
  ownId?: string,
): void {
  const other = keyByName(db, organization, name);
  if (other && other.id !== ownId) {
    throw conflict(`A secret key named "${name}" exists in this organization.`);
  }
}
