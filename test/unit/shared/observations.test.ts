/** Since when a key is provably quiet. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Observations, quietSince } from '#shared/domain/observations.ts';
import '../../support/property-seed.ts';

const minute = 60_000;
const start = Date.parse('2026-09-01T08:00:00.000Z');
const iso = (milliseconds: number) => new Date(milliseconds).toISOString();
const history = (change: Partial<Observations>): Observations => ({
  lastUsed: { kind: 'never' },
  createdAt: iso(start - 1000 * minute),
  lookedAt: iso(start),
  uses: [],
  ...change,
});

describe('quietSince', () => {
  it('tells not reported from not seen', () => {
    expect(quietSince(history({ lastUsed: { kind: 'not-reported' } }), start)).toEqual({
      kind: 'unknown',
      why: 'not-reported',
    });
    for (const unseen of [history({ lastUsed: { kind: 'not-seen' } }), history({ lookedAt: null })])
      expect(quietSince(unseen, start)).toEqual({ kind: 'unknown', why: 'not-seen' });
  });

  it('counts a key that was never used from its creation, or from the look where that is not told', () => {
    expect(quietSince(history({}), start)).toEqual({
      kind: 'quiet',
      since: start - 1000 * minute,
      asOf: start,
    });
    expect(quietSince(history({ createdAt: null }), start)).toMatchObject({ since: start, asOf: start });
  });

  it('is not fooled by a value that went back', () => {
    const use = { at: iso(start - 9 * minute), seenAt: iso(start - 8 * minute), quiet: null };
    expect(quietSince(history({ uses: [use] }), start)).toMatchObject({ since: start - 9 * minute });
  });

  it('vouches for nothing after now, whatever a clock that was set back left behind', () => {
    expect(quietSince(history({}), start - 5 * minute)).toMatchObject({ asOf: start - 5 * minute });
  });

  it('never answers a moment before the true last use that it could have known', () => {
    // Uses and looks by the true clock; the platform's clock is `ahead` of it, and the last-used value is by that one.
    const minutes = fc.integer({ min: 1, max: 5000 });
    fc.assert(
      fc.property(
        fc.uniqueArray(minutes, { minLength: 1, maxLength: 20 }),
        fc.uniqueArray(minutes, { minLength: 1, maxLength: 20 }),
        fc.integer({ min: -120, max: 120 }),
        fc.boolean(),
        (useTimes, lookTimes, ahead, aheadIsKnown) => {
          const uses = useTimes.toSorted((a, b) => a - b);
          const looks = lookTimes.toSorted((a, b) => a - b);
          const told = watched(uses, looks, ahead);
          const answer = quietSince(told, start + 6000 * minute, aheadIsKnown ? ahead * minute : 0);
          const [since, asOf] = answer.kind === 'quiet' ? [answer.since, answer.asOf] : [0, 0];
          const lastLook = looks.at(-1) ?? 0;
          const lastUse = uses.filter((use) => use <= lastLook).at(-1);
          expect(asOf).toBe(start + lastLook * minute);
          expect(since).toBeLessThanOrEqual(asOf);
          if (lastUse === undefined) return;
          // Exact where the clocks are known; else never off by more than they differ.
          const off = since - (start + lastUse * minute);
          if (aheadIsKnown || ahead === 0) expect(off).toBe(0);
          else expect(Math.abs(off)).toBeLessThanOrEqual(Math.abs(ahead) * minute);
        },
      ),
    );
  });
});

/** What the store has after these looks: each tells the latest use before it. */
function watched(uses: readonly number[], looks: readonly number[], ahead: number): Observations {
  const time = (minutes: number) => iso(start + minutes * minute);
  const told: Observations['uses'] = [];
  let [before, lookBefore]: [number | undefined, number | undefined] = [undefined, undefined];
  for (const look of looks) {
    const latest = uses.filter((use) => use <= look).at(-1);
    if (latest !== undefined && latest !== before) {
      const from = before === undefined ? -1000 : before + ahead;
      const quiet =
        lookBefore !== undefined && from < lookBefore ? { from: time(from), until: time(lookBefore) } : null;
      told.push({ at: time(latest + ahead), seenAt: time(look), quiet });
    }
    [before, lookBefore] = [latest, look];
  }
  const last = told.at(-1);
  return history({
    lastUsed: last ? { kind: 'at', at: last.at } : { kind: 'never' },
    createdAt: time(-1000),
    lookedAt: time(looks.at(-1) ?? 0),
    uses: told,
  });
}
