/** The changes under the headings of their workspaces: draws only what is in view, for any number of them. */
import { useCallback, useMemo } from 'react';
import { mainListId } from '../../app/screen-store.ts';
import { useNow } from '../../lib/use-now.ts';
import { groupedLines, lineAt, rowsOn } from '../../ui/grouped-lines.ts';
import { WindowedList } from '../../ui/windowed-list.tsx';
import { useSelection } from '../inventory/selection-store.ts';
import styles from './change-grid.module.css';
import { ChangeRow, changeRowId, type Group, GroupHeading } from './change-row.tsx';
import { changeAt, selectChange, showChangeRange, useChanges } from './changes-store.ts';

/** In pixels; the stylesheet has the same. */
const rowHeight = 52;
const headingHeight = 36;

const noGroups: readonly Group[] = [];

export function ChangeGrid({ onEnter }: { onEnter: () => void }) {
  const { list, cursor, restarts } = useChanges();
  const keyId = useSelection((selection) => selection.keyId);
  const now = useNow();
  const groups = list?.overview.groups ?? noGroups;
  const lines = useMemo(() => groupedLines(groups, headingHeight, rowHeight), [groups]);
  const onRange = useCallback(
    ({ first, last }: { first: number; last: number }) => {
      const drawn = rowsOn(groups, first, last);
      if (drawn) showChangeRange(drawn.first, drawn.last);
    },
    [groups],
  );
  return (
    <WindowedList
      id={mainListId}
      label="Changes"
      rows={list === null ? null : list.overview.total}
      rowHeight={rowHeight}
      lines={lines}
      busy={list === null}
      cursor={cursor}
      rowId={changeRowId}
      onSelected={changeAt(list, cursor)?.keyId === keyId}
      restarts={restarts}
      onRange={onRange}
      onMove={selectChange}
      onEnter={onEnter}
      className={styles.grid}
    >
      {(index, top) => {
        const line = lineAt(groups, index);
        if (!line) return null;
        if (line.kind === 'heading') return <GroupHeading group={line.group} index={index} top={top} />;
        const change = changeAt(list, line.position);
        return (
          <ChangeRow
            change={change}
            position={line.position}
            index={index}
            top={top}
            selected={change !== undefined && line.position === cursor && change.keyId === keyId}
            current={line.position === cursor}
            now={now}
          />
        );
      }}
    </WindowedList>
  );
}
