/** Runs that were begun together, by the step at which they stand, and what can be done to all of a step at once. */
import type { Run } from '#shared/domain/rotation-run.ts';
import type { RunStep } from '#shared/domain/run-step.ts';
import { answer, bridge } from '../../lib/bridge.ts';
import { currentStep } from './run-steps.ts';
import { keepRun } from './runs-store.ts';

export type StepGroup = {
  /** Null for those that have ended. */
  step: RunStep | null;
  runs: readonly Run[];
};

/** In the order of the steps, so that what is furthest behind comes first; what has ended comes last. */
export function byStep(runs: readonly Run[]): StepGroup[] {
  const order = runs.flatMap(({ steps }) => steps.map(({ step }) => step));
  const steps: (RunStep | null)[] = [...new Set(order), null];
  return steps
    .map((step) => ({ step, runs: runs.filter((run) => currentStep(run) === step) }))
    .filter((group) => group.runs.length > 0);
}

/** A consumer of several keys: how many of those that name it have it ticked. */
export type SharedConsumer = { name: string; done: number; of: number; runId: string };

export function sharedConsumers(runs: readonly Run[]): SharedConsumer[] {
  const found = new Map<string, SharedConsumer>();
  for (const run of runs) {
    for (const { name, doneAt } of run.consumers) {
      const before = found.get(name) ?? { name, done: 0, of: 0, runId: run.id };
      found.set(name, { ...before, of: before.of + 1, done: before.done + (doneAt === null ? 0 : 1) });
    }
  }
  return [...found.values()];
}

export type Failure = { name: string; message: string };

/** One after the other, since each is a write of its own; one that fails does not hold up the others. */
export async function carryOnAll(runs: readonly Run[], step: RunStep): Promise<Failure[]> {
  const failures: Failure[] = [];
  for (const { id, old } of runs) {
    const result = await answer(bridge().runsCarryOn({ runId: id, step }));
    if (result.ok) keepRun(result.value);
    else
      failures.push({
        name: old.name || 'No name',
        message: [result.error.message, result.error.hint].filter(Boolean).join(' '),
      });
  }
  return failures;
}
