/** What was changed of policies, who did it and why, newest first. */
import { environmentLabels } from '#shared/domain/environment.ts';
import { type ChosenDays, daysText, type PolicyChange } from '#shared/domain/policies.ts';
import type { Workspace } from '#shared/ipc/connections.ts';
import { ago, exactTime } from '../../lib/time.ts';
import { useNow } from '../../lib/use-now.ts';
import styles from './policies-form.module.css';

export function PolicyHistory({
  changes,
  place,
  workspaces,
}: {
  changes: readonly PolicyChange[];
  /** Null: those of every workspace. */
  place: string | null;
  workspaces: readonly Workspace[];
}) {
  const now = useNow();
  const shown = place === null ? changes : changes.filter((change) => change.workspaceId === place);
  if (shown.length === 0) return null;
  return (
    <section className={styles.history}>
      <h3 className={styles.heading}>Changes</h3>
      <ol className={styles.changes}>
        {shown.map((change) => (
          <li key={change.seq}>
            {environmentLabels[change.environment]}
            {place === null && ` in ${placeOf(change, workspaces)}`}: {words(change, change.before)} to{' '}
            {words(change, change.after)}
            {change.reason && ` · “${change.reason}”`}
            <span className={styles.quiet} title={exactTime(change.at)}>
              {' '}
              {[change.by, ago(change.at, now)].filter(Boolean).join(', ')}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function placeOf({ workspaceId }: PolicyChange, workspaces: readonly Workspace[]): string {
  if (workspaceId === null) return 'all workspaces';
  return workspaces.find(({ id }) => id === workspaceId)?.name ?? 'a workspace';
}

function words({ workspaceId }: PolicyChange, days: ChosenDays): string {
  if (days !== 'inherit') return daysText(days);
  return workspaceId === null ? 'as usual' : 'as in all workspaces';
}
