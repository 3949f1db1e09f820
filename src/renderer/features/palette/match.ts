/** Which entries fit the words typed, best first. */

export type Matchable = {
  label: string;
  /** More words that find it, though they are not on screen. */
  also?: string;
};

/**
 * The entries that hold every word, in any order and without regard to case or accents; all of them for no words.
 * Those where every word begins one come before those where some stand only inside of another word; the order is
 * kept otherwise. Of the label and the words beside it the label counts first.
 */
export function matching<Item extends Matchable>(typed: string, items: readonly Item[]): Item[] {
  const words = wordsOf(typed);
  if (words.length === 0) return [...items];
  return items
    .map((item) => ({ item, rank: rankOf(words, item) }))
    .filter(({ rank }) => rank !== null)
    .sort((one, other) => (one.rank ?? 0) - (other.rank ?? 0))
    .map(({ item }) => item);
}

/** 0 to 3, the lower the better; null where a word is missing. */
function rankOf(words: readonly string[], { label, also = '' }: Matchable): number | null {
  const title = plain(label);
  const everything = `${title} ${plain(also)}`;
  if (words.every((word) => beginsWord(title, word))) return 0;
  if (words.every((word) => beginsWord(everything, word))) return 1;
  if (words.every((word) => title.includes(word))) return 2;
  return words.every((word) => everything.includes(word)) ? 3 : null;
}

/** Words begin after anything that is neither a letter nor a digit, so that "uploader" begins one in "line4-uploader". */
function beginsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1))) return true;
  }
  return false;
}

function wordsOf(typed: string): string[] {
  return plain(typed).split(/\s+/).filter(Boolean);
}

/** Small letters without accents. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
