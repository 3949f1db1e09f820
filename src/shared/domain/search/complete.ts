/** What the token at the caret may become: names of tokens first, then the values of the one that is named. */
import { roboflowSections } from '../roboflow-scopes.ts';
import { printValue } from './print.ts';
import { scan } from './scan.ts';
import type { ListToken, Range } from './term.ts';
import { allowedValues, dayExamples, isDayToken, isListToken, tokenHints, tokenNames } from './tokens.ts';

/** `insert` takes the place of the range; `hint` says what it stands for, where that is not plain. */
export type Suggestion = { insert: string; hint: string };
export type Completion = { range: Range; suggestions: readonly Suggestion[] };

/** What a search can name that no catalogue knows. */
export type SearchWorld = { workspaces: readonly { slug: string; name: string }[] };

/** More than the eye takes in at once helps nobody: typing on shortens the list. */
const mostSuggestions = 8;

/** Null where there is nothing to suggest: away from the end of a term, in a phrase, or when a value is complete. */
export function completeSearch(text: string, caret: number, world: SearchWorld): Completion | null {
  const piece = scan(text).find(({ range }) => range.to === caret);
  if (!piece) return null;
  const start = piece.range.from + (piece.excluded ? 1 : 0);
  if (piece.kind === 'text') return piece.quoted ? null : names(piece.text, { from: start, to: caret });
  const typed = text.slice(start + piece.name.length + 1, caret);
  const from = caret - typed.length + lastItemAt(typed);
  const item = text.slice(from, caret).replaceAll('"', '').toLowerCase();
  return completion({ from, to: caret }, item, valuesOf(piece.name, world));
}

function names(typed: string, range: Range): Completion | null {
  const wanted = typed.toLowerCase();
  const suggestions = tokenNames
    .filter((name) => name.startsWith(wanted))
    .map((name) => ({ insert: `${name}:`, hint: tokenHints[name] }));
  return suggestions.length > 0 ? { range, suggestions } : null;
}

/** Where the last item of a list starts; a comma in quotes is part of its item. */
function lastItemAt(typed: string): number {
  let from = 0;
  let quoted = false;
  for (const [index, letter] of typed.split('').entries()) {
    if (letter === '"') quoted = !quoted;
    else if (letter === ',' && !quoted) from = index + 1;
  }
  return from;
}

type Value = Suggestion & { found: readonly string[] };

const plain = (value: string): Value => ({ insert: printValue(value), hint: '', found: [value] });
const scopes = roboflowSections.flatMap(({ leaves }) => leaves);

function valuesOf(name: string, { workspaces }: SearchWorld): readonly Value[] {
  if (isDayToken(name)) return dayExamples[name].map(plain);
  if (!isListToken(name)) return [];
  return openValues(name, workspaces) ?? (allowedValues[name] ?? []).map(plain);
}

/** Values of the tokens that take any text, as far as they are known. */
function openValues(name: ListToken, workspaces: SearchWorld['workspaces']): Value[] | null {
  if (name === 'ws')
    return workspaces.map(({ slug, name: label }) => ({
      insert: printValue(slug),
      hint: label,
      found: [slug, label],
    }));
  if (name === 'scope')
    return scopes.map(({ scope, verb, object }) => ({
      insert: scope,
      hint: `${verb} ${object}`,
      found: [scope],
    }));
  return null;
}

function completion(range: Range, item: string, values: readonly Value[]): Completion | null {
  const rank = ({ found }: Value) => Math.min(...found.map((text) => place(text.toLowerCase(), item)));
  const ranked = values.map((value) => ({ value, at: rank(value) })).filter(({ at }) => at < absent);
  if (ranked.length === 0 || ranked.some(({ value }) => value.insert.toLowerCase() === item)) return null;
  // Sorting keeps the order of equals: what starts like it comes first, else the values' own order holds.
  const suggestions = ranked
    .sort((a, b) => a.at - b.at)
    .slice(0, mostSuggestions)
    .map(({ value: { insert, hint } }) => ({ insert, hint }));
  return { range, suggestions };
}

const absent = 2;

function place(text: string, item: string): number {
  if (text.startsWith(item)) return 0;
  return text.includes(item) ? 1 : absent;
}
