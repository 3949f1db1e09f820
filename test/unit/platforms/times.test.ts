import { expect, it } from 'vitest';
import { utcTime } from '../../../src/main/platforms/times.ts';

it.each([
  ['2026-08-14T09:12:00Z', '2026-08-14T09:12:00.000Z'],
  ['2026-08-14T11:12:00.5+02:00', '2026-08-14T09:12:00.500Z'],
  ['2026-08-14T09:12:00', '2026-08-14T09:12:00.000Z'],
  ['2026-08-14', '2026-08-14T00:00:00.000Z'],
  ['yesterday', null],
  ['2026-13-45T00:00:00Z', null],
  ['1', null],
  ['', null],
  [1_786_698_720, null],
  [null, null],
  [undefined, null],
])('%j becomes %j', (sent, kept) => {
  expect(utcTime(sent)).toBe(kept);
});
