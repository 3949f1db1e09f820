/** Where a run stands, what it waits for and since when, in plain words. */
import type { Run, RunWait } from '#shared/domain/rotation-run.ts';
import type { RunStep } from '#shared/domain/run-step.ts';
import { plural } from '../../lib/plural.ts';
import { ago, day, exactTime, howLong } from '../../lib/time.ts';
import { whenDue } from '../quarantine/quarantine-words.ts';
import { currentStep, placeOf, stepLabels } from './run-steps.ts';

const hourMs = 3_600_000;

/** "21 of 48 h": how much of its quiet time has passed; null where nothing tells when that began. */
export function quietPassed(wait: RunWait, quietHours: number, now: number): string | null {
  if (wait.kind !== 'quiet' || wait.until === null) return null;
  const left = Math.max(0, Date.parse(wait.until) - now);
  const passed = Math.floor(quietHours - left / hourMs);
  return `${Math.min(quietHours, Math.max(0, passed))} of ${quietHours} h`;
}

/** "2 of 3 consumers have switched". */
function switched({ consumers }: Pick<Run, 'consumers'>): string {
  const done = consumers.filter(({ doneAt }) => doneAt !== null).length;
  return `${done} of ${plural(consumers.length, 'consumer')} ${consumers.length === 1 ? 'has' : 'have'} switched`;
}

/** One line for a card: what is next, without a full stop. */
export function shortWords(run: Run, now: number): string {
  if (run.state === 'cancelled')
    return oldWorks(run) ? 'Everything was taken back' : 'Ended without a new key';
  if (run.state === 'done')
    return run.endedAt ? `Old key gone since ${day(run.endedAt)}` : 'The old key is gone';
  const { waits, consumers } = run;
  if (waits?.kind === 'answer') return 'Waits for the platform’s answer';
  switch (currentStep(run)) {
    case 'twin':
      return isByItself(run) ? 'The twin is being made' : 'Make the twin';
    case 'hand-over':
      return isLost(run) ? 'The secret was lost: make another twin' : 'Hand over the twin’s secret';
    case 'consumers': {
      if (consumers.length === 0) return 'Switch whatever uses it';
      const done = consumers.filter(({ doneAt }) => doneAt !== null).length;
      return `Consumers: ${done} of ${consumers.length} switched`;
    }
    case 'quiet': {
      const passed = waits && quietPassed(waits, run.quietHours, now);
      return passed ? `Quiet for ${passed}, then ${afterQuiet(run)}` : 'Say when the old key is quiet';
    }
    case 'disable':
      return isByItself(run) ? 'The old key is being disabled' : 'Disable the old key';
    case 'delete':
      return waits?.kind === 'delete' && waits.until !== null
        ? `Deleted ${whenDue(waits.until, now)}`
        : 'Delete the old key';
    case 'proof':
      return 'Look whether the old key is gone';
    case null:
      return '';
  }
}

/** What comes when the old key is quiet: a platform that cannot disable leaves only deleting. */
function afterQuiet({ steps }: Run): 'disable' | 'delete' {
  return steps.some(({ step, state }) => step === 'disable' && state !== 'skipped') ? 'disable' : 'delete';
}

/** The secret of the twin is gone from memory before it was handed over. */
export function isLost({ waits }: Pick<Run, 'waits'>): boolean {
  return waits?.kind === 'hand-over' && waits.handOver === null;
}

/** What the run waits for, as full sentences; empty once it has ended. */
export function waitSentence(run: Run, now: number): string {
  const { waits } = run;
  switch (waits?.kind) {
    case undefined:
      return '';
    case 'answer':
      return 'The answer of the platform is missing. The next look at the workspace tells what became of it; nothing is sent twice.';
    case 'twin':
      return isByItself(run)
        ? 'Latchkey makes a new key that can do the same, as soon as the platform can be reached.'
        : `A new key that can do the same is made when you say so. The old one ${oldWorks(run) ? 'keeps working' : 'does not work any more'}.`;
    case 'hand-over':
      return waits.handOver
        ? 'The twin is made, and its secret waits in memory until you hand it over.'
        : 'The secret of the twin is not in memory any more. If it was not handed over before, make another twin; this one is deleted then.';
    case 'consumers':
      return run.consumers.length === 0
        ? 'Nobody noted who uses this key. Give the new secret to everything that uses the old one, then say so.'
        : `${switched(run)} to the new secret.`;
    case 'quiet':
      return quietSentence(run, waits, now);
    case 'disable':
      return isByItself(run)
        ? 'Latchkey disables the old key as soon as the platform can be reached. It can still be enabled again then.'
        : 'The old key is disabled when you say so. It is refused everywhere then, and can still be enabled again.';
    case 'delete':
      if (run.reason === 'compromised' && waits.until === null && oldWorks(run))
        return `It could not be disabled, so its secret still works. ${noteOf(run, 'disable')} Delete it: that is final, and ${run.twin ? 'its twin stays' : 'its twin is made right after'}.`;
      return waits.until === null
        ? 'The old key is deleted when you say so. That is final.'
        : `The old key is in quarantine until ${exactTime(waits.until)} (${whenDue(waits.until, now)}), and is deleted then.`;
    case 'proof':
      return 'The old key was deleted. The next list of the workspace proves that it is gone.';
  }
}

/** Whether whoever has the old secret is still let in, as far as this run tells. */
export function oldWorks({ steps }: Pick<Run, 'steps'>): boolean {
  return !steps.some(({ step, state }) => (step === 'disable' || step === 'delete') && state === 'done');
}

function noteOf({ steps }: Run, wanted: RunStep): string {
  return steps.find(({ step }) => step === wanted)?.note ?? '';
}

/** Nobody is asked for anything. */
function isByItself({ state }: Run): boolean {
  return state === 'waiting';
}

/** By a look at the platform, and not by the clock alone. */
const nextLook = 'The next look at the workspace ends this step.';

function quietSentence(run: Run, wait: Extract<RunWait, { kind: 'quiet' }>, now: number): string {
  if (wait.oldUsed.kind === 'never') return `The platform says that the old key was never used. ${nextLook}`;
  const passed = quietPassed(wait, run.quietHours, now);
  if (passed === null || wait.until === null)
    return 'Nothing tells Latchkey when the old key is used. Look into the logs of what used it, and say when it is quiet.';
  return Date.parse(wait.until) <= now
    ? `The old key was quiet for ${run.quietHours} h. ${nextLook}`
    : `Quiet for ${passed}. When it stays so, this step is over at ${exactTime(wait.until)}.`;
}

/** What last-used says of one of the two keys; null where it says nothing to this step. */
export function seenWords({ waits }: Run, now: number): string | null {
  if (waits?.kind === 'consumers') return usedWords('Twin', waits.twinUsed, now);
  if (waits?.kind === 'quiet') return usedWords('Old key', waits.oldUsed, now);
  return null;
}

function usedWords(
  which: 'Twin' | 'Old key',
  used: Extract<RunWait, { kind: 'consumers' }>['twinUsed'],
  now: number,
): string {
  switch (used.kind) {
    case 'at':
      return which === 'Twin'
        ? `Twin seen in use ${ago(used.at, now)}.`
        : `Old key last used ${ago(used.at, now)}.`;
    case 'never':
      return which === 'Twin'
        ? 'Twin not used yet, says the platform.'
        : 'Old key never used, says the platform.';
    case 'not-reported':
      return 'The platform does not report when a key was last used.';
    case 'not-seen':
      return `Latchkey has not looked yet whether the ${which === 'Twin' ? 'twin' : 'old key'} is used.`;
  }
}

/** "Has stood here for 3 h, since 21 Nov 2026, 14:03."; empty once it has ended. */
export function sinceWords({ waits }: Pick<Run, 'waits'>, now: number): string {
  return waits ? `Has stood here for ${howLong(waits.since, now)}, since ${exactTime(waits.since)}.` : '';
}

/** "Step 4 of 7: Quiet", and how it ended once it has. */
export function headingOf(run: Run): string {
  if (run.state === 'done') return 'Done: the old key is gone';
  if (run.state === 'cancelled') return 'Taken back: nothing was rotated';
  const { number, of } = placeOf(run);
  const step = currentStep(run);
  return `Step ${number} of ${of}${step ? `: ${stepLabels[step]}` : ''}`;
}

/** The whole strip in one sentence, for whoever does not see it. */
export function stripWords(run: Run): string {
  const skipped = run.steps.filter(({ state }) => state === 'skipped').map(({ step }) => stepLabels[step]);
  const left = skipped.length > 0 ? `; skipped: ${skipped.join(', ')}` : '';
  return `${headingOf(run)}${left}`;
}

/** How the old key stands, beside its name. */
export function oldKeyWords(run: Run, now: number): string {
  const did = (wanted: string) => run.steps.find(({ step, state }) => step === wanted && state === 'done');
  if (did('proof')) return 'gone';
  if (did('delete')) return 'deleted';
  const disabled = did('disable');
  if (disabled) return disabled.at ? `disabled ${ago(disabled.at, now)}` : 'disabled';
  return 'still works';
}

/** How the twin stands, beside its name. */
export function twinWords(run: Run): string {
  if (run.state === 'cancelled') return 'deleted';
  if (!run.twin) return 'not made yet';
  if (isLost(run)) return 'without its secret';
  return run.steps.some(({ step, state }) => step === 'hand-over' && state === 'done')
    ? 'handed over'
    : 'not handed over yet';
}

/** What the inspector of one of its two keys says of the run. */
export function noteWords(run: Run, keyId: string): string {
  const { number, of } = placeOf(run);
  const isCompromised = run.reason === 'compromised';
  if (run.twin?.keyId === keyId)
    return `Twin of ${isCompromised ? 'compromised ' : ''}${run.old.name || run.old.remoteId}: step ${number} of ${of}`;
  return `${isCompromised ? 'Compromised, being replaced' : 'Being rotated'}: step ${number} of ${of}`;
}
