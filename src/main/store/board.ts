/** The board's columns and the calendar's days, by the rules that `status:overdue` and `due:` find keys by. */
import { cadenceOf } from '#shared/domain/cadence.ts';
import { cadenceWords } from '#shared/domain/cadence-words.ts';
import { dueSoonDays } from '#shared/domain/rotation-policy.ts';
import { dayOf } from '#shared/domain/search/days.ts';
import { quietSpans, usesIn, zoneHere } from '#shared/domain/use-times.ts';
import type { BoardKey, BoardQuery, CalendarDay, DueColumn } from '#shared/ipc/board.ts';
import type { BoardReads } from './api/board.ts';
import { dueDayAwake } from './due-day.ts';
import { conditionOf } from './inventory.ts';
import { rowsOf } from './keys.ts';
import { observationsOf } from './observations.ts';
import { createMemory } from './remembered.ts';
import type { Sql } from './sql.ts';

/** A key that has a day; `rests` is 1 while it is snoozed. */
type Due = { seq: number; day: number; rests: number };

/** The workspace and search in view, the one before, and none at all. */
const mostQueries = 3;
/** The window shows no more of them in one cell. */
const firstKeys = 5;

/** `now`: the time in milliseconds since 1970, by which it is known what is due. */
export function boardReads(sql: Sql, now: () => number): BoardReads {
  const remembered = createMemory<readonly Due[]>(sql, mostQueries);

  /** One pass over all keys serves every column, and every day that the arrows of a calendar run over. */
  function dueKeys({ search, workspaceId }: BoardQuery): { all: readonly Due[]; today: number } {
    const today = dayOf(now());
    const name = JSON.stringify([search, workspaceId, today]);
    return { all: remembered(name, () => readDue(sql, { search, workspaceId }, today)), today };
  }

  /** Snoozed keys stand where they would without that, behind the others: they are put off and not done with. */
  function columnOf(query: BoardQuery, column: DueColumn): { seqs: number[]; resting: number } {
    const { all, today } = dueKeys(query);
    const isIn =
      column === 'overdue'
        ? ({ day }: Due) => day < today
        : ({ day }: Due) => day >= today && day <= today + dueSoonDays;
    const found = all.filter(isIn);
    const resting = found.filter(({ rests }) => rests === 1);
    const awake = found.filter(({ rests }) => rests === 0);
    return { seqs: [...awake, ...resting].map(({ seq }) => seq), resting: resting.length };
  }

  return {
    boardKeys(query, column, offset, limit) {
      const { seqs, resting } = columnOf(query, column);
      return { total: seqs.length, resting, rows: cardRows(sql, seqs.slice(offset, offset + limit)) };
    },
    boardPosition(query, column, keyId) {
      const seq = sql.get<{ seq: number }>('SELECT seq FROM keys WHERE id = ?', keyId)?.seq;
      const position = seq === undefined ? -1 : columnOf(query, column).seqs.indexOf(seq);
      return position === -1 ? null : position;
    },
    boardDays(query, from, days) {
      const within = dueKeys(query).all.filter(
        ({ day, rests }) => rests === 0 && day >= from && day < from + days,
      );
      return daysOf(sql, within);
    },
    boardDay(query, wanted, offset, limit) {
      const found = dueKeys(query).all.filter(({ day, rests }) => rests === 0 && day === wanted);
      const seqs = found.slice(offset, offset + limit).map(({ seq }) => seq);
      return { total: found.length, rows: cardRows(sql, seqs) };
    },
  };
}

/** Every key with a day, from the one that is due first; those of one day by name. */
function readDue(sql: Sql, query: BoardQuery, today: number): Due[] {
  const where = conditionOf(sql, query, today);
  // Materialized, so that the day is worked out once for each key and not once more for the order.
  return sql.all<Due>(
    `WITH due AS MATERIALIZED (
       SELECT k.seq, k.name_order, ${dueDayAwake(today)} AS day, (k.snoozed_until > ?) IS TRUE AS rests
       FROM key_index AS k WHERE ${where.shape})
     SELECT seq, day, rests FROM due WHERE day IS NOT NULL ORDER BY day, name_order, seq`,
    today,
    ...where.values,
  );
}

/** `due` in the order of its days. */
function daysOf(sql: Sql, due: readonly Due[]): CalendarDay[] {
  const seqs = new Map<number, number[]>();
  for (const { day, seq } of due) {
    const before = seqs.get(day);
    if (before) before.push(seq);
    else seqs.set(day, [seq]);
  }
  const firsts = [...seqs.values()].map((each) => each.slice(0, firstKeys));
  const rows = boardRows(sql, firsts.flat());
  let at = 0;
  return [...seqs].map(([day, each], index) => {
    const shown = firsts[index]?.length ?? 0;
    at += shown;
    return { day, count: each.length, first: rows.slice(at - shown, at) };
  });
}

/** With what a card has room for. */
function cardRows(sql: Sql, seqs: readonly number[]): BoardKey[] {
  return boardRows(sql, seqs).map((row) => {
    const history = row.lastUsed.kind === 'at' ? observationsOf(sql, row.id) : null;
    const words = history && cadenceWords(cadenceOf(usesIn(history), quietSpans(history), zoneHere));
    return words === null ? row : { ...row, cadence: words };
  });
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
