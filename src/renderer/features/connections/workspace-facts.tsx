/** A workspace under its sign-in: what it is called here and at the platform, how many keys, how old the copy. */
import { whyNotRole } from '#shared/domain/role.ts';
import type { Workspace } from '#shared/ipc/connections.ts';
import { plural } from '../../lib/plural.ts';
import { ago, exactTime } from '../../lib/time.ts';
import { useNow } from '../../lib/use-now.ts';
import { WorkspaceSquare } from '../../ui/workspace-square.tsx';
import { PublishableKey } from '../publishable-key/publishable-key.tsx';
import styles from './workspace-facts.module.css';

export function WorkspaceFacts({
  workspace,
  said,
}: {
  workspace: Workspace;
  /** What the sign-in says already. */
  said: string | null;
}) {
  const now = useNow();
  const { name, platformName, colour, position, keyCount, syncedAt, state, problem } = workspace;
  const notByRole = whyNotRole(workspace);
  return (
    <div className={styles.workspace}>
      <span className={styles.square}>
        <WorkspaceSquare colour={colour} />
      </span>
      <div className={styles.words}>
        <p className={styles.name}>
          {name}
          {name !== platformName && <span className={styles.quiet}> {platformName}</span>}
        </p>
        <p className={styles.quiet}>
          Number {position} · {plural(keyCount, 'key')} ·{' '}
          <span title={syncedAt ? exactTime(syncedAt) : undefined}>
            {syncedAt ? `copy from ${ago(syncedAt, now)}` : 'not read yet'}
          </span>
        </p>
        {notByRole && <p className={styles.quiet}>{notByRole}</p>}
        {state !== 'ready' && problem && problem.message !== said && (
          <p className={styles.problem}>{problem.message}</p>
        )}
        {workspace.platform === 'roboflow' && <PublishableKey workspace={workspace} />}
      </div>
    </div>
  );
}
