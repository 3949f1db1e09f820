/** What load levelling promises, on drawn inventories and on one as lumpy as real ones are. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weeksFrom } from '#shared/domain/summary.ts';
import { type LevelKey, level, shareAboveMean } from '../../../src/main/levelling/level.ts';

/** Monday, 5 January 2026. */
const monday = Date.UTC(2026, 0, 5) / 86_400_000;
const quarter = weeksFrom(monday).slice(0, 13);
const last = (quarter.at(-1)?.before ?? 0) - 1;

function loads(keys: readonly { day: number }[], weeks = quarter): number[] {
  return weeks.map(({ from, before }) => keys.filter(({ day }) => day >= from && day < before).length);
}

function moved(keys: readonly LevelKey[], moves: readonly { id: string; to: number }[]): LevelKey[] {
  const days = new Map(moves.map(({ id, to }) => [id, to]));
  return keys.map((key) => ({ ...key, day: days.get(key.id) ?? key.day }));
}

const within = (day: number, earlier: number, later: number) => ({
  day,
  earliest: Math.max(monday, day - earlier),
  latest: Math.min(last, day + later),
});

/** The same numbers at every run. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

describe('an inventory of 1,000 keys', () => {
  /**
   * As inventories grow: a third of the keys came with five teams that moved in on one day each, a fifth on the first Monday
   * of a month, a tenth in the two weeks before a release, and the rest by and by.
   */
  function lumpyWorld(): LevelKey[] {
    const random = numbers(7);
    const teams = [12, 15, 40, 63, 64].map((offset) => monday + offset);
    const mondays = [0, 28, 56].map((offset) => monday + offset);
    return Array.from({ length: 1000 }, (_, index) => {
      const share = index / 1000;
      const pick = (days: readonly number[]) => days[Math.floor(random() * days.length)] ?? monday;
      let day = monday + Math.floor(random() * 91);
      if (share < 0.33) day = pick(teams);
      else if (share < 0.53) day = pick(mondays);
      else if (share < 0.63) day = monday + 70 + Math.floor(random() * 14);
      return { id: `key-${String(index).padStart(4, '0')}`, ...within(day, 14, 7) };
    });
  }

  it('has no week more than a fifth above the mean, and every key inside its tolerance', () => {
    const keys = lumpyWorld();
    const { moves, mean, goal, wanted } = level(keys, { weeks: quarter, workdaysOnly: true });
    const [before, after] = [loads(keys), loads(moved(keys, moves))];
    const busiest = { before: Math.max(...before), after: Math.max(...after) };
    const ratio = (count: number) => (count / mean).toFixed(2);
    process.stdout.write(
      `${[
        `mean ${mean.toFixed(1)} keys a week over ${quarter.length} weeks, wanted at most ${wanted} in the busiest, goal ${goal}`,
        `before: busiest week ${busiest.before}, ${ratio(busiest.before)} times the mean: ${before.join(' ')}`,
        `after:  busiest week ${busiest.after}, ${ratio(busiest.after)} times the mean: ${after.join(' ')}`,
        `${moves.length} keys moved`,
      ].join('\n')}\n`,
    );
    expect(busiest.before).toBeGreaterThan(1.5 * mean);
    expect(busiest.after).toBeLessThanOrEqual((1 + shareAboveMean) * mean);
    for (const { id, to } of moves) {
      const key = keys.find((each) => each.id === id);
      expect(to).toBeGreaterThanOrEqual(key?.earliest ?? Number.NaN);
      expect(to).toBeLessThanOrEqual(key?.latest ?? Number.NaN);
      expect((to + 3) % 7).toBeLessThan(5);
    }
  });
});

it('spreads what falls on one day over the days around it', () => {
  const day = monday + 23;
  const keys = Array.from({ length: 60 }, (_, index) => ({ id: `k${index}`, ...within(day, 7, 7) }));
  const { moves, goal, wanted } = level(keys, { weeks: quarter, workdaysOnly: true });
  const after = moved(keys, moves);
  // From one Wednesday to the next but one, that is three weeks: no fewer than 20 in each.
  expect([wanted, goal]).toEqual([5, 20]);
  const perDay = Map.groupBy(after, (key) => key.day);
  expect(Math.max(...[...perDay.values()].map((each) => each.length))).toBeLessThanOrEqual(8);
  expect([...perDay.keys()].some((each) => (each + 3) % 7 > 4)).toBe(false);
});

it('leaves an even load alone, and one that nothing may be moved from', () => {
  const even = Array.from({ length: 91 }, (_, index) => ({
    id: `k${index}`,
    ...within(monday + index, 14, 7),
  }));
  expect(level(even, { weeks: quarter, workdaysOnly: true }).moves).toEqual([]);
  const fixed = Array.from({ length: 50 }, (_, index) => ({
    id: `k${index}`,
    day: monday + 3,
    earliest: 1,
    latest: 0,
  }));
  expect(level(fixed, { weeks: quarter, workdaysOnly: true })).toMatchObject({
    moves: [],
    wanted: 4,
    goal: 50,
  });
  expect(level([], { weeks: quarter, workdaysOnly: false })).toEqual({
    moves: [],
    mean: 0,
    goal: 0,
    wanted: 0,
  });
});

it('makes the fewest moves, and of those the shortest', () => {
  // One too many in the first week of two: its nearest way out is the Monday after.
  const weeks = quarter.slice(0, 2);
  const days = [0, 1, 2, 3, 4, 4, 4]
    .map((offset) => monday + offset)
    .concat([monday + 8, monday + 9, monday + 10]);
  const keys = days.map((day, index) => ({ id: `k${index}`, day, earliest: monday, latest: monday + 11 }));
  const { moves, goal } = level(keys, { weeks, workdaysOnly: true });
  expect(goal).toBe(6);
  expect(moves).toEqual([{ id: 'k6', from: monday + 4, to: monday + 7 }]);
});

it('refuses a key that is due outside the horizon', () => {
  const late = [{ id: 'late', day: last + 1, earliest: 1, latest: 0 }];
  expect(() => level(late, { weeks: quarter, workdaysOnly: false })).toThrow(RangeError);
});

describe('any inventory', () => {
  const key = fc.record({
    offset: fc.oneof(fc.nat(90), fc.constantFrom(0, 7, 41)),
    earlier: fc.nat(28),
    later: fc.nat(7),
    fixed: fc.boolean(),
  });
  const inventory = fc.array(key, { maxLength: 120 }).map((drawn) =>
    drawn.map(({ offset, earlier, later, fixed }, index): LevelKey => {
      const id = `k${String(index).padStart(3, '0')}`;
      return fixed && offset % 3 === 0
        ? { id, day: monday + offset, earliest: 1, latest: 0 }
        : { id, ...within(monday + offset, earlier, later) };
    }),
  );

  it('keeps every key inside its tolerance and on workdays, and moves none to where it was', () => {
    fc.assert(
      fc.property(inventory, fc.boolean(), (keys, workdaysOnly) => {
        const { moves } = level(keys, { weeks: quarter, workdaysOnly });
        const byId = new Map(keys.map((each) => [each.id, each]));
        for (const { id, from, to } of moves) {
          const { day, earliest, latest } = byId.get(id) ?? { day: 0, earliest: 1, latest: 0 };
          expect(from).toBe(day);
          expect(to).not.toBe(from);
          expect(to >= earliest && to <= latest).toBe(true);
          if (workdaysOnly) expect((to + 3) % 7).toBeLessThan(5);
        }
        expect(new Set(moves.map(({ id }) => id)).size).toBe(moves.length);
      }),
      { numRuns: 60 },
    );
  });

  it('has no week busier than its goal, which is a fifth above the mean or the least there can be', () => {
    fc.assert(
      fc.property(inventory, (keys) => {
        const { moves, mean, goal, wanted } = level(keys, { weeks: quarter, workdaysOnly: false });
        expect(Math.max(...loads(moved(keys, moves)))).toBeLessThanOrEqual(goal);
        expect(wanted).toBe(Math.max(Math.ceil(mean), Math.floor(Number((1.2 * mean).toFixed(9)))));
        // By counting: keys that cannot leave a span of weeks have to share it.
        const inSpan = (from: number, before: number) =>
          keys.filter(
            (each) =>
              Math.min(each.day, each.earliest <= each.latest ? each.earliest : each.day) >= from &&
              Math.max(each.day, each.latest) < before,
          );
        let counted = 0;
        for (let a = 0; a < quarter.length; a++)
          for (let b = a; b < quarter.length; b++) {
            const held = inSpan(quarter[a]?.from ?? 0, quarter[b]?.before ?? 0).length;
            counted = Math.max(counted, Math.ceil(held / (b - a + 1)));
          }
        expect(goal).toBe(Math.max(wanted, counted));
      }),
      { numRuns: 60 },
    );
  });

  it('gives the same answer in any order, and none once it was followed', () => {
    fc.assert(
      fc.property(inventory, fc.boolean(), (keys, workdaysOnly) => {
        const horizon = { weeks: quarter, workdaysOnly };
        const { moves } = level(keys, horizon);
        expect(level(keys.toReversed(), horizon).moves).toEqual(moves);
        expect(level(moved(keys, moves), horizon).moves).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
