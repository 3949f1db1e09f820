/** Which keys levelling may touch, and within which days: policies, plans, snoozes and the day decide. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plannedRange, rotationOf } from '#shared/domain/rotation-due.ts';
import { dateOf, dayOfDate } from '#shared/domain/search/days.ts';
import type { LevellingPreview } from '#shared/ipc/levelling.ts';
import { previewLevelling } from '../../../src/main/levelling/preview.ts';
import type { DueEntry } from '../../../src/main/store/api/due-entries.ts';
import { dueEntry } from '../../support/due-entries.ts';

/** Wednesday, 7 January 2026, at nine. */
const now = new Date(2026, 0, 7, 9).getTime();
const today = dayOfDate('2026-01-07');
const choice = { tolerance: 7, workdaysOnly: true, movePlanned: false };

const preview = (entries: readonly DueEntry[], change: Partial<typeof choice> = {}) =>
  previewLevelling(entries, { ...choice, ...change }, now);

/** Due on the Wednesday five weeks away, by a policy of 90 days. */
const crowd = (count: number, change: Partial<DueEntry> = {}) =>
  Array.from({ length: count }, (_, index) =>
    dueEntry(`k${String(index).padStart(3, '0')}`, today + 35 - 90, change),
  );

const busiest = ({ weeks }: LevellingPreview) => ({
  was: Math.max(...weeks.map(({ was }) => was)),
  will: Math.max(...weeks.map(({ will }) => will)),
});

function followed(entries: readonly DueEntry[], { moves }: LevellingPreview): DueEntry[] {
  const days = new Map(moves.map(({ keyId, to }) => [keyId, to]));
  return entries.map((entry) => {
    const plannedOn = days.get(entry.id);
    return plannedOn ? { ...entry, rotation: { ...entry.rotation, plannedOn } } : entry;
  });
}

describe('a crowd on one day', () => {
  it('is spread over the weeks that the tolerance reaches', () => {
    const found = preview(crowd(60));
    expect(busiest(found)).toEqual({ was: 60, will: 20 });
    expect(found).toMatchObject({ wanted: 5, goal: 20, overdue: 0, kept: { planned: 0, snoozed: 0 } });
    expect(found.weeks).toHaveLength(26);
    expect(found.weeks.filter(({ level }) => level)).toHaveLength(13);
    expect(found.moves.length).toBeGreaterThanOrEqual(40);
    expect(found.moves[0]).toMatchObject({ workspaceId: 'acme', from: '2026-02-11' });
  });

  it('is moved later only as far as the policy allows, however wide the tolerance', () => {
    // A tenth of 30 days is 3.
    const [made, policy] = [today + 35 - 30, { days: 30, from: 'key' }] as const;
    const entries = Array.from({ length: 30 }, (_, index) =>
      dueEntry(`k${index}`, made, { rotation: policy }),
    );
    const { moves } = preview(entries, { tolerance: 28, workdaysOnly: false });
    const days = moves.map(({ to }) => dayOfDate(to) - (today + 35));
    expect(Math.max(...days)).toBeLessThanOrEqual(3);
    expect(Math.min(...days)).toBeGreaterThanOrEqual(-28);
    expect(Math.min(...days)).toBeLessThan(-7);
  });

  it('that is due tomorrow is not moved to today', () => {
    const entries = Array.from({ length: 20 }, (_, index) => dueEntry(`k${index}`, today + 1 - 90));
    const { moves } = preview(entries);
    expect(moves.length).toBeGreaterThan(0);
    expect(moves.every(({ to }) => to > '2026-01-07')).toBe(true);
  });
});

describe('what a person decided', () => {
  it('stays: a planned day, unless planned keys may be moved too', () => {
    const planned = crowd(60, {
      rotation: { days: 90, from: 'environment', plannedOn: dateOf(today + 36) },
    });
    const kept = preview(planned);
    expect(kept).toMatchObject({ moves: [], goal: 60, kept: { planned: 60 } });
    expect(busiest(preview(planned, { movePlanned: true })).will).toBe(20);
  });

  it('stays: a snooze, which counts on the day it ends', () => {
    const snoozed = crowd(10, {
      rotation: { days: 90, from: 'environment', snoozedUntil: dateOf(today + 50) },
    });
    const found = preview(snoozed);
    expect(found).toMatchObject({ moves: [], kept: { snoozed: 10 } });
    expect(found.weeks.filter(({ was }) => was > 0)).toEqual([
      expect.objectContaining({ from: today + 47, was: 10, will: 10 }),
    ]);
  });
});

it('leaves out what is overdue, what is never due, and what is due beyond a quarter', () => {
  const found = preview([
    dueEntry('overdue', today - 91),
    dueEntry('development', today, {
      environment: 'development',
      rotation: { days: null, from: 'environment' },
    }),
    dueEntry('disabled', today - 60, { status: 'disabled' }),
    dueEntry('far', today - 10, { rotation: { days: 160, from: 'environment' } }),
  ]);
  expect(found).toMatchObject({ overdue: 1, moves: [], mean: 0, goal: 0 });
  expect(found.weeks.map(({ was }) => was).reduce((sum, was) => sum + was, 0)).toBe(1);
});

it('moves nothing once it was followed, whatever the inventory', () => {
  const key = fc.record({
    age: fc.oneof(fc.nat(120), fc.constantFrom(50, 51, 80)),
    days: fc.constantFrom(30, 90, 180),
    movePlanned: fc.boolean(),
  });
  fc.assert(
    fc.property(
      fc.array(key, { maxLength: 80 }),
      fc.constantFrom(3, 7, 28),
      fc.boolean(),
      (drawn, tolerance, movePlanned) => {
        const entries = drawn.map(({ age, days }, index) =>
          dueEntry(`k${String(index).padStart(3, '0')}`, today - age, {
            rotation: { days, from: 'environment' },
          }),
        );
        const found = preview(entries, { tolerance, movePlanned });
        const byId = new Map(entries.map((entry) => [entry.id, entry]));
        for (const { keyId, to } of found.moves) {
          const entry = byId.get(keyId);
          const range = entry && plannedRange(entry, now);
          expect(dayOfDate(to)).toBeGreaterThanOrEqual(range?.earliest ?? Number.NaN);
          expect(dayOfDate(to)).toBeLessThanOrEqual(range?.latest ?? Number.NaN);
        }
        const after = followed(entries, found);
        for (const entry of after) {
          const { plannedOn } = entry.rotation;
          if (plannedOn)
            expect(rotationOf(entry, now)).toMatchObject({ planned: true, day: dayOfDate(plannedOn) });
        }
        expect(preview(after, { tolerance, movePlanned }).moves).toEqual([]);
      },
    ),
    { numRuns: 40 },
  );
});
