import { afterEach, describe, expect, it, vi } from 'vitest';
import { summaryNews, summaryTitle } from '#shared/domain/reminder-words.ts';
import {
  isNews,
  isSummaryTime,
  lastOccasion,
  nextOccasion,
  type ReminderCounts,
  reminderKindOf,
} from '#shared/domain/reminders.ts';
import { dayOf } from '#shared/domain/search/days.ts';

const due = 20_000;

describe('occasions', () => {
  it('are 30, 14, 7 and 1 days ahead, the day after, and every week from then on', () => {
    const days: number[] = [];
    for (let today = due - 60; today < due + 25; today += 1)
      if (lastOccasion(due, today)?.day === today) days.push(today - due);
    expect(days).toEqual([-30, -14, -7, -1, 1, 8, 15, 22]);
  });

  it('never lead back: the step rises, and the next one is the first after today', () => {
    let step = -1;
    for (let today = due - 60; today < due + 60; today += 1) {
      const occasion = lastOccasion(due, today);
      expect(occasion?.step ?? -1).toBeGreaterThanOrEqual(step);
      step = occasion?.step ?? -1;
      const next = nextOccasion(due, today);
      expect(next).toBeGreaterThan(today);
      expect(lastOccasion(due, next)?.day).toBe(next);
      expect(lastOccasion(due, next - 1)?.day ?? 0).toBeLessThanOrEqual(today);
    }
  });

  it.each([
    [-1, 'overdue'],
    [0, 'within-1'],
    [1, 'within-1'],
    [2, 'within-7'],
    [7, 'within-7'],
    [14, 'within-14'],
    [30, 'within-30'],
    [31, null],
  ] as const)('%d days left stand under %s', (daysLeft, kind) => expect(reminderKindOf(daysLeft)).toBe(kind));
});

describe('what was told before', () => {
  const ahead14 = { step: 1, day: due - 14 };

  it('is not told again, also when the day is another one in the next time zone', () => {
    const told = { on: due - 14, due, step: 1 };
    for (const there of [due - 1, due, due + 1])
      expect(isNews({ step: 1, day: there - 14 }, there, told, there - 13)).toBe(false);
  });

  it('is told of another date on its own days', () => {
    const told = { on: due - 14, due, step: 1 };
    expect(isNews(ahead14, due + 3, told, due - 13)).toBe(false);
    expect(isNews({ step: 1, day: due + 3 - 14 }, due + 3, told, due - 11)).toBe(true);
  });

  it('is told at once where the new date is more pressing', () => {
    const told = { on: due - 14, due, step: 1 };
    expect(isNews({ step: 2, day: due - 27 }, due - 20, told, due - 13)).toBe(true);
  });

  it('counts as not told when a clock ran ahead, but not for who comes from the other side of the date line', () => {
    const today = due - 14;
    expect(isNews(ahead14, due, { on: today + 900, due, step: 1 }, today)).toBe(true);
    expect(isNews(ahead14, due, { on: today + 1, due, step: 1 }, today)).toBe(false);
  });

  it('counts as not told once a snooze is over', () => {
    const told = { on: due - 14, due, step: 1 };
    expect(isNews(ahead14, due, told, due - 10, due - 10)).toBe(true);
    expect(isNews(ahead14, due, { ...told, on: due - 10 }, due - 9, due - 10)).toBe(false);
  });
});

describe('the time of the summary', () => {
  afterEach(() => vi.unstubAllEnvs());

  it.each([
    ['Europe/Berlin', '2026-03-29T06:59:59Z', '2026-03-29T07:00:00Z'],
    ['Europe/Berlin', '2026-03-28T07:59:59Z', '2026-03-28T08:00:00Z'],
    ['America/Los_Angeles', '2026-11-01T16:59:59Z', '2026-11-01T17:00:00Z'],
  ])('is nine by the clock on the wall: %s %s', (zone, before, at) => {
    vi.stubEnv('TZ', zone);
    const yesterday = dayOf(Date.parse(at)) - 1;
    expect(isSummaryTime(Date.parse(before), yesterday)).toBe(false);
    expect(isSummaryTime(Date.parse(at), yesterday)).toBe(true);
    expect(isSummaryTime(Date.parse(at), null)).toBe(true);
    expect(isSummaryTime(Date.parse(at), yesterday + 1)).toBe(false);
  });
});

describe('words', () => {
  const none: ReminderCounts = { overdue: 0, 'within-1': 0, 'within-7': 0, 'within-14': 0, 'within-30': 0 };

  it.each([
    [{ overdue: 3, 'within-1': 1, 'within-14': 4 }, '3 keys are overdue, 5 fall due within 14 days'],
    [{ overdue: 1, 'within-7': 1, 'within-30': 9 }, '1 key is overdue, 1 falls due within 14 days'],
    [{ 'within-7': 1 }, '1 key falls due within 14 days'],
    [{ 'within-30': 1_200 }, '1,200 keys fall due within 30 days'],
  ])('sum up %j', (counts, title) => expect(summaryTitle({ ...none, ...counts })).toBe(title));

  it('say what is new', () => {
    expect(summaryNews({ ...none, overdue: 1, 'within-7': 2 })).toBe('New: 1 overdue, 2 due within 7 days.');
  });
});
