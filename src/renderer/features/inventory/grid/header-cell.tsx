import { ArrowDown, ArrowUp } from 'lucide-react';
import type { DrawnColumn } from './fitting.ts';
import styles from './header-cell.module.css';
import grid from './key-grid.module.css';
import type { useColumnMove, useColumnResize } from './use-column-drag.ts';

/** One column's name: sorts when pressed, goes elsewhere when carried, and is wider or narrower by its edge. */
export function HeaderCell({
  column,
  elementId,
  colIndex,
  sorted,
  isCursor,
  isFirst,
  drop,
  edge,
  carry,
  onSort,
}: {
  column: DrawnColumn;
  elementId: string;
  colIndex: number;
  sorted: 'ascending' | 'descending' | null;
  isCursor: boolean;
  isFirst: boolean;
  drop: 'before' | 'after' | undefined;
  edge: ReturnType<ReturnType<typeof useColumnResize>>;
  carry: ReturnType<ReturnType<typeof useColumnMove>['handlers']>;
  onSort: () => void;
}) {
  const { wasDrag, ...carryEvents } = carry;
  return (
    <th
      scope="col"
      id={elementId}
      aria-colindex={colIndex}
      aria-sort={sorted ?? 'none'}
      data-column={column.id}
      data-cursor={isCursor || undefined}
      data-drop={drop}
      className={`${grid.headerCell} ${isFirst ? grid.firstCell : ''}`}
    >
      <button
        type="button"
        tabIndex={-1}
        className={styles.button}
        {...carryEvents}
        onClick={() => {
          if (!wasDrag()) onSort();
        }}
      >
        <span className={styles.text}>{column.label}</span>
        {sorted === 'ascending' && <ArrowUp size={12} aria-hidden="true" />}
        {sorted === 'descending' && <ArrowDown size={12} aria-hidden="true" />}
      </button>
      {/* For the pointer alone: the keyboard has Shift with the arrows. */}
      <div className={styles.edge} data-edge={column.id} {...edge} />
    </th>
  );
}
