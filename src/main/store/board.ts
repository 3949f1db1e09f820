/** The board's columns and the calendar's days, by the rules that `status:overdue` and `due:` find keys by. */
import { dateOf, dayOf } from '#shared/domain/search/days.ts';
import { weekSearch } from '#shared/domain/summary.ts';
import type { BoardKey, BoardQuery, CalendarDay, DueColumn } from '#shared/ipc/board.ts';
import type { BoardReads } from './api/board.ts';
import { dueOrder } from './due-order.ts';
import { conditionOf } from './inventory.ts';
import { rowsOf } from './keys.ts';
import { createMemory } from './remembered.ts';
import { searchConditions } from './search.ts';
import { allOf, type Condition } from './search-conditions.ts';
import { dueSoonCondition, dueSpan, overdueCondition } from './search-days.ts';
import type { Sql } from './sql.ts';

/** Both columns, the day that is open, and the ones before it. */
const mostLists = 6;
/** The month on screen and its neighbours. */
const mostMonths = 3;
/** The window shows no more of them in one cell. */
const firstKeys = 5;

/** `now`: the time in milliseconds since 1970, by which it is known what is due. */
export function boardReads(sql: Sql, now: () => number): BoardReads {
  const lists = createMemory<readonly number[]>(sql, mostLists);
  const months = createMemory<CalendarDay[]>(sql, mostMonths);

  function columnOf(query: BoardQuery, column: DueColumn): readonly number[] {
    const today = dayOf(now());
    const urgent = column === 'overdue' ? overdueCondition(today) : dueSoonCondition(today);
    return lists(nameOf(query, column, today), () =>
      listed(sql, allOf([conditionOf(sql, query, today), urgent]), `${dueOrder}, k.name_order, k.seq`),
    );
  }

  function dayKeys(query: BoardQuery, day: number): readonly number[] {
    const today = dayOf(now());
    const due = searchConditions(sql, `due:${dateOf(day)}`, today);
    return lists(nameOf(query, day, today), () =>
      listed(sql, allOf([conditionOf(sql, query, today), ...due]), 'k.name_order, k.seq'),
    );
  }

  return {
    boardKeys(query, column, offset, limit) {
      const seqs = columnOf(query, column);
      return { total: seqs.length, rows: boardRows(sql, seqs.slice(offset, offset + limit)) };
    },
    boardPosition(query, column, keyId) {
      const seq = sql.get<{ seq: number }>('SELECT seq FROM keys WHERE id = ?', keyId)?.seq;
      const position = seq === undefined ? -1 : columnOf(query, column).indexOf(seq);
      return position === -1 ? null : position;
    },
    boardDays(query, from, days) {
      const today = dayOf(now());
      return months(nameOf(query, `${from}+${days}`, today), () => countDays(sql, query, from, days, today));
    },
    boardDay(query, day, offset, limit) {
      const seqs = dayKeys(query, day);
      return { total: seqs.length, rows: boardRows(sql, seqs.slice(offset, offset + limit)) };
    },
  };
}

function nameOf({ search, workspaceId }: BoardQuery, part: string | number, today: number): string {
  return JSON.stringify([search, workspaceId, part, today]);
}

function listed(sql: Sql, where: Condition, order: string): number[] {
  return sql.column<number>(
    `SELECT k.seq FROM key_index AS k WHERE ${where.shape} ORDER BY ${order}`,
    ...where.values,
  );
}

function countDays(sql: Sql, query: BoardQuery, from: number, days: number, today: number): CalendarDay[] {
  const within = searchConditions(sql, weekSearch({ from, before: from + days }), today);
  const where = allOf([conditionOf(sql, query, today), ...within]);
  const place = dueSpan(
    Array.from({ length: days }, (_, index) => from + index),
    today,
  );
  type Row = { place: number; count: number; seq: number };
  const rows = sql.all<Row>(
    `SELECT place, count, seq FROM (
       SELECT place, seq, count(*) OVER (PARTITION BY place) AS count,
         row_number() OVER (PARTITION BY place ORDER BY name_order, seq) AS position
       FROM (SELECT ${place.shape} AS place, k.seq, k.name_order FROM key_index AS k WHERE ${where.shape}))
     WHERE position <= ? ORDER BY place, position`,
    ...place.values,
    ...where.values,
    firstKeys,
  );
  const keys = boardRows(
    sql,
    rows.map(({ seq }) => seq),
  );
  const found = new Map<number, CalendarDay>();
  for (const [index, { place, count }] of rows.entries()) {
    const key = keys[index];
    const day = found.get(place) ?? { day: from + place, count, first: [] };
    if (key) day.first.push(key);
    found.set(place, day);
  }
  return [...found.values()];
}

/** In the order of `seqs`. */
function boardRows(sql: Sql, seqs: readonly number[]): BoardKey[] {
  const consumers = sql.column<number>(
    `SELECT json_array_length(key_locals.consumers) FROM json_each(?) AS wanted CROSS JOIN key_locals
     WHERE key_locals.seq = wanted.value ORDER BY wanted.key`,
    JSON.stringify(seqs),
  );
  return rowsOf(sql, seqs).map((row, index) => ({ ...row, consumers: consumers[index] ?? 0 }));
}
