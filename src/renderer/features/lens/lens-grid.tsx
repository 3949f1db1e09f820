/** Keys against abilities as a table, of which only the rows on screen are drawn. */
import { useRef } from 'react';
import { abilityIds } from '#shared/domain/abilities.ts';
import { focusMainList, mainListId } from '../../app/screen-store.ts';
import { useElementWidth } from '../../lib/use-element-width.ts';
import { WindowedList } from '../../ui/windowed-list.tsx';
import { rowAt } from '../inventory/page-cache.ts';
import { useSelection } from '../inventory/selection-store.ts';
import styles from './lens-grid.module.css';
import { LensHeader } from './lens-header.tsx';
import { LensRow, lensRowId } from './lens-row.tsx';
import { selectLensRow, showLensRange, useLens } from './lens-store.ts';

/** In pixels; the stylesheet has the same. */
const rowHeight = 36;
const headerHeights = { lying: 64, upright: 128 };
export const tallestHeader = headerHeights.upright;
/** Below this the words of the header stand upright. */
const narrowest = 900;

export function LensGrid({ onEnter }: { onEnter: () => void }) {
  const { cache, cursor, restarts } = useLens();
  const keyId = useSelection((selection) => selection.keyId);
  const frame = useRef<HTMLDivElement>(null);
  const width = useElementWidth(frame);
  const look = width > 0 && width < narrowest ? 'upright' : 'lying';
  return (
    <div ref={frame} data-look={look} className={styles.frame}>
      <WindowedList
        id={mainListId}
        label="Capabilities"
        rows={cache.total}
        rowHeight={rowHeight}
        head={<LensHeader onLeave={focusMainList} />}
        headHeight={headerHeights[look]}
        columns={abilityIds.length + 2}
        busy={cache.total === null || cache.restarting}
        cursor={cursor}
        rowId={lensRowId}
        onSelected={rowAt(cache, cursor)?.keyId === keyId}
        restarts={restarts}
        onRange={showLensRange}
        onMove={selectLensRow}
        onEnter={onEnter}
      >
        {(position, top) => {
          const row = rowAt(cache, position);
          return (
            <LensRow
              row={row}
              position={position}
              top={top}
              selected={row !== undefined && row.keyId === keyId}
              current={position === cursor}
            />
          );
        }}
      </WindowedList>
    </div>
  );
}
