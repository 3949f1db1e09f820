/** Which columns the table has, and in which order; says which of them have no room at the moment. */
import { ChevronDown, ChevronUp, Columns3 } from 'lucide-react';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { Popover } from '../../../ui/popover.tsx';
import { type ColumnId, columnOf } from './columns.ts';
import styles from './columns-menu.module.css';
import { fixedColumn, moved, withShown } from './layout.ts';
import { changeLayout, resetLayout, useLayout } from './layout-store.ts';

export function ColumnsMenu() {
  return (
    <Popover
      title="Columns"
      trigger={
        <button type="button" className={styles.button} aria-label="Columns" title="Columns">
          <Columns3 size={15} aria-hidden="true" />
        </button>
      }
    >
      <Content />
    </Popover>
  );
}

function Content() {
  const { layout, left } = useLayout();
  const order = layout.map(({ id }) => id);
  return (
    <>
      <ul className={styles.list}>
        {layout.map(({ id, shown }) => (
          <li key={id} className={styles.item}>
            <Checkbox
              label={columnOf(id).label}
              checked={shown}
              disabled={id === fixedColumn}
              description={note(id, shown && left.includes(id))}
              onCheckedChange={(checked) => changeLayout(withShown(layout, id, checked))}
            />
            <span className={styles.moves}>
              <Move id={id} by={-1} order={order} />
              <Move id={id} by={1} order={order} />
            </span>
          </li>
        ))}
      </ul>
      <div className={styles.foot}>
        <Button variant="link" onClick={resetLayout}>
          Reset columns
        </Button>
      </div>
    </>
  );
}

function note(id: ColumnId, hasNoRoom: boolean): string | undefined {
  if (id === fixedColumn) return 'always shown';
  return hasNoRoom ? 'no room' : undefined;
}

function Move({ id, by, order }: { id: ColumnId; by: -1 | 1; order: readonly ColumnId[] }) {
  const layout = useLayout((state) => state.layout);
  const isLast = order[order.indexOf(id) + by] === undefined;
  const { label } = columnOf(id);
  const Icon = by === -1 ? ChevronUp : ChevronDown;
  return (
    <button
      type="button"
      className={styles.move}
      aria-label={`Move ${label} ${by === -1 ? 'up' : 'down'}`}
      // Not `disabled`, which would drop the focus of whoever got the column to the end.
      aria-disabled={isLast || undefined}
      onClick={() => {
        if (!isLast) changeLayout(moved(layout, id, by, order), placeWords(id, order.indexOf(id) + by));
      }}
    >
      <Icon size={15} aria-hidden="true" />
    </button>
  );
}

/** `place`: 0-based. */
function placeWords(id: ColumnId, place: number): string {
  return `${columnOf(id).label} is column ${place + 1}.`;
}
