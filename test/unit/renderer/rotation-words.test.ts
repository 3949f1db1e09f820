import { describe, expect, it } from 'vitest';
import { rotationOf, urgencyOf } from '#shared/domain/rotation-due.ts';
import { rotationWords } from '../../../src/renderer/features/inventory/cell-words.ts';

// Noon, so that no zone puts it on another day.
const now = new Date(2026, 10, 21, 12).getTime();
const made = (daysAgo: number) => new Date(2026, 10, 21 - daysAgo, 12).toISOString();
const key = (daysAgo: number, environment: 'production' | 'staging' = 'production') => ({
  environment,
  status: 'active' as const,
  createdAt: made(daysAgo),
});
const wordsOf = (subject: Parameters<typeof rotationOf>[0]) => rotationWords(rotationOf(subject, now));

describe('when a key is due', () => {
  it.each([
    [0, '90 d left', null],
    [75, '15 d left', null],
    [76, '14 d left', 'due-soon'],
    [89, '1 d left', 'due-soon'],
    [90, 'due today', 'due-soon'],
    [91, '1 d late', 'overdue'],
    [400, '310 d late', 'overdue'],
  ] as const)('%d days after it was made for production: %s', (daysAgo, words, urgency) => {
    expect(wordsOf(key(daysAgo))).toBe(words);
    expect(urgencyOf(key(daysAgo), now)).toBe(urgency);
  });

  it('goes by the policy of its environment', () => {
    expect(wordsOf(key(100, 'staging'))).toBe('80 d left');
    expect(wordsOf({ ...key(400), environment: 'development' })).toBe('As needed');
    expect(wordsOf({ ...key(400), environment: 'unassigned' })).toMatch(/No environment/);
  });

  it('is never for what is not in use, and not said where the age is not known', () => {
    for (const status of ['disabled', 'vanished'] as const)
      expect(urgencyOf({ ...key(400), status }, now)).toBeNull();
    expect(urgencyOf({ ...key(400), status: 'protected' }, now)).toBe('overdue');
    expect(wordsOf({ ...key(400), createdAt: null })).toMatch(/not reported/);
    expect(wordsOf({ ...key(400), createdAt: 'some day' })).toMatch(/not reported/);
  });
});
