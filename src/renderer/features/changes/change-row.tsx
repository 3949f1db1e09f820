import { memo } from 'react';
import type { KeyChange } from '#shared/domain/change.ts';
import { plural } from '../../lib/plural.ts';
import { ago, exactTime } from '../../lib/time.ts';
import { Badge } from '../../ui/badge.tsx';
import { WindowedHeading, WindowedRow } from '../../ui/windowed-list.tsx';
import { WorkspaceSquare } from '../../ui/workspace-square.tsx';
import { useWorkspace } from '../workspaces/workspaces-store.ts';
import styles from './change-grid.module.css';
import { scopeStep, whatHappened, wordsOf } from './change-words.ts';

export type Group = { workspaceId: string; count: number };

export function changeRowId(position: number): string {
  return `change-row-${position}`;
}

type LineProps = {
  /** 0-based among all lines, headings included. */
  index: number;
  /** Distance from the top of the list in pixels. */
  top: number;
};

export const GroupHeading = memo(function GroupHeading({ group, index, top }: LineProps & { group: Group }) {
  const workspace = useWorkspace(group.workspaceId);
  return (
    <WindowedHeading index={index + 1} top={top} className={styles.heading}>
      <th scope="rowgroup" colSpan={3} className={styles.headingCell}>
        {workspace && <WorkspaceSquare colour={workspace.colour} />}
        <span className={styles.text}>{workspace?.name ?? ''}</span>
        <span className={styles.count}>{plural(group.count, 'change')}</span>
      </th>
    </WindowedHeading>
  );
});

type ChangeRowProps = LineProps & {
  /** Undefined while it has not been read. */
  change: KeyChange | undefined;
  position: number;
  selected: boolean;
  current: boolean;
  now: number;
};

export const ChangeRow = memo(function ChangeRow(props: ChangeRowProps) {
  const { change, position, index, top, selected, current, now } = props;
  return (
    <WindowedRow
      id={changeRowId(position)}
      position={position}
      index={index + 1}
      top={top}
      selected={selected}
      current={current}
      className={styles.row}
    >
      {change ? <Cells change={change} now={now} /> : <td colSpan={3} className={styles.cell} />}
    </WindowedRow>
  );
});

function Cells({ change, now }: { change: KeyChange; now: number }) {
  const { name, prefix, createdBy, at, own, what } = change;
  const { label, tone } = wordsOf(what);
  const step = scopeStep(what);
  const words = whatHappened(change);
  return (
    <>
      <td className={styles.cell}>
        <span className={styles.name} title={name}>
          <span className={styles.text}>{name || 'No name'}</span>
          {prefix && <span className={styles.prefix}>{prefix}…</span>}
        </span>
        <span className={styles.second} title={createdBy ?? undefined}>
          {createdBy ? `Made by ${createdBy}` : 'Maker not reported'}
        </span>
      </td>
      <td className={styles.cell}>
        <span className={styles.what}>
          <Badge tone={tone}>{label}</Badge>
          <span className={step ? styles.text : styles.words} title={words}>
            {words}
          </span>
        </span>
        {step && (
          <span className={`${styles.second} ${styles.step}`} title={step}>
            {step}
          </span>
        )}
      </td>
      <td className={styles.cell}>
        <time className={styles.when} dateTime={at} title={exactTime(at)}>
          {ago(at, now)}
        </time>
        <span className={styles.second}>{own ? 'By you, here' : ''}</span>
      </td>
    </>
  );
}
