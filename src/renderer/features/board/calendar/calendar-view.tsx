/** The calendar of rotation: a month of due days, the keys of one of them, and the way from day to day. */
import { useEffect, useState } from 'react';
import { dayOf } from '#shared/domain/search/days.ts';
import type { BoardKey } from '#shared/ipc/board.ts';
import { useInspector } from '../../../app/screen-store.ts';
import { useNow } from '../../../lib/use-now.ts';
import { ListScreen } from '../../../ui/list-screen.tsx';
import { useSelection } from '../../inventory/selection-store.ts';
import { CalendarHeader } from './calendar-header.tsx';
import { followCalendar, gridOf, refreshCalendar, showDay, useCalendar } from './calendar-store.ts';
import styles from './calendar-view.module.css';
import { carriedName } from './carry.ts';
import { putBack, useCarry } from './carry-store.ts';
import { DayPanel } from './day-panel.tsx';
import { useDay } from './day-store.ts';
import { addMonths } from './month.ts';
import { MonthGrid } from './month-grid.tsx';
import { useDayDrag } from './use-day-drag.ts';

export function CalendarView({ onEnter }: { onEnter: () => void }) {
  useEffect(followCalendar, []);
  useEffect(() => putBack, []);
  const { problem, open } = useCalendar();
  const carry = useCarry((state) => state.carry);
  const asked = useInspector((state) => state.asked);
  const inspects = useSelection(({ keyId }) => keyId !== null) && asked;
  const [inList, setInList] = useState(false);
  const now = useNow();
  const { at, handlers } = useDayDrag({ keysAt, countOn, turn });
  const hasPanel = open && !inspects;
  return (
    <ListScreen problem={problem} onRetry={refreshCalendar} instead={false}>
      <div className={styles.calendar} {...handlers}>
        <div className={styles.sheet}>
          <CalendarHeader today={dayOf(now)} />
          <MonthGrid today={dayOf(now)} main={!(open && inList)} onFocus={() => setInList(false)} />
        </div>
        {hasPanel && <DayPanel main={inList} onFocus={() => setInList(true)} onEnter={onEnter} />}
        {at && carry && (
          <div className={styles.hand} style={{ transform: `translate(${at.x + 12}px, ${at.y + 8}px)` }}>
            {carriedName(carry.keys)}
          </div>
        )}
      </div>
    </ListScreen>
  );
}

/** Of a press in the list all chosen keys, where it is on one of them; else the one it is on. */
function keysAt(element: Element): { keys: readonly BoardKey[]; from: number } | null {
  const id = element.closest<HTMLElement>('[data-key]')?.dataset.key;
  if (id === undefined) return null;
  const cell = element.closest<HTMLElement>('[data-day]')?.dataset.day;
  if (cell !== undefined) {
    const from = Number(cell);
    const key = dueOn(from)?.first.find((each) => each.id === id);
    return key ? { keys: [key], from } : null;
  }
  const { chosen, cache } = useDay.getState();
  const from = useCalendar.getState().day;
  if (chosen.has(id)) return { keys: [...chosen.values()], from };
  const key = [...cache.pages.values()].flatMap(({ rows }) => rows).find((each) => each.id === id);
  return key ? { keys: [key], from } : null;
}

function dueOn(day: number) {
  const { grids, day: shown } = useCalendar.getState();
  return grids.get(gridOf(shown))?.get(day);
}

const countOn = (day: number) => dueOn(day)?.count ?? 0;
const turn = (months: number) => showDay(addMonths(useCalendar.getState().day, months));
