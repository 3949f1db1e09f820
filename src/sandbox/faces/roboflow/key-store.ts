// Reads and writes the rows of Roboflow keys.
import type { SandboxDatabase } from '../../core/database.ts';
import type { Reach } from './reach.ts';

/** A key as the database has it: everything but the secret. */
export interface StoredKey extends Reach {
  keyId: string;
  workspace: string;
  prefix: string;
  name: string;
  metadata: Readonly<Record<string, unknown>>;
  deployment: string | null;
  default: boolean;
  protected: boolean;
  disabled: boolean;
  createdOn: string;
  createdBy: string;
}

interface Row {
  key_id: string;
  workspace: string;
  prefix: string;
  name: string;
  scopes: string | null;
  folder_ids: string;
  metadata: string;
  deployment: string | null;
  is_default: number;
  protected: number;
  disabled: number;
  created_on: string;
  created_by: string;
}

const COLUMNS = `key_id, workspace, prefix, name, scopes, folder_ids, metadata, deployment,
  is_default, protected, disabled, created_on, created_by`;

/** The first four characters of a secret: enough to recognise a key by, far too few to guess the rest. */
export function prefixOf(secret: string): string {
  return secret.slice(0, 4);
}

export function insertKey(db: SandboxDatabase, key: StoredKey & { secretHash: Buffer }): void {
  db.prepare(`INSERT INTO roboflow_keys (${COLUMNS}, secret_hash) VALUES (${'?, '.repeat(13)}?)`).run(
    key.keyId,
    key.workspace,
    key.prefix,
    key.name,
    key.scopes && JSON.stringify(key.scopes),
    JSON.stringify(key.folderIds),
    JSON.stringify(key.metadata),
    key.deployment,
    key.default ? 1 : 0,
    key.protected ? 1 : 0,
    key.disabled ? 1 : 0,
    key.createdOn,
    key.createdBy,
    key.secretHash,
  );
}

/** Finds disabled keys too: whether they may act is the caller's question. */
export function keyBySecret(db: SandboxDatabase, secretHash: Buffer): StoredKey | undefined {
  const row = db
    .prepare<[Buffer], Row>(`SELECT ${COLUMNS} FROM roboflow_keys WHERE secret_hash = ?`)
    .get(secretHash);
  return row && fromRow(row);
}

/** Only within the workspace, so that a foreign id looks like one that does not exist. */
export function keyById(db: SandboxDatabase, workspace: string, keyId: string): StoredKey | undefined {
  const row = db
    .prepare<[string, string], Row>(`SELECT ${COLUMNS} FROM roboflow_keys WHERE workspace = ? AND key_id = ?`)
    .get(workspace, keyId);
  return row && fromRow(row);
}

/** Newest first. */
export function keysOf(db: SandboxDatabase, workspace: string, includeDisabled: boolean): StoredKey[] {
  return db
    .prepare<[string, number], Row>(
      `SELECT ${COLUMNS} FROM roboflow_keys WHERE workspace = ? AND disabled <= ?
       ORDER BY created_on DESC, seq DESC`,
    )
    .all(workspace, includeDisabled ? 1 : 0)
    .map(fromRow);
}

/** Writes the fields a PATCH can change. */
export function updateKey(db: SandboxDatabase, key: StoredKey): void {
  db.prepare(
    'UPDATE roboflow_keys SET name = ?, scopes = ?, metadata = ?, protected = ?, disabled = ? WHERE key_id = ?',
  ).run(
    key.name,
    key.scopes && JSON.stringify(key.scopes),
    JSON.stringify(key.metadata),
    key.protected ? 1 : 0,
    key.disabled ? 1 : 0,
    key.keyId,
  );
}

/** Removes the row and its hash: the next request with the secret gets 401. */
export function deleteKey(db: SandboxDatabase, keyId: string): void {
  db.prepare('DELETE FROM roboflow_keys WHERE key_id = ?').run(keyId);
}

function fromRow(row: Row): StoredKey {
  return {
    keyId: row.key_id,
    workspace: row.workspace,
    prefix: row.prefix,
    name: row.name,
    scopes: row.scopes === null ? null : JSON.parse(row.scopes),
    folderIds: JSON.parse(row.folder_ids),
    metadata: JSON.parse(row.metadata),
    deployment: row.deployment,
    default: row.is_default === 1,
    protected: row.protected === 1,
    disabled: row.disabled === 1,
    createdOn: row.created_on,
    createdBy: row.created_by,
  };
}
