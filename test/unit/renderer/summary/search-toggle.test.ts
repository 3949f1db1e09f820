import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSearch } from '#shared/domain/search/parse.ts';
import { printSearch } from '#shared/domain/search/print.ts';
import { holds, toggled, without } from '../../../../src/renderer/features/summary/search-toggle.ts';
import { searchText } from '../../../support/search-text.ts';

const week = 'due:>=2026-12-07 due:<2026-12-14';
const others = ['status:overdue', week];

describe('a press on a figure', () => {
  it.each([
    ['', 'status:overdue'],
    ['uploader ws:acme', 'status:overdue uploader ws:acme'],
    // Behind an open quote the token would be a part of the phrase.
    ['"line 4', 'status:overdue "line 4'],
    ['  spaces  at both ends ', 'status:overdue spaces  at both ends '],
  ])('puts its token into %j', (search, expected) => {
    expect(toggled(search, 'status:overdue', [])).toBe(expected);
  });

  it.each([
    ['status:overdue', ''],
    ['line STATUS:Overdue  4', 'line 4'],
    ['line status:overdue', 'line'],
    ['status:overdue status:overdue x', 'x'],
  ])('takes its token out of %j', (search, expected) => {
    expect(toggled(search, 'status:overdue', [])).toBe(expected);
  });

  it('leaves alone what only looks like it', () => {
    const search = '-status:overdue status:overdue,disabled "status:overdue"';
    expect(holds(search, 'status:overdue')).toBe(false);
    expect(toggled(search, 'status:overdue', [])).toBe(`status:overdue ${search}`);
  });

  it('takes the place of a figure that cannot hold with it', () => {
    expect(toggled('status:overdue line', week, others)).toBe(`${week} line`);
    expect(toggled(`due:<2026-12-14 x due:>=2026-12-07`, 'status:overdue', others)).toBe('status:overdue x');
    // Half of a week is somebody's own search.
    expect(toggled('due:<2026-12-14', 'status:overdue', others)).toBe('status:overdue due:<2026-12-14');
    expect(toggled(`${week} x`, week, others)).toBe('x');
  });

  it('shares a token with a figure beside it, which stays until the last of them goes', () => {
    const [wide, idle] = ['is:full-access -status:vanished', 'unused:>90d -status:vanished'];
    const both = toggled(toggled('line', wide, [], [wide, idle]), idle, [], [wide, idle]);
    expect(both).toBe('unused:>90d is:full-access -status:vanished line');
    expect(toggled(both, wide, [], [wide, idle])).toBe('unused:>90d -status:vanished line');
    expect(toggled('unused:>90d -status:vanished line', idle, [], [wide, idle])).toBe('line');
  });

  it('twice leaves the same terms behind, whatever was typed', () => {
    const terms = (search: string) => printSearch(parseSearch(search));
    fc.assert(
      fc.property(searchText(['line 4 status:overdue']), (typed) => {
        const search = without(typed, week);
        const pressed = toggled(search, week, []);
        expect(holds(pressed, week)).toBe(true);
        expect(terms(toggled(pressed, week, []))).toBe(terms(search));
      }),
      { numRuns: 2000 },
    );
  });
});
