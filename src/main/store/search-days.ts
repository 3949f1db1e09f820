/** Tokens that compare days as SQL. A key whose day is not known matches none of them. */
import type { LastUsed } from '#shared/domain/key.ts';
import { aheadDay, pastRange, type TimeRange } from '#shared/domain/search/days.ts';
import type { DayTerm } from '#shared/domain/search/term.ts';
import { dueDay } from './due-day.ts';
import { lastUsedOrder } from './key-index.ts';
import { allOf, anyOf, type Condition } from './search-conditions.ts';

export function dayCondition(term: DayTerm, today: number): Condition {
  switch (term.token) {
    case 'created':
      return within('k.created_order', pastRange(term, today));
    case 'due':
      return dueCondition(term, today);
    case 'unused':
      return unusedCondition(pastRange(term, today));
  }
}

function dueCondition({ operator, amount }: DayTerm, today: number): Condition {
  const { shape, values } = dueDay(today);
  return { shape: `${shape} ${operator} ?`, values: [...values, aheadDay(amount, today)] };
}

/**
 * Only keys whose platform reports last use can be called unused. One that was never used counts from its creation:
 * a key made yesterday is not idle yet.
 */
function unusedCondition(range: TimeRange): Condition {
  const kind = (wanted: LastUsed['kind']): Condition => ({
    shape: 'k.last_used_kind = ?',
    values: [lastUsedOrder.indexOf(wanted)],
  });
  return anyOf([
    allOf([kind('at'), within('k.last_used_order', range)]),
    allOf([kind('never'), within('k.created_order', range)]),
  ]);
}

/** `column` holds milliseconds since 1970. */
function within(column: string, { from, before }: TimeRange): Condition {
  const sides: Condition[] = [];
  if (from !== null) sides.push({ shape: `${column} >= ?`, values: [from] });
  if (before !== null) sides.push({ shape: `${column} < ?`, values: [before] });
  return allOf(sides);
}
