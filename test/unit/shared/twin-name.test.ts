import fc from 'fast-check';
import { expect, it } from 'vitest';
import { twinNameOf } from '#shared/domain/twin-name.ts';

const day = '2026-11-21';
const free = { taken: [], maxLength: 80 };

it.each([
  ['line-7-uploader', 'line-7-uploader-2026-11-21'],
  ['Line 7 uploader', 'Line 7 uploader 2026-11-21'],
  ['  line-7  ', 'line-7-2026-11-21'],
  ['line-7-2026-02-01', 'line-7-2026-11-21'],
  ['line-7-2026-02-01-2', 'line-7-2026-11-21'],
  ['', 'rotated-2026-11-21'],
  ['-2026-02-01', 'rotated-2026-11-21'],
])('the twin of “%s” is “%s”', (old, twin) => {
  expect(twinNameOf(old, day, free)).toBe(twin);
});

it('counts where the name is taken, letter case aside', () => {
  const taken = ['Line-7-2026-11-21', 'line-7-2026-11-21-2'];
  expect(twinNameOf('line-7', day, { taken, maxLength: 80 })).toBe('line-7-2026-11-21-3');
});

it('never is too long, never taken, and never loses its day', () => {
  const names = fc.string({ unit: 'grapheme', maxLength: 120 });
  fc.assert(
    fc.property(names, fc.integer({ min: 30, max: 120 }), (old, maxLength) => {
      const first = twinNameOf(old, day, { taken: [], maxLength });
      const second = twinNameOf(old, day, { taken: [first], maxLength });
      for (const name of [first, second]) {
        expect([...name].length).toBeLessThanOrEqual(maxLength);
        expect(name).toContain(day);
      }
      expect(second.toLowerCase()).not.toBe(first.toLowerCase());
      // The twin of the twin is not called after two days.
      expect(twinNameOf(first, day, { taken: [], maxLength })).toBe(first);
    }),
  );
});
