import type { Run } from '#shared/domain/rotation-run.ts';
import { isLive } from './run-steps.ts';
import { shortWords } from './run-words.ts';

/** What is worth a message about a run that moved: it ended, or it needs a person now. Null for everything else. */
export function newsOf(before: Run, run: Run, now: number): string | null {
  const name = run.old.name || 'A key';
  if (isLive(before) && run.state === 'done')
    return `${run.reason === 'compromised' ? 'Replaced' : 'Rotated'} ${name}: the old key is gone`;
  if (run.problem && run.problem.message !== before.problem?.message)
    return `${name}: ${run.problem.message}`;
  if (before.state === 'waiting' && run.state === 'running') return `${name}: ${shortWords(run, now)}`;
  return null;
}
