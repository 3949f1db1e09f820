/** The change of one key, unless somebody changed it since the dry run or it is so already. */
import { sameGrant } from '#shared/domain/grant.ts';
import { defaultQuarantineDays, type QuarantinePlan } from '#shared/domain/quarantine.ts';
import type { BulkAction } from '#shared/ipc/bulk.ts';
import type { RemoteKey } from '../platforms/platform.ts';
import type { BulkTask } from '../store/api/bulk.ts';
import type { Store } from '../store/client.ts';
import { AppError } from '../system/app-error.ts';
import type { BulkActions } from './needs.ts';
import { isAlready, sameValue } from './values.ts';

/** Throws what the single change throws, or `stale`. */
export async function changeOneKey(
  { store, actions }: { store: Store; actions: BulkActions },
  action: BulkAction,
  task: BulkTask,
): Promise<void> {
  if (task.expected === null) return annotate(store, actions, task);
  const key = await readUnlessGone(actions, task);
  // Asked for once before and the answer was lost: it is done, by whomever.
  if (key === null || isAlready(key, task.after)) return;
  if (!isAsExpected(key, task)) throw changedMeanwhile();
  await send(actions, action, task);
}

/**
 * Null where a key that is to be deleted is gone for certain. One that merely left the inventory, with its connection, is
 * not; nor is one that a credential of somewhere else does not find.
 */
async function readUnlessGone(actions: BulkActions, { keyId, after }: BulkTask): Promise<RemoteKey | null> {
  const isDeletion = after.kind === 'status' && after.status === 'deleted';
  try {
    return await actions.read(keyId);
  } catch (error) {
    if (isDeletion && isNotFound(error) && (await actions.isGone(keyId))) return null;
    throw error;
  }
}

function isNotFound(error: unknown): boolean {
  return error instanceof Error && 'info' in error && (error.info as { code?: string }).code === 'not-found';
}

async function annotate(
  store: Store,
  actions: BulkActions,
  { keyId, before, after }: BulkTask,
): Promise<void> {
  if (after.kind !== 'environment' && after.kind !== 'owner') return;
  const local = await store.read.bulkLocal(keyId);
  if (!local)
    throw new AppError({ code: 'not-found', message: 'This key is not in the inventory any more.' });
  const now =
    after.kind === 'environment'
      ? ({ kind: 'environment', environment: local.environment } as const)
      : ({ kind: 'owner', owner: local.owner } as const);
  if (sameValue(now, after)) return;
  if (!sameValue(now, before)) throw changedMeanwhile();
  await actions.annotate(
    keyId,
    after.kind === 'environment' ? { environment: after.environment } : { owner: after.owner },
  );
}

async function send(actions: BulkActions, action: BulkAction, { keyId, before, after }: BulkTask) {
  if (after.kind === 'grant' && before.kind === 'grant') {
    return actions.editGrant(keyId, after.grant, before.grant);
  }
  if (after.kind !== 'status') return undefined;
  switch (after.status) {
    case 'active':
      return actions.setDisabled(keyId, false);
    case 'disabled':
      return actions.setDisabled(keyId, true);
    case 'quarantined':
      return actions.quarantine(keyId, planOf(action, after.until));
    case 'deleted':
      return actions.deleteKey(keyId);
  }
}

/** `until`: the day it had before a change that is being taken back. */
function planOf(action: BulkAction, until: string | undefined): QuarantinePlan {
  if (until !== undefined) return { due: until };
  return { days: action.kind === 'quarantine' ? action.days : defaultQuarantineDays };
}

function isAsExpected(key: RemoteKey, { name, expected }: BulkTask): boolean {
  return (
    expected !== null &&
    key.name === name &&
    key.disabled === expected.disabled &&
    key.protected === expected.protected &&
    sameGrant(key.grant, expected.grant)
  );
}

function changedMeanwhile(): AppError {
  return new AppError({
    code: 'stale',
    message: 'Somebody changed this key since the dry run. Nothing was sent.',
    hint: 'Sync and look at it before you decide again.',
  });
}
