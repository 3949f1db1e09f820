/**
 * Reads the text of a search. Nothing in it is ever refused as a whole: a token that is wrong says why and is left out,
 * and the rest still filters. Days stay as they were typed; what they mean today is for whoever filters.
 */
import { isRealDate } from './days.ts';
import { nearest } from './nearest.ts';
import { type Piece, scan } from './scan.ts';
import type { DayAmount, DayToken, ListToken, Operator, Term } from './term.ts';
import { allowedValues, dayExamples, isDayToken, isListToken, tokenNames } from './tokens.ts';

type TermBody = Term extends infer Each ? (Each extends Term ? Omit<Each, 'range'> : never) : never;
type TokenPiece = Extract<Piece, { kind: 'token' }>;

/** The terms in the order of the text. A key must match all that are not wrong. */
export function parseSearch(text: string): Term[] {
  return scan(text).map((piece) => {
    const { from, to } = piece.range;
    return { ...bodyOf(piece, text.slice(from, to)), range: piece.range };
  });
}

function bodyOf(piece: Piece, source: string): TermBody {
  const wrong = (problem: string): TermBody => ({ kind: 'wrong', source, problem });
  if (!piece.closed) return wrong('A quote is opened and not closed. Add a " at the end.');
  if (piece.kind === 'text') {
    const { excluded, text, quoted } = piece;
    return { kind: 'text', excluded, text, quoted };
  }
  if (isListToken(piece.name)) return listTerm(piece, piece.name, wrong);
  if (isDayToken(piece.name)) return dayTerm(piece, piece.name, wrong);
  const near = nearest(piece.name, tokenNames);
  const hint = near ? `Did you mean ${near}?` : 'Put it in quotes to look for this text.';
  return wrong(`No token is called ${piece.name}. ${hint}`);
}

function listTerm(
  { excluded, values: typed }: TokenPiece,
  token: ListToken,
  wrong: (problem: string) => TermBody,
): TermBody {
  const allowed = allowedValues[token];
  if (typed.length === 0)
    return wrong(
      allowed ? `${token}: needs a value: ${listOf(allowed)}.` : `${token}: needs a text to look for.`,
    );
  if (!allowed) return { kind: 'list', excluded, token, values: typed };
  const values = typed.map((value) => value.toLowerCase());
  const unknown = values.find((value) => !allowed.includes(value));
  if (unknown === undefined) return { kind: 'list', excluded, token, values };
  const near = nearest(unknown, allowed);
  const hint = near ? `Did you mean ${near}?` : `It takes ${listOf(allowed)}.`;
  return wrong(`${token}: does not know “${unknown}”. ${hint}`);
}

/** So that a sentence stays one. */
const mostListed = 8;

function listOf(values: readonly string[]): string {
  if (values.length > mostListed) return `${values.slice(0, mostListed).join(', ')} and others`;
  return `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`;
}

const dayPattern = /^(<=|>=|<|>|=)?(?:(\d{1,5})d|(\d{4}-\d{2}-\d{2}))$/i;

function dayTerm(
  { excluded, values }: TokenPiece,
  token: DayToken,
  wrong: (problem: string) => TermBody,
): TermBody {
  const examples = dayExamples[token].map((value) => `${token}:${value}`);
  const [, operator = '=', days, date] = (values.length === 1 && dayPattern.exec(values[0] ?? '')) || [];
  if (date !== undefined && token === 'unused')
    return wrong(`unused: counts days. Write it like ${examples.join(' or ')}.`);
  if (date !== undefined && !isRealDate(date))
    return wrong(`${date} is not a day of the calendar. Write year, month, day, like 2026-01-31.`);
  const amount: DayAmount | null = days ? { days: Number(days) } : date ? { date } : null;
  if (!amount) return wrong(`${token}: compares days. Write it like ${examples.join(' or ')}.`);
  return { kind: 'day', excluded, token, operator: operator as Operator, amount };
}
