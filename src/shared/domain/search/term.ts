/** What a search is made of, once it has been read. */

/** Tokens that take a list of values; a comma between them means *or*. */
export const listTokens = ['env', 'ws', 'platform', 'scope', 'can', 'by', 'status', 'is'] as const;
/** Tokens that compare a day. */
export const dayTokens = ['created', 'due', 'unused'] as const;

export type ListToken = (typeof listTokens)[number];
export type DayToken = (typeof dayTokens)[number];
export type TokenName = ListToken | DayToken;

export type Operator = '<' | '<=' | '=' | '>=' | '>';

/** A number of days (before today for `created` and `unused`, ahead for `due`), or a date as `2026-01-31`. */
export type DayAmount = { days: number } | { date: string };

/** Where a term stands in the text, as string positions; `to` is the position after it. */
export type Range = { from: number; to: number };

export type TextTerm = { kind: 'text'; excluded: boolean; text: string; quoted: boolean };
export type ListTerm = { kind: 'list'; excluded: boolean; token: ListToken; values: readonly string[] };
export type DayTerm = {
  kind: 'day';
  excluded: boolean;
  token: DayToken;
  operator: Operator;
  amount: DayAmount;
};
/** Left out of the filter. `problem` is a sentence that says what is wrong and what would be right. */
export type WrongTerm = { kind: 'wrong'; source: string; problem: string };

export type Term = (TextTerm | ListTerm | DayTerm | WrongTerm) & { range: Range };
