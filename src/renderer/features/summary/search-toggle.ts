/** Puts the tokens of a figure into a search, or takes them out of it; the rest of the search stays as it was typed. */
import { parseSearch } from '#shared/domain/search/parse.ts';
import { printSearch } from '#shared/domain/search/print.ts';

/** The terms of a search, each in its one spelling and with its place in the text. */
function spelled(search: string) {
  return parseSearch(search).map((term) => ({ text: printSearch([term]), range: term.range }));
}

/** Whether the search holds every token of `tokens`, in any order and between any others. */
export function holds(search: string, tokens: string): boolean {
  const texts = new Set(spelled(search).map(({ text }) => text));
  return spelled(tokens).every(({ text }) => texts.has(text));
}

export function without(search: string, tokens: string): string {
  const unwanted = new Set(spelled(tokens).map(({ text }) => text));
  const cuts = spelled(search).filter(({ text }) => unwanted.has(text));
  let left = '';
  let end = 0;
  for (const { range } of cuts) {
    left += search.slice(end, range.from);
    // With the space after it, so that no gap stays behind.
    end = range.to + (/^\s*/.exec(search.slice(range.to))?.[0].length ?? 0);
  }
  // At its end the space before goes as well; elsewhere it may stand in a quote that is still open.
  return end === search.length ? left.trimEnd() : left + search.slice(end);
}

/** In front of what is typed: behind it they could stand inside a quote that is still open. */
function withTokens(search: string, tokens: string): string {
  return [tokens, search.trimStart()].filter(Boolean).join(' ');
}

/** The tokens but for those that any of `others` has as well. */
function butThoseOf(tokens: string, others: readonly string[]): string {
  const texts = new Set(others.flatMap((other) => spelled(other).map(({ text }) => text)));
  return spelled(tokens)
    .map(({ text }) => text)
    .filter((text) => !texts.has(text))
    .join(' ');
}

/**
 * What a press on a figure makes of the search. `instead`: tokens of figures that never hold together with this one,
 * such as another week; they give way to it. `beside`: those of figures that can hold together with it: a token that both
 * have stands there once, and stays as long as one of them holds.
 */
export function toggled(
  search: string,
  tokens: string,
  instead: readonly string[],
  beside: readonly string[] = [],
): string {
  const held = beside.filter((other) => other !== tokens && holds(search, other));
  if (holds(search, tokens)) return without(search, butThoseOf(tokens, held));
  const cleared = instead
    .filter((other) => other !== tokens && holds(search, other))
    .reduce((rest, other) => without(rest, other), search);
  return withTokens(cleared, butThoseOf(tokens, held));
}
