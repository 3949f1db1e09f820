/** Keys that took the place of others: the line both ways, and all that follows from the old key to the new one. */
import type { ErrorInfo } from '#shared/domain/errors.ts';
import type { Lineage, Relative } from '#shared/domain/lineage.ts';
import type { KeyReplacement, LineageReads, LineageWrites } from './api/lineage.ts';
import { claimChanges } from './changes.ts';
import { indexKey, type PlatformKey, type SearchTexts, writeSearchTexts } from './key-index.ts';
import { adopt, type LocalFields, localColumns, onlyLocals, updateLocals } from './locals.ts';
import { followPolicy } from './policy-lives.ts';
import type { Sql } from './sql.ts';

type Metadata = Record<string, unknown>;
type Key = PlatformKey & LocalFields & { seq: number; metadata: string };
type Line = {
  old_key_id: string;
  old_remote_id: string;
  old_name: string;
  old_prefix: string;
  new_key_id: string;
  new_remote_id: string;
  new_name: string;
  new_prefix: string;
  at: string;
  metadata: string | null;
  problem: string | null;
};

export function lineageReads(sql: Sql): LineageReads {
  return {
    owedMetadata(keyId) {
      const [metadata] = sql.column<string>(
        'SELECT metadata FROM key_lineage WHERE new_key_id = ? AND metadata IS NOT NULL',
        keyId,
      );
      return metadata === undefined ? null : (JSON.parse(metadata) as Metadata);
    },
    owingKeys: (workspaceId) =>
      sql.column<string>(
        `SELECT new_key_id FROM key_lineage JOIN keys ON keys.id = new_key_id
         WHERE key_lineage.workspace_id = ? AND key_lineage.metadata IS NOT NULL AND problem IS NULL
           AND keys.vanished_at IS NULL`,
        workspaceId,
      ),
  };
}

export function lineageWrites(sql: Sql): LineageWrites {
  return {
    metadataRestored: (keyId) =>
      void sql.run('UPDATE key_lineage SET metadata = NULL, problem = NULL WHERE new_key_id = ?', keyId),
    metadataRefused: (keyId, problem) =>
      void sql.run(
        'UPDATE key_lineage SET problem = ? WHERE new_key_id = ? AND metadata IS NOT NULL',
        problem === null ? null : JSON.stringify(problem),
        keyId,
      ),
  };
}

/** For the inspector. */
export function lineageOf(sql: Sql, keyId: string): Lineage {
  const before = sql.get<Line>('SELECT * FROM key_lineage WHERE new_key_id = ?', keyId);
  const after = sql.get<Line>('SELECT * FROM key_lineage WHERE old_key_id = ?', keyId);
  const present = (id: string) => (sql.column('SELECT 1 FROM keys WHERE id = ?', id).length > 0 ? id : null);
  const owed = before?.metadata ? (JSON.parse(before.metadata) as Metadata) : null;
  return {
    replaces: before ? { keyId: present(before.old_key_id), ...older(before) } : null,
    replacedBy: after ? { keyId: present(after.new_key_id), ...newer(after) } : null,
    owed: owed && {
      fields: Object.keys(owed),
      problem: before?.problem ? (JSON.parse(before.problem) as ErrorInfo) : null,
    },
  };
}

type Told = Omit<Relative, 'keyId'>;
const older = (line: Line): Told => ({
  remoteId: line.old_remote_id,
  name: line.old_name,
  prefix: line.old_prefix,
  at: line.at,
});
const newer = (line: Line): Told => ({
  remoteId: line.new_remote_id,
  name: line.new_name,
  prefix: line.new_prefix,
  at: line.at,
});

/**
 * The new key takes over what was noted about the old one, its place in quarantine, and the duty to get its metadata back.
 * Does nothing where either is not in the inventory, or where the old one was replaced before.
 */
export function follow(
  sql: Sql,
  newKeyId: string,
  { oldKeyId, intentId, metadata, at }: KeyReplacement,
): void {
  const shape = `SELECT keys.*, ${localColumns} FROM keys JOIN key_locals USING (seq) WHERE id = ?`;
  const [old, next] = [sql.get<Key>(shape, oldKeyId), sql.get<Key>(shape, newKeyId)];
  if (!old || !next || oldKeyId === newKeyId) return;
  const owed = lacksSome(JSON.parse(next.metadata) as Metadata, metadata) ? JSON.stringify(metadata) : null;
  const added = sql.run(
    `INSERT INTO key_lineage (workspace_id, old_key_id, old_remote_id, old_name, old_prefix, new_key_id, new_remote_id,
       new_name, new_prefix, at, intent_id, metadata) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (old_key_id) DO NOTHING`,
    next.workspace_id,
    oldKeyId,
    old.remote_id,
    old.name,
    old.prefix,
    newKeyId,
    next.remote_id,
    next.name,
    next.prefix,
    at,
    intentId,
    owed,
  );
  if (added === 0) return;
  const local = adopt(old, next.metadata);
  updateLocals(sql, next.seq, local);
  followPolicy(sql, oldKeyId, newKeyId);
  const texts: SearchTexts = [];
  // The old key stands behind `local` with all its columns, and the new one must be found as itself.
  indexKey(sql, texts, next.seq, { ...next, ...onlyLocals(local) }, next);
  writeSearchTexts(sql, texts);
  sql.run('UPDATE quarantine SET key_id = ? WHERE key_id = ?', newKeyId, oldKeyId);
  // Whose secret it was does not matter any more: it opens nothing.
  sql.run('DELETE FROM ghost_keys WHERE key_id = ?', oldKeyId);
  claimChanges(sql, { keyId: newKeyId, action: 'create', begunAt: at, expected: '{}' });
}

/** Whether a field of `wanted` is not there at all. */
function lacksSome(there: Metadata, wanted: Metadata): boolean {
  return Object.keys(wanted).some((field) => !(field in there));
}
