/** What a person does to bring a run to its end, whatever state it is found in. */
import type { Run } from '#shared/domain/rotation-run.ts';
import type { RunStep } from '#shared/domain/run-step.ts';
import type { Services } from '../../../../src/main/services.ts';
import { AppError } from '../../../../src/main/system/app-error.ts';
import type { Script } from './points.ts';

export type Driven = {
  call: Services['handlers'];
  /** Lets days pass, and has quarantine look. */
  wait(days: number): Promise<void>;
};

/** More turns than this mean that it goes in a circle. */
const mostTurns = 60;
export const quarantineDays = 14;

export async function drive(driven: Driven, runId: string, script: Script): Promise<Run> {
  const { call } = driven;
  let undone = false;
  for (let turns = 0; turns < mostTurns; turns += 1) {
    const run = await call['runs.get']({ runId });
    if (run.endedAt !== null) return run;
    const step = currentOf(run);
    if (script === 'cancel' && step === 'delete' && run.waits?.kind === 'delete') {
      await call['runs.cancel']({ runId });
      continue;
    }
    if (script === 'undo' && !undone && step === 'delete' && run.waits?.kind === 'delete' && run.undo) {
      undone = true;
      await call['runs.undo']({ runId, step: run.undo.step });
      continue;
    }
    await next(driven, run, step, script).catch(unlessMovedOn);
  }
  const { steps, waits, problem } = await call['runs.get']({ runId });
  throw new Error(`The run turns in a circle: ${JSON.stringify({ steps, waits, problem })}`);
}

async function next({ call, wait }: Driven, run: Run, step: RunStep, script: Script): Promise<void> {
  const { id: runId, workspaceId, waits } = run;
  if (run.problem && waits?.kind !== 'hand-over') await call['sync.now']({ workspaceId });
  switch (waits?.kind) {
    case 'hand-over':
      if (!waits.handOver) return void (await call['runs.newTwin']({ runId }));
      await call['handOver.reveal']({ handOverId: waits.handOver.handOverId });
      return void (await call['handOver.finish']({
        handOverId: waits.handOver.handOverId,
        unneeded: false,
      }));
    case 'consumers': {
      const open = run.consumers.find(({ doneAt }) => doneAt === null);
      if (!open) return void (await call['runs.carryOn']({ runId, step }));
      return void (await call['runs.tick']({ runId, consumer: open.name, done: true, together: false }));
    }
    case 'delete':
      if (script === 'bin' && waits.until !== null) return wait(quarantineDays + 1);
      return void (await call['runs.carryOn']({ runId, step }));
    case 'answer':
    case 'proof':
      return void (await call['sync.now']({ workspaceId }));
    default:
      return void (await call['runs.carryOn']({ runId, step }));
  }
}

/** It goes on by itself as well, and a person then looks again. */
function unlessMovedOn(error: unknown): void {
  if (!(error instanceof AppError && ['stale', 'conflict'].includes(error.info.code))) throw error;
}

function currentOf({ steps, id }: Run): RunStep {
  const current = steps.find(({ state }) => state === 'current');
  if (!current) throw new Error(`Run ${id} goes on and stands at no step.`);
  return current.step;
}
