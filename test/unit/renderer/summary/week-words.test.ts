import { describe, expect, it } from 'vitest';
import { dayOf } from '#shared/domain/search/days.ts';
import { weekSearch, weeksFrom } from '#shared/domain/summary.ts';
import { monthLabels, weekWords } from '../../../../src/renderer/features/summary/week-words.ts';

const weeks = weeksFrom(dayOf(new Date(2026, 10, 21).getTime()));
const words = (index: number, count: number) => {
  const week = weeks[index];
  if (!week) throw new Error('The chart is shorter than that.');
  return weekWords({ ...week, count }, index === 0);
};

describe('weeks', () => {
  it('begin on Monday, this one today', () => {
    expect(weeks).toHaveLength(26);
    expect(weeks.slice(0, 3).map(weekSearch)).toEqual([
      'due:>=2026-11-21 due:<2026-11-23',
      'due:>=2026-11-23 due:<2026-11-30',
      'due:>=2026-11-30 due:<2026-12-07',
    ]);
    // On a Monday the week is whole.
    const [first] = weeksFrom(dayOf(new Date(2026, 10, 23).getTime()));
    expect(first && first.before - first.from).toBe(7);
  });

  it('are said in words', () => {
    expect(words(0, 1)).toBe('This week: 1 key due');
    expect(words(3, 1400)).toBe('Week of 7 December: 1,400 keys due');
    expect(words(4, 0)).toBe('Week of 14 December: no keys due');
  });

  it('carry the names of months that have room', () => {
    expect(monthLabels(weeks)).toEqual([
      { column: 0, label: 'Nov' },
      { column: 3, label: 'Dec' },
      { column: 7, label: 'Jan' },
      { column: 11, label: 'Feb' },
      { column: 15, label: 'Mar' },
      { column: 20, label: 'Apr' },
      // Of May there are two weeks, too few for its name.
    ]);
  });
});
