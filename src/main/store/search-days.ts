/** Tokens that compare days as SQL. A key whose day is not known matches none of them. */
import type { Environment } from '#shared/domain/environment.ts';
import type { LastUsed } from '#shared/domain/key.ts';
import { dueSoonDays, rotationDays, statusesThatFallDue } from '#shared/domain/rotation-policy.ts';
import { dateOf, dueRange, pastRange, type TimeRange } from '#shared/domain/search/days.ts';
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

const dueStatuses = oneOf(
  'k.status_order',
  statusOrder.flatMap((status, order) => (statusesThatFallDue.has(status) ? [order] : [])),
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
 * Of spans of days that follow each other, the position of the one in which a key is due. `starts` are their first
 * days, ascending; the key must be due on one of them or later.
 */
export function dueSpan(starts: readonly number[], today: number): Condition {
  const ways = environmentOrder.flatMap((environment: Environment, order) => {
    const rotation = rotationDays[environment];
    if (rotation === null) return [];
    const edges = starts.map(
      (day) => dueRange({ operator: '>=', amount: { date: dateOf(day) } }, today, rotation).from ?? 0,
    );
    const span = spanAt('k.created_order', edges, 0, edges.length - 1);
    return [{ shape: `WHEN ? THEN ${span.shape}`, values: [order, ...span.values] }];
  });
  return {
    shape: `CASE k.environment_order ${ways.map(({ shape }) => shape).join(' ')} END`,
    values: ways.flatMap(({ values }) => values),
  };
}

/** Halving finds one of 26 weeks with five comparisons for each key. */
function spanAt(column: string, edges: readonly number[], first: number, last: number): Condition {
  if (first === last) return { shape: String(first), values: [] };
  const middle = Math.ceil((first + last) / 2);
  const below = spanAt(column, edges, first, middle - 1);
  const above = spanAt(column, edges, middle, last);
  return {
    shape: `CASE WHEN ${column} < ? THEN ${below.shape} ELSE ${above.shape} END`,
    values: [edges[middle] ?? 0, ...below.values, ...above.values],
  };
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
