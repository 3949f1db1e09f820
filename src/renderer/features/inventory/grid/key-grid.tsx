/** The table of keys: draws only the rows in view, for any number of them. */
import { type MouseEvent, type RefObject, useEffect, useMemo, useRef } from 'react';
import { mainListId } from '../../../app/screen-store.ts';
import { hasCommandKey } from '../../../lib/platform-keys.ts';
import { useElementWidth } from '../../../lib/use-element-width.ts';
import { useNow } from '../../../lib/use-now.ts';
import { isChosen, isNothing } from '../../selection/chosen.ts';
import { useChosen } from '../../selection/chosen-store.ts';
import { selectionBarHeight } from '../../selection/selection-bar.tsx';
import { rowAt } from '../page-cache.ts';
import { showRange, useRows } from '../rows-store.ts';
import { useSelection } from '../selection-store.ts';
import { headerRow } from './cursor.ts';
import { boxWidth, columnTemplate, fitting, stuckWidth } from './fitting.ts';
import { type ChosenInView, GridHeader } from './grid-header.tsx';
import { headerElementId } from './header-ids.ts';
import styles from './key-grid.module.css';
import { cellElementId, KeyRow, rowElementId } from './key-row.tsx';
import { columnIndex } from './layout.ts';
import { setLeft, useLayout } from './layout-store.ts';
import { useGridCursor } from './use-grid-cursor.ts';
import { useRowMenu } from './use-row-menu.tsx';
import { headerHeight, rowHeight, useVirtualRows } from './use-virtual-rows.ts';

/** Rows drawn before the first answer, so that a slow start looks like a table. */
const unknownRows = 20;

export function KeyGrid({
  gridRef,
  onEnter,
}: {
  gridRef: RefObject<HTMLTableElement | null>;
  /** Enter was pressed on a row. */
  onEnter: () => void;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  const cache = useRows((state) => state.cache);
  const keyId = useSelection((state) => state.keyId);
  const chosen = useChosen((state) => state.chosen);
  const choosing = !isNothing(chosen);
  const now = useNow();
  const width = useElementWidth(scroller);
  const layout = useLayout((state) => state.layout);
  const said = useLayout((state) => state.said);
  const { drawn, left, minWidth } = useMemo(() => fitting(layout, width), [layout, width]);
  const measured = width > 0;
  useEffect(() => {
    if (measured) setLeft(left);
  }, [left, measured]);
  const shown = useShownColumns(
    drawn.map(({ id }) => id).join(),
    drawn.map(({ id }) => ({ id, index: columnIndex(layout, id) })),
  );

  const rows = cache.total ?? unknownRows;
  const rowsPerPage = Math.max(
    1,
    Math.floor(((scroller.current?.clientHeight ?? 0) - headerHeight) / rowHeight) - 1,
  );
  const { cursor, onKeyDown, onRowClick } = useGridCursor(
    drawn,
    { rows: cache.total ?? 0, columns: drawn.length + 1, rowsPerPage },
    onEnter,
  );
  const { menu, onContextMenu, onMenuKey } = useRowMenu(gridRef, cursor.row);
  const { items, height, first, last } = useVirtualRows(
    scroller,
    rows,
    cursor.row,
    choosing ? selectionBarHeight : 0,
  );
  useEffect(() => showRange({ first, last }), [first, last]);

  // Whoever goes from cell to cell sees the one they are on, also in a table that is wider than its place.
  const stuck = stuckWidth(drawn, width);
  const activeId = activeElementId(cursor.row, cursor.column, rows);
  const activeCell = cursor.column === null ? undefined : activeId;
  useEffect(() => {
    const cell = activeCell === undefined ? null : document.getElementById(activeCell);
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [activeCell]);

  function onClick(event: MouseEvent): void {
    const target = event.target instanceof Element ? event.target : null;
    const clicked = target?.closest<HTMLElement>('[data-position]')?.dataset.position;
    const onBox = target?.closest('[data-box]') !== null || hasCommandKey(event);
    if (clicked !== undefined)
      onRowClick(Number(clicked), event.shiftKey ? 'range' : onBox ? 'toggle' : 'look');
    // A header's button takes the focus with its press; the table, which knows the keys, gets it back.
    gridRef.current?.focus({ preventScroll: true });
  }

  return (
    <div ref={scroller} className={styles.scroller} style={{ '--stuck': `${stuck}px` }}>
      <table
        ref={gridRef}
        id={mainListId}
        role="grid"
        aria-label="Keys"
        aria-multiselectable="true"
        // -1 is ARIA's word for not known yet.
        aria-rowcount={cache.total === null ? -1 : cache.total + 1}
        aria-colcount={layout.length + 1}
        // What is still on screen after a change of the query cannot be acted on any more.
        aria-busy={cache.total === null || cache.restarting}
        aria-activedescendant={activeId}
        tabIndex={0}
        className={styles.grid}
        style={{ '--columns': columnTemplate(drawn), '--least-width': `${minWidth}px` }}
        data-choosing={choosing || undefined}
        data-first-stuck={stuck > boxWidth || undefined}
        onKeyDown={(event) => !onMenuKey(event) && onKeyDown(event)}
        onClick={onClick}
        onContextMenu={onContextMenu}
        // A range is not a piece of text.
        onMouseDown={(event) => event.shiftKey && event.preventDefault()}
      >
        <GridHeader
          drawn={drawn}
          cursor={cursor.row === headerRow ? cursor.column : null}
          chosenInView={chosenInView()}
        />
        <tbody className={styles.body} style={{ height }}>
          {items.map(({ index, start }) => {
            const row = rowAt(cache, index);
            return (
              <KeyRow
                key={index}
                row={row}
                position={index}
                top={start - headerHeight}
                shown={shown}
                current={row !== undefined && row.id === keyId}
                chosen={choosing && row !== undefined && isChosen(chosen, row)}
                cursor={cursor.row === index ? (cursor.column ?? 'row') : null}
                now={now}
              />
            );
          })}
        </tbody>
      </table>
      {menu}
      <div role="status" className="visually-hidden">
        {said}
      </div>
    </div>
  );

  function chosenInView(): ChosenInView {
    if (!choosing) return 'none';
    for (let position = first; position <= Math.min(last, rows - 1); position += 1) {
      const row = rowAt(cache, position);
      if (row && row.status !== 'vanished' && !isChosen(chosen, row)) return 'some';
    }
    return 'all';
  }
}

/** The same list until another column comes, goes or moves: while a width changes no row is drawn again. */
function useShownColumns<Shown>(ids: string, shown: Shown): Shown {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the ids say all that rows need to know of the columns.
  return useMemo(() => shown, [ids]);
}

function activeElementId(row: number, column: number | null, rows: number): string | undefined {
  if (row === headerRow) return headerElementId(column ?? 0);
  if (row >= rows) return undefined;
  return column === null ? rowElementId(row) : cellElementId(row, column);
}
