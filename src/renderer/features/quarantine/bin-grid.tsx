/** The keys in quarantine as a table: what is held back first, then whichever goes next. */
import { openDialog } from '../../app/dialogs.ts';
import { mainListId } from '../../app/screen-store.ts';
import { answer, bridge } from '../../lib/bridge.ts';
import { useNow } from '../../lib/use-now.ts';
import { WindowedList } from '../../ui/windowed-list.tsx';
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
  const current = rowAt(cache, cursor);
  return (
    <WindowedList
      id={mainListId}
      label="Keys in quarantine"
      rows={cache.total}
      rowHeight={rowHeight}
      head={<Header />}
      headHeight={headerHeight}
      busy={cache.total === null}
      cursor={cursor}
      rowId={binRowId}
      onSelected={current?.keyId === keyId}
      onRange={showBinRange}
      onMove={selectBinRow}
      onEnter={onEnter}
      onDelete={() => current && void askToDelete(current.keyId)}
      className={styles.grid}
    >
      {(position, top) => {
        const row = rowAt(cache, position);
        return (
          <BinRow
            row={row}
            position={position}
            top={top}
            selected={row !== undefined && row.keyId === keyId}
            current={position === cursor}
            now={now}
          />
        );
      }}
    </WindowedList>
  );
}

function Header() {
  return (
    <tr aria-rowindex={1} className={styles.header}>
      {binColumns.map(({ id, label }) => (
        <th key={id} scope="col" data-column={id} className={styles.headerCell}>
          {label}
        </th>
      ))}
    </tr>
  );
}

async function askToDelete(keyId: string): Promise<void> {
  const result = await answer(bridge().inventoryKey({ keyId }));
  if (result.ok) openDialog({ kind: 'delete-key', key: result.value });
}
