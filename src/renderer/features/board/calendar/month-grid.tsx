/** Six weeks of days as a grid, walked like any calendar. It has the focus and points at its day. */
import { type KeyboardEvent, type MouseEvent, useMemo, useRef } from 'react';
import type { CalendarDay } from '#shared/ipc/board.ts';
import { mainListId } from '../../../app/screen-store.ts';
import { grouped, plural } from '../../../lib/plural.ts';
import { useElementSize } from '../../../lib/use-element-size.ts';
import { firstWeekday } from '../../../lib/week-start.ts';
import { deselect } from '../../inventory/selection-store.ts';
import { calendarGridId, enterDay } from './calendar-focus.ts';
import { gridOf, openDay, showDay, useCalendar } from './calendar-store.ts';
import { monthName, weekdayName } from './calendar-words.ts';
import { whyNotDay } from './carry.ts';
import { carryOver, pickUp, putBack, putDown, useCarry } from './carry-store.ts';
import { DayCell, dayCellId } from './day-cell.tsx';
import { allOfDay, wantKey } from './day-store.ts';
import { daysPerWeek, monthOf, movedDay, weeksOf } from './month.ts';
import styles from './month-grid.module.css';

/** In pixels; the stylesheet has the same. */
const headHeight = 28;
const dayHeadHeight = 34;
const keyHeight = 21;
const narrowestWithKeys = 84;
const totalWidth = 64;

/** As many as main takes in one plan. */
export const mostCarried = 200;

const noDays: ReadonlyMap<number, CalendarDay> = new Map();

export function MonthGrid({ today, main, onFocus }: { today: number; main: boolean; onFocus: () => void }) {
  const { day, grids, open } = useCalendar();
  const { carry, over, pointer } = useCarry();
  const table = useRef<HTMLTableElement>(null);
  const { width, height } = useElementSize(table);
  const days = grids.get(gridOf(day));
  const known = days ?? noDays;
  const month = monthOf(day);
  const weeks = useMemo(() => weeksOf(month, firstWeekday), [month]);
  const most = Math.max(1, ...[...known.values()].map(({ count }) => count));
  const totals = weeks.map((week) =>
    Array.from({ length: daysPerWeek }, (_, index) => known.get(week + index)?.count ?? 0).reduce(
      (sum, count) => sum + count,
    ),
  );
  const fullest = Math.max(1, ...totals);
  const wide = (width - totalWidth) / daysPerWeek >= narrowestWithKeys;
  const perDay = Math.floor(((height - headHeight) / weeks.length - dayHeadHeight) / keyHeight);
  const room = wide ? Math.max(0, perDay) : 0;
  const carriedOver = pointer ? over : day;

  function goTo(next: number): void {
    // What was opened before is not what the keyboard is on.
    deselect();
    showDay(next);
    if (carry) carryOver(next, known.get(next)?.count ?? 0);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const next = movedDay(day, event, firstWeekday);
    if (next !== null) goTo(next);
    else if (event.key === ' ' || (event.key === 'Enter' && carry))
      void (carry ? putDown(day) : pickUpDay(day));
    else if (event.key === 'Enter') enterDay();
    else if (event.key === 'Escape' && carry) {
      showDay(carry.from);
      putBack();
    } else if (event.key === 'Escape' && open) openDay(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  function onClick(event: MouseEvent): void {
    if (!(event.target instanceof Element)) return;
    const cell = event.target.closest<HTMLElement>('[data-day]');
    if (!cell) return;
    const pressed = Number(cell.dataset.day);
    if (carry) return void putDown(pressed);
    showDay(pressed);
    openDay(true);
    const key = event.target.closest<HTMLElement>('[data-key]')?.dataset.key;
    if (key) wantKey(key);
  }

  return (
    <table
      ref={table}
      id={main ? mainListId : calendarGridId}
      data-part={calendarGridId}
      role="grid"
      aria-label={`Keys due in ${monthName(month)}`}
      aria-busy={days === undefined}
      aria-activedescendant={dayCellId(day)}
      tabIndex={0}
      className={styles.grid}
      data-carrying={carry ? true : undefined}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onFocus={onFocus}
    >
      <thead>
        <tr className={styles.weekdays}>
          {Array.from({ length: daysPerWeek }, (_, index) => {
            const { long, short } = weekdayName((weeks[0] ?? 0) + index);
            return (
              <th key={long} scope="col" abbr={long} className={styles.weekday}>
                {short}
              </th>
            );
          })}
          <th scope="col" className={styles.weekday}>
            Week
          </th>
        </tr>
      </thead>
      <tbody className={styles.weeks}>
        {weeks.map((week, row) => (
          <tr key={week} className={styles.week}>
            {Array.from({ length: daysPerWeek }, (_, index) => {
              const each = week + index;
              return (
                <DayCell
                  key={each}
                  day={each}
                  today={today}
                  due={known.get(each)}
                  most={most}
                  room={room}
                  outside={monthOf(each) !== month}
                  current={each === day}
                  over={carry !== null && each === carriedOver}
                  blocked={carry && whyNotDay(carry, each)}
                />
              );
            })}
            <WeekTotal count={totals[row] ?? 0} fullest={fullest} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function WeekTotal({ count, fullest }: { count: number; fullest: number }) {
  return (
    <td className={styles.total} data-fullest={count === fullest || undefined}>
      <span aria-hidden="true">{count === 0 ? '' : grouped(count)}</span>
      <span className="visually-hidden">{plural(count, 'key')} in this week</span>
      <span className={styles.totalBar} style={{ '--share': count / fullest }} />
    </td>
  );
}

/** All keys of the day at once; some of them are picked up from the list beside. */
async function pickUpDay(day: number): Promise<void> {
  pickUp(await allOfDay(mostCarried), day, false);
}
