/** The one thing a person can do at the step where a run stands. */
import type { Run } from '#shared/domain/rotation-run.ts';
import { currentStep, isLive } from './run-steps.ts';
import { isLost } from './run-words.ts';

export type StepAction =
  | { kind: 'carry-on'; label: string }
  /** In the dialog that hands secrets over. */
  | { kind: 'hand-over'; label: string }
  /** Asked once more, in the frame of the workspace. */
  | { kind: 'ask'; question: 'delete' | 'new-twin'; label: string };

/** Null once it has ended, and while Latchkey does it by itself. */
export function stepAction(run: Run): StepAction | null {
  const { waits, problem, state } = run;
  if (waits?.kind === 'answer') return { kind: 'carry-on', label: 'Look now' };
  const again = (label: string): StepAction | null => {
    if (state === 'running') return { kind: 'carry-on', label };
    return problem ? { kind: 'carry-on', label: 'Try again now' } : null;
  };
  switch (currentStep(run)) {
    case 'twin':
      return again('Make the twin');
    case 'hand-over':
      return isLost(run)
        ? { kind: 'ask', question: 'new-twin', label: 'Make another twin…' }
        : { kind: 'hand-over', label: 'Hand over…' };
    case 'consumers':
      return { kind: 'carry-on', label: 'All have switched' };
    case 'quiet':
      return { kind: 'carry-on', label: 'It is quiet' };
    case 'disable':
      return again('Disable the old key');
    case 'delete':
      return { kind: 'ask', question: 'delete', label: 'Delete now…' };
    case 'proof':
      return { kind: 'carry-on', label: 'Look now' };
    case null:
      return null;
  }
}

/** Whether everything could still be taken back: not once the old key is gone and its twin is all that is left. */
export function canCancel(run: Run): boolean {
  const isOpen = run.steps.some(
    ({ step, state }) => step === 'delete' && (state === 'ahead' || state === 'current'),
  );
  return isLive(run) && (isOpen || run.twin === null);
}

/** Whether the twin can still be replaced by another, for whoever lost its secret after the hand-over. */
export function canReplaceTwin(run: Run): boolean {
  const step = currentStep(run);
  return (step === 'consumers' || step === 'quiet') && run.twin !== null && run.waits?.kind !== 'answer';
}

/** Whether the step would come about by itself, so that pressing means doing it early. */
export function isEarly({ waits }: Run, now: number): boolean {
  if (waits?.kind !== 'quiet' && waits?.kind !== 'delete') return false;
  return waits.until !== null && Date.parse(waits.until) > now;
}
