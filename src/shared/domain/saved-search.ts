/** What can be kept as a saved search, and what it is called until somebody says otherwise. */
import { parseSearch } from './search/parse.ts';
import { printSearch } from './search/print.ts';

/** Letters in the name of a saved search; the sidebar shows about 25 of them. */
export const longestSearchName = 80;

/**
 * The search in its one spelling, in which equal searches are equal texts. Null where there is nothing to keep: no
 * term, or one that is wrong, since what it was meant to say is not known.
 */
export function keptSearch(search: string): string | null {
  const terms = parseSearch(search);
  if (terms.length === 0 || terms.some(({ kind }) => kind === 'wrong')) return null;
  return printSearch(terms);
}

/** Names are equal when people would read them as equal. */
export function comparableName(name: string): string {
  return name.trim().normalize('NFC').toLowerCase();
}

/** The search itself says best what it finds. */
export function suggestedName(search: string): string {
  const text = keptSearch(search) ?? search.trim();
  return text.length <= longestSearchName ? text : `${text.slice(0, longestSearchName - 1).trimEnd()}…`;
}
