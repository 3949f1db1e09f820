import { expect, it } from 'vitest';
import { countWords, shortCount } from '../../../../src/renderer/features/lens/ability-words.ts';

it.each([
  [0, '0', '0 keys'],
  [1, '1', '1 key'],
  [9999, '9,999', '9,999 keys'],
  [10_000, '10K', '10K, 10,000 keys'],
  [99_499, '99K', '99K, 99,499 keys'],
  [100_000, '100K', '100K, 100,000 keys'],
  [1_234_567, '1M', '1M, 1,234,567 keys'],
])('%i keys fit as %s, and are said exactly', (count, short, words) => {
  expect(shortCount(count)).toBe(short);
  expect(countWords(count)).toBe(words);
});
