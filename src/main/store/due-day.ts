/** When keys are due, as SQL over `key_index AS k`: the rule of `shared/domain/rotation-due.ts`, to sort and to search by. */
import { dueSoonDays, lateShare, mostLateDays, statusesThatFallDue } from '#shared/domain/rotation-policy.ts';
import { statusOrder } from './key-index.ts';
import { localDay } from './local-days.ts';
import type { Condition } from './search-conditions.ts';

/** A number as SQL, and the values bound in it. */
export type Expression = Condition;

const fallsDue = `k.status_order IN (${statusOrder
  .flatMap((status, order) => (statusesThatFallDue.has(status) ? [order] : []))
  .join(', ')})`;

/** Few are, so that they are looked up once for a statement. */
const inRun = `k.seq IN (SELECT keys.seq FROM rotation_runs AS r
  CROSS JOIN keys ON keys.id IN (r.old_key_id, r.twin_key_id) WHERE r.ended_at IS NULL)`;

/**
 * The day a key is due as `dayOf` gives it, snoozed or not; NULL where it never is. `days`: what its policy gives it, as
 * SQL, for one that is only thought of.
 */
export function dueDayAwake(today: number, days = 'k.rotation_days'): string {
  const policyDay = `${localDay('k.created_order', today)} + ${days}`;
  const latest = `${policyDay} + min(${mostLateDays}, ${days} / ${lateShare})`;
  return `CASE WHEN ${fallsDue} AND ${days} IS NOT NULL AND NOT ${inRun} THEN
    CASE WHEN k.planned_day IS NOT NULL AND k.planned_day <= ${latest} THEN k.planned_day ELSE ${policyDay} END END`;
}

const snoozing = (today: number): Condition => ({ shape: 'k.snoozed_until > ?', values: [today] });

/** The day a key is due; NULL where it never is, or rests. */
export function dueDay(today: number): Expression {
  const { shape, values } = snoozing(today);
  return { shape: `CASE WHEN (${shape}) IS NOT TRUE THEN ${dueDayAwake(today)} END`, values };
}

/** Keys that would have a day if they did not rest. */
export function snoozedCondition(today: number): Condition {
  const { shape, values } = snoozing(today);
  return { shape: `(${shape} AND ${dueDayAwake(today)} IS NOT NULL)`, values };
}

export function overdueCondition(today: number): Condition {
  const { shape, values } = dueDay(today);
  return { shape: `${shape} < ?`, values: [...values, today] };
}

export function dueSoonCondition(today: number): Condition {
  const { shape, values } = dueDay(today);
  return { shape: `${shape} BETWEEN ? AND ?`, values: [...values, today, today + dueSoonDays] };
}

/** 0 for an overdue key, 1 for one that is due soon, 2 for all others. */
export function urgencyOrder(today: number): Expression {
  const [overdue, dueSoon] = [overdueCondition(today), dueSoonCondition(today)];
  return {
    shape: `CASE WHEN ${overdue.shape} THEN 0 WHEN ${dueSoon.shape} THEN 1 ELSE 2 END`,
    values: [...overdue.values, ...dueSoon.values],
  };
}
