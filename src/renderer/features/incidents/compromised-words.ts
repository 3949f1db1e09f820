/** What marking a key as compromised does, in plain words, before anything is sent. */
import type { ErrorInfo } from '#shared/domain/errors.ts';
import type { KeyDetail } from '#shared/domain/key.ts';
import type { Run } from '#shared/domain/rotation-run.ts';
import type { IncidentPlan } from '#shared/ipc/incidents.ts';
import { currentStep, placeOf } from '../runs/run-steps.ts';

/** The order of things, a sentence for each; where it is deleted at once, the plan's warnings say so first. */
export function endingWords(
  { disabled, planRefusedAt }: Pick<KeyDetail, 'disabled' | 'planRefusedAt'>,
  plan: IncidentPlan,
): string[] {
  const taken = plan.underWay?.as === 'old' ? plan.underWay.run.twin : null;
  const next = taken
    ? `${taken.name} is its replacement already, and stays.`
    : `${plan.twinName} is made right after with the same scope, and you hand its secret over.`;
  if (plan.ends === 'delete')
    return [
      'That is final: whatever uses it is refused from its next request on, also what should go on working.',
      next,
    ];
  if (!disabled && planRefusedAt !== undefined)
    return [
      'Latchkey tries to disable it all the same. Where that is refused, its secret still works, and you are asked to delete it.',
      next,
    ];
  return [
    disabled
      ? 'The key is disabled already and stays so. It is deleted seven days later.'
      : 'The key is disabled at once: whatever uses it is refused from its next request on, also what should go on working. It is deleted seven days later.',
    next,
  ];
}

/** What becomes of the rotation it is in; null where it is in none. */
export function underWayWords({ underWay }: IncidentPlan): string | null {
  if (!underWay) return null;
  const { as, run } = underWay;
  const { number, of } = placeOf(run);
  const where = `step ${number} of ${of}`;
  if (as === 'old')
    return `A planned rotation of this key is under way, at ${where}. It is taken over: nothing is waited for any more, and what it did already stays.`;
  const old = run.old.name || 'another key';
  switch (wayOut(run)) {
    case 'new-twin':
      return `This key is the twin of ${old} in a rotation under way, at ${where}. It is deleted at once, and another twin is made in its place.`;
    case 'cancel':
      return `This key is the twin of ${old} in a rotation under way, at ${where}. Cancelling that rotation deletes this key at once, and ${old} works again.`;
    case 'open':
      return `This key is the twin of ${old}, whose rotation is about to end: only the proof is missing. Finish it first.`;
  }
}

/** How the secret of a twin ends: a rotation has its own ways for that. */
export function wayOut(run: Run): 'new-twin' | 'cancel' | 'open' {
  const step = currentStep(run);
  if (step === 'hand-over' || step === 'consumers' || step === 'quiet') return 'new-twin';
  return step === 'disable' || step === 'delete' ? 'cancel' : 'open';
}

/** Whether the key could still be ended, only not replaced in one go. */
export function canOnlyDelete({ code }: ErrorInfo): boolean {
  return code !== 'this-login' && code !== 'protected' && code !== 'not-found' && code !== 'role';
}
