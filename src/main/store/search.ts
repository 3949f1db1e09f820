/** A search as SQL: one condition for each of its terms, all values bound. */
import { parseSearch } from '#shared/domain/search/parse.ts';
import type { Term } from '#shared/domain/search/term.ts';
import { type Condition, noneOf } from './search-conditions.ts';
import { dayCondition } from './search-days.ts';
import { listCondition } from './search-lists.ts';
import { textCondition } from './search-text.ts';
import type { Sql } from './sql.ts';

/**
 * A key matches when all of these hold; there are none for a search without words. Wrong tokens count as not typed.
 * `today` is the day as `dayOf` has it.
 */
export function searchConditions(sql: Sql, search: string, today: number): Condition[] {
  return parseSearch(search).flatMap((term) => {
    if (term.kind === 'wrong') return [];
    const condition = conditionOf(sql, term, today);
    if (!condition) return [];
    return [term.excluded ? noneOf(condition) : condition];
  });
}

function conditionOf(sql: Sql, term: Exclude<Term, { kind: 'wrong' }>, today: number): Condition | null {
  switch (term.kind) {
    case 'text':
      return textCondition(sql, term);
    case 'list':
      return listCondition(sql, term, today);
    case 'day':
      return dayCondition(term, today);
  }
}
