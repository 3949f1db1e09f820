/** Tokens that compare days as SQL. A key whose day is not known matches none of them. */
import type { Environment } from '#shared/domain/environment.ts';
import type { KeyStatus, LastUsed } from '#shared/domain/key.ts';
import { dueSoonDays, rotationDays } from '#shared/domain/rotation-policy.ts';
import { dueRange, pastRange, type TimeRange } from '#shared/domain/search/days.ts';
import type { DayTerm } from '#shared/domain/search/term.ts';
import { environmentOrder, lastUsedOrder, statusOrder } from './key-index.ts';
import { allOf, anyOf, type Condition, oneOf } from './search-conditions.ts';

export function dayCondition(term: DayTerm, today: number): Condition {
  switch (term.token) {
    case 'created':
      return within('k.created_order', pastRange(term, today));
    case 'due':
      return dueCondition(today, [term]);
    case 'unused':
      return unusedCondition(pastRange(term, today));
  }
}

type DueBound = Pick<DayTerm, 'operator' | 'amount'>;

export function overdueCondition(today: number): Condition {
  return dueCondition(today, [{ operator: '<', amount: { days: 0 } }]);
}

export function dueSoonCondition(today: number): Condition {
  return dueCondition(today, [
    { operator: '>=', amount: { days: 0 } },
    { operator: '<=', amount: { days: dueSoonDays } },
  ]);
}

/** What is disabled opens nothing and what has vanished is gone: neither can fall due. */
const canBeDue: ReadonlySet<KeyStatus> = new Set(['active', 'protected']);
const dueStatuses = oneOf(
  'k.status_order',
  statusOrder.flatMap((status, order) => (canBeDue.has(status) ? [order] : [])),
);

function dueCondition(today: number, bounds: readonly DueBound[]): Condition {
  const ways = environmentOrder.flatMap((environment: Environment, order) => {
    const rotation = rotationDays[environment];
    if (rotation === null) return [];
    const ranges = bounds.map((bound) => within('k.created_order', dueRange(bound, today, rotation)));
    return [allOf([{ shape: 'k.environment_order = ?', values: [order] }, ...ranges])];
  });
  return allOf([dueStatuses, anyOf(ways)]);
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
