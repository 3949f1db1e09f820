/** The run a key is in, as a row of the inventory has it. */
import type { KeyRow } from '#shared/domain/key.ts';
import { type RunReason, type RunStep, stepsOf } from '#shared/domain/run-step.ts';

/** As SQL over `keys`; null for a key in no run that is under way. */
export const rotatingOf = `(SELECT json_object('runId', id, 'as', iif(old_key_id = keys.id, 'old', 'twin'), 'step', step,
    'state', state, 'reason', reason, 'canDisable', json_extract(facts, '$.canDisable'))
  FROM rotation_runs WHERE ended_at IS NULL AND (old_key_id = keys.id OR twin_key_id = keys.id) LIMIT 1)`;

type Stored = {
  runId: string;
  as: 'old' | 'twin';
  step: RunStep;
  state: 'running' | 'waiting';
  reason: RunReason;
  canDisable: number;
};

export function toRotating(stored: string): NonNullable<KeyRow['rotating']> {
  const { runId, as, step, state, reason, canDisable } = JSON.parse(stored) as Stored;
  const steps = stepsOf(reason, canDisable === 1);
  return { runId, as, step, state, number: steps.indexOf(step) + 1, of: steps.length };
}
