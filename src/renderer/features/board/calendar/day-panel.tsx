/** The keys of one day, beside the calendar: chosen here, they can be moved together. */

import { useVirtualizer } from '@tanstack/react-virtual';
import { X } from 'lucide-react';
import { type KeyboardEvent, type MouseEvent, useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import type { BoardKey } from '#shared/ipc/board.ts';
import { mainListId } from '../../../app/screen-store.ts';
import { plural } from '../../../lib/plural.ts';
import { useNow } from '../../../lib/use-now.ts';
import { Button } from '../../../ui/button.tsx';
import { movedRow } from '../../../ui/list-cursor.ts';
import { WorkspaceSquare } from '../../../ui/workspace-square.tsx';
import { rowAt } from '../../inventory/page-cache.ts';
import { useWorkspace } from '../../workspaces/workspaces-store.ts';
import { contextOf } from '../card-words.ts';
import { dayListId, focusGrid, leaveDay } from './calendar-focus.ts';
import { useCalendar } from './calendar-store.ts';
import { longDay } from './calendar-words.ts';
import { pickUp, useCarry } from './carry-store.ts';
import styles from './day-panel.module.css';
import { chooseAll, chooseKey, followDay, showDayRange, useDay } from './day-store.ts';
import { mostCarried } from './month-grid.tsx';

/** In pixels; the stylesheet has the same. */
const rowHeight = 52;
const rowId = (position: number) => `day-key-${position}`;

export function DayPanel({
  main,
  onFocus,
  onEnter,
}: {
  main: boolean;
  onFocus: () => void;
  /** The key under the keyboard is to be seen whole. */
  onEnter: () => void;
}) {
  useEffect(followDay, []);
  const day = useCalendar((state) => state.day);
  const { cache, cursor, chosen, problem } = useDay();
  const carrying = useCarry(({ carry }) => carry !== null);
  const now = useNow();
  const scroller = useRef<HTMLDivElement>(null);
  const count = cache.restarting ? 0 : (cache.total ?? 0);
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
  });
  const { startIndex = 0, endIndex = 0 } = virtualizer.range ?? {};
  useEffect(() => showDayRange({ first: startIndex, last: endIndex }), [startIndex, endIndex]);

  function choose(position: number, how: 'alone' | 'range' | 'toggle'): void {
    chooseKey(position, how);
    virtualizer.scrollToIndex(position, { align: 'auto' });
  }

  function move(): void {
    const current = rowAt(cache, cursor);
    const keys = chosen.size > 0 ? [...chosen.values()] : current ? [current] : [];
    let taken = false;
    flushSync(() => {
      taken = pickUp(keys, day, false);
    });
    if (taken) focusGrid();
  }

  function onKeyDown(event: KeyboardEvent): void {
    const { key, altKey, shiftKey } = event;
    const command = event.ctrlKey || event.metaKey;
    if (altKey) return;
    if (command && key.toUpperCase() === 'A') void chooseAll(mostCarried);
    else if (command) return;
    else if (key === 'Escape') leaveDay();
    else if (count === 0) return;
    else if (key === ' ') move();
    else if (key === 'Enter') {
      choose(cursor, chosen.size > 1 ? 'range' : 'alone');
      onEnter();
    } else {
      const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1);
      const next = movedRow(cursor, key, count, page);
      if (next === null) return;
      choose(next, shiftKey ? 'range' : 'alone');
    }
    event.preventDefault();
    event.stopPropagation();
  }

  function onClick(event: MouseEvent): void {
    const row = event.target instanceof Element && event.target.closest<HTMLElement>('[data-index]');
    if (!row) return;
    const how = event.shiftKey ? 'range' : event.ctrlKey || event.metaKey ? 'toggle' : 'alone';
    choose(Number(row.dataset.index), how);
  }

  const selected = chosen.size > 1 ? plural(chosen.size, 'key') : '';
  return (
    <section className={styles.panel} aria-label={`Keys due on ${longDay(day)}`}>
      <header className={styles.header}>
        <div>
          <h3 className={styles.title}>{longDay(day)}</h3>
          <p className={styles.lead}>
            {problem ? problem.message : cache.total ? `${plural(cache.total, 'key')} due` : ''}
          </p>
        </div>
        <button type="button" className={styles.close} aria-label="Close the day" onClick={leaveDay}>
          <X size={15} aria-hidden="true" />
        </button>
      </header>
      <div ref={scroller} className={styles.scroller}>
        <div
          id={main ? mainListId : dayListId}
          data-part={dayListId}
          role="listbox"
          aria-label={`Keys due on ${longDay(day)}`}
          aria-multiselectable="true"
          aria-busy={cache.total === null || cache.restarting}
          aria-activedescendant={count > 0 ? rowId(cursor) : undefined}
          tabIndex={0}
          className={styles.list}
          style={{ height: virtualizer.getTotalSize() }}
          onKeyDown={onKeyDown}
          onClick={onClick}
          onDoubleClick={onEnter}
          onFocus={onFocus}
        >
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const key = rowAt(cache, index);
            return (
              // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and points at it
              <div
                key={index}
                id={rowId(index)}
                role="option"
                aria-selected={key !== undefined && chosen.has(key.id)}
                aria-posinset={index + 1}
                aria-setsize={count}
                data-index={index}
                data-key={key?.id}
                data-cursor={index === cursor || undefined}
                className={styles.row}
                style={{ transform: `translateY(${start}px)` }}
              >
                {key && <Row value={key} now={now} />}
              </div>
            );
          })}
        </div>
        {cache.total === 0 && !cache.restarting && <p className={styles.empty}>No key is due on this day.</p>}
      </div>
      {count > 0 && (
        <footer className={styles.footer}>
          <Button aria-disabled={carrying || undefined} onClick={carrying ? undefined : move}>
            Move {selected || 'key'}…
          </Button>
          <Button onClick={onEnter}>Details</Button>
        </footer>
      )}
    </section>
  );
}

function Row({ value, now }: { value: BoardKey; now: number }) {
  const workspace = useWorkspace(value.workspaceId);
  return (
    <>
      <span className={styles.name}>
        {workspace && <WorkspaceSquare colour={workspace.colour} size={10} />}
        <span className={styles.text} title={value.name}>
          {value.name || 'No name'}
        </span>
        {workspace && <span className="visually-hidden">, {workspace.name},</span>}
      </span>
      <span className={styles.context}>{contextOf(value, now)}</span>
    </>
  );
}
