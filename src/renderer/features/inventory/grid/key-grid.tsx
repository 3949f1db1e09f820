/** The table of keys: draws only the rows in view, for any number of them. */
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type MouseEvent, type RefObject, useEffect, useMemo, useRef } from 'react';
import { mainListId } from '../../../app/screen-store.ts';
import { useElementWidth } from '../../../lib/use-element-width.ts';
import { useNow } from '../../../lib/use-now.ts';
import { rowAt } from '../page-cache.ts';
import { showRange, useRows } from '../rows-store.ts';
import { selectPosition, useSelection } from '../selection-store.ts';
import { useView } from '../view-store.ts';
import { columns, columnsFor, columnTemplate } from './columns.ts';
import { headerRow } from './cursor.ts';
import { GridHeader, headerElementId } from './grid-header.tsx';
import styles from './key-grid.module.css';
import { cellElementId, KeyRow, rowElementId } from './key-row.tsx';
import { useGridCursor } from './use-grid-cursor.ts';

/** In pixels; the stylesheet has the same. */
const rowHeight = 36;
const headerHeight = 32;
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
  const { keyId, position, awaiting, reveals } = useSelection();
  const now = useNow();
  const width = useElementWidth(scroller);
  const shown = useMemo(() => columnsFor(width), [width]);

  const rows = cache.total ?? unknownRows;
  const rowsPerPage = Math.max(
    1,
    Math.floor(((scroller.current?.clientHeight ?? 0) - headerHeight) / rowHeight) - 1,
  );
  const { cursor, onKeyDown, onRowClick } = useGridCursor(
    shown,
    { rows: cache.total ?? 0, columns: shown.length, rowsPerPage },
    onEnter,
  );

  const virtualizer = useVirtualizer({
    count: rows,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 10,
    scrollMargin: headerHeight,
    scrollPaddingStart: headerHeight,
    // The row of the keyboard is always there, however far the pointer scrolled: it is what focus points at.
    rangeExtractor: (range) => {
      const drawn = defaultRangeExtractor(range);
      if (cursor.row === headerRow || cursor.row >= rows || drawn.includes(cursor.row)) return drawn;
      return [...drawn, cursor.row].sort((a, b) => a - b);
    },
  });
  const drawn = virtualizer.getVirtualItems();
  const { startIndex = 0, endIndex = 0 } = virtualizer.range ?? {};

  useEffect(() => showRange({ first: startIndex, last: endIndex }), [startIndex, endIndex]);

  // Another query is another list: it is read from its top.
  useEffect(() => useView.subscribe(() => scroller.current?.scrollTo({ top: 0 })), []);

  // Scrolls once for each wish to, and not before the list is the one the position is meant in.
  const revealed = useRef(0);
  const listIsThere = cache.total !== null && !cache.restarting;
  useEffect(() => {
    if (!listIsThere || position === null || reveals === revealed.current) return;
    revealed.current = reveals;
    virtualizer.scrollToIndex(position, { align: 'auto' });
  }, [reveals, position, listIsThere, virtualizer]);

  useEffect(() => {
    if (listIsThere && awaiting && position !== null && rowAt(cache, position)) selectPosition(position);
  }, [listIsThere, awaiting, position, cache]);

  function onClick(event: MouseEvent): void {
    const target = event.target instanceof Element ? event.target : null;
    const clicked = target?.closest<HTMLElement>('[data-position]')?.dataset.position;
    if (clicked !== undefined) onRowClick(Number(clicked));
    // A header's button takes the focus with its press; the table, which knows the keys, gets it back.
    gridRef.current?.focus({ preventScroll: true });
  }

  return (
    <div ref={scroller} className={styles.scroller}>
      <table
        ref={gridRef}
        id={mainListId}
        role="grid"
        aria-label="Keys"
        // -1 is ARIA's word for not known yet.
        aria-rowcount={cache.total === null ? -1 : cache.total + 1}
        aria-colcount={columns.length}
        aria-busy={cache.total === null}
        aria-activedescendant={activeElementId(cursor.row, cursor.column, rows)}
        tabIndex={0}
        className={styles.grid}
        style={{ '--columns': columnTemplate(shown) }}
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        <GridHeader shown={shown} cursor={cursor.row === headerRow ? cursor.column : null} />
        <tbody className={styles.body} style={{ height: virtualizer.getTotalSize() }}>
          {drawn.map(({ index, start }) => {
            const row = rowAt(cache, index);
            return (
              <KeyRow
                key={index}
                row={row}
                position={index}
                top={start - headerHeight}
                shown={shown}
                selected={row !== undefined && row.id === keyId}
                cursor={cursor.row === index ? (cursor.column ?? 'row') : null}
                now={now}
              />
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function activeElementId(row: number, column: number | null, rows: number): string | undefined {
  if (row === headerRow) return headerElementId(column ?? 0);
  if (row >= rows) return undefined;
  return column === null ? rowElementId(row) : cellElementId(row, column);
}
