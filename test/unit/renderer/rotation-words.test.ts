import { describe, expect, it } from 'vitest';
import { type Aged, rotationOf } from '#shared/domain/rotation-due.ts';
import { dateOf, dayOf } from '#shared/domain/search/days.ts';
import { rotationWords } from '../../../src/renderer/features/inventory/cell-words.ts';
import { policyWords } from '../../../src/renderer/features/policies/policy-words.ts';

// Noon, so that no zone puts it on another day.
const now = new Date(2026, 10, 21, 12).getTime();
const key = (daysAgo: number, change: Partial<Aged> = {}): Aged => ({
  environment: 'production',
  status: 'active',
  createdAt: new Date(2026, 10, 21 - daysAgo, 12).toISOString(),
  rotation: { days: 90, from: 'environment' },
  ...change,
});
const wordsOf = (subject: Aged) => rotationWords(rotationOf(subject, now));
const ahead = (days: number) => dateOf(dayOf(now) + days);

describe('when a key is due, in words', () => {
  it.each([
    [0, '90 d left'],
    [89, '1 d left'],
    [90, 'due today'],
    [91, '1 d late'],
    [400, '310 d late'],
  ] as const)('%d days after it was made for production: %s', (daysAgo, words) => {
    expect(wordsOf(key(daysAgo))).toBe(words);
  });

  it('is said of keys that rest, and of those without a day', () => {
    const snoozedUntil = ahead(12);
    expect(wordsOf(key(100, { rotation: { days: 90, from: 'environment', snoozedUntil } }))).toBe(
      'snoozed 12 d',
    );
    expect(
      wordsOf(key(1, { environment: 'development', rotation: { days: null, from: 'environment' } })),
    ).toBe('As needed');
    expect(
      wordsOf(key(1, { environment: 'unassigned', rotation: { days: null, from: 'environment' } })),
    ).toMatch(/No environment/);
    expect(wordsOf(key(1, { createdAt: null }))).toMatch(/not reported/);
  });
});

it.each([
  ['production', 90, 'environment', 'every 90 days, as all Production keys'],
  ['ci', 1, 'workspace', 'every day, as CI/CD keys of this workspace'],
  ['development', null, 'environment', 'as needed, as all Development keys'],
  ['production', null, 'key', 'as needed, by its own policy'],
  ['unassigned', 30, 'key', 'every 30 days, by its own policy'],
  ['unassigned', null, 'environment', null],
] as const)('the policy of a key in %s with %s days from its %s', (environment, days, from, words) => {
  expect(policyWords({ environment, rotation: { days, from } })).toBe(words);
});
