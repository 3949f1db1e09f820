/** The changes under the headings of their workspaces: draws only what is in view, for any number of them. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type MouseEvent, useEffect, useRef } from 'react';
import { mainListId } from '../../app/screen-store.ts';
import { useNow } from '../../lib/use-now.ts';
import { moveCursor } from '../inventory/grid/cursor.ts';
import { useSelection } from '../inventory/selection-store.ts';
import styles from './change-grid.module.css';
import { changesOn, lineAt, lineCount, lineOf } from './change-layout.ts';
import { ChangeRow, changeRowId, GroupHeading } from './change-row.tsx';
import { changeAt, selectChange, showChangeRange, useChanges } from './changes-store.ts';

/** In pixels; the stylesheet has the same. */
const rowHeight = 52;
const headingHeight = 36;

const noGroups: [] = [];

export function ChangeGrid({ onEnter }: { onEnter: () => void }) {
  const { list, cursor, restarts } = useChanges();
  const keyId = useSelection((selection) => selection.keyId);
  const now = useNow();
  const scroller = useRef<HTMLDivElement>(null);
  const groups = list?.overview.groups ?? noGroups;
  const total = list?.overview.total ?? 0;
  const virtualizer = useVirtualizer({
    count: lineCount(groups),
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (lineAt(groups, index)?.kind === 'heading' ? headingHeight : rowHeight),
    overscan: 8,
  });
  // Lines have two heights: what stood on each is not what stands there in another list.
  useEffect(() => {
    if (groups !== noGroups) virtualizer.measure();
  }, [groups, virtualizer]);
  useEffect(() => {
    if (restarts > 0) scroller.current?.scrollTo({ top: 0 });
  }, [restarts]);

  const { startIndex = 0, endIndex = 0 } = virtualizer.range ?? {};
  useEffect(() => {
    const drawn = changesOn(groups, startIndex, endIndex);
    if (drawn) showChangeRange(drawn.first, drawn.last);
  }, [groups, startIndex, endIndex]);

  function moveTo(position: number): void {
    selectChange(position);
    // With the heading over the first change of a workspace, since it says where that is.
    const line = lineOf(groups, position);
    const first = lineAt(groups, line - 1)?.kind === 'heading';
    virtualizer.scrollToIndex(first ? line - 1 : line, { align: 'auto' });
    if (first) virtualizer.scrollToIndex(line, { align: 'auto' });
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (total === 0 || event.altKey || event.shiftKey || event.ctrlKey || event.metaKey) return;
    const current = changeAt(list, cursor);
    if (event.key === 'Enter' || event.key === ' ') {
      selectChange(cursor);
      if (event.key === 'Enter') onEnter();
    } else {
      const rowsPerPage = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1);
      const target = moveCursor({ row: cursor, column: null }, event.key, {
        rows: total,
        columns: 1,
        rowsPerPage,
      });
      if (!target || event.key === 'ArrowLeft' || event.key === 'ArrowRight') return;
      // The first arrow lands on the row that is shown as current; it does not jump over it.
      const first = current?.keyId !== keyId && event.key === 'ArrowDown';
      moveTo(first ? cursor : Math.max(0, target.row));
    }
    event.preventDefault();
  }

  function onClick(event: MouseEvent): void {
    const row = event.target instanceof Element && event.target.closest<HTMLElement>('[data-position]');
    if (row) selectChange(Number(row.dataset.position));
  }

  return (
    <div ref={scroller} className={styles.scroller}>
      <table
        id={mainListId}
        role="grid"
        aria-label="Changes"
        aria-rowcount={list === null ? -1 : lineCount(groups)}
        aria-busy={list === null}
        aria-activedescendant={total > 0 ? changeRowId(cursor) : undefined}
        tabIndex={0}
        className={styles.grid}
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        <tbody className={styles.body} style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const line = lineAt(groups, index);
            if (!line) return null;
            if (line.kind === 'heading')
              return <GroupHeading key={index} group={line.group} index={index} top={start} />;
            const change = changeAt(list, line.position);
            return (
              <ChangeRow
                key={index}
                change={change}
                position={line.position}
                index={index}
                top={start}
                selected={change !== undefined && line.position === cursor && change.keyId === keyId}
                current={line.position === cursor}
                now={now}
              />
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
