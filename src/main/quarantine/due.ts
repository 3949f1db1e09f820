/**
 * Deleting what has been in quarantine long enough. Nobody presses a button at that moment, so nothing is taken for
 * granted: the workspace is read anew, then each key is guarded and compared with how it was left, right before.
 */
// Not from the package's root, whose three hundred modules cost every start from source a second.
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import type { QuarantineHold } from '#shared/domain/quarantine.ts';
import type { Workspace } from '#shared/ipc/connections.ts';
import type { DueKey } from '../store/api/quarantine.ts';
import { AppError } from '../system/app-error.ts';
import { passesBy } from '../system/passing.ts';
import { timestamp } from '../system/ports.ts';
import type { QuarantineNeeds } from './needs.ts';
import { whatChanged } from './what-changed.ts';

/** How long after a key could not be looked at it is tried again, in milliseconds. */
const retryAfter = 5 * 60_000;

/** Clocks differ by a little, in milliseconds; what is meant are hours and days. */
const clockTolerance = 10 * 60_000;

/**
 * One round. What could not be done says so in its entry, what left says so in the news. Repeating it changes nothing,
 * also after it was cut off: a deletion without its answer is settled by reading the workspace, before another is sent.
 * `openSince`: when this run of Latchkey began.
 */
export async function deleteDue(
  needs: QuarantineNeeds,
  openSince: string,
  stopping: AbortSignal,
): Promise<void> {
  const { store, clock, emit } = needs;
  const triedBefore = new Date(clock.now().getTime() - retryAfter).toISOString();
  const due = await store.read.quarantineDue(timestamp(clock), triedBefore);
  const byWorkspace = Map.groupBy(due, ({ workspaceId }) => workspaceId);
  for (const [workspaceId, keys] of byWorkspace) {
    if (stopping.aborted) return;
    await deleteIn(needs, workspaceId, keys, stopping);
  }
  const left = await store.write.sweepQuarantine(timestamp(clock), openSince);
  if (due.length > 0 || left > 0) emit('quarantine.changed', {});
}

async function deleteIn(
  needs: QuarantineNeeds,
  workspaceId: string,
  keys: readonly DueKey[],
  stopping: AbortSignal,
): Promise<void> {
  const { store } = needs;
  await needs.readWorkspace(workspaceId);
  if (stopping.aborted) return;
  const workspace = (await store.read.workspaces()).find(({ id }) => id === workspaceId);
  for (const key of keys) {
    if (stopping.aborted) return;
    if (!workspace) continue;
    const { state, name, problem } = workspace;
    if (state !== 'ready') await hold(needs, key, wait(problem?.message ?? `${name} could not be read.`));
    else await deleteOne(needs, key, workspace);
  }
}

const wrongClock = 'By the clock of the platform its day has not come: the clock of this computer is ahead.';

/** A computer whose clock jumped must not delete what has weeks to go; the platform's answers tell its time. */
function isEarly({ clock, leastAhead }: QuarantineNeeds, { due }: DueKey, { baseUrl }: Workspace): boolean {
  const theirs = clock.now().getTime() + leastAhead(new URL(baseUrl).host);
  return Date.parse(due) > theirs + clockTolerance;
}

async function deleteOne(needs: QuarantineNeeds, key: DueKey, workspace: Workspace): Promise<void> {
  if (!(await stillDue(needs, key))) return;
  needs.deleting.add(key.keyId);
  try {
    await needs.keys.delete(key.keyId, {
      detail: `Deleted as planned after ${daysIn(key, needs.clock.now())} in quarantine.`,
      planned: true,
      async check(remote, read) {
        // By the answer that just came, since the clock may have been set while the workspace was read.
        if (isEarly(needs, key, workspace)) throw new AppError({ code: 'cancelled', message: wrongClock });
        const changed = whatChanged(key.baseline, remote);
        if (changed !== null)
          throw new AppError({ code: 'stale', message: `${changed} So it was not deleted.` });
        await needs.needReplaced(key.keyId, read);
      },
    });
  } catch (error) {
    const info = needs.describe(error);
    await hold(needs, key, passesBy(info) ? wait(info.message) : { kind: 'ask', message: info.message });
  } finally {
    needs.deleting.delete(key.keyId);
  }
}

/**
 * It may have been restored, planned anew or deleted while its workspace was read. Where a person is just changing it, the
 * next look is soon enough: two writes on one key at once could end either way.
 */
async function stillDue(needs: QuarantineNeeds, { keyId, due }: DueKey): Promise<boolean> {
  const now = await needs.store.read.keyDetail(keyId);
  if (needs.isBeingChanged(keyId)) return false;
  return now !== null && now.status !== 'vanished' && now.quarantine?.due === due;
}

async function hold(
  { store, clock }: QuarantineNeeds,
  { keyId }: DueKey,
  why: QuarantineHold,
): Promise<void> {
  await store.write.holdQuarantine(keyId, why, timestamp(clock));
}

function wait(why: string): QuarantineHold {
  return { kind: 'wait', message: `${why} It is tried again by itself.` };
}

function daysIn({ since }: DueKey, now: Date): string {
  const days = differenceInCalendarDays(now, since);
  return days === 1 ? '1 day' : `${days} days`;
}
