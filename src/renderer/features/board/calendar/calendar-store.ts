/** The calendar: the day that the keyboard is on, and which keys are due on the days in view. */
import { create } from 'zustand';
import type { ErrorInfo } from '#shared/domain/errors.ts';
import { dayOf } from '#shared/domain/search/days.ts';
import { type CalendarDay, mostCalendarDays } from '#shared/ipc/board.ts';
import { askForInspector } from '../../../app/screen-store.ts';
import { atMostEvery } from '../../../lib/at-most-every.ts';
import { answer, bridge } from '../../../lib/bridge.ts';
import { firstWeekday } from '../../../lib/week-start.ts';
import { useView } from '../../inventory/view-store.ts';
import { monthOf, weekOf } from './month.ts';

type Days = ReadonlyMap<number, CalendarDay>;

type CalendarState = {
  day: number;
  /** Keys by day, of the grids that were read, each by its first day. A month that was seen is there at once. */
  grids: ReadonlyMap<number, Days>;
  problem: ErrorInfo | null;
  /** The keys of `day` are listed beside the calendar. */
  open: boolean;
};

export const useCalendar = create<CalendarState>(() => ({
  day: dayOf(Date.now()),
  grids: new Map(),
  problem: null,
  open: false,
}));

/** The first day of the grid that shows a day's month. */
export const gridOf = (day: number) => weekOf(monthOf(day), firstWeekday);

export function showDay(day: number): void {
  const before = useCalendar.getState().day;
  useCalendar.setState({ day });
  if (gridOf(day) !== gridOf(before)) void read();
}

/** It takes the place of the inspector. */
export function openDay(open: boolean): void {
  if (open) askForInspector(false);
  if (useCalendar.getState().open !== open) useCalendar.setState({ open });
}

let lastRequest = 0;

async function read(): Promise<void> {
  lastRequest += 1;
  const request = lastRequest;
  const from = gridOf(useCalendar.getState().day);
  const { search, workspaceId } = useView.getState();
  const query = { search, workspaceId };
  const result = await answer(bridge().boardDays({ query, from, days: mostCalendarDays }));
  if (request !== lastRequest) return;
  if (!result.ok) return useCalendar.setState({ problem: result.error });
  const days = new Map(result.value.days.map((day) => [day.day, day]));
  useCalendar.setState(({ grids }) => ({ grids: new Map(grids).set(from, days), problem: null }));
}

/** Between two readings while a sync reports one workspace after the other, in milliseconds. */
const pause = 200;

export const refreshCalendar = atMostEvery(pause, async () => {
  // What was read of other months is out of date as well.
  const from = gridOf(useCalendar.getState().day);
  useCalendar.setState(({ grids }) => ({ grids: new Map([...grids].filter(([first]) => first === from)) }));
  await read();
});

/** While the calendar is on screen: reads, and follows the search, the workspace and what changes. */
export function followCalendar(): () => void {
  const restart = () => {
    useCalendar.setState({ grids: new Map() });
    void read();
  };
  restart();
  const stops = [
    useView.subscribe((view, before) => {
      if (view.search !== before.search || view.workspaceId !== before.workspaceId) restart();
    }),
    bridge().onInventoryChanged(refreshCalendar),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
