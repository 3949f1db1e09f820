/** What is called what in a rotation run, and where a run stands. */
import type { Run } from '#shared/domain/rotation-run.ts';
import type { RunStep } from '#shared/domain/run-step.ts';

export type StepState = Run['steps'][number]['state'];

/** Under its segment of the strip. */
export const stepLabels: Readonly<Record<RunStep, string>> = {
  twin: 'Twin',
  'hand-over': 'Hand over',
  consumers: 'Consumers',
  quiet: 'Quiet',
  disable: 'Disable',
  delete: 'Delete',
  proof: 'Proof',
};

/** What is to be done, as the heading of the step. */
export const stepTitles: Readonly<Record<RunStep, string>> = {
  twin: 'Make the twin',
  'hand-over': 'Hand over the twin’s secret',
  consumers: 'Switch the consumers',
  quiet: 'Wait until the old key is quiet',
  disable: 'Disable the old key',
  delete: 'Delete the old key',
  proof: 'Prove that the old key is gone',
};

export const stateLabels: Readonly<Record<StepState, string>> = {
  done: 'done',
  skipped: 'skipped',
  current: 'current',
  ahead: 'ahead',
};

/** Null once the run has ended. */
export function currentStep({ steps }: Pick<Run, 'steps'>): RunStep | null {
  return steps.find(({ state }) => state === 'current')?.step ?? null;
}

/** 1-based place of the current step among all of them; the last one where the run has ended. */
export function placeOf({ steps }: Pick<Run, 'steps'>): { number: number; of: number } {
  const index = steps.findIndex(({ state }) => state === 'current');
  return { number: index < 0 ? steps.length : index + 1, of: steps.length };
}

/** For a card: "step 4", "proved", "taken back". */
export function stepPlace(run: Run): string {
  if (run.state === 'done') return 'proved';
  return run.state === 'cancelled' ? 'taken back' : `step ${placeOf(run).number}`;
}

export function isLive({ state }: Pick<Run, 'state'>): boolean {
  return state === 'running' || state === 'waiting';
}
