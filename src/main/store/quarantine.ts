/** Keys in quarantine, and the word about those that left it. */
import type { Grant } from '#shared/domain/grant.ts';
import type { LastUsed } from '#shared/domain/key.ts';
import type { Quarantine, QuarantineHold } from '#shared/domain/quarantine.ts';
import type { QuarantineNewsKind, QuarantineRow } from '#shared/ipc/quarantine.ts';
import type {
  QuarantineBaseline,
  QuarantineNote,
  QuarantineReads,
  QuarantineWrites,
} from './api/quarantine.ts';
import type { BoundValue, Sql } from './sql.ts';

type Entry = {
  key_id: string;
  workspace_id: string;
  key_name: string;
  workspace_name: string;
  since: string;
  due: string;
  by_whom: string | null;
  baseline: string;
  hold: string | null;
};

/** Entries of keys that are there: the rest waits to be swept. CROSS, so that the few are looked up among the many. */
const present = 'quarantine AS q CROSS JOIN keys AS k ON k.id = q.key_id AND k.vanished_at IS NULL';

export function quarantineReads(sql: Sql): QuarantineReads {
  return {
    quarantineRows(workspaceId, offset, limit) {
      const inView = workspaceId === null ? 'TRUE' : 'q.workspace_id = ?';
      const bound: BoundValue[] = workspaceId === null ? [] : [workspaceId];
      const total = sql.column<number>(`SELECT count(*) FROM ${present} WHERE ${inView}`, ...bound)[0] ?? 0;
      // Those that wait for a decision first, then whichever goes next.
      const rows = sql.all<Entry & { name: string; prefix: string; disabled: number }>(
        `SELECT q.*, k.name, k.prefix, k.disabled FROM ${present} WHERE ${inView}
         ORDER BY q.hold IS NULL, q.due, q.seq LIMIT ? OFFSET ?`,
        ...bound,
        limit,
        offset,
      );
      return { total, rows: rows.map(row) };
    },
    quarantineDue(now, triedBefore) {
      return sql
        .all<Entry>(
          `SELECT q.* FROM ${present} WHERE q.due <= ? AND (q.tried_at IS NULL OR q.tried_at <= ?)
             AND (q.hold IS NULL OR json_extract(q.hold, '$.kind') = 'wait')
           ORDER BY q.due, q.seq`,
          now,
          triedBefore,
        )
        .map((entry) => ({
          keyId: entry.key_id,
          workspaceId: entry.workspace_id,
          since: entry.since,
          due: entry.due,
          baseline: JSON.parse(entry.baseline) as QuarantineBaseline,
        }));
    },
    quarantineNews() {
      const [count = 0] = sql.column<number>(`SELECT count(*) FROM ${present}`);
      const [asking = 0] = sql.column<number>(
        `SELECT count(*) FROM ${present} WHERE json_extract(q.hold, '$.kind') = 'ask'`,
      );
      type Told = { kind: QuarantineNewsKind; amount: number; whileClosed: number };
      const told = sql.all<Told>(
        `SELECT kind, count(*) AS amount, max(while_closed) AS whileClosed FROM quarantine_news WHERE seen = 0
         GROUP BY kind`,
      );
      type Item = {
        seq: number;
        at: string;
        kind: QuarantineNewsKind;
        keyName: string;
        workspaceName: string;
      };
      const latest = sql.all<Item & { detail: string }>(
        `SELECT seq, at, kind, key_name AS keyName, workspace_name AS workspaceName, detail FROM quarantine_news
         WHERE seen = 0 ORDER BY seq DESC LIMIT 20`,
      );
      return {
        count,
        asking,
        told: told.map((each) => ({ ...each, whileClosed: each.whileClosed === 1 })),
        latest,
      };
    },
  };
}

export function quarantineWrites(sql: Sql): QuarantineWrites {
  return {
    enterQuarantine: (keyId, term, note) =>
      sql.atomically(() => {
        enter(sql, keyId, term);
        if (note) record(sql, keyId, note);
      }),
    leaveQuarantine: (keyId, note) =>
      sql.atomically(() => {
        const left = sql.run('DELETE FROM quarantine WHERE key_id = ?', keyId);
        if (note && left > 0) record(sql, keyId, note);
      }),
    holdQuarantine: (keyId, hold, now) =>
      sql.atomically(() => {
        const entry = sql.get<Entry>('SELECT * FROM quarantine WHERE key_id = ?', keyId);
        if (!entry) return;
        sql.run(
          'UPDATE quarantine SET hold = ?, tried_at = ? WHERE key_id = ?',
          JSON.stringify(hold),
          now,
          keyId,
        );
        if (hold.kind === 'ask') tell(sql, entry, 'held', hold.message, now, false);
      }),
    sweepQuarantine: (now, openSince) => sql.atomically(() => sweepQuarantine(sql, now, openSince)),
    markQuarantineNewsSeen: (upTo) =>
      void sql.run('UPDATE quarantine_news SET seen = 1 WHERE seen = 0 AND seq <= ?', upTo),
  };
}

/** For the inspector. */
export function quarantineOf(sql: Sql, keyId: string): Quarantine | null {
  const entry = sql.get<Entry>('SELECT * FROM quarantine WHERE key_id = ?', keyId);
  return entry ? facts(entry) : null;
}

function facts({ since, due, by_whom, hold }: Entry): Quarantine {
  return { since, due, by: by_whom, hold: hold === null ? null : (JSON.parse(hold) as QuarantineHold) };
}

function row(entry: Entry & { name: string; prefix: string; disabled: number }): QuarantineRow {
  return {
    keyId: entry.key_id,
    workspaceId: entry.workspace_id,
    name: entry.name,
    prefix: entry.prefix,
    disabled: entry.disabled === 1,
    ...facts(entry),
  };
}

/** The key as it is now becomes what it is compared with when it is due. A second time sets the date anew. */
function enter(sql: Sql, keyId: string, { since, due, by }: Omit<Quarantine, 'hold'>): void {
  type Key = {
    workspace_id: string;
    workspace_name: string;
    name: string;
    grant_body: string;
    folder_ids: string;
    last_used_kind: LastUsed['kind'];
    last_used_at: string | null;
  };
  const key = sql.get<Key>(
    `SELECT keys.workspace_id, workspaces.name AS workspace_name, keys.name, grants.body AS grant_body,
       keys.folder_ids, keys.last_used_kind, keys.last_used_at
     FROM keys JOIN grants ON grants.id = keys.grant_id JOIN workspaces ON workspaces.id = keys.workspace_id
     WHERE keys.id = ?`,
    keyId,
  );
  // It left meanwhile, and nothing is left to delete.
  if (!key) return;
  const baseline: QuarantineBaseline = {
    name: key.name,
    grant: JSON.parse(key.grant_body) as Grant,
    folderIds: JSON.parse(key.folder_ids) as string[],
    lastUsedAt: key.last_used_at,
  };
  sql.run(
    `INSERT INTO quarantine (key_id, workspace_id, key_name, workspace_name, since, due, by_whom, baseline)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (key_id) DO UPDATE SET key_name = excluded.key_name, workspace_name = excluded.workspace_name,
       since = excluded.since, due = excluded.due, by_whom = excluded.by_whom, baseline = excluded.baseline, hold = NULL, tried_at = NULL`,
    keyId,
    key.workspace_id,
    key.name,
    key.workspace_name,
    since,
    due,
    by,
    JSON.stringify(baseline),
  );
}

/** What was planned here alone, as the key's activity tells it: done as soon as it is begun. */
function record(sql: Sql, keyId: string, { id, at, detail }: QuarantineNote): void {
  sql.run(
    `INSERT INTO intents (id, workspace_id, key_id, action, expected, begun_at, outcome, detail, settled_at)
     SELECT ?, workspace_id, id, 'quarantine', '{}', ?, 'done', ?, ? FROM keys WHERE id = ?`,
    id,
    at,
    detail,
    at,
    keyId,
  );
}

/**
 * Takes out the entries whose key or workspace is gone, and says why: deleted as planned, deleted elsewhere, or with
 * its workspace. A deletion that was asked for by hand needs no word. One whose answer is still missing is left alone.
 */
export function sweepQuarantine(sql: Sql, now: string, openSince: string): number {
  type Gone = Entry & { workspace_gone: number; deletion: string | null };
  const gone = sql.all<Gone>(
    `SELECT q.*, w.id IS NULL AS workspace_gone,
       (SELECT i.expected FROM intents AS i WHERE i.key_id = q.key_id AND i.action = 'delete' AND i.outcome = 'done'
          AND i.begun_at >= q.since ORDER BY i.seq DESC LIMIT 1) AS deletion
     FROM quarantine AS q LEFT JOIN keys AS k ON k.id = q.key_id LEFT JOIN workspaces AS w ON w.id = q.workspace_id AND w.removed_at IS NULL
     WHERE (k.id IS NULL OR k.vanished_at IS NOT NULL OR w.id IS NULL) AND NOT EXISTS (
       SELECT 1 FROM intents AS i WHERE i.key_id = q.key_id AND i.action = 'delete' AND i.outcome = 'open')`,
  );
  for (const entry of gone) {
    sql.run('DELETE FROM quarantine WHERE key_id = ?', entry.key_id);
    const planned =
      entry.deletion !== null && (JSON.parse(entry.deletion) as { planned?: boolean }).planned === true;
    if (planned) tell(sql, entry, 'deleted', '', now, entry.due < openSince);
    else if (entry.deletion === null && entry.workspace_gone === 1)
      tell(sql, entry, 'workspace-removed', '', now, false);
    else if (entry.deletion === null) tell(sql, entry, 'vanished', '', now, false);
  }
  return gone.length;
}

function tell(
  sql: Sql,
  { key_name, workspace_name }: Entry,
  kind: QuarantineNewsKind,
  detail: string,
  now: string,
  whileClosed: boolean,
): void {
  sql.run(
    `INSERT INTO quarantine_news (at, kind, key_name, workspace_name, detail, while_closed, seen)
     VALUES (?, ?, ?, ?, ?, ?, 0)`,
    now,
    kind,
    key_name,
    workspace_name,
    detail,
    whileClosed ? 1 : 0,
  );
}
