/** When keys are due, as SQL over `key_index AS k` to sort by; which of them are is search-days.ts. */
import { rotationDays, statusesThatFallDue } from '#shared/domain/rotation-policy.ts';
import { environmentOrder, statusOrder } from './key-index.ts';
import type { Condition } from './search-conditions.ts';
import { dueSoonCondition, overdueCondition } from './search-days.ts';

const millisecondsPerDay = 86_400_000;

const statuses = statusOrder.flatMap((status, order) => (statusesThatFallDue.has(status) ? [order] : []));
const policies = environmentOrder.flatMap((environment, order) => {
  const days = rotationDays[environment];
  return days === null ? [] : [`WHEN ${order} THEN ${days * millisecondsPerDay}`];
});

/**
 * The moment a key is due in milliseconds since 1970, NULL where it never is. Moments and not days: on the day a clock
 * changes two of them can be an hour apart where the calendar has them side by side.
 */
export const dueOrder = `CASE WHEN k.status_order IN (${statuses.join(', ')}) THEN k.created_order + CASE k.environment_order ${policies.join(' ')} END END`;

/** 0 for an overdue key, 1 for one that is due soon, 2 for all others. */
export function urgencyOrder(today: number): Condition {
  const [overdue, dueSoon] = [overdueCondition(today), dueSoonCondition(today)];
  return {
    shape: `CASE WHEN ${overdue.shape} THEN 0 WHEN ${dueSoon.shape} THEN 1 ELSE 2 END`,
    values: [...overdue.values, ...dueSoon.values],
  };
}
