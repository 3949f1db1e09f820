import { memo } from 'react';
import { type AbilityId, abilitiesIn, abilityBit, abilityIds } from '#shared/domain/abilities.ts';
import type { LensRow as Row } from '#shared/ipc/lens.ts';
import { WindowedRow } from '../../ui/windowed-list.tsx';
import { WorkspaceSquare } from '../../ui/workspace-square.tsx';
import { useWorkspace } from '../workspaces/workspaces-store.ts';
import styles from './lens-grid.module.css';

export function lensRowId(position: number): string {
  return `lens-row-${position}`;
}

type LensRowProps = {
  /** Undefined while it has not been read. */
  row: Row | undefined;
  position: number;
  /** Distance from the top of the list in pixels. */
  top: number;
  selected: boolean;
  current: boolean;
};

export const LensRow = memo(function LensRow({ row, position, top, selected, current }: LensRowProps) {
  return (
    <WindowedRow
      id={lensRowId(position)}
      position={position}
      // The header is row 1.
      index={position + 2}
      top={top}
      selected={selected}
      current={current}
      className={styles.row}
    >
      {row && <Cells row={row} />}
    </WindowedRow>
  );
});

function Cells({ row }: { row: Row }) {
  const workspace = useWorkspace(row.workspaceId);
  const everything = (row.abilities & abilityBit('everything')) !== 0;
  const count = abilitiesIn(row.abilities).length;
  return (
    <>
      <th scope="row" className={styles.nameCell}>
        {workspace && (
          <span title={workspace.name} className={styles.square}>
            <WorkspaceSquare colour={workspace.colour} size={10} />
          </span>
        )}
        <span className={styles.name} title={row.name}>
          {row.name || 'No name'}
        </span>
        {row.prefix && <span className={styles.prefix}>{row.prefix}…</span>}
        {workspace && <span className="visually-hidden">in {workspace.name}</span>}
      </th>
      <td className={`${styles.cell} ${styles.number}`}>{everything ? 'All' : count}</td>
      {abilityIds.map((id) => (
        <td key={id} className={styles.cell}>
          <Mark id={id} has={(row.abilities & abilityBit(id)) !== 0} />
        </td>
      ))}
    </>
  );
}

/** Two of them are signs of their own: everything is a full square, and what is not known is a question. */
const marks: Partial<Record<AbilityId, { sign: string; tone: string | undefined }>> = {
  everything: { sign: '■', tone: styles.bad },
  unclassified: { sign: '?', tone: styles.warn },
};

function Mark({ id, has }: { id: AbilityId; has: boolean }) {
  const { sign, tone } = marks[id] ?? { sign: '●', tone: '' };
  return (
    <>
      <span aria-hidden="true" className={has ? `${styles.mark} ${tone}` : styles.no}>
        {has ? sign : '·'}
      </span>
      <span className="visually-hidden">{has ? 'Yes' : 'No'}</span>
    </>
  );
}
