import { expect, it } from 'vitest';
import { clockWords } from '../../../../src/renderer/features/sync/clock-words.ts';

const minutes = 60_000;

it.each([
  [0, null],
  [5 * minutes, null],
  [-5 * minutes, null],
  [12 * minutes, 'This computer’s clock is 12 minutes behind that of acme.example.'],
  [-12.4 * minutes, 'This computer’s clock is 12 minutes ahead of that of acme.example.'],
  [119 * minutes, 'This computer’s clock is 119 minutes behind that of acme.example.'],
  [-120 * minutes, 'This computer’s clock is 2 hours ahead of that of acme.example.'],
  [3 * 24 * 60 * minutes, 'This computer’s clock is 3 days behind that of acme.example.'],
])('%d ms ahead: %s', (ahead, words) => {
  expect(clockWords('acme.example', ahead)).toBe(words);
});
