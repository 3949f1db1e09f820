/** What is due, under the headings of how soon: draws only what is in view, for any number of keys. */
import { useCallback, useMemo } from 'react';
import { mainListId } from '../../app/screen-store.ts';
import { useNow } from '../../lib/use-now.ts';
import { groupedLines, lineAt, rowsOn } from '../../ui/grouped-lines.ts';
import { WindowedList } from '../../ui/windowed-list.tsx';
import { useSelection } from '../inventory/selection-store.ts';
import { type Group, GroupHeading, ReminderRow, reminderColumns, reminderRowId } from './reminder-row.tsx';
import styles from './reminders-grid.module.css';
import { reminderAt, selectReminder, showReminderRange, useReminders } from './reminders-store.ts';

/** In pixels; the stylesheet has the same. */
const rowHeight = 36;
const headingHeight = 36;
const headHeight = 32;

const noGroups: readonly Group[] = [];

export function RemindersGrid({ onEnter }: { onEnter: () => void }) {
  const { list, cursor, restarts } = useReminders();
  const keyId = useSelection((selection) => selection.keyId);
  const now = useNow();
  const groups = list?.overview.groups ?? noGroups;
  const lines = useMemo(() => groupedLines(groups, headingHeight, rowHeight), [groups]);
  const onRange = useCallback(
    ({ first, last }: { first: number; last: number }) => {
      const drawn = rowsOn(groups, first, last);
      if (drawn) showReminderRange(drawn.first, drawn.last);
    },
    [groups],
  );
  return (
    <WindowedList
      id={mainListId}
      label="Reminders"
      rows={list?.overview.total ?? null}
      rowHeight={rowHeight}
      lines={lines}
      head={<Header />}
      headHeight={headHeight}
      busy={list === null}
      cursor={cursor}
      rowId={reminderRowId}
      onSelected={reminderAt(list, cursor)?.keyId === keyId}
      restarts={restarts}
      onRange={onRange}
      onMove={selectReminder}
      onEnter={onEnter}
      className={styles.grid}
    >
      {(index, top) => {
        const line = lineAt(groups, index);
        if (!line) return null;
        if (line.kind === 'heading') return <GroupHeading group={line.group} index={index} top={top} />;
        const row = reminderAt(list, line.position);
        return (
          <ReminderRow
            row={row}
            position={line.position}
            index={index}
            top={top}
            selected={row !== undefined && row.keyId === keyId}
            current={line.position === cursor}
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
      {reminderColumns.map(({ id, label }) => (
        <th key={id} scope="col" data-column={id} className={styles.headerCell}>
          {id === 'actions' ? <span className="visually-hidden">{label}</span> : label}
        </th>
      ))}
    </tr>
  );
}
