/** What is due and was reminded of. Which keys that are, and what is new about them, the rules of the domain say. */
import {
  type DailySummary,
  isAhead,
  isSummaryTime,
  nextOccasion,
  type ReminderCounts,
  reminderDaysAhead,
  reminderKinds,
  summaryOf,
} from '#shared/domain/reminders.ts';
import { dueSoonDays } from '#shared/domain/rotation-policy.ts';
import { dateOf, dayOf } from '#shared/domain/search/days.ts';
import type { ReminderReads, ReminderWrites } from './api/reminders.ts';
import { dueDay, dueDayAwake, snoozedCondition } from './due-day.ts';
import { type DueKey, dueKeys, dueSubjects } from './due-keys.ts';
import { rowsOf } from './keys.ts';
import { createMemory } from './remembered.ts';
import type { Sql } from './sql.ts';

/** Shown in the history; more than a year of days that had something to say. */
const mostHistory = 400;

/** `now`: the time in milliseconds since 1970, by which it is known what is due. */
export function reminderReads(sql: Sql, now: () => number): ReminderReads {
  const remembered = createMemory<DueKey[]>(sql, 1);
  const nextRemembered = createMemory<number | null>(sql, 1);
  const all = () => remembered(String(dayOf(now())), () => dueKeys(sql, now()));

  function inView(workspaceId: string | null): DueKey[] {
    return workspaceId === null ? all() : all().filter((key) => key.workspaceId === workspaceId);
  }

  return {
    remindersOverview(workspaceId) {
      const keys = inView(workspaceId);
      const next = nextRemembered(String(dayOf(now())), () => nextSummary(sql, dayOf(now()), all()));
      return {
        total: keys.length,
        groups: reminderKinds.flatMap((kind) => {
          const count = keys.filter((key) => key.kind === kind).length;
          return count > 0 ? [{ kind, count }] : [];
        }),
        unread: keys.filter(({ unread }) => unread).length,
        next: next === null ? null : dateOf(next),
      };
    },

    reminderRows(workspaceId, offset, limit) {
      const page = inView(workspaceId).slice(offset, offset + limit);
      const rows = rowsOf(
        sql,
        page.map(({ seq }) => seq),
      );
      return page.flatMap(({ due, daysLeft, told, unread }, index) => {
        const row = rows[index];
        if (!row) return [];
        const { id: keyId, name, prefix, environment } = row;
        return {
          keyId,
          workspaceId: row.workspaceId,
          name,
          prefix,
          environment,
          due: dateOf(due),
          daysLeft,
          toldOn: told === null ? null : dateOf(told.on),
          unread,
        };
      });
    },

    reminderHistory() {
      type Row = { day: number; at: string; counts: string; news: string };
      return sql
        .all<Row>(
          'SELECT day, at, counts, news FROM reminder_days WHERE named > 0 ORDER BY seq DESC LIMIT ?',
          mostHistory,
        )
        .map(({ day, at, counts, news }) => ({
          day: dateOf(day),
          at,
          counts: JSON.parse(counts) as ReminderCounts,
          news: JSON.parse(news) as ReminderCounts,
        }));
    },

    dueAtAGlance(most) {
      const today = dayOf(now());
      const due = dueDay(today);
      type Row = { keyId: string; name: string; workspaceName: string; due: number };
      // Keys of today and of the next months alike: the tray always has something to look forward to.
      const keys = sql.all<Row>(
        `SELECT keys.id AS keyId, keys.name, w.name AS workspaceName, ${due.shape} AS due
         FROM key_index AS k JOIN keys USING (seq) JOIN workspaces AS w ON w.id = k.workspace_id
         WHERE due IS NOT NULL ORDER BY due, k.name_order, k.seq LIMIT ?`,
        ...due.values,
        most,
      );
      return {
        count: all().filter(({ daysLeft }) => daysLeft <= dueSoonDays).length,
        keys: keys.map(({ due: day, ...key }) => ({ ...key, daysLeft: day - today })),
      };
    },
  };
}

export function reminderWrites(sql: Sql, now: () => number): ReminderWrites {
  return {
    tellReminders: (at) => sql.atomically(() => tell(sql, Date.parse(at))),
    markRemindersRead: (workspaceId, keyIds) =>
      sql.atomically(() => {
        const wanted = keyIds === null ? null : new Set(keyIds);
        const read = dueKeys(sql, now())
          .filter((key) => key.unread && (workspaceId === null || key.workspaceId === workspaceId))
          .map(({ id }) => id)
          .filter((id) => wanted === null || wanted.has(id));
        setUnread(sql, read, 0);
        return read;
      }),
    markRemindersUnread: (keyIds) => setUnread(sql, keyIds, 1),
  };
}

function setUnread(sql: Sql, keyIds: readonly string[], unread: 0 | 1): void {
  sql.run(
    'UPDATE reminders_told SET unread = ? WHERE key_id IN (SELECT value FROM json_each(?))',
    unread,
    JSON.stringify(keyIds),
  );
}

function tell(sql: Sql, now: number): Omit<DailySummary, 'told'> | null {
  const today = dayOf(now);
  if (!isSummaryTime(now, lastDay(sql, today))) return null;
  // Before anything is connected there is nothing to look at, and the day is not over.
  if (sql.column('SELECT 1 FROM key_index LIMIT 1').length === 0) return null;
  const { all, news, told } = summaryOf(dueSubjects(sql, now), now);
  for (const { id, told: said } of told)
    sql.run(
      `INSERT INTO reminders_told (key_id, on_day, due_day, step, unread) VALUES (?, ?, ?, ?, 1)
       ON CONFLICT (key_id) DO UPDATE SET on_day = excluded.on_day, due_day = excluded.due_day, step = excluded.step,
         unread = 1`,
      id,
      said.on,
      said.due,
      said.step,
    );
  // There is one for the day already only where a clock once ran ahead.
  sql.run(
    'INSERT OR REPLACE INTO reminder_days (day, at, named, counts, news) VALUES (?, ?, ?, ?, ?)',
    today,
    new Date(now).toISOString(),
    told.length,
    JSON.stringify(all),
    JSON.stringify(news),
  );
  return { all, news };
}

/** The day of the last summary, leaving out what a clock wrote down that ran ahead. */
function lastDay(sql: Sql, today: number): number | null {
  const days = sql.column<number>('SELECT day FROM reminder_days ORDER BY day DESC');
  return days.find((day) => !isAhead(day, today)) ?? null;
}

/** The first day with something to say, today included; null where no key will be due. */
function nextSummary(sql: Sql, today: number, keys: readonly DueKey[]): number | null {
  const last = Math.max(today - 1, lastDay(sql, today) ?? 0);
  // What is new by now is said as soon as there is a summary.
  if (keys.some(({ news }) => news)) return last + 1;
  const [due, resting] = [dueDay(today), snoozedCondition(today)];
  const days = sql.column<number>(
    `SELECT DISTINCT ${due.shape} AS due FROM key_index AS k WHERE due IS NOT NULL`,
    ...due.values,
  );
  // A key that wakes is said if it is pressing by then; one that is not has its days later.
  const waking = sql.all<{ until: number; due: number }>(
    `SELECT DISTINCT k.snoozed_until AS until, ${dueDayAwake(today)} AS due FROM key_index AS k WHERE ${resting.shape}`,
    ...resting.values,
  );
  const occasions = [
    ...days.map((day) => nextOccasion(day, Math.max(today, last))),
    ...waking.map(({ until, due: day }) => Math.max(until, day - reminderDaysAhead[0])),
  ];
  return occasions.reduce<number | null>((first, day) => (first === null ? day : Math.min(first, day)), null);
}
