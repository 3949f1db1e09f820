import { memo } from 'react';
import type { KeyRow as Row } from '#shared/domain/key.ts';
import { canBeChosen } from '../../selection/chosen.ts';
import { Cell } from './cells.tsx';
import type { ColumnId } from './columns.ts';
import { KeyBox } from './key-box.tsx';
import styles from './key-grid.module.css';

/** A column on screen, and its 1-based place among all there are. */
type ShownColumn = { id: ColumnId; index: number };

export type KeyRowProps = {
  /** Undefined while it has not been read. */
  row: Row | undefined;
  /** 0-based position in the result. */
  position: number;
  /** Distance from the top of the list in pixels. */
  top: number;
  shown: readonly ShownColumn[];
  /** The inspector shows it. */
  current: boolean;
  /** One of those that an action would be for. */
  chosen: boolean;
  /** What the keyboard is on: a column's place on screen, the whole row, or nothing here. */
  cursor: number | 'row' | null;
  now: number;
};

export function rowElementId(position: number): string {
  return `key-row-${position}`;
}

/** `column`: its place on screen; the box has place 0. */
export function cellElementId(position: number, column: number): string {
  return `key-cell-${position}-${column}`;
}

/** One line of the table; drawn again only when something of its own changed. */
export const KeyRow = memo(function KeyRow(props: KeyRowProps) {
  const { row, position, top, shown, current, chosen, cursor, now } = props;
  const choosable = row === undefined || canBeChosen(row);
  const called = row?.name || 'No name';
  return (
    <tr
      id={rowElementId(position)}
      // The header is row 1.
      aria-rowindex={position + 2}
      aria-selected={choosable ? chosen : undefined}
      aria-current={current || undefined}
      data-position={position}
      data-cursor={cursor === 'row' || undefined}
      className={styles.row}
      style={{ transform: `translateY(${top}px)` }}
    >
      <td
        id={cellElementId(position, 0)}
        aria-colindex={1}
        data-cursor={cursor === 0 || undefined}
        className={`${styles.cell} ${styles.boxCell}`}
      >
        {row && (
          <KeyBox
            label={
              choosable ? `Select ${called}` : `${called} ${row.replaced ? 'was replaced' : 'has vanished'}`
            }
            checked={chosen}
            disabled={!choosable}
          />
        )}
      </td>
      {shown.map(({ id, index: colIndex }, index) => (
        <td
          key={id}
          id={cellElementId(position, index + 1)}
          aria-colindex={colIndex}
          data-cursor={cursor === index + 1 || undefined}
          className={`${styles.cell} ${index === 0 ? styles.firstCell : ''}`}
        >
          {row ? (
            <Cell column={id} row={row} now={now} />
          ) : (
            <span className={styles.skeleton} aria-hidden="true" />
          )}
        </td>
      ))}
    </tr>
  );
});
