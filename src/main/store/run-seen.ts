/** What the inventory says about the keys of a run: from it and from the outcomes of its writes a run knows where it stands. */
import type { ErrorInfo } from '#shared/domain/errors.ts';
import type { LastUsed } from '#shared/domain/key.ts';
import type { PlatformId } from '#shared/domain/platform.ts';
import type { RunKey, RunRecord, RunSeen } from './api/runs.ts';
import { lastUsed } from './keys.ts';
import { observationsOf } from './observations.ts';
import { quarantineOf } from './quarantine.ts';
import type { Sql } from './sql.ts';

type Place = { platform: PlatformId; baseUrl: string; listedAt: number | null; trouble: string | null };
type Key = {
  id: string;
  remote_id: string;
  name: string;
  prefix: string;
  disabled: number;
  vanished_at: string | null;
  last_used_kind: LastUsed['kind'];
  last_used_at: string | null;
};

/** Null where its workspace was removed: then nothing can be told. */
export function seenOf(sql: Sql, run: RunRecord): RunSeen | null {
  const place = sql.get<Place>(
    `SELECT connections.platform, connections.base_url AS baseUrl, workspaces.looked_at AS listedAt,
       iif(workspaces.state IS NULL, connections.problem, workspaces.problem) AS trouble
     FROM workspaces JOIN connections ON connections.id = workspaces.connection_id
     WHERE workspaces.id = ? AND workspaces.removed_at IS NULL`,
    run.workspaceId,
  );
  if (!place) return null;
  const { facts } = run;
  const { pending, madeKeyId } = pendingOf(sql, run);
  const quarantine = quarantineOf(sql, run.old.keyId);
  return {
    ...place,
    trouble: place.trouble === null ? null : (JSON.parse(place.trouble) as ErrorInfo),
    pending,
    old: seenKey(keyOf(sql, run.old.keyId)),
    oldUses: observationsOf(sql, run.old.keyId),
    oldIsChanging:
      sql.column(
        `SELECT 1 FROM intents WHERE key_id = ? AND outcome = 'open'
           AND id NOT IN (SELECT intent_id FROM rotation_run_intents WHERE run_id = ?)`,
        run.old.keyId,
        run.id,
      ).length > 0,
    twin: twinOf(sql, facts.twin?.keyId ?? madeKeyId),
    namesake: namesakeOf(sql, run),
    quarantine: quarantine && { due: quarantine.due, hold: quarantine.hold },
  };
}

type Pending = { pending: RunSeen['pending']; madeKeyId: string | null };

function pendingOf(sql: Sql, { facts: { pending } }: RunRecord): Pending {
  if (!pending) return { pending: 'none', madeKeyId: null };
  type Intent = { outcome: 'open' | 'done' | 'failed'; keyId: string | null };
  const intent = sql.get<Intent>(
    'SELECT outcome, key_id AS keyId FROM intents WHERE id = ?',
    pending.intentId,
  );
  if (!intent) return { pending: 'missing', madeKeyId: null };
  if (pending.operation !== 'create' || intent.outcome !== 'done' || intent.keyId !== null)
    return { pending: intent.outcome, madeKeyId: pending.operation === 'create' ? intent.keyId : null };
  // It happened, and several keys may be the one: a person is asked which. Where none of them is, there is no twin.
  const asked = sql.column(
    "SELECT 1 FROM ghost_keys JOIN keys ON keys.id = ghost_keys.key_id WHERE intent_id = ? AND state = 'undecided' AND vanished_at IS NULL",
    pending.intentId,
  );
  return { pending: asked.length > 0 ? 'open' : 'failed', madeKeyId: null };
}

const keyShape =
  'SELECT id, remote_id, name, prefix, disabled, vanished_at, last_used_kind, last_used_at FROM keys';

function keyOf(sql: Sql, keyId: string): Key | undefined {
  return sql.get<Key>(`${keyShape} WHERE id = ?`, keyId);
}

function seenKey(key: Key | undefined): RunSeen['old'] {
  if (!key) return { state: 'gone', kept: false, lastUsed: { kind: 'not-seen' } };
  const state = key.disabled === 1 ? 'disabled' : 'alive';
  return {
    state: key.vanished_at === null ? state : 'gone',
    kept: true,
    lastUsed: lastUsed(key.last_used_kind, key.last_used_at),
  };
}

function twinOf(sql: Sql, keyId: string | null): RunSeen['twin'] {
  const key = keyId === null ? undefined : keyOf(sql, keyId);
  if (!key) return null;
  const [ghost] = sql.column<string>('SELECT state FROM ghost_keys WHERE key_id = ?', key.id);
  const secret = ghost === undefined ? 'let-go' : ghost === 'held' ? 'held' : 'lost';
  return { ...runKey(key), ...seenKey(key), secret };
}

/** A request that was thought lost can arrive late. */
function namesakeOf(sql: Sql, { workspaceId, startedAt, facts }: RunRecord): RunKey | null {
  if (!facts.asked || facts.twin) return null;
  const key = sql.get<Key>(
    `${keyShape} JOIN key_locals USING (seq)
     WHERE workspace_id = ? AND name = ? AND vanished_at IS NULL AND first_seen_at >= ?`,
    workspaceId,
    facts.twinName,
    startedAt,
  );
  return key ? runKey(key) : null;
}

const runKey = ({ id, remote_id, name, prefix }: Key): RunKey => ({
  keyId: id,
  remoteId: remote_id,
  name,
  prefix,
});
