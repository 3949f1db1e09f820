/** The keys in quarantine as a table: what is held back first, then whichever goes next. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type MouseEvent, useEffect, useRef } from 'react';
import { openDialog } from '../../app/dialogs.ts';
import { mainListId } from '../../app/screen-store.ts';
import { answer, bridge } from '../../lib/bridge.ts';
import { useNow } from '../../lib/use-now.ts';
import { moveCursor } from '../inventory/grid/cursor.ts';
import { rowAt } from '../inventory/page-cache.ts';
import { useSelection } from '../inventory/selection-store.ts';
import styles from './bin-grid.module.css';
import { BinRow, binColumns, binRowId } from './bin-row.tsx';
import { selectBinRow, showBinRange, useBin } from './bin-store.ts';

/** The stylesheet has the same. */
const rowHeight = 36;
const headerHeight = 32;

export function BinGrid({ onEnter }: { onEnter: () => void }) {
  const { cache, cursor } = useBin();
  const keyId = useSelection((selection) => selection.keyId);
  const now = useNow();
  const scroller = useRef<HTMLDivElement>(null);
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
  useEffect(() => showBinRange({ first: startIndex, last: endIndex }), [startIndex, endIndex]);

  function moveTo(position: number): void {
    selectBinRow(position);
    virtualizer.scrollToIndex(position, { align: 'auto' });
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (rows === 0 || event.altKey || event.shiftKey || event.ctrlKey || event.metaKey) return;
    const current = rowAt(cache, cursor);
    if (event.key === 'Enter' || event.key === ' ') {
      selectBinRow(cursor);
      if (event.key === 'Enter') onEnter();
    } else if (event.key === 'Delete' && current) {
      selectBinRow(cursor);
      void askToDelete(current.keyId);
    } else {
      const rowsPerPage = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1);
      const size = { rows, columns: binColumns.length, rowsPerPage };
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
    <div ref={scroller} className={styles.scroller}>
      <table
        id={mainListId}
        role="grid"
        aria-label="Keys in quarantine"
        aria-rowcount={cache.total === null ? -1 : rows + 1}
        aria-busy={cache.total === null}
        aria-activedescendant={rows > 0 ? binRowId(cursor) : undefined}
        tabIndex={0}
        className={styles.grid}
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        <thead className={styles.head}>
          <tr aria-rowindex={1} className={styles.header}>
            {binColumns.map(({ id, label }) => (
              <th key={id} scope="col" data-column={id} className={styles.headerCell}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className={styles.body} style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const row = rowAt(cache, index);
            return (
              <BinRow
                key={index}
                row={row}
                position={index}
                top={start - headerHeight}
                selected={row !== undefined && row.keyId === keyId}
                current={index === cursor}
                now={now}
              />
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

async function askToDelete(keyId: string): Promise<void> {
  const result = await answer(bridge().inventoryKey({ keyId }));
  if (result.ok) openDialog({ kind: 'delete-key', key: result.value });
}
