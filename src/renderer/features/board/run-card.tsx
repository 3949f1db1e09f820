/** What stands on the card of a rotation run: which key, how far, and what it waits for. */
import type { Run } from '#shared/domain/rotation-run.ts';
import { Badge } from '../../ui/badge.tsx';
import { WorkspaceSquare } from '../../ui/workspace-square.tsx';
import { stepPlace } from '../runs/run-steps.ts';
import { RunStrip } from '../runs/run-strip.tsx';
import { shortWords } from '../runs/run-words.ts';
import { useWorkspace } from '../workspaces/workspaces-store.ts';
import styles from './board-card.module.css';

export function RunCard({ value, now }: { value: Run; now: number }) {
  const workspace = useWorkspace(value.workspaceId);
  const { old, reason, state, problem } = value;
  return (
    <>
      <span className={styles.head}>
        {workspace && <WorkspaceSquare colour={workspace.colour} size={10} />}
        <span className={styles.name} title={old.name}>
          {old.name || 'No name'}
        </span>
        {workspace && <span className="visually-hidden">, {workspace.name},</span>}
        {state === 'done' ? (
          <Badge tone="good">proved</Badge>
        ) : (
          <Badge tone={problem ? 'bad' : 'neutral'}>{stepPlace(value)}</Badge>
        )}
      </span>
      <RunStrip run={value} />
      <span className={styles.context}>
        {reason === 'compromised' && 'Compromised · '}
        {problem ? problem.message : shortWords(value, now)}
      </span>
    </>
  );
}
