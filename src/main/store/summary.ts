/** The figures over the inventory, in two passes over its index. */

import { dueSoonDays } from '#shared/domain/rotation-policy.ts';
import { dayOf } from '#shared/domain/search/days.ts';
import {
  daysPerWeek,
  type FigureId,
  figureSearches,
  mondayOf,
  type Week,
  weekSearch,
  weeksFrom,
} from '#shared/domain/summary.ts';
import type { Summary } from '#shared/ipc/summary.ts';
import type { SummaryReads } from './api/summary.ts';
import { dueDay } from './due-day.ts';
import { createMemory } from './remembered.ts';
import { searchConditions } from './search.ts';
import { allOf, type Condition } from './search-conditions.ts';
import type { Sql } from './sql.ts';

/** All workspaces, the one in view, and the one before it. */
const mostSummaries = 3;

/** `now`: the time in milliseconds since 1970, by which it is known what is overdue. */
export function summaryReads(sql: Sql, now: () => number): SummaryReads {
  const remembered = createMemory<Summary>(sql, mostSummaries);
  return {
    summary(workspaceId) {
      const today = dayOf(now());
      return remembered(JSON.stringify([workspaceId, today]), () => ({
        ...countFigures(sql, workspaceId, today),
        weeks: countWeeks(sql, workspaceId, today),
      }));
    },
  };
}

function inWorkspace(workspaceId: string | null): Condition[] {
  return workspaceId === null ? [] : [{ shape: 'k.workspace_id = ?', values: [workspaceId] }];
}

function countFigures(
  sql: Sql,
  workspaceId: string | null,
  today: number,
): Pick<Summary, 'keys' | 'figures'> {
  const names = Object.keys(figureSearches) as FigureId[];
  const figures = names.map((name) => allOf(searchConditions(sql, figureSearches[name], today)));
  const columns = figures.map(({ shape }, index) => `count(*) FILTER (WHERE ${shape}) AS ${names[index]}`);
  const where = allOf(inWorkspace(workspaceId));
  type Row = Summary['figures'] & { keys: number };
  const row = sql.get<Row>(
    `SELECT count(*) AS keys, ${columns.join(', ')} FROM key_index AS k WHERE ${where.shape}`,
    ...[...figures, where].flatMap(({ values }) => values),
  );
  const none = { keys: 0, overdue: 0, dueSoon: 0, unused: 0, fullAccess: 0, withoutEnvironment: 0 };
  const { keys, ...counted } = row ?? none;
  return { keys, figures: counted };
}

function countWeeks(sql: Sql, workspaceId: string | null, today: number): Summary['weeks'] {
  const weeks = weeksFrom(today);
  const all: Week = { from: today, before: weeks.at(-1)?.before ?? today };
  const where = allOf([...searchConditions(sql, weekSearch(all), today), ...inWorkspace(workspaceId)]);
  const due = dueDay(today);
  // The first week is cut: it begins today, and ends with the others on a Sunday. A bound number is no integer by itself.
  const rows = sql.all<{ week: number; keys: number }>(
    `SELECT (${due.shape} - CAST(? AS INTEGER)) / ${daysPerWeek} AS week, count(*) AS keys FROM key_index AS k
     WHERE ${where.shape} GROUP BY 1`,
    ...due.values,
    mondayOf(today),
    ...where.values,
  );
  const counts = new Map(rows.map((row) => [row.week, row.keys]));
  return weeks.map(({ from, before }, index) => ({
    from,
    before,
    count: counts.get(index) ?? 0,
    soon: from <= today + dueSoonDays,
  }));
}
