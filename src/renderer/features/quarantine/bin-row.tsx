import { memo } from 'react';
import type { QuarantineRow } from '#shared/ipc/quarantine.ts';
import { ago, day, exactTime } from '../../lib/time.ts';
import { Badge } from '../../ui/badge.tsx';
import { WindowedRow } from '../../ui/windowed-list.tsx';
import { WorkspaceSquare } from '../../ui/workspace-square.tsx';
import { useWorkspace } from '../workspaces/workspaces-store.ts';
import styles from './bin-grid.module.css';
import { stateOf, whenDue } from './quarantine-words.ts';

/** What does not fit is in the inspector; the stylesheet knows which go first. */
export const binColumns = [
  { id: 'name', label: 'Name' },
  { id: 'workspace', label: 'Workspace' },
  { id: 'since', label: 'Disabled' },
  { id: 'due', label: 'Deleted on' },
  { id: 'by', label: 'By' },
  { id: 'state', label: 'State' },
] as const;

export function binRowId(position: number): string {
  return `quarantine-row-${position}`;
}

type BinRowProps = {
  /** Undefined while it has not been read. */
  row: QuarantineRow | undefined;
  position: number;
  /** Distance from the top of the list in pixels. */
  top: number;
  selected: boolean;
  current: boolean;
  now: number;
};

export const BinRow = memo(function BinRow({ row, position, top, selected, current, now }: BinRowProps) {
  return (
    <WindowedRow
      id={binRowId(position)}
      position={position}
      // The header is row 1.
      index={position + 2}
      top={top}
      selected={selected}
      current={current}
      className={styles.row}
    >
      {row ? (
        <Cells row={row} now={now} />
      ) : (
        binColumns.map(({ id }) => <td key={id} data-column={id} className={styles.cell} />)
      )}
    </WindowedRow>
  );
});

function Cells({ row, now }: { row: QuarantineRow; now: number }) {
  const workspace = useWorkspace(row.workspaceId);
  const state = stateOf(row, now);
  return (
    <>
      <td data-column="name" className={styles.cell}>
        <span className={styles.name} title={row.name}>
          <span className={styles.text}>{row.name || 'No name'}</span>
          {row.prefix && <span className={styles.prefix}>{row.prefix}…</span>}
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
      <td data-column="since" className={styles.cell} title={exactTime(row.since)}>
        <span className={styles.text}>{row.disabled ? ago(row.since, now) : 'Not any more'}</span>
      </td>
      <td data-column="due" className={styles.cell} title={exactTime(row.due)}>
        <span className={styles.due}>{day(row.due)}</span>
        <span className={styles.quiet}>{whenDue(row.due, now)}</span>
      </td>
      <td data-column="by" className={styles.cell} title={row.by ?? undefined}>
        {row.by === null ? (
          <span className={styles.quiet}>
            <span aria-hidden="true">—</span>
            <span className="visually-hidden">Not reported by the platform</span>
          </span>
        ) : (
          <span className={styles.text}>{row.by}</span>
        )}
      </td>
      <td data-column="state" className={styles.cell}>
        <Badge tone={state.tone} title={state.meaning}>
          {state.label}
        </Badge>
      </td>
    </>
  );
}
