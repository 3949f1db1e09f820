/** What people note about keys: set here, and shared with other administrators through the keys' metadata. */

import { describeAnnotating } from '#shared/domain/annotation-words.ts';
import { type AnnotationField, type AnnotationPatch, sameAnnotation } from '#shared/domain/annotations.ts';
import { giveWay, setHere } from '#shared/domain/latchkey-field.ts';
import type { AnnotationReads, AnnotationWrites, ShareFailure } from './api/annotations.ts';
import { indexKey, type PlatformKey, type SearchTexts, writeSearchTexts } from './key-index.ts';
import {
  annotationsOf,
  fromNoted,
  type LocalFields,
  localColumns,
  sameLocals,
  sharedIn,
  toNoted,
  updateLocals,
} from './locals.ts';
import type { Sql } from './sql.ts';
import { StoreError } from './store-error.ts';

type StoredKey = PlatformKey & LocalFields & { seq: number; id: string; metadata: string };

const storedShape = `SELECT keys.*, ${localColumns} FROM keys JOIN key_locals USING (seq)`;
/** Keys that can be written to: what vanished has no metadata any more. */
const unsentShape = `FROM key_locals AS l JOIN keys AS k USING (seq)
  WHERE l.unsent <> '[]' AND k.workspace_id = ? AND k.vanished_at IS NULL`;

export function annotationReads(sql: Sql): AnnotationReads {
  return {
    annotationState(keyId) {
      type Row = LocalFields & { shared_at: string | null };
      const row = sql.get<Row>(
        `SELECT ${localColumns}, workspaces.annotations_shared_at AS shared_at FROM keys JOIN key_locals USING (seq)
         JOIN workspaces ON workspaces.id = keys.workspace_id WHERE keys.id = ?`,
        keyId,
      );
      return row ? { noted: toNoted(row), sharing: row.shared_at !== null } : null;
    },
    unsentAnnotations(workspaceId) {
      type Row = { keyId: string; share_problem: string | null };
      return sql
        .all<Row>(`SELECT k.id AS keyId, l.share_problem ${unsentShape} ORDER BY k.seq`, workspaceId)
        .map(({ keyId, share_problem }) => ({ keyId, failed: toFailure(share_problem) }));
    },
    annotationSharing(workspaceId) {
      type Row = { shared_at: string | null; unsent: number; failed: string | null };
      const row = sql.get<Row>(
        `SELECT annotations_shared_at AS shared_at, (SELECT count(*) ${unsentShape}) AS unsent,
           (SELECT l.share_problem ${unsentShape} AND l.share_problem IS NOT NULL LIMIT 1) AS failed
         FROM workspaces WHERE id = ?`,
        workspaceId,
        workspaceId,
        workspaceId,
      );
      if (!row) return null;
      return {
        on: row.shared_at !== null,
        unsent: row.unsent,
        problem: toFailure(row.failed)?.problem ?? null,
      };
    },
  };
}

export function annotationWrites(sql: Sql, newId: () => string): AnnotationWrites {
  return {
    setAnnotations: (keyIds, patch, now) =>
      sql.atomically(() =>
        keyIds.filter((keyId) => {
          const key = sql.get<StoredKey>(`${storedShape} WHERE keys.id = ?`, keyId);
          if (!key) return false;
          const said = annotate(sql, key, patch, now);
          if (said === null) return false;
          recordAnnotating(sql, newId(), key, said, now);
          return true;
        }),
      ),
    setAnnotationSharing: (workspaceId, on, now) =>
      sql.atomically(() => {
        const known = sql.run(
          `UPDATE workspaces SET annotations_shared_at = ${on ? 'coalesce(annotations_shared_at, ?)' : 'NULL'} WHERE id = ?`,
          ...(on ? [now] : []),
          workspaceId,
        );
        if (known === 0)
          throw new StoreError({ kind: 'failed', message: 'This workspace is not in the store any more.' });
        if (on) letOthersPass(sql, workspaceId);
      }),
    markAnnotationProblem(keyId, problem, now) {
      sql.run(
        'UPDATE key_locals SET share_problem = ? WHERE seq = (SELECT seq FROM keys WHERE id = ?)',
        problem === null ? null : JSON.stringify({ problem, at: now }),
        keyId,
      );
    },
  };
}

/** Sets what is noted about one key, and answers the change in words; null where it was so already. */
export function annotate(sql: Sql, key: StoredKey, patch: AnnotationPatch, now: string): string | null {
  const local = fromNoted(setHere(toNoted(key), patch, now));
  if (sameLocals(local, key)) return null;
  keepLocals(sql, key, local);
  return describeAnnotating(annotationsOf(key), annotationsOf(local));
}

/** The same as far as nothing was noted yet: what somebody said since comes first. */
export function annotateBlank(sql: Sql, keyId: string, patch: AnnotationPatch, now: string): void {
  const key = sql.get<StoredKey>(`${storedShape} WHERE keys.id = ?`, keyId);
  if (!key) return;
  const { at } = toNoted(key);
  const blank = Object.entries(patch).filter(([field]) => at[field as AnnotationField] === undefined);
  annotate(sql, key, Object.fromEntries(blank) as AnnotationPatch, now);
}

export function toFailure(stored: string | null): ShareFailure | null {
  return stored === null ? null : (JSON.parse(stored) as ShareFailure);
}

function keepLocals(sql: Sql, key: StoredKey, local: LocalFields): void {
  updateLocals(sql, key.seq, local);
  if (sameAnnotation(annotationsOf(key), annotationsOf(local))) return;
  const texts: SearchTexts = [];
  indexKey(sql, texts, key.seq, { ...key, ...local }, key);
  writeSearchTexts(sql, texts);
}

/** Done already, so it is its own outcome: nothing was sent anywhere. */
function recordAnnotating(sql: Sql, id: string, key: StoredKey, detail: string, now: string): void {
  sql.run(
    `INSERT INTO intents (id, workspace_id, key_id, action, expected, begun_at, outcome, detail, settled_at)
     VALUES (?, ?, ?, 'annotate', '{}', ?, 'done', ?, ?)`,
    id,
    key.workspace_id,
    key.id,
    now,
    detail,
    now,
  );
}

/** Sharing begins: what others set later than what was noted here comes first. */
function letOthersPass(sql: Sql, workspaceId: string): void {
  const keys = sql.all<StoredKey>(
    `${storedShape} WHERE key_locals.unsent <> '[]' AND keys.workspace_id = ?`,
    workspaceId,
  );
  for (const key of keys) keepLocals(sql, key, fromNoted(giveWay(toNoted(key), sharedIn(key.metadata))));
}
