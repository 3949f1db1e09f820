/** The free fields that a new key is given, as texts: the same rules in the window (while typing) and in main. */
import { holdsSecret } from './key-name.ts';
import { latchkeyFieldName } from './latchkey-field.ts';

/** Ours: no platform publishes limits. Lengths in characters as people count them. */
export const metadataLimits = { fields: 50, name: 100, value: 500 } as const;

export type MetadataRow = { name: string; value: string };

/** Without white space around names and values, and without rows in which nothing was typed. */
export function metadataRows(rows: readonly MetadataRow[]): MetadataRow[] {
  return rows
    .map(({ name, value }) => ({ name: name.trim(), value: value.trim() }))
    .filter(({ name, value }) => name !== '' || value !== '');
}

/** The first thing that is wrong with the rows, as a sentence to show beside them; null where nothing is. */
export function metadataProblem(rows: readonly MetadataRow[]): string | null {
  const typed = metadataRows(rows);
  if (typed.length > metadataLimits.fields)
    return `${typed.length} fields; ${metadataLimits.fields} are allowed.`;
  const names = new Set<string>();
  for (const { name, value } of typed) {
    if (name === '') return `The value ${quoted(value)} needs the name of its field.`;
    if (names.has(name)) return `There are two fields ${quoted(name)}.`;
    names.add(name);
    if (name === latchkeyFieldName)
      return 'The field “latchkey” is kept for the details that Latchkey writes into keys.';
    const problem = textProblem(`The name ${quoted(name)}`, name, metadataLimits.name);
    const inValue = textProblem(`The value of ${quoted(name)}`, value, metadataLimits.value);
    if (problem ?? inValue) return problem ?? inValue;
  }
  return null;
}

function textProblem(subject: string, text: string, limit: number): string | null {
  const length = [...text].length;
  if (length > limit) return `${subject} has ${length} characters; ${limit} are allowed.`;
  if (/\p{Cc}/u.test(text)) return `${subject} holds a line break or another control character.`;
  if (/[\u202a-\u202e\u2066-\u2069]/u.test(text)) return `${subject} holds an invisible character.`;
  return holdsSecret(text) ? 'This looks like a secret. Metadata can be read by others.' : null;
}

const longestQuote = 24;

function quoted(text: string): string {
  const letters = [...text];
  return `“${letters.length > longestQuote ? `${letters.slice(0, longestQuote).join('')}…` : text}”`;
}
