/** Keys against abilities as a table, of which only the rows on screen are drawn. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type MouseEvent, useEffect, useRef } from 'react';
import { abilityIds } from '#shared/domain/abilities.ts';
import { focusMainList, mainListId } from '../../app/screen-store.ts';
import { useElementWidth } from '../../lib/use-element-width.ts';
import { moveCursor } from '../inventory/grid/cursor.ts';
import { rowAt } from '../inventory/page-cache.ts';
import { useSelection } from '../inventory/selection-store.ts';
import styles from './lens-grid.module.css';
import { LensHeader } from './lens-header.tsx';
import { LensRow, lensRowId } from './lens-row.tsx';
import { selectLensRow, showLensRange, useLens } from './lens-store.ts';

/** In pixels; the stylesheet has the same. */
const rowHeight = 36;
const headerHeights = { lying: 64, upright: 128 };
/** Below this the words of the header stand upright. */
const narrowest = 900;

export function LensGrid({ onEnter }: { onEnter: () => void }) {
  const { cache, cursor, restarts } = useLens();
  const keyId = useSelection((selection) => selection.keyId);
  const scroller = useRef<HTMLDivElement>(null);
  const width = useElementWidth(scroller);
  const look = width > 0 && width < narrowest ? 'upright' : 'lying';
  const headerHeight = headerHeights[look];
  const rows = cache.total ?? 0;
  const virtualizer = useVirtualizer({
    count: rows,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 10,
    scrollMargin: headerHeight,
    scrollPaddingStart: headerHeight,
  });
  const { startIndex = 0, endIndex = 0 } = virtualizer.range ?? {};
  useEffect(() => showLensRange({ first: startIndex, last: endIndex }), [startIndex, endIndex]);

  // Another order or another search is another list: it is read from its top.
  useEffect(() => {
    if (restarts > 0) scroller.current?.scrollTo({ top: 0 });
  }, [restarts]);

  function moveTo(position: number): void {
    selectLensRow(position);
    virtualizer.scrollToIndex(position, { align: 'auto' });
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (rows === 0 || event.altKey || event.shiftKey || event.ctrlKey || event.metaKey) return;
    const current = rowAt(cache, cursor);
    if (event.key === 'Enter' || event.key === ' ') {
      selectLensRow(cursor);
      if (event.key === 'Enter') onEnter();
    } else {
      const rowsPerPage = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1);
      const size = { rows, columns: abilityIds.length, rowsPerPage };
      const target = moveCursor({ row: cursor, column: null }, event.key, size);
      if (!target || event.key === 'ArrowLeft' || event.key === 'ArrowRight') return;
      // The first arrow lands on the row that is shown as current; it does not jump over it.
      const first = current?.keyId !== keyId && event.key === 'ArrowDown';
      moveTo(first ? cursor : Math.max(0, target.row));
    }
    event.preventDefault();
  }

  function onClick(event: MouseEvent): void {
    const row = event.target instanceof Element && event.target.closest<HTMLElement>('[data-position]');
    if (row) moveTo(Number(row.dataset.position));
  }

  return (
    <div className={styles.grid}>
      <div ref={scroller} className={styles.scroller}>
        <table
          id={mainListId}
          role="grid"
          aria-label="Capabilities"
          aria-rowcount={cache.total === null ? -1 : rows + 1}
          aria-colcount={abilityIds.length + 2}
          aria-busy={cache.total === null || cache.restarting}
          aria-activedescendant={rows > 0 ? lensRowId(cursor) : undefined}
          tabIndex={0}
          data-look={look}
          className={styles.table}
          onKeyDown={onKeyDown}
          onClick={onClick}
        >
          <thead className={styles.head}>
            <LensHeader onLeave={focusMainList} />
          </thead>
          <tbody className={styles.body} style={{ height: virtualizer.getTotalSize() }}>
            {virtualizer.getVirtualItems().map(({ index, start }) => {
              const row = rowAt(cache, index);
              return (
                <LensRow
                  key={index}
                  row={row}
                  position={index}
                  top={start - headerHeight}
                  selected={row !== undefined && row.keyId === keyId}
                  current={index === cursor}
                />
              );
            })}
          </tbody>
        </table>
      </div>
    </div>
  );
}
