/** The changes of many keys that run, or ended with keys left, as the whole window sees them. */
import { create } from 'zustand';
import type { BulkJob } from '#shared/ipc/bulk.ts';
import { openDialog, useDialogs } from '../../app/dialogs.ts';
import { answer, bridge } from '../../lib/bridge.ts';
import { showToast, showUndoFailure } from '../../ui/toast.tsx';
import { notDone, outcomeWords } from './bulk-words.ts';

type BulkState = { jobs: ReadonlyMap<string, BulkJob> };

export const useBulk = create<BulkState>(() => ({ jobs: new Map() }));

/** The job as it is now; `known` where nothing was heard of it yet. */
export function useBulkJob(known: BulkJob): BulkJob {
  return useBulk((state) => state.jobs.get(known.id) ?? known);
}

export function keepJob(job: BulkJob): void {
  useBulk.setState(({ jobs }) => ({ jobs: new Map(jobs).set(job.id, job) }));
}

export function forgetJob(jobId: string): void {
  useBulk.setState(({ jobs }) => {
    const left = new Map(jobs);
    left.delete(jobId);
    return { jobs: left };
  });
}

/** Those worth a word outside of their dialog: what runs, then what is left undone. */
export function inSight(jobs: ReadonlyMap<string, BulkJob>): BulkJob[] {
  return [...jobs.values()]
    .filter(({ state, counts }) => state === 'running' || (state !== 'planned' && notDone(counts) > 0))
    .sort((one, other) => Number(other.state === 'running') - Number(one.state === 'running'));
}

/** Forgets a job for good; one that is kept for its undo goes with the session anyway. */
export async function dismissJob(jobId: string): Promise<void> {
  forgetJob(jobId);
  await answer(bridge().bulkDismiss({ jobId }));
}

/** Starts taking back what a job did, and follows that. */
async function undoJob(jobId: string): Promise<void> {
  const result = await answer(bridge().bulkUndo({ jobId }));
  if (!result.ok) return showUndoFailure(result.error.message);
  forgetJob(jobId);
  keepJob(result.value);
}

/** Follows what main says; returns how to stop. */
export function followBulk(): () => void {
  void answer(bridge().bulkJobs({})).then((result) => {
    if (!result.ok) return;
    // What was heard meanwhile is newer.
    for (const job of result.value) if (!useBulk.getState().jobs.has(job.id)) keepJob(job);
  });
  return bridge().onBulkProgress((job) => {
    const before = useBulk.getState().jobs.get(job.id);
    keepJob(job);
    if (before?.state === 'running' && job.state !== 'running') sayEnd(job);
  });
}

/** A job that ends behind the window's back is worth a word; its own dialog says it by itself. */
function sayEnd(job: BulkJob): void {
  const open = useDialogs.getState().open;
  if (open?.kind === 'bulk' || open?.kind === 'bulk-job') return;
  showToast({
    text: outcomeWords(job),
    about: job.id,
    ...(job.undoable && notDone(job.counts) === 0 && { undo: () => void undoJob(job.id) }),
  });
}

export function showJob(job: BulkJob): void {
  openDialog({ kind: 'bulk-job', job });
}
