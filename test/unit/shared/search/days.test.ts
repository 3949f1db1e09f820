import { afterEach, describe, expect, it, vi } from 'vitest';
import { aheadDay, dateOf, dayOf, dayText, isRealDate, pastRange } from '#shared/domain/search/days.ts';

const at = (time: number | null) => (time === null ? null : new Date(time).toISOString());
const times = ({ from, before }: ReturnType<typeof pastRange>) => [at(from), at(before)];

afterEach(() => vi.unstubAllEnvs());

describe('days of a search', () => {
  it('begin at midnight here, also when clocks change', () => {
    vi.stubEnv('TZ', 'America/New_York');
    // Clocks went forward on 8 March 2026: the day was 23 hours long.
    const noon = Date.parse('2026-03-09T16:00:00Z');
    expect(times(pastRange({ operator: '=', amount: { days: 1 } }, dayOf(noon)))).toEqual([
      '2026-03-08T05:00:00.000Z',
      '2026-03-09T04:00:00.000Z',
    ]);
    // Late in the evening there it is the next day already in UTC.
    expect(dayOf(Date.parse('2026-03-10T03:00:00Z'))).toBe(dayOf(noon));
  });

  it('count back for age and ahead for rotation', () => {
    vi.stubEnv('TZ', 'UTC');
    const today = dayOf(Date.parse('2026-09-01T08:00:00Z'));
    const older = pastRange({ operator: '>', amount: { days: 30 } }, today);
    expect(times(older)).toEqual([null, '2026-08-02T00:00:00.000Z']);
    const after = pastRange({ operator: '>', amount: { date: '2026-01-01' } }, today);
    expect(times(after)).toEqual(['2026-01-02T00:00:00.000Z', null]);
    expect(dateOf(aheadDay({ days: 14 }, today))).toBe('2026-09-15');
    expect(dayText(aheadDay({ date: '2026-10-25' }, today))).toBe('25 Oct 2026');
  });

  it.each([
    ['2024-02-29', true],
    ['2026-02-29', false],
    ['2026-13-01', false],
    ['1969-12-31', false],
  ])('%s is a real date: %s', (date, real) => expect(isRealDate(date)).toBe(real));
});
