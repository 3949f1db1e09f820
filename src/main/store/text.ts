/** Texts as search and sorting compare them. Both sides of a comparison must come through the same function. */

/** Letters that Unicode gives no decomposition, and what people without them on the keyboard type. */
const plainLetters: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ς: 'σ',
  '\0': ' ',
};

/** The marks of Latin, Greek and Cyrillic letters. Those of other scripts are letters to their readers and stay. */
const diacritics = /[\u0300-\u036f]/g;

/**
 * Letter case and diacritics taken off, NUL (which would end the text inside SQLite) made a space, so that
 * `Łódź` is found by `lodz`.
 */
export function fold(text: string): string {
  return (
    text
      .toWellFormed()
      .normalize('NFKD')
      .replace(diacritics, '')
      .toLowerCase()
      // Lower case writes sigma by its place in the word, so the table makes one letter of both.
      .replace(/[łøđıßæœς\0]/g, (letter) => plainLetters[letter] ?? letter)
  );
}

/** The words of a search, folded, each once. */
export function searchWords(search: string): string[] {
  return [...new Set(fold(search).split(/\s+/u))].filter((word) => word !== '');
}

/** A text to be found as it stands, folded. On one line, since what a key is found by has a line for each field. */
export function searchPhrase(text: string): string {
  return fold(text).replace(/[\n\r]/g, ' ');
}

/** A number's length goes before its digits, so that plain text order puts `line 9` before `line 10`. */
export function naturalOrder(text: string): string {
  return fold(text)
    .trim()
    .replace(/\d+/g, (digits) => {
      const number = digits.replace(/^0+(?=\d)/, '');
      return `${String(number.length).padStart(4, '0')}${number}`;
    });
}
