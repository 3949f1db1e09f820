import { addMonths as calendarAddMonths, endOfWeek, startOfMonth, startOfWeek } from 'date-fns';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addMonths,
  dateInMonth,
  monthOf,
  movedDay,
  weekdayOf,
  weekOf,
  weeksOf,
} from '../../../../src/renderer/features/board/calendar/month.ts';
import { firstWeekdayOf } from '../../../../src/renderer/lib/week-start.ts';

const millisecondsPerDay = 86_400_000;
const dayAt = (text: string) => Date.parse(`${text}T00:00:00Z`) / millisecondsPerDay;
/** The same date where this computer is, for a library that counts there. */
const here = (day: number) => {
  const date = new Date(day * millisecondsPerDay);
  return new Date(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate());
};
const dayOf = (date: Date) =>
  Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / millisecondsPerDay;

const day = fc.integer({ min: dayAt('1971-01-01'), max: dayAt('2099-12-31') });
const firstWeekday = fc.constantFrom(1, 6, 7);
const press = (key: string, shiftKey = false) => ({ key, shiftKey });

describe('months', () => {
  it('begin, end and are added up as in a calendar library', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -30, max: 30 }), (each, months) => {
        expect(monthOf(each)).toBe(dayOf(startOfMonth(here(each))));
        expect(dateInMonth(each)).toBe(here(each).getDate());
        expect(addMonths(each, months)).toBe(dayOf(calendarAddMonths(here(each), months)));
      }),
    );
  });

  it('keep to their last day where they are shorter', () => {
    expect(addMonths(dayAt('2026-01-31'), 1)).toBe(dayAt('2026-02-28'));
    expect(addMonths(dayAt('2028-02-29'), -12)).toBe(dayAt('2027-02-28'));
  });

  it('are shown by six weeks, the first of which has their first day', () => {
    fc.assert(
      fc.property(day, firstWeekday, (each, first) => {
        const month = monthOf(each);
        const weeks = weeksOf(month, first);
        expect(weeks).toHaveLength(6);
        expect(weeks.every((week) => weekdayOf(week) === first)).toBe(true);
        expect(weeks[0]).toBeLessThanOrEqual(month);
        expect(month).toBeLessThan((weeks[0] ?? 0) + 7);
        expect(addMonths(month, 1)).toBeLessThanOrEqual((weeks[5] ?? 0) + 7);
      }),
    );
  });
});

describe('the keyboard', () => {
  it('goes to either end of the week, wherever weeks begin', () => {
    fc.assert(
      fc.property(day, firstWeekday, (each, first) => {
        const weekStartsOn = (first % 7) as 0 | 1 | 6;
        expect(weekOf(each, first)).toBe(dayOf(startOfWeek(here(each), { weekStartsOn })));
        expect(movedDay(each, press('Home'), first)).toBe(dayOf(startOfWeek(here(each), { weekStartsOn })));
        expect(movedDay(each, press('End'), first)).toBe(dayOf(endOfWeek(here(each), { weekStartsOn })));
      }),
    );
  });

  it('goes by days, weeks, months and years', () => {
    const from = dayAt('2026-11-24');
    const to = (key: string, shiftKey = false) => movedDay(from, press(key, shiftKey), 1);
    expect(to('ArrowLeft')).toBe(dayAt('2026-11-23'));
    expect(to('ArrowRight')).toBe(dayAt('2026-11-25'));
    expect(to('ArrowUp')).toBe(dayAt('2026-11-17'));
    expect(to('ArrowDown')).toBe(dayAt('2026-12-01'));
    expect(to('PageUp')).toBe(dayAt('2026-10-24'));
    expect(to('PageDown')).toBe(dayAt('2026-12-24'));
    expect(to('PageUp', true)).toBe(dayAt('2025-11-24'));
    expect(to('PageDown', true)).toBe(dayAt('2027-11-24'));
  });

  it('leaves all other keys alone', () => {
    for (const [key, shift] of [['a'], ['Enter'], ['ArrowDown', true]] as const)
      expect(movedDay(0, press(key, shift), 1)).toBeNull();
  });
});

it('weeks begin where people begin them', () => {
  expect(firstWeekdayOf('en-GB')).toBe(1);
  expect(firstWeekdayOf('en-US')).toBe(7);
  expect(firstWeekdayOf('ar-EG')).toBe(6);
});
