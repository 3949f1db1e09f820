/** Keys whose secret is lost: found when a creation is settled, or left over from a hand-over that never happened. */
import type { AnnotationPatch } from '#shared/domain/annotations.ts';
import { type Grant, sameGrant } from '#shared/domain/grant.ts';
import type { KeyDetail } from '#shared/domain/key.ts';
import { type FirstPolicy, ownPolicyText } from '#shared/domain/policies.ts';
import type { GhostKey, WaitingCreation } from '#shared/ipc/ghost-keys.ts';
import { annotateBlank } from './annotations.ts';
import type { GhostReads, GhostWrites, KeyOrigin } from './api/ghost-keys.ts';
import type { PolicyWrites } from './api/policies.ts';
import { claim, settle } from './intents.ts';
import { follow } from './lineage.ts';
import type { Sql } from './sql.ts';

/** What a creation asked for; written by the service, and read here to ask about what became of it. */
type Asked = { name?: string; annotations?: AnnotationPatch; grant?: Grant; policy?: FirstPolicy };

export function ghostReads(sql: Sql): GhostReads {
  return {
    ghostKeys() {
      const ghosts = new Map<string, GhostKey>();
      for (const row of sql.all<Row>(undecided)) {
        const asked = JSON.parse(row.expected) as Asked;
        const grant = JSON.parse(row.grant_body) as Grant;
        const ghost = ghosts.get(row.intent_id) ?? {
          intentId: row.intent_id,
          workspaceId: row.workspace_id,
          name: asked.name ?? row.name,
          annotations: asked.annotations ?? {},
          grant: asked.grant ?? null,
          ...(asked.policy && { policy: asked.policy }),
          at: row.begun_at,
          reason: row.reason,
          candidates: [],
        };
        ghost.candidates.push({
          keyId: row.key_id,
          name: row.name,
          prefix: row.prefix,
          createdAt: row.created_at,
          createdBy: row.created_by,
          sameGrant: asked.grant !== undefined && sameGrant(asked.grant, grant),
        });
        ghosts.set(row.intent_id, ghost);
      }
      return [...ghosts.values()];
    },
    openCreations() {
      type Open = Omit<WaitingCreation, 'name'> & { expected: string };
      return sql
        .all<Open>(
          `SELECT id AS intentId, workspace_id AS workspaceId, expected FROM intents
           WHERE outcome = 'open' AND action = 'create' AND ${notOfRun}
             AND workspace_id IN (SELECT id FROM workspaces WHERE removed_at IS NULL) ORDER BY seq`,
        )
        .map(({ expected, ...open }) => ({ ...open, name: (JSON.parse(expected) as Asked).name ?? '' }));
    },
    keyOrigins: (workspaceId, remoteIds) =>
      sql.all<KeyOrigin>(
        `SELECT keys.remote_id AS remoteId, keys.id AS keyId, key_locals.first_seen_at AS firstSeenAt,
           coalesce(ghost_keys.intent_id, (
             SELECT id FROM intents WHERE intents.key_id = keys.id AND action = 'create' AND outcome = 'done'
           ), (SELECT intent_id FROM key_lineage WHERE new_key_id = keys.id)) AS madeBy
         FROM json_each(?) AS wanted
         JOIN keys ON keys.workspace_id = ? AND keys.remote_id = wanted.value
         JOIN key_locals USING (seq) LEFT JOIN ghost_keys ON ghost_keys.key_id = keys.id`,
        JSON.stringify(remoteIds),
        workspaceId,
      ),
  };
}

function askedFor(sql: Sql, intentId: string): Asked {
  const [expected] = sql.column<string>('SELECT expected FROM intents WHERE id = ?', intentId);
  return expected === undefined ? {} : (JSON.parse(expected) as Asked);
}

type Row = {
  key_id: string;
  intent_id: string;
  reason: GhostKey['reason'];
  workspace_id: string;
  expected: string;
  begun_at: string;
  name: string;
  prefix: string;
  created_at: string | null;
  created_by: string | null;
  grant_body: string;
};

/** A rotation run asks about its own twin; which of several keys that is, it cannot know. */
const notOfRun = `NOT EXISTS (
  SELECT 1 FROM rotation_run_intents JOIN rotation_runs ON rotation_runs.id = rotation_run_intents.run_id
  WHERE rotation_run_intents.intent_id = intents.id AND rotation_runs.ended_at IS NULL)`;

/** A key that vanished needs no answer any more. */
const undecided = `SELECT ghost_keys.key_id, ghost_keys.intent_id, ghost_keys.reason, intents.workspace_id,
    intents.expected, intents.begun_at, keys.name, keys.prefix, keys.created_at, keys.created_by,
    grants.body AS grant_body
  FROM ghost_keys JOIN intents ON intents.id = ghost_keys.intent_id JOIN keys ON keys.id = ghost_keys.key_id
    JOIN grants ON grants.id = keys.grant_id
  WHERE ghost_keys.state = 'undecided' AND keys.vanished_at IS NULL AND (intents.key_id IS NULL OR ${notOfRun})
  ORDER BY intents.seq, ghost_keys.seq`;

/** Among several it was not known until now which one took the rolled key's place. */
function followRoll(sql: Sql, keyId: string, intentId: string): void {
  type Rolled = { oldKeyId: string; at: string; expected: string };
  const rolled = sql.get<Rolled>(
    `SELECT key_id AS oldKeyId, begun_at AS at, expected FROM intents
     WHERE id = ? AND action = 'roll' AND key_id IS NOT NULL`,
    intentId,
  );
  if (!rolled) return;
  const { metadata = {} } = JSON.parse(rolled.expected) as { metadata?: Record<string, unknown> };
  follow(sql, keyId, { oldKeyId: rolled.oldKeyId, intentId, metadata, at: rolled.at });
}

/** For the inspector; nothing where the secret is not known to be lost. */
export function lostSecretOf(sql: Sql, keyId: string): Pick<KeyDetail, 'secretLost'> {
  const [state] = sql.column<'undecided' | 'kept'>(
    "SELECT state FROM ghost_keys WHERE key_id = ? AND state <> 'held'",
    keyId,
  );
  return state === undefined ? {} : { secretLost: state };
}

export function ghostWrites(sql: Sql, { setKeyPolicy }: Pick<PolicyWrites, 'setKeyPolicy'>): GhostWrites {
  return {
    settleGhost: (intentId, detail, at, keyIds) =>
      sql.atomically(() => {
        settle(sql, intentId, 'done', detail, at, keyIds.length === 1 ? keyIds[0] : undefined);
        for (const keyId of keyIds) {
          sql.run(
            `INSERT INTO ghost_keys (key_id, intent_id, reason, state) VALUES (?, ?, 'answer-lost', 'undecided')
             ON CONFLICT (key_id) DO UPDATE SET intent_id = excluded.intent_id, state = excluded.state`,
            keyId,
            intentId,
          );
        }
      }),
    holdSecret(keyId, intentId) {
      sql.run(
        `INSERT INTO ghost_keys (key_id, intent_id, reason, state) VALUES (?, ?, 'not-handed-over', 'held')
         ON CONFLICT (key_id) DO NOTHING`,
        keyId,
        intentId,
      );
    },
    letGoOfSecret(keyId) {
      sql.run("DELETE FROM ghost_keys WHERE key_id = ? AND state = 'held'", keyId);
      sql.run(
        `UPDATE removed_keys SET ghost_intent_id = NULL, ghost_reason = NULL, ghost_state = NULL
         WHERE key_id = ? AND ghost_state = 'held'`,
        keyId,
      );
    },
    askAboutHeld() {
      sql.run("UPDATE ghost_keys SET state = 'undecided' WHERE state = 'held'");
      sql.run("UPDATE removed_keys SET ghost_state = 'undecided' WHERE ghost_state = 'held'");
    },
    keepGhost: (keyId, now) =>
      sql.atomically(() => {
        const [intentId] = sql.column<string>('SELECT intent_id FROM ghost_keys WHERE key_id = ?', keyId);
        if (intentId === undefined) return;
        sql.run('DELETE FROM ghost_keys WHERE intent_id = ? AND key_id <> ?', intentId, keyId);
        sql.run("UPDATE ghost_keys SET state = 'kept' WHERE key_id = ?", keyId);
        // Among several it was not known until now which one the creation made.
        const found = sql.run(
          'UPDATE intents SET key_id = ? WHERE id = ? AND key_id IS NULL',
          keyId,
          intentId,
        );
        if (found > 0) {
          const { annotations = {}, policy } = askedFor(sql, intentId);
          annotateBlank(sql, keyId, annotations, now);
          if (policy && sql.column('SELECT 1 FROM key_policies WHERE key_id = ?', keyId).length === 0) {
            const { days, reason } = policy;
            setKeyPolicy(keyId, days, {
              at: now,
              reason: reason || null,
              detail: ownPolicyText(days, reason),
            });
          }
        }
        followRoll(sql, keyId, intentId);
        claim(sql, intentId);
      }),
    releaseGhosts(intentId) {
      sql.run("DELETE FROM ghost_keys WHERE intent_id = ? AND state = 'undecided'", intentId);
    },
  };
}
