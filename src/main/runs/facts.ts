/** The facts of a run, and small questions about them that every part of it asks. Pure. */
import type { ErrorInfo } from '#shared/domain/errors.ts';
import { type RunReason, type RunStep, runSteps, stepsOf } from '#shared/domain/run-step.ts';
import type { RunFacts, RunRecord, RunSeen, TwinTemplate } from '../store/api/runs.ts';

/** What is known at one moment. `ahead`: by how many milliseconds the platform's clock is ahead of ours. */
export type Seen = RunSeen & { now: string; ahead: number };

export type StepFact = RunFacts['steps'][RunStep];

export const ahead: StepFact = { state: 'ahead', at: null, note: '' };

export function beginFacts(begin: {
  /** Null where the platform can. */
  whyNotDisable: string | null;
  reason: RunReason;
  consumers: readonly string[];
  template: TwinTemplate;
  twinName: string;
  now: string;
}): RunFacts {
  const { whyNotDisable, consumers, template, twinName, now } = begin;
  const steps = Object.fromEntries(runSteps.map((step) => [step, ahead])) as RunFacts['steps'];
  return {
    canDisable: whyNotDisable === null,
    steps: whyNotDisable === null ? steps : { ...steps, disable: skipped(now, whyNotDisable) },
    going: { kind: 'on' },
    held: false,
    ordered: false,
    pending: null,
    problem: null,
    twin: null,
    twinName,
    asked: false,
    consumers: consumers.map((name) => ({ name, doneAt: null })),
    template,
  };
}

export function orderOf({ reason, facts }: RunRecord): readonly RunStep[] {
  return stepsOf(reason, facts.canDisable);
}

/** Null once every step is done. */
export function currentStep(run: RunRecord): RunStep | null {
  return orderOf(run).find((step) => run.facts.steps[step].state === 'ahead') ?? null;
}

/** What would be taken back next: done, and not made final by a deletion. Null where there is nothing. */
export function lastDone(run: RunRecord): RunStep | null {
  const { steps } = run.facts;
  // Once the old key is gone, going back would leave nothing that works.
  if (steps.delete.state !== 'ahead') return null;
  return orderOf(run).findLast((step) => steps[step].state === 'done') ?? null;
}

export function done(at: string, note: string, by?: StepFact['by']): StepFact {
  return { state: 'done', at, note, ...(by !== undefined && { by }) };
}

export function skipped(at: string, note: string): StepFact {
  return { state: 'skipped', at, note };
}

export function withFacts(run: RunRecord, change: Partial<RunFacts>): RunRecord {
  return { ...run, facts: { ...run.facts, ...change } };
}

export function withStep(run: RunRecord, step: RunStep, fact: StepFact): RunRecord {
  return withFacts(run, { steps: { ...run.facts.steps, [step]: fact } });
}

/** It stands, and a person is told why. */
export function heldBy(run: RunRecord, info: ErrorInfo): RunRecord {
  return withFacts(run, { held: true, ordered: false, problem: { info, passing: false } });
}

/** Whether the old key's secret ends before there is a twin, by deletion since nothing less is possible. */
export function deletesFirst({ reason, facts }: RunRecord): boolean {
  return reason === 'compromised' && !facts.canDisable;
}
