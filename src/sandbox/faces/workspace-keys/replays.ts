// Remembers which key a create request made, so that its repeat within 24 hours makes no second one.
import { createHash } from 'node:crypto';
import type { SandboxDatabase } from '../../core/database.ts';

const KEPT_FOR_MS = 24 * 60 * 60 * 1_000;

/** Two people, or one person in two workspaces, may well choose the same idempotency key. */
export interface ReplayId {
  workspace: string;
  email: string;
  idempotencyKey: string;
}

/** `sameRequest` is false where the idempotency key came back with another body. */
export interface Replay {
  keyId: string;
  sameRequest: boolean;
}

/** The earlier answer to this idempotency key, unless it is older than 24 hours. */
export function findReplay(
  db: SandboxDatabase,
  id: ReplayId,
  request: unknown,
  now: Date,
): Replay | undefined {
  const row = db
    .prepare<[string, string, string, number], { request_hash: Buffer; key_id: string }>(
      `SELECT request_hash, key_id FROM wk_replays
       WHERE workspace = ? AND email = ? AND idempotency_key = ? AND made_at > ?`,
    )
    .get(id.workspace, id.email, id.idempotencyKey, now.getTime() - KEPT_FOR_MS);
  return row && { keyId: row.key_id, sameRequest: row.request_hash.equals(fingerprint(request)) };
}

/** Also forgets what is older than 24 hours, so that the table does not grow for ever. */
export function rememberReplay(
  db: SandboxDatabase,
  id: ReplayId,
  request: unknown,
  keyId: string,
  now: Date,
): void {
  db.prepare('DELETE FROM wk_replays WHERE made_at <= ?').run(now.getTime() - KEPT_FOR_MS);
  db.prepare('INSERT INTO wk_replays VALUES (?, ?, ?, ?, ?, ?)').run(
    id.workspace,
    id.email,
    id.idempotencyKey,
    fingerprint(request),
    keyId,
    now.getTime(),
  );
}

/** `request` is the validated body, whose fields always come in the schema's order. */
function fingerprint(request: unknown): Buffer {
  return createHash('sha256').update(JSON.stringify(request)).digest();
}
