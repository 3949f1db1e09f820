/** Cuts the text of a search into its pieces: words, quoted phrases, and `name:value` with its values apart. */
import { roboflowSections } from '../roboflow-scopes.ts';
import type { Range } from './term.ts';

type PieceBody =
  | { kind: 'text'; text: string; quoted: boolean }
  | { kind: 'token'; name: string; values: readonly string[] };

export type Piece = PieceBody & {
  range: Range;
  excluded: boolean;
  /** Whether every quote that opens is closed; one that is not takes all the text after it. */
  closed: boolean;
};

/** Scopes may be typed without their token: `model:infer` is a word to look for. */
const scopeSections: ReadonlySet<string> = new Set(roboflowSections.map(({ id }) => id));

export function scan(text: string): Piece[] {
  const pieces: Piece[] = [];
  let position = 0;
  for (;;) {
    while (position < text.length && isSpace(text, position)) position += 1;
    if (position >= text.length) return pieces;
    const piece = pieceAt(text, position);
    pieces.push(piece);
    position = piece.range.to;
  }
}

function pieceAt(text: string, from: number): Piece {
  // A minus alone excludes nothing: it is a word.
  const excluded = text[from] === '-' && from + 1 < text.length && !isSpace(text, from + 1);
  const start = excluded ? from + 1 : from;
  if (text[start] === '"') {
    const { value, end, closed } = quotedAt(text, start);
    return { kind: 'text', text: value, quoted: true, excluded, closed, range: { from, to: end } };
  }
  const name = tokenNameAt(text, start);
  if (name !== null) {
    const { values, end, closed } = valuesAt(text, start + name.length + 1);
    return { kind: 'token', name: name.toLowerCase(), values, excluded, closed, range: { from, to: end } };
  }
  const end = bareEnd(text, start, false);
  return {
    kind: 'text',
    text: text.slice(start, end),
    quoted: false,
    excluded,
    closed: true,
    range: { from, to: end },
  };
}

function tokenNameAt(text: string, start: number): string | null {
  const name = /^([a-z][a-z-]*):/i.exec(text.slice(start))?.[1];
  return name === undefined || scopeSections.has(name.toLowerCase()) ? null : name;
}

function valuesAt(text: string, start: number): { values: string[]; end: number; closed: boolean } {
  const values: string[] = [];
  let end = start;
  for (;;) {
    const quoted = text[end] === '"' ? quotedAt(text, end) : { value: '', end, closed: true };
    end = bareEnd(text, quoted.end, true);
    values.push(quoted.value + text.slice(quoted.end, end));
    if (text[end] !== ',')
      return { values: values.filter((value) => value !== ''), end, closed: quoted.closed };
    end += 1;
  }
}

/** From an opening quote to the closing one; two quotes inside stand for one. */
function quotedAt(text: string, start: number): { value: string; end: number; closed: boolean } {
  let value = '';
  for (let position = start + 1; position < text.length; position += 1) {
    if (text[position] !== '"') value += text[position];
    else if (text[position + 1] === '"') {
      value += '"';
      position += 1;
    } else return { value, end: position + 1, closed: true };
  }
  return { value, end: text.length, closed: false };
}

function bareEnd(text: string, start: number, commaEnds: boolean): number {
  let end = start;
  while (end < text.length && !isSpace(text, end) && !(commaEnds && text[end] === ',')) end += 1;
  return end;
}

function isSpace(text: string, position: number): boolean {
  return /\s/.test(text[position] ?? '');
}
