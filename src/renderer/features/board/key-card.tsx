/** What stands on the card of a key that is overdue or due. */
import { rotationOf } from '#shared/domain/rotation-due.ts';
import type { BoardKey } from '#shared/ipc/board.ts';
import { Badge } from '../../ui/badge.tsx';
import { WorkspaceSquare } from '../../ui/workspace-square.tsx';
import { useWorkspace } from '../workspaces/workspaces-store.ts';
import styles from './board-card.module.css';
import { contextOf, daysBadge } from './card-words.ts';

export function KeyCard({ value, now }: { value: BoardKey; now: number }) {
  const workspace = useWorkspace(value.workspaceId);
  const days = daysBadge(rotationOf(value, now));
  return (
    <>
      <span className={styles.head}>
        {workspace && <WorkspaceSquare colour={workspace.colour} size={10} />}
        <span className={styles.name} title={value.name}>
          {value.name || 'No name'}
        </span>
        {workspace && <span className="visually-hidden">, {workspace.name},</span>}
        {days && (
          <Badge tone={days.tone} title={days.long}>
            <span aria-hidden="true">{days.short}</span>
            <span className="visually-hidden"> {days.long}, </span>
          </Badge>
        )}
      </span>
      <span className={styles.context}>{contextOf(value, now)}</span>
    </>
  );
}
