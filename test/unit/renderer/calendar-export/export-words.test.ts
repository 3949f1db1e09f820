import { expect, it } from 'vitest';
import { exportWords } from '../../../../src/renderer/features/calendar-export/export-calendar.ts';

it.each([
  ['empty' as const, 'No key has a due date, so there is nothing to export'],
  [{ fileName: 'r.ics', keys: 143, overdue: 0 }, 'r.ics has the due dates of 143 keys'],
  [{ fileName: 'r.ics', keys: 143, overdue: 7 }, 'r.ics has the due dates of 143 keys, 7 of them overdue'],
  [{ fileName: 'r.ics', keys: 2, overdue: 2 }, 'r.ics has the due dates of 2 keys, all of them overdue'],
  [{ fileName: 'r.ics', keys: 1, overdue: 1 }, 'r.ics has the due date of 1 key, which is overdue'],
  [{ fileName: 'r.ics', keys: 1, overdue: 0 }, 'r.ics has the due date of 1 key'],
])('%j', (saved, words) => {
  expect(exportWords(saved)).toBe(words);
});
