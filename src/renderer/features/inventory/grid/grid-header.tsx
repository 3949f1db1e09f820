import { ArrowDown, ArrowUp } from 'lucide-react';
import { sortBy, useView } from '../view-store.ts';
import { type Column, columnIndex } from './columns.ts';
import styles from './key-grid.module.css';

export function headerElementId(column: number): string {
  return `key-header-${column}`;
}

/**
 * The names of the columns; a press sorts, and a second one turns the order around. The buttons are for the pointer:
 * the keyboard reaches the header with the arrows and sorts with Enter, so they are no stops of the Tab key.
 */
export function GridHeader({ shown, cursor }: { shown: readonly Column[]; cursor: number | null }) {
  const sort = useView((view) => view.sort);
  return (
    <thead className={styles.head}>
      <tr aria-rowindex={1} className={styles.header}>
        {shown.map((column, index) => {
          const direction = sort.column === column.id ? sort.direction : undefined;
          return (
            <th
              key={column.id}
              scope="col"
              id={headerElementId(index)}
              aria-colindex={columnIndex(column)}
              aria-sort={direction ?? 'none'}
              data-cursor={cursor === index || undefined}
              className={styles.headerCell}
            >
              <button
                type="button"
                tabIndex={-1}
                className={styles.headerButton}
                onClick={() => sortBy(column.id)}
              >
                <span className={styles.headerText}>{column.label}</span>
                {direction === 'ascending' && <ArrowUp size={12} aria-hidden="true" />}
                {direction === 'descending' && <ArrowDown size={12} aria-hidden="true" />}
              </button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
