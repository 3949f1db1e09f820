// Reads and writes the rows of workspace keys.
import type { SandboxDatabase } from '../../core/database.ts';
import type { Scope } from './world.ts';

/** A key as the wire shows it: everything but the secret. */
export interface StoredKey {
  id: string;
  name: string;
  hint: string;
  scopes: readonly Scope[];
  public: boolean;
  createdAt: string;
  createdBy: string;
}

interface Row {
  seq: number;
  id: string;
  workspace: string;
  name: string;
  hint: string;
  scopes: string;
  public: number;
  created_at: string;
  created_by: string;
}

const COLUMNS = 'seq, id, workspace, name, hint, scopes, public, created_at, created_by';

/** The workspace's abbreviation and the first four characters of the random part: `pf_77Qm`. */
export function hintOf(secret: string): string {
  return secret.slice(0, secret.indexOf('_') + 5);
}

export function insertKey(db: SandboxDatabase, workspace: string, secretHash: Buffer, key: StoredKey): void {
  db.prepare(
    `INSERT INTO wk_keys (id, workspace, secret_hash, name, hint, scopes, public, created_at, created_by)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    key.id,
    workspace,
    secretHash,
    key.name,
    key.hint,
    JSON.stringify(key.scopes),
    key.public ? 1 : 0,
    key.createdAt,
    key.createdBy,
  );
}

/** Up to `limit` keys after position `after`, oldest first, so that a new key never shifts a page. */
export function keysAfter(
  db: SandboxDatabase,
  workspace: string,
  after: number,
  limit: number,
): { seq: number; key: StoredKey }[] {
  return db
    .prepare<[string, number, number], Row>(
      `SELECT ${COLUMNS} FROM wk_keys WHERE workspace = ? AND seq > ? ORDER BY seq LIMIT ?`,
    )
    .all(workspace, after, limit)
    .map((row) => ({ seq: row.seq, key: fromRow(row) }));
}

/** Only within the workspace, so that a foreign id looks like one that does not exist. */
export function keyById(db: SandboxDatabase, workspace: string, id: string): StoredKey | undefined {
  const row = db
    .prepare<[string, string], Row>(`SELECT ${COLUMNS} FROM wk_keys WHERE workspace = ? AND id = ?`)
    .get(workspace, id);
  return row && fromRow(row);
}

export function keyByName(db: SandboxDatabase, workspace: string, name: string): StoredKey | undefined {
  const row = db
    .prepare<[string, string], Row>(`SELECT ${COLUMNS} FROM wk_keys WHERE workspace = ? AND name = ?`)
    .get(workspace, name);
  return row && fromRow(row);
}

export function keyBySecret(
  db: SandboxDatabase,
  secretHash: Buffer,
): { workspace: string; key: StoredKey } | undefined {
  const row = db
    .prepare<[Buffer], Row>(`SELECT ${COLUMNS} FROM wk_keys WHERE secret_hash = ?`)
    .get(secretHash);
  return row && { workspace: row.workspace, key: fromRow(row) };
}

/** Writes the fields a PATCH can change. */
export function updateKey(db: SandboxDatabase, key: StoredKey): void {
  db.prepare('UPDATE wk_keys SET name = ?, scopes = ?, public = ? WHERE id = ?').run(
    key.name,
    JSON.stringify(key.scopes),
    key.public ? 1 : 0,
    key.id,
  );
}

/** Removes the row and its hash: the next request with the secret gets 401. */
export function deleteKey(db: SandboxDatabase, id: string): void {
  db.prepare('DELETE FROM wk_keys WHERE id = ?').run(id);
}

function fromRow(row: Row): StoredKey {
  return {
    id: row.id,
    name: row.name,
    hint: row.hint,
    scopes: JSON.parse(row.scopes),
    public: row.public === 1,
    createdAt: row.created_at,
    createdBy: row.created_by,
  };
}
