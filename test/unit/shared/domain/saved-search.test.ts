import { describe, expect, it } from 'vitest';
import { comparableName, keptSearch, longestSearchName, suggestedName } from '#shared/domain/saved-search.ts';

describe('a search to be kept', () => {
  it.each([
    ['  IS:Full-Access   uploader ', 'is:full-access uploader'],
    ['due:=14d', 'due:14d'],
    ['"two  words"', '"two  words"'],
  ])('%j has one spelling', (search, kept) => {
    expect(keptSearch(search)).toBe(kept);
    expect(keptSearch(kept)).toBe(kept);
  });

  it.each(['', '   ', 'statsu:overdue', 'status:overdue "open', 'env:'])('%j is none', (search) =>
    expect(keptSearch(search)).toBeNull(),
  );

  it('is called by what it says, as far as a name goes', () => {
    expect(suggestedName(' status:Overdue  ws:acme')).toBe('status:overdue ws:acme');
    const long = suggestedName('uploader '.repeat(40));
    expect(long).toHaveLength(longestSearchName);
    expect(long.endsWith('…')).toBe(true);
  });

  it('has a name that people would read as the same', () => {
    expect(comparableName(' CAFÉ ')).toBe(comparableName('cafe\u0301'));
    expect(comparableName('a b')).not.toBe(comparableName('ab'));
  });
});
