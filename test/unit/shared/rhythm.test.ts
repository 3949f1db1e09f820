/** When a key has gone silent, and when it woke. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lastWaking, paceOf, wakingOf } from '#shared/domain/rhythm.ts';
import { usesIn } from '#shared/domain/use-times.ts';
import { watched } from '../../support/watched-uses.ts';
import '../../support/property-seed.ts';

const hour = 3_600_000;
const day = 24 * hour;
const start = Date.UTC(2026, 0, 5);
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);
/** Every three hours, for so many days. */
const looks = (days: number) => numbers(days * 8).map((turn) => start + turn * 3 * hour + 1000);
const seen = (uses: readonly number[], days: number, createdAt: number | null = null) =>
  usesIn(watched(uses, looks(days), { createdAt }));
const every = (days: number, times: number) =>
  numbers(times).map((turn) => start + turn * days * day + 2 * hour);

describe('the pace of a key', () => {
  it.each([
    ['nightly', every(1, 30), 2],
    ['weekly', every(7, 6), 11],
    ['on weekdays', every(1, 40).filter((_, index) => index % 7 < 5), 5],
    ['every hour', numbers(200).map((turn) => start + turn * hour), 1],
  ])('used %s: silent after that many days', (_, uses, days) => {
    expect(paceOf(seen(uses, 90)) ?? 0).toBe(days * day);
  });

  it('is not known from a few uses, nor from irregular ones', () => {
    expect(paceOf(seen(every(1, 4), 90))).toBeNull();
    expect(
      paceOf(
        seen(
          numbers(30).map((turn) => start + turn * hour),
          90,
        ),
      ),
    ).toBeNull();
    expect(
      paceOf(
        seen(
          [0, 1, 2, 3, 50].map((days) => start + days * day),
          90,
        ),
      ),
    ).toBeNull();
  });

  it('forgets one holiday', () => {
    const uses = [...every(1, 15), ...every(1, 15).map((at) => at + 36 * day)];
    expect(paceOf(seen(uses, 90))).toBe(2 * day);
  });

  it('never calls a key silent within its longest usual rest', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 20 * 24 }), { minLength: 5, maxLength: 40 }), (gaps) => {
        let at = start;
        const uses = gaps.map((gap) => {
          at += gap * hour;
          return at;
        });
        const told = usesIn(watched(uses, [...uses.map((use) => use + 1), at + hour]));
        const pace = paceOf(told);
        if (pace === null) return;
        expect(pace).toBeGreaterThanOrEqual(day);
        const [longest = 0, second = 0] = gaps.slice(1).toSorted((a, b) => b - a);
        expect(pace).toBeGreaterThan((longest > 3 * second ? second : longest) * hour);
      }),
    );
  });
});

describe('waking', () => {
  const created = start - 10 * day;

  it('is a use after a month or more of proven sleep', () => {
    const uses = [start + day, start + 141 * day];
    expect(wakingOf(seen(uses, 150), created)).toEqual({
      since: start + day,
      seenAt: start + 141 * day + 1000,
      days: 140,
      first: false,
    });
    expect(wakingOf(seen([start + day, start + 20 * day], 150), created)).toBeNull();
  });

  it('is also the first use of a key that lay about', () => {
    expect(wakingOf(seen([start + 50 * day], 60, created), created)).toMatchObject({
      first: true,
      since: created,
    });
    expect(wakingOf(seen([start + 2 * day], 60, created), created)).toBeNull();
  });

  it('is not claimed where nobody looked, nor of a key that is used once a month', () => {
    expect(
      wakingOf(usesIn(watched([start, start + 90 * day], [start + hour, start + 91 * day])), created),
    ).toBeNull();
    expect(wakingOf(seen(every(31, 5), 130), created)).toBeNull();
  });

  it('is remembered for as long as asked', () => {
    const uses = seen([start + day, ...every(1, 5).map((at) => at + 140 * day)], 150);
    expect(lastWaking(uses, created, start + 139 * day)).toMatchObject({ since: start + day });
    expect(lastWaking(uses, created, start + 142 * day)).toBeNull();
  });
});
