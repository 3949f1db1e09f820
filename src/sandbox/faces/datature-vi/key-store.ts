// Reads and writes the rows of secret keys.
import type { SandboxDatabase } from '../../core/database.ts';
import type { Grant } from './world.ts';

/** A key as the wire shows it: everything but the secret. */
export interface StoredKey extends Grant {
  id: string;
  name: string;
  hint: string;
  lastUsedAt: string | null;
  createdAt: string;
  createdBy: string;
}

/** A key with what the server knows of it besides. */
interface Found {
  seq: number;
  organization: string;
  /** Counts the changes of name, access and permission. */
  revision: number;
  key: StoredKey;
}

interface Row {
  seq: number;
  id: string;
  organization: string;
  name: string;
  hint: string;
  access: string;
  permission: Grant['permission'];
  last_used_at: string | null;
  created_at: string;
  created_by: string;
  revision: number;
}

const SELECT = `SELECT seq, id, organization, name, hint, access, permission, last_used_at, created_at, created_by,
  revision FROM dv_keys`;

/** `dtvi_` and the first two characters of the random part: `dtvi_9k...`. */
export function hintOf(secret: string): string {
  return `${secret.slice(0, secret.indexOf('_') + 3)}...`;
}

export function insertKey(
  db: SandboxDatabase,
  organization: string,
  secretHash: Buffer,
  key: StoredKey,
): void {
  db.prepare(
    `INSERT INTO dv_keys
       (id, organization, secret_hash, name, hint, access, permission, last_used_at, created_at, created_by, revision)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)`,
  ).run(
    key.id,
    organization,
    secretHash,
    key.name,
    key.hint,
    JSON.stringify(key.access),
    key.permission,
    key.lastUsedAt,
    key.createdAt,
    key.createdBy,
  );
}

/** Up to `limit` keys after position `after`, oldest first, so that a new key never shifts a page. */
export function keysAfter(db: SandboxDatabase, organization: string, after: number, limit: number): Found[] {
  return db
    .prepare<[string, number, number], Row>(
      `${SELECT} WHERE organization = ? AND seq > ? ORDER BY seq LIMIT ?`,
    )
    .all(organization, after, limit)
    .map(fromRow);
}

/** Only within the organization, so that a foreign id looks like one that does not exist. */
export function keyById(db: SandboxDatabase, organization: string, id: string): Found | undefined {
  const row = db
    .prepare<[string, string], Row>(`${SELECT} WHERE organization = ? AND id = ?`)
    .get(organization, id);
  return row && fromRow(row);
}

export function keyByName(db: SandboxDatabase, organization: string, name: string): StoredKey | undefined {
  const row = db
    .prepare<[string, string], Row>(`${SELECT} WHERE organization = ? AND name = ?`)
    .get(organization, name);
  return row && fromRow(row).key;
}

export function keyBySecret(db: SandboxDatabase, secretHash: Buffer): Found | undefined {
  const row = db.prepare<[Buffer], Row>(`${SELECT} WHERE secret_hash = ?`).get(secretHash);
  return row && fromRow(row);
}

/** Writes the fields a PATCH can change, as a new revision. */
export function updateKey(db: SandboxDatabase, key: StoredKey): void {
  db.prepare(
    'UPDATE dv_keys SET name = ?, access = ?, permission = ?, revision = revision + 1 WHERE id = ?',
  ).run(key.name, JSON.stringify(key.access), key.permission, key.id);
}

/** Use is no change: the revision stays. */
export function markUsed(db: SandboxDatabase, id: string, at: string): void {
  db.prepare('UPDATE dv_keys SET last_used_at = ? WHERE id = ?').run(at, id);
}

/** Removes the row and its hash: the next request with the secret gets 401. */
export function deleteKey(db: SandboxDatabase, id: string): void {
  db.prepare('DELETE FROM dv_keys WHERE id = ?').run(id);
}

function fromRow(row: Row): Found {
  return {
    seq: row.seq,
    organization: row.organization,
    revision: row.revision,
    key: {
      id: row.id,
      name: row.name,
      hint: row.hint,
      access: JSON.parse(row.access),
      permission: row.permission,
      lastUsedAt: row.last_used_at,
      createdAt: row.created_at,
      createdBy: row.created_by,
    },
  };
}
