/** The board's columns and the calendar's days, by the rules that `status:overdue` and `due:` find keys by. */
import { dueSoonDays } from '#shared/domain/rotation-policy.ts';
import { dateOf, dayOf } from '#shared/domain/search/days.ts';
import { weekSearch } from '#shared/domain/summary.ts';
import type { BoardKey, BoardQuery, CalendarDay, DueColumn } from '#shared/ipc/board.ts';
import type { BoardReads } from './api/board.ts';
import { dueDay, dueDayAwake } from './due-day.ts';
import { conditionOf } from './inventory.ts';
import { rowsOf } from './keys.ts';
import { createMemory } from './remembered.ts';
import { searchConditions } from './search.ts';
import { allOf, type Condition } from './search-conditions.ts';
import type { Sql } from './sql.ts';

/** Sequence numbers in order; the last `resting` of them are of snoozed keys. */
type List = { seqs: readonly number[]; resting: number };

/** Both columns, the day that is open, and the ones before it. */
const mostLists = 6;
/** The month on screen and its neighbours. */
const mostMonths = 3;
/** The window shows no more of them in one cell. */
const firstKeys = 5;

/** `now`: the time in milliseconds since 1970, by which it is known what is due. */
export function boardReads(sql: Sql, now: () => number): BoardReads {
  const lists = createMemory<List>(sql, mostLists);
  const months = createMemory<CalendarDay[]>(sql, mostMonths);

  function columnOf(query: BoardQuery, column: DueColumn): List {
    const today = dayOf(now());
    return lists(nameOf(query, column, today), () => listColumn(sql, query, column, today));
  }

  function dayKeys(query: BoardQuery, day: number): readonly number[] {
    const today = dayOf(now());
    const due = searchConditions(sql, `due:${dateOf(day)}`, today);
    const where = allOf([conditionOf(sql, query, today), ...due]);
    const found = lists(nameOf(query, day, today), () => ({
      seqs: sql.column<number>(
        `SELECT k.seq FROM key_index AS k WHERE ${where.shape} ORDER BY k.name_order, k.seq`,
        ...where.values,
      ),
      resting: 0,
    }));
    return found.seqs;
  }

  return {
    boardKeys(query, column, offset, limit) {
      const { seqs, resting } = columnOf(query, column);
      return { total: seqs.length, resting, rows: boardRows(sql, seqs.slice(offset, offset + limit)) };
    },
    boardPosition(query, column, keyId) {
      const seq = sql.get<{ seq: number }>('SELECT seq FROM keys WHERE id = ?', keyId)?.seq;
      const position = seq === undefined ? -1 : columnOf(query, column).seqs.indexOf(seq);
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

/** Snoozed keys stand where they would without that, behind the others: they are put off and not done with. */
function listColumn(sql: Sql, query: BoardQuery, column: DueColumn, today: number): List {
  const day = dueDayAwake(today);
  const urgent: Condition =
    column === 'overdue'
      ? { shape: `${day} < ?`, values: [today] }
      : { shape: `${day} BETWEEN ? AND ?`, values: [today, today + dueSoonDays] };
  const where = allOf([conditionOf(sql, query, today), urgent]);
  const rows = sql.all<{ seq: number; rests: number }>(
    `SELECT k.seq, (k.snoozed_until > ?) IS TRUE AS rests FROM key_index AS k WHERE ${where.shape}
     ORDER BY rests, ${day}, k.name_order, k.seq`,
    today,
    ...where.values,
  );
  return {
    seqs: rows.map(({ seq }) => seq),
    resting: rows.filter(({ rests }) => rests === 1).length,
  };
}

function countDays(sql: Sql, query: BoardQuery, from: number, days: number, today: number): CalendarDay[] {
  const within = searchConditions(sql, weekSearch({ from, before: from + days }), today);
  const where = allOf([conditionOf(sql, query, today), ...within]);
  const due = dueDay(today);
  type Row = { day: number; count: number; seq: number };
  const rows = sql.all<Row>(
    `SELECT day, count, seq FROM (
       SELECT day, seq, count(*) OVER (PARTITION BY day) AS count,
         row_number() OVER (PARTITION BY day ORDER BY name_order, seq) AS position
       FROM (SELECT ${due.shape} AS day, k.seq, k.name_order FROM key_index AS k WHERE ${where.shape}))
     WHERE position <= ? ORDER BY day, position`,
    ...due.values,
    ...where.values,
    firstKeys,
  );
  const keys = boardRows(
    sql,
    rows.map(({ seq }) => seq),
  );
  const found = new Map<number, CalendarDay>();
  for (const [index, { day, count }] of rows.entries()) {
    const key = keys[index];
    const entry = found.get(day) ?? { day, count, first: [] };
    if (key) entry.first.push(key);
    found.set(day, entry);
  }
  return [...found.values()];
}

/** In the order of `seqs`. */
function boardRows(sql: Sql, seqs: readonly number[]): BoardKey[] {
  type Beside = { consumers: number; reason: string | null; by_whom: string | null };
  const beside = sql.all<Beside>(
    `SELECT json_array_length(key_locals.consumers) AS consumers, snoozes.reason, snoozes.by_whom
     FROM json_each(?) AS wanted CROSS JOIN keys ON keys.seq = wanted.value CROSS JOIN key_locals USING (seq)
     LEFT JOIN snoozes ON snoozes.key_id = keys.id ORDER BY wanted.key`,
    JSON.stringify(seqs),
  );
  return rowsOf(sql, seqs).map((row, index) => {
    const { consumers = 0, reason = null, by_whom = null } = beside[index] ?? {};
    const snoozed = reason === null ? {} : { snoozed: { reason, by: by_whom } };
    return { ...row, consumers, ...snoozed };
  });
}
