/** Events as they are written: with the keys they are about, in one transaction, and claimed by what was done from here. */
import type { ChangeKind } from '#shared/domain/change.ts';
import { type Grant, sameGrant } from '#shared/domain/grant.ts';
import type { KeyActivity } from '#shared/domain/key.ts';
import type { Waking } from '#shared/domain/rhythm.ts';
import { type ComparedKey, type Difference, differences } from './key-changes.ts';
import type { Sql } from './sql.ts';

/** What is older or beyond is dropped, the oldest first: enough for a yearly review and a month around it. */
const keptDays = 400;
const keptChanges = 250_000;

type Subject = ComparedKey & { workspace_id: string; prefix: string; created_by: string | null };
type Pending = Difference & { keyId: string; subject: Subject };

/** Events of one transaction, collected while its keys are written. */
export type Changes = {
  isNew(keyId: string, key: Subject): void;
  vanished(keyId: string, key: Subject): void;
  changed(keyId: string, before: ComparedKey, after: Subject): void;
  /** Used regularly until then, and not any more. */
  silent(keyId: string, key: Subject, lastUsedAt: string | null): void;
  woke(keyId: string, key: Subject, waking: Waking): void;
  /** Writes them; `now` is when they were seen. */
  write(now: string): void;
};

export function collectChanges(sql: Sql): Changes {
  const pending: Pending[] = [];
  return {
    isNew: (keyId, subject) => pending.push({ keyId, subject, kind: 'new', afterGrantId: subject.grant_id }),
    vanished: (keyId, subject) => pending.push({ keyId, subject, kind: 'vanished' }),
    changed(keyId, before, subject) {
      for (const difference of differences(before, subject, (id) => grantOf(sql, id)))
        pending.push({ ...difference, keyId, subject });
    },
    silent: (keyId, subject, lastUsedAt) =>
      pending.push({ keyId, subject, kind: 'silent', before: JSON.stringify(lastUsedAt) }),
    woke(keyId, subject, { since, days, first }) {
      const before = JSON.stringify(new Date(since).toISOString());
      pending.push({ keyId, subject, kind: 'woke', before, after: JSON.stringify({ days, first }) });
    },
    write(now) {
      for (const change of pending) insert(sql, change, now);
      if (pending.length > 0) prune(sql, now);
    },
  };
}

function insert(sql: Sql, change: Pending, now: string): void {
  const { kind, keyId, subject, before = null, after = null } = change;
  sql.run(
    `INSERT INTO changes (workspace_id, key_id, kind, seen_at, own, name, prefix, created_by, before, after,
       before_grant_id, after_grant_id) VALUES (?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?)`,
    subject.workspace_id,
    keyId,
    kind,
    now,
    subject.name,
    subject.prefix,
    subject.created_by,
    before,
    after,
    change.beforeGrantId ?? null,
    change.afterGrantId ?? null,
  );
}

function prune(sql: Sql, now: string): void {
  const oldest = new Date(Date.parse(now) - keptDays * 86_400_000).toISOString();
  // From the oldest on, and only as far as they are too old.
  sql.run(
    'DELETE FROM changes WHERE seq < (SELECT seq FROM changes WHERE seen_at >= ? ORDER BY seq LIMIT 1)',
    oldest,
  );
  sql.run('DELETE FROM changes WHERE seq <= (SELECT max(seq) FROM changes) - ?', keptChanges);
}

function grantOf(sql: Sql, grantId: number): Grant {
  const body = sql.get<{ body: string }>('SELECT body FROM grants WHERE id = ?', grantId)?.body;
  return JSON.parse(body ?? 'null') as Grant;
}

/** What an action leaves behind at the key it was done to. */
const kindsOf: Readonly<Record<KeyActivity['action'], readonly ChangeKind[]>> = {
  create: ['new'],
  rename: ['renamed'],
  'edit-scope': ['wider', 'narrower', 'rescoped'],
  disable: ['disabled'],
  enable: ['enabled'],
  protect: ['protected'],
  delete: ['vanished'],
  roll: ['vanished'],
  restore: [],
  annotate: [],
  policy: [],
  snooze: [],
  plan: [],
  quarantine: [],
  share: [],
};

type Done = { keyId: string; action: KeyActivity['action']; begunAt: string; expected: string };

/**
 * Marks as ours what a change of ours brought about, once it is known to have happened. Whatever else is different at the
 * key, somebody else did: the answer to a rename may bring the news that the key was disabled.
 */
export function claimChanges(sql: Sql, { keyId, action, begunAt, expected }: Done): void {
  type Row = { seq: number; kind: ChangeKind; after: string | null; body: string | null };
  const rows = sql.all<Row>(
    `SELECT seq, kind, after, grants.body FROM changes LEFT JOIN grants ON grants.id = after_grant_id
     WHERE key_id = ? AND own = 0 AND seen_at >= ?`,
    keyId,
    begunAt,
  );
  const meant = JSON.parse(expected) as { name?: string; grant?: Grant };
  for (const row of rows) {
    if (kindsOf[action].includes(row.kind) && isMeant(row, meant))
      sql.run('UPDATE changes SET own = 1 WHERE seq = ?', row.seq);
  }
}

function isMeant(
  { kind, after, body }: { kind: ChangeKind; after: string | null; body: string | null },
  meant: { name?: string; grant?: Grant },
): boolean {
  if (kind === 'renamed') return after === JSON.stringify(meant.name);
  if (kind !== 'wider' && kind !== 'narrower' && kind !== 'rescoped') return true;
  return body !== null && meant.grant !== undefined && sameGrant(JSON.parse(body) as Grant, meant.grant);
}
