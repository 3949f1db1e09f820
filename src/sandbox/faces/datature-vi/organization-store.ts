// Reads organizations and who is what in them. Nothing here changes after planting.
import type { SandboxDatabase } from '../../core/database.ts';
import type { Role } from './world.ts';

export interface StoredOrganization {
  id: string;
  name: string;
  keyPermissions: boolean;
}

export function organizationById(db: SandboxDatabase, id: string): StoredOrganization | undefined {
  const row = db
    .prepare<[string], { name: string; key_permissions: number }>(
      'SELECT name, key_permissions FROM dv_organizations WHERE id = ?',
    )
    .get(id);
  return row && { id, name: row.name, keyPermissions: row.key_permissions === 1 };
}

/** Whoever has left the organization since is no more than a member of it. */
export function roleOf(db: SandboxDatabase, organization: string, email: string): Role {
  const row = db
    .prepare<[string, string], { role: Role }>(
      'SELECT role FROM dv_members WHERE organization = ? AND email = ?',
    )
    .get(organization, email);
  return row?.role ?? 'member';
}
