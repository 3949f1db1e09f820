/** Deleting the old key, by a person's order or when its quarantine is over; never without a look at its twin right before. */
import type { RemoteKey } from '../platforms/platform.ts';
import { PlatformError } from '../platforms/platform-error.ts';
import type { RunRecord } from '../store/api/runs.ts';
import type { Store } from '../store/client.ts';
import { AppError } from '../system/app-error.ts';
import { currentStep, deletesFirst } from './facts.ts';
import type { ReadKey, RunNeeds } from './needs.ts';

export async function deleteOld(needs: RunNeeds, run: RunRecord, intentId: string): Promise<void> {
  const isFirst = deletesFirst(run);
  await needs.keys.delete(run.old.keyId, {
    detail: isFirst ? 'Deleted at once: it was compromised.' : 'Deleted: another key took its place.',
    intentId,
    check: async (_old, read) => {
      if (!isFirst) await needTwin(run, read);
    },
  });
}

/**
 * For quarantine, right before it deletes a key whose day has come. Throws where a run of the key is under way and has not come
 * that far (that passes by), or where its twin could not take its place (then a person decides).
 */
export async function needReplaced(store: Store, keyId: string, read: ReadKey): Promise<void> {
  const found = await store.read.runOfKey(keyId);
  if (!found || found.run.endedAt !== null || found.run.old.keyId !== keyId) return;
  const { run } = found;
  if (currentStep(run) !== 'delete' || run.facts.pending || run.facts.going.kind !== 'on') {
    throw new AppError({
      code: 'cancelled',
      message: 'The rotation run of this key has not come to its deletion yet.',
    });
  }
  await needTwin(run, read);
}

async function needTwin({ facts: { twin } }: RunRecord, read: ReadKey): Promise<void> {
  const key = twin && (await readIfThere(twin.remoteId, read));
  const called = twin?.name || 'the new key';
  if (!key)
    throw refused(`${called} is not at the platform any more`, 'Make another one in its rotation run first.');
  if (key.disabled)
    throw refused(`Somebody disabled ${called}`, 'Enable it again, then carry on with the run.');
}

async function readIfThere(remoteId: string, read: ReadKey): Promise<RemoteKey | null> {
  try {
    return await read(remoteId);
  } catch (error) {
    if (error instanceof PlatformError && error.code === 'not-found') return null;
    throw error;
  }
}

function refused(why: string, hint: string): AppError {
  return new AppError({ code: 'stale', message: `${why}, so the old key was not deleted.`, hint });
}
