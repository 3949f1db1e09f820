/** Rotation runs: begin, carry on, take back. Every call answers the run as it is afterwards, its problem included. */
import type { Incident } from '#shared/domain/incident.ts';
import type { Run } from '#shared/domain/rotation-run.ts';
import type { RunReason, RunStep } from '#shared/domain/run-step.ts';
import type { RunWithSeen } from '../store/api/runs.ts';
import { timestamp } from '../system/ports.ts';
import { begin, type Wanted } from './begin.ts';
import { type Change, createDriver, type Known } from './driver.ts';
import { observe } from './machine.ts';
import type { RunNeeds } from './needs.ts';
import { cancel, carryOn, compromise, newTwin, tick, undo } from './person.ts';
import { type Preview, preview } from './preview.ts';
import { viewOf } from './view.ts';

export type RunService = ReturnType<typeof createRunService>;

export function createRunService(needs: RunNeeds) {
  const { store, clock } = needs;
  const driver = createDriver(needs);

  /** As it stands by what is seen now: what changed since it was stored is stored a moment later. */
  function view(known: Known): Run {
    const run = observe(known.run, known.seen);
    return viewOf(run, known.seen, run.facts.twin ? driver.ticket(run.facts.twin.keyId) : undefined);
  }

  function viewFound({ run, seen }: RunWithSeen): Run {
    const ahead = needs.ahead(new URL(seen.baseUrl).host);
    return view({ run, seen: { ...seen, ahead, now: timestamp(clock) } });
  }

  async function change(runId: string, how: Change): Promise<Run> {
    return view(await driver.advance(runId, { act: true, change: how }));
  }

  /** A person who asks for what only a look can tell gets one. */
  async function lookFor(runId: string): Promise<Run> {
    const { run } = await driver.know(runId);
    await needs.look(run.workspaceId);
    return view(await driver.advance(runId, { act: false }));
  }

  async function all(workspaceId: string | null, act: boolean): Promise<void> {
    for (const runId of await store.read.liveRunIds(workspaceId))
      await driver.advance(runId, { act }).catch(needs.report);
  }

  return {
    preview: async (keyIds: readonly string[], reason: RunReason): Promise<Preview[]> =>
      preview(needs, keyIds, reason),
    async start(keyIds: readonly string[], wanted: Wanted) {
      const { begun, refused } = await begin(needs, driver, keyIds, wanted);
      return { runs: begun.map(view), refused };
    },
    get: async (runId: string): Promise<Run> => view(await driver.know(runId)),
    async ofKey(keyId: string): Promise<Run | null> {
      const found = await store.read.runOfKey(keyId);
      return found && viewFound(found);
    },
    async together(runId: string): Promise<Run[]> {
      const { run } = await driver.know(runId);
      if (run.togetherId === null) return run.endedAt === null ? [await this.get(runId)] : [];
      return (await store.read.runsTogether(run.togetherId)).map(viewFound);
    },
    async rows(...asked: Parameters<typeof store.read.runRows>) {
      const { total, rows } = await store.read.runRows(...asked);
      return { total, rows: rows.map(viewFound) };
    },
    async tick(runId: string, consumer: string, isDone: boolean, together: boolean): Promise<Run> {
      const ticked = await change(runId, (run) => tick(run, consumer, isDone, timestamp(clock)));
      if (!together || ticked.togetherId === null) return ticked;
      for (const { run } of await store.read.runsTogether(ticked.togetherId)) {
        const has = run.facts.consumers.some(({ name }) => name === consumer);
        const isOver = !isDone && run.facts.steps.consumers.state === 'done';
        if (run.id !== runId && has && !isOver)
          await change(run.id, (each) => tick(each, consumer, isDone, timestamp(clock)));
      }
      return ticked;
    },
    async carryOn(runId: string, step: RunStep): Promise<Run> {
      const carried = await change(runId, (run, seen) => carryOn(run, step, seen));
      const looks = carried.waits?.kind === 'answer' || (step === 'proof' && carried.waits?.kind === 'proof');
      return looks ? lookFor(runId) : carried;
    },
    undo: (runId: string, step: RunStep) => change(runId, (run, seen) => undo(run, step, seen)),
    cancel: (runId: string) => change(runId, cancel),
    newTwin: (runId: string) => change(runId, newTwin),
    /** A planned run becomes that of a compromised key; where an answer is missing it is looked for first. */
    async takeOver(runId: string, incident: Incident): Promise<Run> {
      // First: a run that is known to be of a compromised key has to say why.
      await store.write.keepIncident(runId, incident);
      const taken = await change(runId, compromise);
      return taken.waits?.kind === 'answer' ? lookFor(runId) : taken;
    },
    /** A workspace was read whole: what waited for that goes on, and what failed for want of the network is tried again. */
    afterRead: (workspaceId: string) => all(workspaceId, true),
    /** Something changed in these workspaces, null for any: runs take note, and send nothing. */
    async notice(workspaceIds: readonly (string | null)[]): Promise<void> {
      for (const workspaceId of workspaceIds) await all(workspaceId, false);
    },
    /** At start: nothing is sent before the platform was asked how things stand. */
    resume: () => all(null, false),
    stop: () => driver.stop(),
  };
}
