/** The steps of a rotation run, and their order. */
import { z } from '../zod.ts';

/** In the order a planned run takes them; a compromised key's old secret ends first (`stepsOf`). */
export const runSteps = ['twin', 'hand-over', 'consumers', 'quiet', 'disable', 'delete', 'proof'] as const;
export const runStepSchema = z.enum(runSteps);
export type RunStep = z.infer<typeof runStepSchema>;

export const runReasonSchema = z.enum(['planned', 'compromised']);
export type RunReason = z.infer<typeof runReasonSchema>;

/**
 * The steps of a run in their order. `canDisable`: whether the old key can be disabled at its platform. Nothing of a compromised key
 * has to go quiet: its secret ends whoever uses it.
 */
export function stepsOf(reason: RunReason, canDisable: boolean): readonly RunStep[] {
  if (reason === 'planned') return runSteps;
  return canDisable
    ? ['disable', 'twin', 'hand-over', 'consumers', 'delete', 'proof']
    : ['disable', 'delete', 'twin', 'hand-over', 'consumers', 'proof'];
}
