import { describe, expect, it } from 'vitest';
import type { LevellingPreview } from '#shared/ipc/levelling.ts';
import {
  leftWords,
  meanText,
  mondayOf,
  outcomeWords,
  shiftWords,
  shortDay,
} from '../../../../src/renderer/features/levelling/level-words.ts';
import { moveLines } from '../../../../src/renderer/features/levelling/move-lines.ts';

const week = (was: number, will: number, level = true) => ({ from: 0, before: 7, was, will, level });
const move = (keyId: string, from: string, to: string) => ({
  keyId,
  workspaceId: 'w',
  name: keyId,
  from,
  to,
});

const lumpy: LevellingPreview = {
  weeks: [week(60, 12), week(0, 12), week(99, 99, false)],
  mean: 12.04,
  wanted: 14,
  goal: 14,
  moves: [move('k', '2026-12-07', '2026-12-04')],
  kept: { planned: 0, snoozed: 0 },
  overdue: 0,
};
const even: LevellingPreview = { ...lumpy, weeks: [week(12, 12), week(12, 12)], moves: [] };
const stuck: LevellingPreview = { ...lumpy, weeks: [week(60, 44), week(0, 16)], wanted: 36, goal: 44 };

describe('the outcome', () => {
  it.each([
    [lumpy, 7, 'Then no week is more than a fifth above the mean.'],
    [even, 7, 'The load is level: no week is more than a fifth above the mean.'],
    [stuck, 7, 'Fewer than 44 in the busiest week are not possible this way. A wider tolerance may help.'],
    [
      { ...stuck, kept: { planned: 3, snoozed: 0 } },
      28,
      'Fewer than 44 in the busiest week are not possible this way. Moving keys that are planned already may help.',
    ],
    [stuck, 28, 'Fewer than 44 in the busiest week are not possible this way. Their policies allow no more.'],
    [{ ...even, weeks: [week(0, 0)], mean: 0 }, 7, 'No key is due in the next 13 weeks.'],
  ])('is said in words (%#)', (preview, tolerance, words) => {
    expect(outcomeWords(preview, tolerance, 28)).toBe(words);
  });
});

it('says what is left out', () => {
  expect(leftWords(lumpy)).toBeNull();
  expect(leftWords({ ...lumpy, overdue: 1, kept: { planned: 4, snoozed: 2 } })).toBe(
    'Not moved: 1 key overdue, 2 snoozed, 4 planned already.',
  );
});

it('writes days and distances', () => {
  expect(meanText(17.44)).toBe('17.4');
  expect(shortDay('2026-12-07')).toBe('Mon 7 Dec');
  expect(shiftWords({ from: '2026-12-07', to: '2026-12-04' })).toBe('3 days earlier');
  expect(shiftWords({ from: '2026-12-31', to: '2027-01-01' })).toBe('1 day later');
});

it('puts each key under the week of its new day', () => {
  const moves = [
    move('a', '2026-12-14', '2026-12-11'),
    move('b', '2026-12-07', '2026-12-13'),
    move('c', '2026-12-07', '2026-12-14'),
  ];
  const monday = mondayOf('2026-12-07');
  expect(mondayOf('2026-12-13')).toBe(monday);
  expect(moveLines(moves)).toEqual([
    { kind: 'week', monday, count: 2 },
    { kind: 'move', move: moves[0] },
    { kind: 'move', move: moves[1] },
    { kind: 'week', monday: monday + 7, count: 1 },
    { kind: 'move', move: moves[2] },
  ]);
});
