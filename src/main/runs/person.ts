/** What a person says to a run. Pure: each answers the next run, or throws why not; then nothing was changed. */
import type { ErrorInfo } from '#shared/domain/errors.ts';
import type { RunStep } from '#shared/domain/run-step.ts';
import type { RunRecord } from '../store/api/runs.ts';
import { AppError } from '../system/app-error.ts';
import { currentStep, done, lastDone, type Seen, type StepFact, withFacts, withStep } from './facts.ts';
import { tell } from './words.ts';

/** The current step is over, or is ordered (again). */
export function carryOn(run: RunRecord, step: RunStep, seen: Seen): RunRecord {
  refuseEnded(run);
  if (currentStep(run) !== step)
    throw refused('stale', 'This run stands at another step by now. Nothing was changed.');
  if (run.facts.pending) return run;
  const freed = withFacts(run, { going: { kind: 'on' }, held: false, problem: null });
  const said = (note: string) => withStep(freed, step, done(seen.now, note));
  switch (step) {
    case 'hand-over':
      if (seen.twin?.secret === 'held' && !run.facts.twin?.lost) {
        throw refused(
          'conflict',
          'The secret of the new key still waits here to be handed over.',
          'Hand it over, or say in its dialog that you do not need it.',
        );
      }
      return said(tell.saidHandedOver);
    case 'consumers':
      return said(tell.saidSwitched);
    case 'quiet':
      return said(tell.saidQuiet);
    case 'delete':
      return withFacts(freed, { ordered: true });
    default:
      return freed;
  }
}

/** Ticks a consumer off, or takes the tick back. Throws `bad-input` for one that the run does not know. */
export function tick(run: RunRecord, name: string, isDone: boolean, now: string): RunRecord {
  refuseEnded(run);
  const { consumers, steps } = run.facts;
  if (!consumers.some((each) => each.name === name))
    throw refused('bad-input', `${name} is not among the consumers of this run.`);
  if (!isDone && steps.consumers.state === 'done') {
    throw refused(
      'conflict',
      'This step is over, so its ticks stay.',
      'Take the step back first where somebody still has to switch.',
    );
  }
  const ticked = consumers.map((each) =>
    each.name === name && (each.doneAt !== null) !== isDone ? { name, doneAt: isDone ? now : null } : each,
  );
  const next = withFacts(run, { consumers: ticked });
  const isLast = isDone && currentStep(run) === 'consumers' && ticked.every(({ doneAt }) => doneAt !== null);
  if (!isLast || run.facts.pending || run.facts.going.kind !== 'on') return next;
  const over: StepFact = done(now, tell.allTicked(ticked.length), { tick: name });
  return withFacts(withStep(next, 'consumers', over), { held: false, problem: null });
}

/** Takes the last step that was done back: at once where nothing has to be sent for it. */
export function undo(run: RunRecord, step: RunStep, seen: Seen): RunRecord {
  refuseEnded(run);
  refuseWhilePending(run);
  const last = lastDone(run);
  if (last === null) throw refused('conflict', whyNoWayBack(run));
  if (last !== step) throw refused('stale', 'Another step was the last one by now. Nothing was changed.');
  const clear = withFacts(run, { ordered: false, problem: null });
  if (step === 'consumers' || step === 'quiet') return withoutStatement(clear, step);
  refuseLoss(run, step, seen);
  return withFacts(clear, { going: { kind: 'undo', step } });
}

/** Ticks and statements as they were before; the step then waits for a person. */
function withoutStatement(run: RunRecord, step: 'consumers' | 'quiet'): RunRecord {
  const { by } = run.facts.steps[step];
  const ticked = typeof by === 'object' ? by.tick : null;
  const consumers = run.facts.consumers.map((each) =>
    each.name === ticked ? { ...each, doneAt: null } : each,
  );
  return withFacts(withStep(run, step, { state: 'ahead', at: null, note: '' }), { consumers, held: true });
}

export function cancel(run: RunRecord, seen: Seen): RunRecord {
  refuseEnded(run);
  refuseWhilePending(run);
  const { steps, twin } = run.facts;
  if (steps.delete.state !== 'ahead') {
    if (twin) throw refused('conflict', whyNoWayBack(run));
    // Nothing can be taken back, and nothing is under way: it ends without a new key.
    return withFacts(run, { going: { kind: 'cancel' }, held: false, problem: null });
  }
  if (twin) refuseLoss(run, 'twin', seen);
  return withFacts(run, { going: { kind: 'cancel' }, ordered: false, held: false, problem: null });
}

/** The old key of a planned run leaked: its secret ends first, and what is left of the run comes after that. */
export function compromise(run: RunRecord): RunRecord {
  refuseEnded(run);
  if (run.facts.going.kind !== 'on') refuseWhilePending(run);
  return withFacts(
    { ...run, reason: 'compromised' },
    { going: { kind: 'on' }, held: false, ordered: false, problem: null },
  );
}

/** The twin goes, and another one comes. */
export function newTwin(run: RunRecord): RunRecord {
  refuseEnded(run);
  refuseWhilePending(run);
  const step = currentStep(run);
  const isTime = step === 'hand-over' || step === 'consumers' || step === 'quiet';
  if (!run.facts.twin || !isTime)
    throw refused('conflict', 'This run has no new key that could be replaced at this step.');
  return withFacts(run, { going: { kind: 'new-twin' }, held: false, problem: null });
}

/** The twin must not go while it is all that works. */
function refuseLoss(run: RunRecord, step: RunStep, seen: Seen): void {
  if (step !== 'disable' && seen.old.state === 'gone') {
    throw refused(
      'conflict',
      `${run.old.name || 'The old key'} is gone, so the new key is all that is left. Nothing was sent.`,
      'Finish the run instead.',
    );
  }
}

function whyNoWayBack({ facts: { steps } }: RunRecord): string {
  return steps.delete.state === 'ahead'
    ? 'Nothing of this run can be taken back yet.'
    : 'The old key is deleted, and nothing brings it back. The run can only be finished.';
}

function refuseEnded({ endedAt, state }: RunRecord): void {
  if (endedAt === null) return;
  throw refused('conflict', `This run is over: it was ${state === 'done' ? 'finished' : 'taken back'}.`);
}

function refuseWhilePending({ facts: { pending } }: RunRecord): void {
  if (!pending) return;
  throw refused(
    'conflict',
    'The answer to the last change is missing, so it is not known how things stand.',
    'Sync first. It finds out.',
  );
}

function refused(code: ErrorInfo['code'], message: string, hint?: string): AppError {
  return new AppError({ code, message, ...(hint !== undefined && { hint }) });
}
