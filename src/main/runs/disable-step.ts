/** Disabling the old key by way of quarantine, and enabling it again. */
import type { RunRecord } from '../store/api/runs.ts';
import { done, type Seen, withStep } from './facts.ts';
import type { RunNeeds } from './needs.ts';
import { tell } from './words.ts';

/** In the bin it is deleted by itself on its day; disabled before by somebody else, it only gets that day. */
export async function disableOld(needs: RunNeeds, run: RunRecord, intentId: string): Promise<void> {
  await needs.quarantine.put(run.old.keyId, { days: run.disabledDays }, intentId);
}

/** Whoever disabled it before the run did meant it, so that taking back leaves it so. */
export function asLeft(run: RunRecord, before: Seen, now: Seen): RunRecord {
  if (before.old.state !== 'disabled' || before.quarantine || !now.quarantine) return run;
  return withStep(run, 'disable', done(now.now, tell.disabled(now.quarantine.due), 'elsewhere'));
}

export async function enableOld(
  needs: RunNeeds,
  run: RunRecord,
  seen: Seen,
  intentId: string,
): Promise<void> {
  const stays = run.facts.steps.disable.by === 'elsewhere';
  if (seen.quarantine) await needs.quarantine.restore(run.old.keyId, stays, intentId);
  else if (seen.old.state === 'disabled' && !stays) await needs.keys.enable(run.old.keyId, intentId);
}
