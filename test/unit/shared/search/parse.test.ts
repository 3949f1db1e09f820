import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSearch } from '#shared/domain/search/parse.ts';
import { printSearch } from '#shared/domain/search/print.ts';
import { searchText } from '../../../support/search-text.ts';

const bodies = (text: string) => parseSearch(text).map(({ range: _, ...body }) => body);
const problem = (text: string) => {
  const [term] = parseSearch(text);
  return term?.kind === 'wrong' ? term.problem : null;
};

describe('reading a search', () => {
  it('tells words, phrases and tokens apart, and what is excluded', () => {
    expect(bodies('line "say ""hi"" twice" -nightly - -"a b" --x')).toEqual([
      { kind: 'text', excluded: false, text: 'line', quoted: false },
      { kind: 'text', excluded: false, text: 'say "hi" twice', quoted: true },
      { kind: 'text', excluded: true, text: 'nightly', quoted: false },
      { kind: 'text', excluded: false, text: '-', quoted: false },
      { kind: 'text', excluded: true, text: 'a b', quoted: true },
      { kind: 'text', excluded: true, text: '-x', quoted: false },
    ]);
    expect(bodies('Env:Production,ci -ws:"Acme, West",blue scope:model:infer')).toEqual([
      { kind: 'list', excluded: false, token: 'env', values: ['production', 'ci'] },
      { kind: 'list', excluded: true, token: 'ws', values: ['Acme, West', 'blue'] },
      { kind: 'list', excluded: false, token: 'scope', values: ['model:infer'] },
    ]);
    expect(bodies('unused:>90d created:<2026-01-01 due:14d')).toEqual([
      { kind: 'day', excluded: false, token: 'unused', operator: '>', amount: { days: 90 } },
      { kind: 'day', excluded: false, token: 'created', operator: '<', amount: { date: '2026-01-01' } },
      { kind: 'day', excluded: false, token: 'due', operator: '=', amount: { days: 14 } },
    ]);
  });

  it('says where each term stands', () => {
    const text = '  one -env:"ci" "two  words"three';
    expect(parseSearch(text).map(({ range }) => text.slice(range.from, range.to))).toEqual([
      'one',
      '-env:"ci"',
      '"two  words"',
      'three',
    ]);
  });

  it.each(['model:infer', 'API-key:create', '12:30', 'can', 'near(a', 'a"b', ':x', '%_*'])(
    'takes %s for a word',
    (text) => expect(bodies(text)).toEqual([{ kind: 'text', excluded: false, text, quoted: false }]),
  );

  it.each([
    ['statsu:overdue', 'No token is called statsu. Did you mean status?'],
    ['owner:ana', 'No token is called owner. Put it in quotes to look for this text.'],
    ['env:prod', 'env: does not know “prod”. Did you mean production?'],
    [
      'env:ci,moon',
      'env: does not know “moon”. It takes production, staging, development, ci or unassigned.',
    ],
    ['env:', 'env: needs a value: production, staging, development, ci or unassigned.'],
    ['by:', 'by: needs a text to look for.'],
    ['can:flly', 'can: does not know “flly”. It takes read-data, write-data, annotate,'],
    ['ws:"acme', 'A quote is opened and not closed. Add a " at the end.'],
    ['"acme', 'A quote is opened and not closed. Add a " at the end.'],
    ['due:soon', 'due: compares days. Write it like due:<14d or due:<30d or due:<0d.'],
    ['due:<14d,<3d', 'due: compares days.'],
    ['created:<2026-02-30', '2026-02-30 is not a day of the calendar.'],
    ['unused:>2026-01-01', 'unused: counts days. Write it like unused:>90d or unused:>30d.'],
  ])('%s is wrong, with the reason', (text, reason) => {
    expect(problem(text)).toContain(reason);
    const rest = bodies(`one ${text}`);
    expect(rest).toHaveLength(2);
    expect(rest[0]).toMatchObject({ kind: 'text', text: 'one' });
  });

  it('prints what reads the same again', () => {
    expect(printSearch(parseSearch('  ENV:CI   -"a ""b"  ws:"x y",z due:=3d Statsu:a '))).toBe(
      'env:ci -"a ""b" ws:"x y",z due:3d Statsu:a',
    );
    let kinds = new Set<string>();
    fc.assert(
      fc.property(searchText(['Acme Vision zoë@factory.example', 'line-4 "x"']), (text) => {
        const read = bodies(text);
        kinds = new Set([...kinds, ...read.map(({ kind }) => kind)]);
        const printed = printSearch(parseSearch(text));
        expect(bodies(printed)).toEqual(read);
        expect(printSearch(parseSearch(printed))).toBe(printed);
      }),
      { numRuns: 10_000 },
    );
    expect(kinds).toEqual(new Set(['text', 'list', 'day', 'wrong']));
  });
});
