import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completeSearch } from '#shared/domain/search/complete.ts';
import { parseSearch } from '#shared/domain/search/parse.ts';
import { searchText } from '../../../support/search-text.ts';

const world = {
  workspaces: [
    { slug: 'acme-vision', name: 'Acme Vision' },
    { slug: 'orchard', name: 'Vision Orchard' },
    { slug: 'two words', name: 'Odd' },
  ],
};
const inserts = (text: string, caret = text.length) =>
  completeSearch(text, caret, world)?.suggestions.map(({ insert }) => insert) ?? null;

describe('completing a search', () => {
  it.each<[string, string[] | null]>([
    ['', null],
    ['c', ['can:', 'created:']],
    ['line -St', ['status:']],
    ['nightly', null],
    ['"c', null],
    ['env:', ['production', 'staging', 'development', 'ci', 'unassigned']],
    ['env:st', ['staging']],
    ['env:staging', null],
    ['env:staging,p', ['production', 'development']],
    ['-platform:', ['roboflow', 'datature-vi', 'workspace-keys']],
    ['ws:vis', ['orchard', 'acme-vision']],
    ['ws:"two', ['"two words"']],
    [
      'ws:"a,b",o',
      ['orchard', 'two words', 'acme-vision'].map((slug) => (slug.includes(' ') ? `"${slug}"` : slug)),
    ],
    ['scope:model:', ['model:infer', 'model:deploy', 'model:manage']],
    ['due:', ['<14d', '<30d', '<0d']],
    ['by:a', null],
    ['x:', null],
  ])('%j offers %j', (text, expected) => expect(inserts(text)).toEqual(expected));

  it('completes the term that ends at the caret, and its last item only', () => {
    expect(completeSearch('env:ci,pr nightly', 9, world)?.range).toEqual({ from: 7, to: 9 });
    expect(inserts('env:ci nightly', 3)).toBeNull();
  });

  it('what is taken for a value is right', () => {
    fc.assert(
      fc.property(searchText(['env:pro', 'can:de', 'is:', 'ws:"t']), (text) => {
        const offered = completeSearch(text, text.length, world);
        for (const { insert } of offered?.suggestions ?? []) {
          const taken = text.slice(0, offered?.range.from) + insert;
          const last = parseSearch(taken).at(-1);
          // A name alone still waits for its value, and an item before it may be wrong.
          if (!insert.endsWith(':') && !taken.slice(last?.range.from).includes(','))
            expect(last?.kind).not.toBe('wrong');
        }
      }),
      { numRuns: 2000 },
    );
  });
});
