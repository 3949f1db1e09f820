/** Taking over what platforms say about keys: a whole workspace at a sync, or one key after a write. */

import type { RemoteKey } from '../platforms/platform.ts';
import { annotate } from './annotations.ts';
import type { SyncWrites } from './api/sync.ts';
import { type Changes, collectChanges } from './changes.ts';
import { grantId } from './grants.ts';
import { indexKey, type PlatformKey, type SearchTexts, unindexKey, writeSearchTexts } from './key-index.ts';
import { follow } from './lineage.ts';
import {
  adopt,
  insertLocals,
  type LocalFields,
  localColumns,
  newLocals,
  sameLocals,
  updateLocals,
} from './locals.ts';
import { forgetPolicies } from './policy-lives.ts';
import { isRemoved, takeBack } from './removed.ts';
import { fallenSilent, reckonRhythm } from './rhythm.ts';
import type { Sql } from './sql.ts';
import { StoreError } from './store-error.ts';
import { lookedAt, lookOf, observe, sameDay } from './uses.ts';
import { markSynced } from './workspaces.ts';

/** The columns a platform decides, in the order of every statement below. */
const platformColumns = [
  'workspace_id',
  'remote_id',
  'name',
  'prefix',
  'grant_id',
  'disabled',
  'protected',
  'is_default',
  'folder_ids',
  'metadata',
  'last_used_kind',
  'last_used_at',
  'created_at',
  'created_by',
  'this_login',
  'vanished_at',
] as const;
type PlatformFields = PlatformKey & { is_default: number; folder_ids: string; metadata: string };
type StoredKey = PlatformFields & LocalFields & { seq: number; id: string; looked_at: number | null };

/** When an answer came, and when the workspace's list before it was asked for. */
type Told = { now: string; lookedBefore: number | null };

const insertShape = `INSERT INTO keys (id, ${platformColumns.join(', ')})
  VALUES (?, ${platformColumns.map(() => '?').join(', ')})`;
const updateShape = `UPDATE keys SET ${platformColumns.map((column) => `${column} = ?`).join(', ')} WHERE seq = ?`;
const storedShape = `SELECT keys.*, ${localColumns} FROM keys JOIN key_locals USING (seq)`;

export function syncWrites(sql: Sql, newId: () => string): SyncWrites {
  return {
    applySync: (workspaceId, keys, loginRemoteIds, now, askedAt = now) =>
      sql.atomically(() => {
        // Removed while it was being read: it must not come back by that.
        if (isRemoved(sql, workspaceId)) return { changed: false };
        const changes = collectChanges(sql);
        // Before a workspace was read for the first time, everything in it is unknown and nothing of it is news.
        const { firstTime, lookedBefore } = markSynced(sql, workspaceId, now, askedAt);
        const stored = sql.all<StoredKey>(`${storedShape} WHERE workspace_id = ?`, workspaceId);
        const missing = new Map(stored.map((key) => [key.remote_id, key]));
        const logins = new Set(loginRemoteIds);
        const grantIds = new Map<string, number>();
        const texts: SearchTexts = [];
        let changed = false;
        // A list that names a key twice would make two of it; the later entry is the newer one.
        for (const key of new Map(keys.map((listed) => [listed.remoteId, listed])).values()) {
          const grant = JSON.stringify(key.grant);
          const grant_id = grantIds.get(grant) ?? grantId(sql, key.grant);
          grantIds.set(grant, grant_id);
          const fields = fieldsOf(workspaceId, key, grant_id, logins.has(key.remoteId));
          const before = missing.get(key.remoteId);
          const known = before !== undefined || !firstTime;
          const told = { now, lookedBefore };
          changed = keepKey(sql, newId, texts, known ? changes : null, before, fields, told) || changed;
          missing.delete(key.remoteId);
        }
        for (const gone of missing.values())
          changed = vanish(sql, texts, changes, gone, { now, lookedBefore }) || changed;
        const look = Date.parse(askedAt);
        for (const key of lookedBefore === null
          ? []
          : fallenSilent<StoredKey>(sql, workspaceId, lookedBefore, look))
          changes.silent(key.id, key, key.last_used_at);
        changes.write(now);
        writeSearchTexts(sql, texts);
        takeBack(sql, workspaceId, now);
        return { changed };
      }),

    upsertKey: (workspaceId, key, now, annotations) =>
      sql.atomically(() => {
        const kept = keepOne(sql, newId, workspaceId, key, now);
        // A sync may have seen the new key first and not known what was noted about it.
        if (annotations) annotate(sql, kept, annotations, now);
        return kept.id;
      }),

    replaceKey: (workspaceId, key, replacement, now) =>
      sql.atomically(() => {
        const { id } = keepOne(sql, newId, workspaceId, key, now);
        const old = sql.get<StoredKey>(`${storedShape} WHERE id = ?`, replacement.oldKeyId);
        if (old && old.id !== id) {
          const texts: SearchTexts = [];
          const changes = collectChanges(sql);
          vanish(sql, texts, changes, old, { now, lookedBefore: lookedIn(sql, workspaceId) });
          changes.write(now);
          writeSearchTexts(sql, texts);
        }
        follow(sql, id, replacement);
        return id;
      }),

    removeKey: (keyId, now) =>
      sql.atomically(() => {
        const key = sql.get<StoredKey>(`${storedShape} WHERE id = ?`, keyId);
        if (!key) return;
        const { seq } = key;
        if (key.vanished_at === null) {
          const changes = collectChanges(sql);
          changes.vanished(keyId, key);
          changes.write(now);
        }
        unindexKey(sql, seq);
        sql.run('DELETE FROM observations WHERE key_seq = ?', seq);
        sql.run('DELETE FROM key_locals WHERE seq = ?', seq);
        sql.run('DELETE FROM keys WHERE seq = ?', seq);
        forgetPolicies(sql, keyId);
      }),
  };
}

/** One key as its platform has it now. Throws where its workspace was removed. */
function keepOne(sql: Sql, newId: () => string, workspaceId: string, key: RemoteKey, now: string): StoredKey {
  if (isRemoved(sql, workspaceId)) throw lost();
  const before = storedKey(sql, workspaceId, key.remoteId);
  const thisLogin = before?.this_login === 1;
  const fields = fieldsOf(workspaceId, key, grantId(sql, key.grant), thisLogin);
  const texts: SearchTexts = [];
  const changes = collectChanges(sql);
  keepKey(sql, newId, texts, changes, before, fields, { now, lookedBefore: lookedIn(sql, workspaceId) });
  changes.write(now);
  writeSearchTexts(sql, texts);
  takeBack(sql, workspaceId, now);
  const kept = storedKey(sql, workspaceId, key.remoteId);
  if (!kept) throw lost();
  lookedAt(sql, kept.seq, now);
  return kept;
}

/**
 * Adds or updates one key, and writes nothing where it is as it was. Answers whether anything changed. `changes` is null
 * where a key that was not there before is no news.
 */
function keepKey(
  sql: Sql,
  newId: () => string,
  texts: SearchTexts,
  changes: Changes | null,
  before: StoredKey | undefined,
  fields: PlatformFields,
  { now, lookedBefore }: Told,
): boolean {
  const values = platformColumns.map((column) => fields[column]);
  // What the same metadata said was taken over when it came; a repair or an older version may have left that out.
  const adopted = before?.metadata === fields.metadata && before.annotated_at !== newLocals.annotated_at;
  const local = adopted ? before : adopt(before ?? newLocals, fields.metadata);
  if (before) {
    const sameKey = platformColumns.every((column) => before[column] === fields[column]);
    if (sameKey && sameLocals(before, local)) return false;
    if (!sameKey) sql.run(updateShape, ...values, before.seq);
    if (!sameKey) changes?.changed(before.id, before, fields);
    const isUsed = fields.last_used_at !== null && fields.last_used_at !== before.last_used_at;
    if (isUsed)
      observe(sql, before.seq, fields.last_used_at, now, { key: before, look: lookOf(before, lookedBefore) });
    updateLocals(sql, before.seq, local);
    indexKey(sql, texts, before.seq, { ...local, ...fields }, before);
    // A rhythm has the day as its smallest step; reckoning it at each use of one would be most of a sync's work.
    if (isUsed && !sameDay(before.last_used_at, fields.last_used_at)) {
      const waking = reckonRhythm(sql, before.seq, fields.created_at, Date.parse(now));
      if (waking) changes?.woke(before.id, fields, waking);
    }
    return true;
  }
  const id = newId();
  sql.run(insertShape, id, ...values);
  const seq = sql.column<number>('SELECT seq FROM keys WHERE id = ?', id)[0];
  if (seq === undefined) throw lost();
  insertLocals(sql, seq, local, now);
  if (fields.last_used_at !== null) observe(sql, seq, fields.last_used_at, now, null);
  indexKey(sql, texts, seq, { ...local, ...fields }, null);
  changes?.isNew(id, fields);
  return true;
}

function vanish(
  sql: Sql,
  texts: SearchTexts,
  changes: Changes,
  key: StoredKey,
  { now, lookedBefore }: Told,
): boolean {
  if (key.vanished_at !== null) return false;
  changes.vanished(key.id, key);
  const gone = { ...key, vanished_at: now };
  sql.run(
    'UPDATE keys SET vanished_at = ?, looked_at = ? WHERE seq = ?',
    now,
    lookOf(key, lookedBefore),
    key.seq,
  );
  indexKey(sql, texts, key.seq, gone, key);
  return true;
}

function lookedIn(sql: Sql, workspaceId: string): number | null {
  return sql.column<number | null>('SELECT looked_at FROM workspaces WHERE id = ?', workspaceId)[0] ?? null;
}

function storedKey(sql: Sql, workspaceId: string, remoteId: string): StoredKey | undefined {
  return sql.get<StoredKey>(`${storedShape} WHERE workspace_id = ? AND remote_id = ?`, workspaceId, remoteId);
}

function fieldsOf(workspaceId: string, key: RemoteKey, grant_id: number, thisLogin: boolean): PlatformFields {
  return {
    workspace_id: workspaceId,
    remote_id: key.remoteId,
    name: key.name,
    prefix: key.prefix,
    grant_id,
    disabled: key.disabled ? 1 : 0,
    protected: key.protected ? 1 : 0,
    is_default: key.isDefault ? 1 : 0,
    folder_ids: JSON.stringify(key.folderIds),
    metadata: JSON.stringify(key.metadata),
    last_used_kind: key.lastUsed.kind,
    last_used_at: key.lastUsed.kind === 'at' ? key.lastUsed.at : null,
    created_at: key.createdAt,
    created_by: key.createdBy,
    this_login: thisLogin ? 1 : 0,
    // Listed now, so it is here, whatever it was before.
    vanished_at: null,
  };
}

function lost(): StoreError {
  return new StoreError({ kind: 'failed', message: 'A key was stored and cannot be found again.' });
}
