/** How a key is used, read from what a platform told at looks: right where it can be known, and silent where it cannot. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cadenceOf } from '#shared/domain/cadence.ts';
import { cadenceWords } from '#shared/domain/cadence-words.ts';
import { quietSpans, usesIn, type Zone } from '#shared/domain/use-times.ts';
import { watched, zoneOf } from '../../support/watched-uses.ts';
import '../../support/property-seed.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** A Monday, with a change of clocks in Europe (25 October) and in America (1 November) in the weeks after it. */
const monday = Date.UTC(2026, 8, 28);
const berlin = zoneOf('Europe/Berlin');
const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
].map(zoneOf);

/** Days after the first Monday, and a moment of the day on the clock of a zone. */
function moment(zone: Zone, days: number, minutes: number): number {
  const local = monday + days * day + minutes * minute;
  const guess = local - zone(local);
  return local - zone(guess);
}

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);
const isWorkday = (days: number) => days % 7 < 5;

/** Every quarter of an hour while the desk is open. */
function looks(zone: Zone, weeks: number, [opens, closes]: [number, number], isOpen = isWorkday): number[] {
  return numbers(weeks * 7)
    .filter(isOpen)
    .flatMap((days) =>
      numbers(Math.floor(((closes - opens) * 60) / 15)).map((turn) =>
        moment(zone, days, opens * 60 + turn * 15 + 4),
      ),
    );
}
const always = (zone: Zone, weeks: number) => looks(zone, weeks, [0, 24], () => true);
const office = (zone: Zone, weeks: number) => looks(zone, weeks, [8, 18]);

function words(uses: readonly number[], lookedAt: readonly number[], zone: Zone): string | null {
  const history = watched(uses, lookedAt, { createdAt: monday - 300 * day });
  return cadenceWords(cadenceOf(usesIn(history), quietSpans(history), zone));
}

describe('a cadence', () => {
  const daily = (zone: Zone, weeks: number, minutes: number, when: (days: number) => boolean = () => true) =>
    numbers(weeks * 7)
      .filter(when)
      .map((days) => moment(zone, days, minutes));

  it.each<[string, readonly number[], readonly number[]]>([
    ['nightly about 02:00', daily(berlin, 6, 120), always(berlin, 6)],
    // The desk is closed at night and at weekends: each morning tells of the night before.
    ['nightly about 02:00', daily(berlin, 6, 124), office(berlin, 6)],
    ['nightly about 23:45', daily(berlin, 6, 23 * 60 + 47), office(berlin, 6)],
    [
      'nightly about 00:00',
      numbers(42).map((days) => moment(berlin, days, days % 2 === 0 ? -3 : 4)),
      always(berlin, 6),
    ],
    ['daily about 14:00', daily(berlin, 4, 14 * 60 + 2), always(berlin, 4)],
    ['weekdays about 09:00', daily(berlin, 5, 9 * 60, isWorkday), looks(berlin, 5, [8, 18])],
    ['Mondays about 06:00', daily(berlin, 6, 360, (days) => days % 7 === 0), always(berlin, 6)],
    [
      'Tuesdays and Fridays about 12:30',
      daily(berlin, 5, 750, (days) => [1, 4].includes(days % 7)),
      always(berlin, 5),
    ],
    ['daily except Sundays about 05:15', daily(berlin, 5, 315, (days) => days % 7 !== 6), always(berlin, 5)],
    [
      'once a month about 02:00',
      [0, 30, 61, 91].map((days) => moment(zoneOf('UTC'), days, 60)),
      always(berlin, 14),
    ],
    ['every hour', numbers(24 * 14).map((turn) => monday + turn * hour), always(berlin, 2)],
    ['every hour', numbers(24 * 14).map((turn) => monday + turn * hour + 20 * minute), office(berlin, 2)],
    ['every 6 hours', numbers(4 * 14).map((turn) => monday + turn * 6 * hour), always(berlin, 2)],
    ['every 12 hours', numbers(2 * 14).map((turn) => monday + turn * 12 * hour), always(berlin, 2)],
    ['all the time', numbers(14 * 24 * 20).map((turn) => monday + turn * 3 * minute), office(berlin, 2)],
  ])('is %s', (expected, uses, lookedAt) => {
    expect(words(uses, lookedAt, berlin)).toBe(expected);
  });

  it('of somebody who works when it suits them is no time of day', () => {
    const turns = [9.2, 14.1, 11.7, 16.4, 8.3, 13.6, 10.2, 15.9, 12.1];
    const uses = numbers(28)
      .filter(isWorkday)
      .map((days) => moment(berlin, days, (turns[days % turns.length] ?? 9) * 60));
    expect(words(uses, always(berlin, 4), berlin)).toBe('weekdays at different times');
    const some = [0, 1, 4, 9, 11, 16, 17, 23, 25].map((days) =>
      moment(berlin, days, (turns[days % 9] ?? 9) * 60),
    );
    expect(words(some, always(berlin, 4), berlin)).toBe('now and then');
  });

  it('is not told from too little', () => {
    expect(words([], always(berlin, 4), berlin)).toBeNull();
    const nights = daily(berlin, 6, 120);
    for (const seen of [1, 2, 3]) expect(words(nights.slice(0, seen), always(berlin, 6), berlin)).toBeNull();
    // Forty nights, and two looks.
    expect(words(nights, [moment(berlin, 20, 600), moment(berlin, 40, 600)], berlin)).toBeNull();
  });

  it('outlives the key’s use: it says how it was', () => {
    expect(words(daily(berlin, 3, 120), always(berlin, 12), berlin)).toBe('nightly about 02:00');
  });

  it('is found at any time of day, in any zone, by either clock, over the change of the clocks', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 95 }),
        fc.integer({ min: 3, max: 10 }),
        fc.boolean(),
        fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 7, maxLength: 7 }),
        fc.boolean(),
        (zone, quarter, weeks, byWall, delays, weekdaysOnly) => {
          const serverClock: Zone = byWall ? zone : () => zone(monday);
          const uses = numbers(weeks * 7)
            .filter((days) => !weekdaysOnly || isWorkday(days))
            .map((days) => moment(serverClock, days, quarter * 15 + (delays[days % 7] ?? 0)));
          const said = words(uses, always(zone, weeks), zone) ?? '';
          const [, pattern, clock = ''] = /^(nightly|daily|weekdays|.*) about (\d\d:\d\d)$/.exec(said) ?? [];
          const last = uses.at(-1) ?? 0;
          const wanted =
            (((last + zone(last) + -(delays[(weeks * 7 - 1) % 7] ?? 0) * minute) % day) / minute + 1440) %
            1440;
          const [hours = 0, minutes = 0] = clock.split(':').map(Number);
          const off = Math.abs(hours * 60 + minutes - wanted);
          expect(Math.min(off, 1440 - off), said).toBeLessThanOrEqual(25);
          // Around midnight the weekday on the wall may not be the one that was meant.
          if (weekdaysOnly && quarter > 8 && quarter < 88) expect(pattern).toBe('weekdays');
          if (!weekdaysOnly) expect(['nightly', 'daily']).toContain(pattern);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('claims no time of day and no period for uses at random', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 42 * 24 * 60 }), { minLength: 12, maxLength: 60 }),
        (minutes) => {
          const said = words(
            minutes.map((each) => monday + each * minute),
            always(berlin, 6),
            berlin,
          );
          expect(said ?? '').not.toMatch(/about|every|all the time/);
        },
      ),
      { numRuns: 60 },
    );
  });
});
