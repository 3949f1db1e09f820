// What stands in the way of changing or ending an existing key.
import type { Context } from 'hono';
import type { RoboflowEnv } from './caller.ts';
import { keyById, type StoredKey } from './key-store.ts';
import { covers } from './reach.ts';
import { absent, beyondCaller, conflict } from './refusals.ts';

/**
 * The key named in the path. 404 where there is none; 403 where it is stronger than the caller, our choice where
 * Roboflow does not say.
 */
export function targetKey(c: Context<RoboflowEnv>): StoredKey {
  const { services, caller } = c.var;
  const target = keyById(services.db, caller.workspace.slug, c.req.param('keyId') ?? '');
  if (!target) throw absent(c);
  if (!covers(caller.key, target)) {
    throw beyondCaller('The key has abilities or folders that the API key asking for the change has not.');
  }
  return target;
}

/** 409. Roboflow names disable and revoke; for roll it does not say, and we answer the same. */
export function refuseProtected(key: StoredKey, action: 'disabled' | 'revoked' | 'rolled'): void {
  if (!key.protected) return;
  throw conflict(
    `This key is protected and cannot be ${action}.`,
    'Lift the protection in the dashboard first.',
  );
}

/** Rolling is not refused: the deployment moves along to the new key. */
export function refuseDeployed(key: StoredKey, action: 'disabled' | 'revoked'): void {
  if (key.deployment === null) return;
  throw conflict(
    `The dedicated deployment "${key.deployment}" runs on this key, so it cannot be ${action}.`,
    'Roll the key instead: the deployment moves along.',
  );
}
