// The Datature Vi face's tables, and how a world is put into them.
import { timestamp } from '../../core/clock.ts';
import type { SandboxDatabase } from '../../core/database.ts';
import { hashSecret } from '../../core/secrets.ts';
import { hintOf, insertKey } from './key-store.ts';
import type { DatatureViWorld, OrganizationSeed } from './world.ts';

const TABLES = `
  CREATE TABLE dv_organizations (id TEXT PRIMARY KEY, name TEXT NOT NULL, key_permissions INTEGER NOT NULL) STRICT;
  CREATE TABLE dv_members (
    organization TEXT NOT NULL REFERENCES dv_organizations (id), email TEXT NOT NULL, role TEXT NOT NULL,
    PRIMARY KEY (organization, email)
  ) STRICT;
  CREATE TABLE dv_keys (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE, organization TEXT NOT NULL REFERENCES dv_organizations (id),
    secret_hash BLOB NOT NULL UNIQUE, hint TEXT NOT NULL, name TEXT NOT NULL,
    access TEXT NOT NULL, permission TEXT NOT NULL,
    last_used_at TEXT, created_at TEXT NOT NULL, created_by TEXT NOT NULL, revision INTEGER NOT NULL,
    UNIQUE (organization, name)
  ) STRICT;
  CREATE INDEX dv_keys_in_order ON dv_keys (organization, seq);
`;

export function plantDatatureVi(db: SandboxDatabase, world: DatatureViWorld): void {
  db.exec(TABLES);
  for (const organization of world) plantOrganization(db, organization);
}

function plantOrganization(
  db: SandboxDatabase,
  { id, name, keyPermissions, members, keys }: OrganizationSeed,
): void {
  db.prepare('INSERT INTO dv_organizations VALUES (?, ?, ?)').run(id, name, keyPermissions ? 1 : 0);
  const addMember = db.prepare('INSERT INTO dv_members (organization, email, role) VALUES (?, ?, ?)');
  for (const { email, role } of members) addMember.run(id, email, role);
  for (const key of keys) {
    insertKey(db, id, hashSecret(key.secret), {
      ...key,
      hint: hintOf(key.secret),
      lastUsedAt: key.lastUsedAt && timestamp(key.lastUsedAt),
      createdAt: timestamp(key.createdAt),
    });
  }
}
