/** What has to be sent next, if anything. Pure. */
import type { RunOperation, RunRecord } from '../store/api/runs.ts';
import { currentStep, deletesFirst, type Seen } from './facts.ts';

/**
 * Null where a person, time or an answer is waited for. One write at a time: while one is pending nothing else is sent. The old
 * key comes first on the way back, so that whoever uses it works again before the twin goes.
 */
export function todo(run: RunRecord, seen: Seen): RunOperation | null {
  const { facts, endedAt } = run;
  const { going, twin, steps, pending, held } = facts;
  if (endedAt !== null || pending) return null;
  switch (going.kind) {
    case 'cancel':
      if (steps.disable.state === 'done' && seen.old.state !== 'gone') return 'enable';
      return twin ? 'delete-twin' : null;
    case 'undo':
      if (going.step === 'disable') return 'enable';
      return twin ? 'delete-twin' : null;
    case 'new-twin':
      return twin ? 'delete-twin' : null;
    case 'on':
      return held ? null : forward(run, seen);
  }
}

function forward(run: RunRecord, seen: Seen): RunOperation | null {
  const { facts } = run;
  switch (currentStep(run)) {
    case 'twin':
      return facts.twin ? null : 'create';
    case 'disable':
      return seen.oldIsChanging || seen.old.state === 'gone' ? null : 'disable';
    case 'delete':
      if (seen.oldIsChanging || seen.old.state === 'gone') return null;
      if (deletesFirst(run)) return 'delete-old';
      return facts.ordered && seen.twin?.state === 'alive' ? 'delete-old' : null;
    default:
      return null;
  }
}
