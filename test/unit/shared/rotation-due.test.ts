import { addDays, format, parseISO } from 'date-fns';
import * as fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Aged, plannedRange, rotationOf, urgencyOf } from '#shared/domain/rotation-due.ts';
import { dateOf, dayOf } from '#shared/domain/search/days.ts';

afterEach(() => vi.unstubAllEnvs());

// Noon, so that no zone puts it on another day.
const now = new Date(2026, 10, 21, 12).getTime();
const today = dayOf(now);
const ahead = (days: number) => dateOf(today + days);
const key = (
  daysAgo: number,
  change: Partial<Aged> = {},
  rotation: Partial<Aged['rotation']> = {},
): Aged => ({
  environment: 'production',
  status: 'active',
  createdAt: new Date(2026, 10, 21 - daysAgo, 12).toISOString(),
  rotation: { days: 90, from: 'environment', ...rotation },
  ...change,
});

describe('when a key is due', () => {
  it.each([
    [75, null],
    [76, 'due-soon'],
    [90, 'due-soon'],
    [91, 'overdue'],
  ] as const)('%d days after it was made for 90 days: %s', (daysAgo, urgency) => {
    expect(urgencyOf(key(daysAgo), now)).toBe(urgency);
    expect(rotationOf(key(daysAgo), now)).toEqual({
      kind: 'due',
      day: today + 90 - daysAgo,
      daysLeft: 90 - daysAgo,
      ofDays: 90,
      planned: false,
    });
  });

  it('is never for what is not in use or rotates as needed, and not known without an age', () => {
    const kind = (aged: Aged) => rotationOf(aged, now).kind;
    for (const status of ['disabled', 'vanished'] as const)
      expect(kind(key(400, { status }))).toBe('not-in-use');
    expect(kind(key(400, { status: 'protected' }))).toBe('due');
    expect(kind(key(400, { createdAt: null }))).toBe('unknown-age');
    expect(kind(key(400, { createdAt: 'some day' }))).toBe('unknown-age');
    expect(kind(key(400, {}, { days: null }))).toBe('as-needed');
    expect(kind(key(400, { environment: 'unassigned' }, { days: null }))).toBe('no-policy');
    expect(kind(key(400, { environment: 'unassigned' }, { days: null, from: 'key' }))).toBe('as-needed');
    expect(kind(key(400, { environment: 'unassigned' }, { days: 30, from: 'key' }))).toBe('due');
  });

  it('rests until the day its snooze ends, and is then as late as it is', () => {
    const rests = (days: number) => rotationOf(key(100, {}, { snoozedUntil: ahead(days) }), now);
    expect(rests(3)).toMatchObject({ kind: 'snoozed', until: today + 3, daysLeft: 3, day: today - 10 });
    expect(urgencyOf(key(100, {}, { snoozedUntil: ahead(3) }), now)).toBeNull();
    expect(rests(0)).toMatchObject({ kind: 'due', daysLeft: -10 });
    expect(rests(-5)).toMatchObject({ kind: 'due', daysLeft: -10 });
  });

  it('is the planned day as long as that keeps to the policy', () => {
    const planned = (days: number) => rotationOf(key(80, {}, { plannedOn: ahead(days) }), now);
    expect(planned(2)).toMatchObject({ daysLeft: 2, planned: true });
    expect(planned(17)).toMatchObject({ daysLeft: 17, planned: true });
    // More than seven days after the policy's own: planned by a policy that is not its any more.
    expect(planned(18)).toMatchObject({ daysLeft: 10, planned: false });
    expect(rotationOf(key(80, {}, { plannedOn: ahead(-1) }), now)).toMatchObject({ daysLeft: -1 });
  });

  it('can be planned from today on, a tenth of its time late and at most a week', () => {
    const range = (aged: Aged) => {
      const found = plannedRange(aged, now);
      return found && [found.earliest - today, found.latest - today];
    };
    expect(range(key(80))).toEqual([0, 17]);
    expect(range(key(20, {}, { days: 30 }))).toEqual([0, 13]);
    expect(range(key(3, {}, { days: 7 }))).toEqual([0, 4]);
    expect(range(key(97))).toEqual([0, 0]);
    expect(range(key(98))).toBeNull();
    expect(range(key(80, {}, { snoozedUntil: ahead(1) }))).toBeNull();
    expect(range(key(80, {}, { days: null }))).toBeNull();
    expect(range(key(80, { status: 'disabled' }))).toBeNull();
  });
});

describe.each([
  'UTC',
  'America/New_York',
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Asia/Kathmandu',
])('in %s', (zone) => {
  it('counts days of the calendar, through every change of the clocks', () => {
    vi.stubEnv('TZ', zone);
    const time = fc.integer({ min: Date.UTC(2010, 0), max: Date.UTC(2030, 0) });
    fc.assert(
      fc.property(time, fc.integer({ min: 1, max: 1095 }), (created, days) => {
        const createdAt = new Date(created).toISOString();
        const rotation = rotationOf(key(0, { createdAt }, { days }), created);
        const due = format(addDays(parseISO(format(created, 'yyyy-MM-dd')), days), 'yyyy-MM-dd');
        expect(rotation).toMatchObject({ daysLeft: days });
        expect(rotation.kind === 'due' && dateOf(rotation.day)).toBe(due);
      }),
    );
  });
});
