/** Changes over many keys from the dry run to the list of what was done: one runs at a time, and none is forgotten. */

import { annotationProblem } from '#shared/domain/annotations.ts';
import { whyUnfit } from '#shared/domain/fit-grant.ts';
import { type BulkAction, type BulkJob, mostWorkspacesToDelete } from '#shared/ipc/bulk.ts';
import type { Selection } from '#shared/ipc/selection.ts';
import type { BulkJobRow } from '../store/api/bulk.ts';
import { AppError } from '../system/app-error.ts';
import { timestamp } from '../system/ports.ts';
import type { BulkNeeds } from './needs.ts';
import { judgeAll } from './plan.ts';
import { type Run, startRun } from './run.ts';

export type BulkService = {
  plan(action: BulkAction, selection: Selection): Promise<BulkJob>;
  job(jobId: string): Promise<BulkJob>;
  jobs(): Promise<BulkJob[]>;
  start(jobId: string, slugs: Readonly<Record<string, string>>): Promise<BulkJob>;
  stop(jobId: string): Promise<BulkJob>;
  retry(jobId: string): Promise<BulkJob>;
  undo(jobId: string): Promise<BulkJob>;
  dismiss(jobId: string): Promise<void>;
  /** A sync settled open intents: what waited for them is known now. */
  afterSettling(): Promise<void>;
  /** At the start, before anything runs: what ran when Latchkey ended counts as interrupted. */
  recover(): Promise<void>;
  /** Ends what is under way; what is left is there at the next start. */
  interrupt(): Promise<void>;
};

export function createBulkService(needs: BulkNeeds): BulkService {
  const { store, clock, newId, emit } = needs;
  let current: { row: BulkJobRow; run: Run } | null = null;
  /** The job that is about to run, from the first question about it: a second press would begin it twice. */
  let claimed: string | null = null;

  async function need(jobId: string): Promise<BulkJobRow> {
    const row = await store.read.bulkJob(jobId);
    if (!row) throw new AppError({ code: 'not-found', message: 'This bulk change is not kept any more.' });
    return row;
  }

  function view(row: BulkJobRow): BulkJob {
    const run = current?.row.id === row.id ? current.run : null;
    const until = run?.waitingUntil() ?? null;
    const { kind } = row.action;
    const canBeUndone = kind !== 'delete' && kind !== 'scope';
    return {
      ...row,
      counts: run ? { ...run.counts } : row.counts,
      stopping: run?.stopping() ?? false,
      waitingUntil: until === null ? null : new Date(until).toISOString(),
      undoable: canBeUndone && !row.undo && !run && row.counts.done > 0,
    };
  }

  const say = async (jobId: string) => {
    const row = await store.read.bulkJob(jobId);
    if (row) emit('bulk.progress', view(row));
  };

  /** One job at a time gets from its checks to its run. */
  async function claiming(jobId: string, work: () => Promise<BulkJob>): Promise<BulkJob> {
    refuseSecond(jobId);
    claimed = jobId;
    try {
      return await work();
    } finally {
      claimed = null;
    }
  }

  function begin(row: BulkJobRow): BulkJob {
    const running: BulkJobRow = { ...row, state: 'running' };
    const run = startRun(needs, running, () => {
      if (current?.row.id === row.id) emit('bulk.progress', view(current.row));
    });
    current = { row: running, run };
    void run.over
      .then(async () => {
        current = null;
        await say(row.id);
      })
      .catch(needs.explain);
    return view(running);
  }

  function refuseSecond(jobId: string): void {
    const busy = claimed ?? current?.row.id ?? null;
    if (busy === null) return;
    if (busy === jobId) throw new AppError({ code: 'conflict', message: 'This bulk change runs already.' });
    throw new AppError({
      code: 'conflict',
      message: 'Another bulk change is still running.',
      hint: 'Wait until it has ended, or stop it.',
    });
  }

  return {
    async plan(action, selection) {
      refuseBadValue(action);
      const id = newId();
      const count = await store.write.planBulk({ id, action, at: timestamp(clock) }, selection);
      try {
        if (count === 0)
          throw new AppError({
            code: 'bad-input',
            message: 'None of these keys is in the inventory any more.',
          });
        await judgeAll(store, id, action);
        if (action.kind === 'delete') await refuseTooManyWorkspaces(id);
        return view(await need(id));
      } catch (error) {
        await store.write.removeBulk(id);
        throw error;
      }
    },
    job: async (jobId) => view(await need(jobId)),
    async jobs() {
      const rows = (await store.read.bulkJobs()).map(view);
      return rows.filter(({ state, counts }) => state === 'running' || leftOver(counts) > 0);
    },
    start: (jobId, slugs) =>
      claiming(jobId, async () => {
        const row = await need(jobId);
        if (row.state !== 'planned')
          throw new AppError({ code: 'conflict', message: 'This bulk change ran already.' });
        if (row.counts.change === 0)
          throw new AppError({ code: 'bad-input', message: 'There is nothing to change.' });
        if (row.action.kind === 'delete' && row.counts.change > 1) await refuseWrongSlugs(jobId, slugs);
        await store.write.setBulkState(jobId, 'running');
        return begin(row);
      }),
    async stop(jobId) {
      if (current?.row.id === jobId) current.run.stop();
      return view(await need(jobId));
    },
    retry: (jobId) =>
      claiming(jobId, async () => {
        const { state } = await need(jobId);
        if (state === 'planned')
          throw new AppError({ code: 'conflict', message: 'This bulk change did not run yet.' });
        await store.write.resumeBulk(jobId);
        await store.write.setBulkState(jobId, 'running');
        return begin(await need(jobId));
      }),
    undo: (jobId) =>
      claiming(jobId, async () => {
        const row = await need(jobId);
        if (!view(row).undoable)
          throw new AppError({ code: 'not-supported', message: 'This bulk change cannot be taken back.' });
        const id = newId();
        await store.write.planBulkUndo({ id, at: timestamp(clock) }, jobId);
        await judgeAll(store, id, row.action);
        await store.write.setBulkState(id, 'running');
        // What it did is about to be undone; its list would say otherwise.
        await store.write.removeBulk(jobId);
        return begin(await need(id));
      }),
    async dismiss(jobId) {
      if (jobId === (claimed ?? current?.row.id)) refuseSecond(jobId);
      await store.write.removeBulk(jobId);
    },
    async afterSettling() {
      for (const jobId of await store.write.settleBulk()) if (current?.row.id !== jobId) await say(jobId);
    },
    recover: () => store.write.recoverBulk(),
    async interrupt() {
      current?.run.interrupt();
      await current?.run.over;
    },
  };

  async function concerned(jobId: string) {
    return (await store.read.bulkWorkspaces(jobId)).filter(({ counts }) => counts.change > 0);
  }

  async function refuseTooManyWorkspaces(jobId: string): Promise<void> {
    const count = (await concerned(jobId)).length;
    if (count <= mostWorkspacesToDelete) return;
    throw new AppError({
      code: 'bad-input',
      message: `These keys are in ${count} workspaces. Deleting asks for the slug of each, so it is limited to ${mostWorkspacesToDelete} workspaces at a time.`,
      hint: 'Select keys of fewer workspaces.',
    });
  }

  /** Deleting is final: whoever does it to many keys types where. */
  async function refuseWrongSlugs(jobId: string, slugs: Readonly<Record<string, string>>): Promise<void> {
    for (const { workspaceId, slug, name } of await concerned(jobId)) {
      if (slugs[workspaceId]?.trim() === slug) continue;
      throw new AppError({
        code: 'bad-input',
        message: `To delete keys of ${name}, its slug ${slug} has to be typed. Nothing was sent.`,
      });
    }
  }
}

/** Keys that were to be changed and were not, as far as is known. */
function leftOver({ change, sending, failed, unsure }: BulkJob['counts']): number {
  return change + sending + failed + unsure;
}

function refuseBadValue(action: BulkAction): void {
  if (action.kind === 'owner') {
    const problem = annotationProblem({ owner: action.owner });
    if (problem) throw new AppError({ code: 'bad-input', message: problem.message });
  }
  if (action.kind !== 'scope' || action.change.mode !== 'replace') return;
  const unfit = whyUnfit(action.change.grant);
  if (unfit !== null) throw new AppError({ code: 'bad-input', field: 'grant', message: unfit });
}
