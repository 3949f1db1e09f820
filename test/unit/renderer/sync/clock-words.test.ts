import { expect, it } from 'vitest';
import { clockFact, clockWords } from '../../../../src/renderer/features/sync/clock-words.ts';

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

it.each([
  [0, null],
  [8_000, '8 seconds ahead of this computer’s'],
  [-12 * minutes, '12 minutes behind this computer’s'],
])('%d ms ahead as a fact: %s', (ahead, words) => {
  expect(clockFact(ahead)).toBe(words);
});
