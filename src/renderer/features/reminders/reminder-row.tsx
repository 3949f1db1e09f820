import { memo } from 'react';
import { environmentLabels } from '#shared/domain/environment.ts';
import { type ReminderKind, reminderKindOf } from '#shared/domain/reminders.ts';
import type { ReminderRow as Row } from '#shared/ipc/reminders.ts';
import { plural } from '../../lib/plural.ts';
import { Badge } from '../../ui/badge.tsx';
import { WindowedHeading, WindowedRow } from '../../ui/windowed-list.tsx';
import { WorkspaceSquare } from '../../ui/workspace-square.tsx';
import { useWorkspace } from '../workspaces/workspaces-store.ts';
import { dayWords, kindWords, leftWords, nearDay, toneOf } from './reminder-words.ts';
import styles from './reminders-grid.module.css';
import { RowActions } from './row-actions.tsx';

export type Group = { kind: ReminderKind; count: number };

/** What does not fit is in the inspector; the stylesheet knows which go first. */
export const reminderColumns = [
  { id: 'name', label: 'Name' },
  { id: 'workspace', label: 'Workspace' },
  { id: 'environment', label: 'Environment' },
  { id: 'due', label: 'Due' },
  { id: 'left', label: 'Left' },
  { id: 'told', label: 'Reminded' },
  { id: 'actions', label: 'Actions' },
] as const;

export function reminderRowId(position: number): string {
  return `reminder-row-${position}`;
}

type LineProps = {
  /** 0-based among all lines, headings included. */
  index: number;
  /** Distance from the top of the list in pixels. */
  top: number;
};

export const GroupHeading = memo(function GroupHeading({ group, index, top }: LineProps & { group: Group }) {
  return (
    // The header is row 1.
    <WindowedHeading index={index + 2} top={top} className={styles.heading}>
      <th scope="rowgroup" colSpan={reminderColumns.length} className={styles.headingCell}>
        <span>{kindWords[group.kind]}</span>
        <span className={styles.count}>{plural(group.count, 'key')}</span>
      </th>
    </WindowedHeading>
  );
});

type ReminderRowProps = LineProps & {
  /** Undefined while it has not been read. */
  row: Row | undefined;
  position: number;
  selected: boolean;
  current: boolean;
  now: number;
};

export const ReminderRow = memo(function ReminderRow(props: ReminderRowProps) {
  const { row, position, index, top, selected, current, now } = props;
  return (
    <WindowedRow
      id={reminderRowId(position)}
      position={position}
      index={index + 2}
      top={top}
      selected={selected}
      current={current}
      className={styles.row}
    >
      {row ? (
        <Cells row={row} now={now} />
      ) : (
        reminderColumns.map(({ id }) => <td key={id} data-column={id} className={styles.cell} />)
      )}
    </WindowedRow>
  );
});

function Cells({ row, now }: { row: Row; now: number }) {
  const { name, prefix, environment, due, daysLeft, toldOn, unread } = row;
  const workspace = useWorkspace(row.workspaceId);
  const kind = reminderKindOf(daysLeft) ?? 'within-30';
  return (
    <>
      <td data-column="name" className={styles.cell} data-unread={unread || undefined}>
        <span className={styles.dot} aria-hidden="true" />
        <span className={styles.name} title={name}>
          {unread && <span className="visually-hidden">Not read yet: </span>}
          <span className={styles.text}>{name || 'No name'}</span>
          {prefix && <span className={styles.prefix}>{prefix}…</span>}
        </span>
      </td>
      <td data-column="workspace" className={styles.cell}>
        {workspace && (
          <span className={styles.workspace} title={workspace.name}>
            <WorkspaceSquare colour={workspace.colour} size={10} />
            <span className={styles.text}>{workspace.name}</span>
          </span>
        )}
      </td>
      <td data-column="environment" className={styles.cell}>
        <span className={styles.text}>{environmentLabels[environment]}</span>
      </td>
      <td data-column="due" className={styles.cell}>
        <span className={styles.figures}>{dayWords(due)}</span>
      </td>
      <td data-column="left" className={styles.cell}>
        <Badge tone={toneOf(kind)}>{leftWords(daysLeft)}</Badge>
      </td>
      <td data-column="told" className={styles.cell}>
        <span className={styles.told}>{toldOn === null ? 'Not yet' : nearDay(toldOn, now)}</span>
      </td>
      <td data-column="actions" className={styles.cell}>
        <RowActions row={row} />
      </td>
    </>
  );
}
