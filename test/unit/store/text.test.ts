import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, naturalOrder, searchWords } from '../../../src/main/store/text.ts';

describe('fold', () => {
  it.each([
    ['Łódź Café', 'lodz cafe'],
    ['İSTANBUL ırmak', 'istanbul irmak'],
    ['ΟΔΟΣ Σ', 'οδοσ σ'],
    ['Straße Ørsted Æther', 'strasse orsted aether'],
    ['ﬁne Ｗｉｄｅ ①', 'fine wide 1'],
    ['が か', 'が か'.normalize('NFKD')],
    ['a\0b', 'a b'],
    ['\ud83d', '\ufffd'],
  ])('%j becomes %j', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('finds every part of a text in letters that have case or diacritics', () => {
    const letter = fc.constantFrom(...'aAéÉßẞłŁøØİıiIΣσςΑάçÇñ 0"%_*:-.');
    fc.assert(
      fc.property(fc.array(letter), fc.nat(40), fc.nat(40), (letters, start, length) => {
        const part = letters.slice(start, start + length).join('');
        expect(fold(letters.join(''))).toContain(fold(part));
      }),
    );
  });

  it('does not change what is folded already', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });
});

describe('searchWords', () => {
  it('splits at any white space, folds, and names each word once', () => {
    expect(searchWords('  Line\t4 LINE\u00a0dépôt\n')).toEqual(['line', '4', 'depot']);
    expect(searchWords(' \0 ')).toEqual([]);
  });
});

describe('naturalOrder', () => {
  const sorted = (names: string[]) => names.toSorted((a, b) => (naturalOrder(a) < naturalOrder(b) ? -1 : 1));

  it('puts numbers in order of their size, wherever they stand, without regard to letter case', () => {
    expect(sorted(['Line 10', 'line 9', 'LINE 2b', 'line 2', 'Linen', '12 monkeys', '7 dwarfs'])).toEqual([
      '7 dwarfs',
      '12 monkeys',
      'line 2',
      'LINE 2b',
      'line 9',
      'Line 10',
      'Linen',
    ]);
  });

  it('takes leading zeros for nothing, and numbers of any length', () => {
    expect(naturalOrder('k 007')).toBe(naturalOrder('k 7'));
    expect(sorted([`k ${'9'.repeat(30)}`, `k 1${'0'.repeat(30)}`])[0]).toBe(`k ${'9'.repeat(30)}`);
  });

  it('orders any two whole numbers as numbers', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.maxSafeNat(), (a, b) => {
        expect(naturalOrder(`v${a}`) < naturalOrder(`v${b}`)).toBe(a < b);
      }),
    );
  });
});
