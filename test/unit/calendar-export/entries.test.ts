import { expect, it } from 'vitest';
import { dateOf, dayOfDate } from '#shared/domain/search/days.ts';
import { calendarEntries } from '../../../src/main/calendar-export/entries.ts';
import { dueEntry } from '../../support/due-entries.ts';

const now = new Date(2026, 0, 7, 9).getTime();
const today = dayOfDate('2026-01-07');

it('has every key that is due some day, by its day, also where that is past', () => {
  const entries = calendarEntries(
    [
      dueEntry('later', today - 10),
      dueEntry('overdue', today - 100),
      dueEntry('as-needed', today, { rotation: { days: null, from: 'environment' } }),
      dueEntry('vanished', today, { status: 'vanished' }),
      dueEntry('nameless', today - 20, { name: '' }),
    ],
    now,
  );
  expect(entries.map(({ uid, name, day }) => [uid, name, day - today])).toEqual([
    ['overdue', 'key overdue', -10],
    ['nameless', 'No name', 70],
    ['later', 'key later', 80],
  ]);
  expect(entries[0]).toEqual({
    uid: 'overdue',
    name: 'key overdue',
    workspace: 'Acme Vision',
    environment: 'production',
    day: today - 10,
    policy: { days: 90, from: 'environment' },
    planned: false,
    snoozed: false,
  });
});

it('has a planned key on its planned day, and a snoozed one on the day it wakes', () => {
  const rotation = { days: 90, from: 'workspace' } as const;
  const [planned, snoozed, wakesBefore] = calendarEntries(
    [
      dueEntry('a-planned', today - 85, { rotation: { ...rotation, plannedOn: dateOf(today + 2) } }),
      dueEntry('b-snoozed', today - 100, { rotation: { ...rotation, snoozedUntil: dateOf(today + 9) } }),
      dueEntry('c-wakes', today - 60, { rotation: { ...rotation, snoozedUntil: dateOf(today + 9) } }),
    ],
    now,
  );
  expect(planned).toMatchObject({ day: today + 2, planned: true, snoozed: false });
  expect(snoozed).toMatchObject({ day: today + 9, planned: false, snoozed: true });
  expect(wakesBefore).toMatchObject({ day: today + 30, snoozed: false });
});

it('lets a rotated key go on in the event of the one before it', () => {
  const old = dueEntry('old', today - 80);
  const twin = dueEntry('twin', today - 1, { lineId: 'old' });
  expect(calendarEntries([old], now).map(({ uid }) => uid)).toEqual(['old']);
  expect(calendarEntries([twin], now).map(({ uid }) => uid)).toEqual(['old']);
  // Both alive: the newer one takes it over, and no two events of one file are the same.
  expect(calendarEntries([twin, old], now).map(({ uid, name }) => [uid, name])).toEqual([
    ['old-itself', 'key old'],
    ['old', 'key twin'],
  ]);
});
