/** Where the keyboard goes in the calendar. */
import { flushSync } from 'react-dom';
import { showTab } from '../rotation-store.ts';
import { openDay, showDay } from './calendar-store.ts';

export const calendarGridId = 'rotation-calendar';
export const dayListId = 'rotation-day';

/** By what they are and not by id, since either can be the screen's main list. */
const focus = (part: string) =>
  document.querySelector<HTMLElement>(`[data-part="${part}"]`)?.focus({ preventScroll: true });

export const focusGrid = () => focus(calendarGridId);
const focusDayList = () => focus(dayListId);

/** Shows the calendar with the keyboard on a day. */
export function goToDay(day: number): void {
  flushSync(() => {
    showTab('calendar');
    showDay(day);
  });
  focusGrid();
}

/** Into the keys of the day. */
export function enterDay(): void {
  flushSync(() => openDay(true));
  focusDayList();
}

export function leaveDay(): void {
  flushSync(() => openDay(false));
  focusGrid();
}
