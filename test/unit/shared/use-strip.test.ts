/** Twelve weeks of use, day by day. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { stripDays, stripOf } from '#shared/domain/use-strip.ts';
import { watched } from '../../support/watched-uses.ts';
import '../../support/property-seed.ts';

/** Noon here, so that the days are those of whoever runs this. */
const noon = (daysAgo: number, hours = 0) => new Date(2026, 10, 21 - daysAgo, 12 + hours).getTime();
const now = noon(0);
const states = (history: Parameters<typeof stripOf>[0]) => stripOf(history, now).map(({ state }) => state);

it('tells days with a use, days without one, days that nobody knows, and those before the key', () => {
  const looks = [noon(6), noon(5), noon(4), noon(1), noon(0, -1)];
  const history = watched([noon(5, -2), noon(1, -3)], looks, { createdAt: noon(8, -1) });
  // A day whose afternoon nobody saw is not known, although the morning was.
  expect(states(history).slice(-10)).toEqual([
    'before',
    'quiet',
    'quiet',
    'unknown',
    'used',
    'unknown',
    'unknown',
    'unknown',
    'used',
    'quiet',
  ]);
  expect(stripOf(history, now).at(-2)).toMatchObject({ date: '2026-11-20', lastAt: noon(1, -3) });
});

it('knows nothing before the first look, and nothing after the last', () => {
  const unseen = { ...watched([], []), lastUsed: { kind: 'not-seen' as const } };
  expect(new Set(states(unseen))).toEqual(new Set(['unknown']));
  const left = watched([noon(30)], [noon(29), noon(20)], { createdAt: noon(200) });
  expect(states(left).slice(-20)).toEqual(Array.from({ length: 20 }, () => 'unknown'));
});

it('calls no day without use that had one, nor one used that had none', () => {
  const hours = fc.integer({ min: 0, max: 2200 });
  fc.assert(
    fc.property(
      fc.uniqueArray(hours, { maxLength: 60 }),
      fc.uniqueArray(hours, { minLength: 1, maxLength: 60 }),
      (usedHoursAgo, lookedHoursAgo) => {
        const ago = (count: number) => now - count * 3_600_000;
        const uses = usedHoursAgo.map(ago);
        const days = stripOf(watched(uses, lookedHoursAgo.map(ago), { createdAt: ago(3000) }), now);
        expect(days).toHaveLength(stripDays);
        const truly = new Set(uses.map((at) => new Date(at).toDateString()));
        for (const { date, state } of days) {
          const isUsed = truly.has(new Date(`${date}T12:00`).toDateString());
          const lastLook = Math.max(...lookedHoursAgo.map(ago));
          if (state === 'used') expect(isUsed, date).toBe(true);
          // Of today only what was before the last look.
          const isToday = date === days.at(-1)?.date;
          if (state === 'quiet' && !isToday) expect(isUsed, date).toBe(false);
          if (state === 'quiet' && isToday)
            expect(
              uses.some(
                (at) => at <= lastLook && new Date(at).toDateString() === new Date(now).toDateString(),
              ),
            ).toBe(false);
        }
      },
    ),
  );
});
