/** Connections that were taken out: what goes with them, and what waits for the day they come back. */
import type { RemovedReads, RemovedWrites } from './api/connections.ts';
import { completeIndex } from './key-index.ts';
import { adopt, type LocalFields, localColumns, updateLocals } from './locals.ts';
import { hasPolicy } from './policy-lives.ts';
import { sweepQuarantine } from './quarantine.ts';
import type { BoundValue, Sql } from './sql.ts';
import { observeAgain, observedText } from './uses.ts';

export function removedReads(sql: Sql): RemovedReads {
  return {
    credentialsLeft: () =>
      sql.column<string>('SELECT id FROM connections WHERE removed_at IS NOT NULL AND credential_left = 1'),
  };
}

export function removedWrites(sql: Sql): RemovedWrites {
  return {
    removeConnection: (connectionId, now) =>
      sql.atomically(() => {
        const removed = sql.run(
          'UPDATE connections SET removed_at = ?, credential_left = 1 WHERE id = ? AND removed_at IS NULL',
          now,
          connectionId,
        );
        if (removed === 0) return false;
        const ids = sql.column<string>('SELECT id FROM workspaces WHERE connection_id = ?', connectionId);
        for (const workspaceId of ids) removeWorkspace(sql, workspaceId, now);
        // Now and not at the next look: a workspace that is back by then would bring the planned deletion back.
        sweepQuarantine(sql, now, '');
        return true;
      }),
    credentialGone(connectionId) {
      sql.run('UPDATE connections SET credential_left = 0 WHERE id = ?', connectionId);
    },
  };
}

/** Whether a workspace was removed, for those who come back from its platform too late. */
export function isRemoved(sql: Sql, workspaceId: string): boolean {
  return (
    sql.column('SELECT 1 FROM workspaces WHERE id = ? AND removed_at IS NOT NULL', workspaceId).length > 0
  );
}

function removeWorkspace(sql: Sql, workspaceId: string, now: string): void {
  sql.run(
    'UPDATE workspaces SET removed_at = ?, state = NULL, problem = NULL, synced_at = NULL, looked_at = NULL WHERE id = ?',
    now,
    workspaceId,
  );
  setAside(sql, workspaceId);
  sql.run('DELETE FROM key_search WHERE rowid IN (SELECT seq FROM keys WHERE workspace_id = ?)', workspaceId);
  // Whatever other features keep about a key goes with it.
  for (const { child, column, parent } of childrenOfKeys(sql)) {
    sql.run(
      `DELETE FROM "${child}" WHERE "${column}" IN (SELECT "${parent}" FROM keys WHERE workspace_id = ?)`,
      workspaceId,
    );
  }
  sql.run('DELETE FROM keys WHERE workspace_id = ?', workspaceId);
}

/** What people noted about keys and have not decided yet, when keys were used, and the ids that activity goes by; of all others nothing. */
function setAside(sql: Sql, workspaceId: string): void {
  type Local = Record<string, BoundValue> & { seq: number };
  type Key = { seq: number; id: string; remote_id: string } & Ghost;
  const locals = new Map(
    sql
      .all<Local>(
        `SELECT l.* FROM key_locals AS l JOIN keys AS k USING (seq)
         WHERE k.workspace_id = ? AND (l.environment <> 'unassigned' OR l.annotated_at <> '{}'
           OR ${hasPolicy} OR EXISTS (SELECT 1 FROM intents WHERE key_id = k.id)
           OR EXISTS (SELECT 1 FROM key_lineage WHERE new_key_id = k.id)
           OR EXISTS (SELECT 1 FROM observations WHERE key_seq = k.seq)
           OR EXISTS (SELECT 1 FROM ghost_keys WHERE key_id = k.id)
           OR EXISTS (SELECT 1 FROM rotation_runs WHERE old_key_id = k.id OR twin_key_id = k.id))`,
        workspaceId,
      )
      .map(({ seq, ...local }) => [seq, local]),
  );
  for (const { seq, id, remote_id, ...ghost } of sql.all<Key>(
    `SELECT k.seq, k.id, k.remote_id, g.intent_id AS ghost_intent_id, g.reason AS ghost_reason, g.state AS ghost_state
     FROM keys AS k LEFT JOIN ghost_keys AS g ON g.key_id = k.id WHERE k.workspace_id = ?`,
    workspaceId,
  )) {
    const local = locals.get(seq);
    if (!local) continue;
    sql.run(
      `INSERT OR REPLACE INTO removed_keys (workspace_id, remote_id, key_id, locals, ghost_intent_id, ghost_reason,
         ghost_state, observed) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      workspaceId,
      remote_id,
      id,
      JSON.stringify(local),
      ghost.ghost_intent_id,
      ghost.ghost_reason,
      ghost.ghost_state,
      observedText(sql, seq),
    );
  }
}

/**
 * Gives keys that came back with their workspace their old ids and what was noted about them. To be called after keys of
 * the workspace were added, inside the same transaction.
 */
export function takeBack(sql: Sql, workspaceId: string, now: string): void {
  type Back = {
    seq: number;
    remote_id: string;
    key_id: string;
    locals: string;
    observed: string | null;
  } & Ghost;
  const back = sql.all<Back>(
    `SELECT k.seq, r.remote_id, r.key_id, r.locals, r.ghost_intent_id, r.ghost_reason, r.ghost_state,
       r.observed
     FROM removed_keys AS r
     JOIN keys AS k ON k.workspace_id = r.workspace_id AND k.remote_id = r.remote_id WHERE r.workspace_id = ?`,
    workspaceId,
  );
  if (back.length === 0) return;
  const known = new Set(sql.column<string>("SELECT name FROM pragma_table_info('key_locals')"));
  for (const { seq, remote_id, key_id, locals, observed, ...ghost } of back) {
    const kept = Object.entries(JSON.parse(locals) as Record<string, BoundValue>).filter(([column]) =>
      known.has(column),
    );
    sql.run('UPDATE keys SET id = ? WHERE seq = ?', key_id, seq);
    sql.run(
      `UPDATE key_locals SET ${kept.map(([column]) => `"${column}" = ?`).join(', ')} WHERE seq = ?`,
      ...kept.map(([, value]) => value),
      seq,
    );
    adoptAgain(sql, seq);
    askAgain(sql, key_id, ghost);
    observeAgain(sql, seq, observed);
    sql.run('DELETE FROM key_index WHERE seq = ?', seq);
    sql.run('DELETE FROM removed_keys WHERE workspace_id = ? AND remote_id = ?', workspaceId, remote_id);
  }
  completeIndex(sql, Date.parse(now));
}

type Ghost = { ghost_intent_id: string | null; ghost_reason: string | null; ghost_state: string | null };

/** Whether its secret is lost is no less a question after a while without its workspace. */
function askAgain(sql: Sql, keyId: string, { ghost_intent_id, ghost_reason, ghost_state }: Ghost): void {
  if (ghost_intent_id === null) return;
  sql.run(
    `INSERT INTO ghost_keys (key_id, intent_id, reason, state) VALUES (?, ?, ?, ?) ON CONFLICT (key_id) DO NOTHING`,
    keyId,
    ghost_intent_id,
    ghost_reason,
    ghost_state,
  );
}

/** Others may have noted something meanwhile; a sync looks at the same metadata only once. */
function adoptAgain(sql: Sql, seq: number): void {
  const row = sql.get<LocalFields & { metadata: string }>(
    `SELECT keys.metadata, ${localColumns} FROM keys JOIN key_locals USING (seq) WHERE keys.seq = ?`,
    seq,
  );
  if (row) updateLocals(sql, seq, adopt(row, row.metadata));
}

/** Tables that refer to keys, as the schema says, so that a feature added later needs no word here. */
function childrenOfKeys(sql: Sql): { child: string; column: string; parent: string }[] {
  return sql.all(
    `SELECT tables.name AS child, refers."from" AS "column", coalesce(refers."to", 'seq') AS parent
     FROM sqlite_schema AS tables JOIN pragma_foreign_key_list(tables.name) AS refers
     WHERE tables.type = 'table' AND refers."table" = 'keys'`,
  );
}
