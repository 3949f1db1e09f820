import { memo } from 'react';
import type { KeyRow as Row } from '#shared/domain/key.ts';
import { Cell } from './cells.tsx';
import { type Column, columnIndex } from './columns.ts';
import styles from './key-grid.module.css';

export type KeyRowProps = {
  /** Undefined while it has not been read. */
  row: Row | undefined;
  /** 0-based position in the result. */
  position: number;
  /** Distance from the top of the list in pixels. */
  top: number;
  shown: readonly Column[];
  selected: boolean;
  /** What the keyboard is on: a column's index, the whole row, or nothing here. */
  cursor: number | 'row' | null;
  now: number;
};

export function rowElementId(position: number): string {
  return `key-row-${position}`;
}

export function cellElementId(position: number, column: number): string {
  return `key-cell-${position}-${column}`;
}

/** One line of the table; drawn again only when something of its own changed. */
export const KeyRow = memo(function KeyRow(props: KeyRowProps) {
  const { row, position, top, shown, selected, cursor, now } = props;
  return (
    <tr
      id={rowElementId(position)}
      // The header is row 1.
      aria-rowindex={position + 2}
      aria-selected={selected}
      data-position={position}
      data-cursor={cursor === 'row' || undefined}
      className={styles.row}
      style={{ transform: `translateY(${top}px)` }}
    >
      {shown.map((column, index) => (
        <td
          key={column.id}
          id={cellElementId(position, index)}
          aria-colindex={columnIndex(column)}
          data-cursor={cursor === index || undefined}
          className={styles.cell}
        >
          {row ? (
            <Cell column={column.id} row={row} now={now} />
          ) : (
            <span className={styles.skeleton} aria-hidden="true" />
          )}
        </td>
      ))}
    </tr>
  );
});
