import { toggleInView } from '../../selection/chosen-store.ts';
import { sortBy, useView } from '../view-store.ts';
import type { DrawnColumn } from './fitting.ts';
import { HeaderCell } from './header-cell.tsx';
import { headerElementId } from './header-ids.ts';
import { KeyBox } from './key-box.tsx';
import styles from './key-grid.module.css';
import { columnIndex } from './layout.ts';
import { useLayout } from './layout-store.ts';
import { useColumnMove, useColumnResize } from './use-column-drag.ts';

/** How much of what is on screen is chosen. */
export type ChosenInView = 'all' | 'some' | 'none';

/**
 * The names of the columns; a press sorts, and a second one turns the order around. The controls are for the pointer:
 * the keyboard reaches the header with the arrows, so they are no stops of the Tab key.
 */
export function GridHeader({
  drawn,
  cursor,
  chosenInView,
}: {
  drawn: readonly DrawnColumn[];
  /** Place of the column that the keyboard is on; null while it is not in the header. */
  cursor: number | null;
  chosenInView: ChosenInView;
}) {
  const sort = useView((view) => view.sort);
  const layout = useLayout((state) => state.layout);
  const resize = useColumnResize();
  const { place, handlers } = useColumnMove();
  return (
    <thead className={styles.head}>
      <tr aria-rowindex={1} className={styles.header}>
        <th
          scope="col"
          id={headerElementId(0)}
          aria-colindex={1}
          data-cursor={cursor === 0 || undefined}
          className={`${styles.headerCell} ${styles.boxCell}`}
        >
          <KeyBox
            label="Select the keys on screen"
            checked={chosenInView === 'all'}
            mixed={chosenInView === 'some'}
            onPress={toggleInView}
          />
        </th>
        {drawn.map((column, index) => (
          <HeaderCell
            key={column.id}
            column={column}
            elementId={headerElementId(index + 1)}
            colIndex={columnIndex(layout, column.id)}
            sorted={sort.column === column.id ? sort.direction : null}
            isCursor={cursor === index + 1}
            isFirst={index === 0}
            drop={dropSide(place, drawn, index)}
            edge={resize(column.id)}
            carry={handlers(column.id)}
            onSort={() => sortBy(column.id)}
          />
        ))}
      </tr>
    </thead>
  );
}

/** On which side of a column the one that is being carried would land. */
function dropSide(
  place: ReturnType<typeof useColumnMove>['place'],
  drawn: readonly DrawnColumn[],
  index: number,
): 'before' | 'after' | undefined {
  if (!place) return undefined;
  if (place.before === drawn[index]?.id) return 'before';
  return place.before === null && index === drawn.length - 1 ? 'after' : undefined;
}
