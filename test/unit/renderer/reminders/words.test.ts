import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { leftWords, nearDay, nextWords } from '../../../../src/renderer/features/reminders/reminder-words.ts';

beforeEach(() => vi.stubEnv('TZ', 'Europe/Berlin'));
afterEach(() => vi.unstubAllEnvs());

const at = (time: string) => Date.parse(time);

it.each([
  ['2026-11-21', '2026-11-21T07:59:00Z', 'Next reminder today 09:00'],
  // Its hour has come: it is said within a minute.
  ['2026-11-21', '2026-11-21T08:00:00Z', null],
  ['2026-11-22', '2026-11-21T22:59:00Z', 'Next reminder tomorrow 09:00'],
  ['2026-11-22', '2026-11-21T23:01:00Z', 'Next reminder today 09:00'],
  ['2026-11-27', '2026-11-21T12:00:00Z', 'Next reminder Fri 27 Nov 09:00'],
  // Over the change to summer time.
  ['2026-03-29', '2026-03-28T12:00:00Z', 'Next reminder tomorrow 09:00'],
  [null, '2026-11-21T12:00:00Z', null],
])('of the next summary on %s says, at %s: %s', (next, now, words) => {
  expect(nextWords(next, at(now))?.replace(',', '') ?? null).toBe(words);
});

it('says how much is left, and which day it was', () => {
  expect([-4, 0, 1, 12].map(leftWords)).toEqual(['4 d late', 'due today', '1 d left', '12 d left']);
  expect(nearDay('2026-11-20', at('2026-11-21T12:00:00Z'))).toBe('yesterday');
});
