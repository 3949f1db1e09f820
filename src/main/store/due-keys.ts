/** The keys that reminders are about: overdue, or due within 30 days. */
import type { KeyRow } from '#shared/domain/key.ts';
import {
  type Reminder,
  type ReminderSubject,
  reminderDaysAhead,
  reminderOf,
  type Told,
} from '#shared/domain/reminders.ts';
import { dateOf, dayOf } from '#shared/domain/search/days.ts';
import { dueDay } from './due-day.ts';
import { environmentOrder, statusOrder } from './key-index.ts';
import type { Sql } from './sql.ts';

/** `seq`: the key's own in `keys`. */
export type DueSubject = ReminderSubject & { seq: number; id: string; workspaceId: string; unread: boolean };
export type DueKey = Reminder & Pick<DueSubject, 'seq' | 'id' | 'workspaceId' | 'told' | 'unread'>;

type Row = {
  seq: number;
  id: string;
  workspace_id: string;
  environment_order: number | null;
  status_order: number;
  created_at: string | null;
  rotation_days: number | null;
  planned_day: number | null;
  snoozed_until: number | null;
  on_day: number | null;
  due_day: number | null;
  step: number | null;
  unread: number | null;
};

/** The most pressing first, then by name. `now` in milliseconds since 1970. */
export function dueSubjects(sql: Sql, now: number): DueSubject[] {
  const due = dueDay(dayOf(now));
  return sql
    .all<Row>(
      `SELECT keys.seq, keys.id, keys.workspace_id, k.environment_order, k.status_order, keys.created_at,
         k.rotation_days, k.planned_day, k.snoozed_until, t.on_day, t.due_day, t.step, t.unread, ${due.shape} AS due
       FROM key_index AS k JOIN keys USING (seq) LEFT JOIN reminders_told AS t ON t.key_id = keys.id
       WHERE due <= ? ORDER BY due, k.name_order, keys.seq`,
      ...due.values,
      dayOf(now) + reminderDaysAhead[0],
    )
    .map(subjectOf);
}

export function dueKeys(sql: Sql, now: number): DueKey[] {
  return dueSubjects(sql, now).flatMap((subject) => {
    const reminder = reminderOf(subject, now);
    const { seq, id, workspaceId, told, unread } = subject;
    return reminder ? [{ ...reminder, seq, id, workspaceId, told, unread }] : [];
  });
}

function subjectOf(row: Row): DueSubject {
  const { seq, id, workspace_id: workspaceId, planned_day, snoozed_until } = row;
  const rotation: KeyRow['rotation'] = {
    days: row.rotation_days,
    // Whose policy it is makes no difference to the day.
    from: 'environment',
    ...(planned_day !== null && { plannedOn: dateOf(planned_day) }),
    ...(snoozed_until !== null && { snoozedUntil: dateOf(snoozed_until) }),
  };
  return {
    seq,
    id,
    workspaceId,
    environment: environmentOrder[row.environment_order ?? -1] ?? 'unassigned',
    status: statusOrder[row.status_order] ?? 'vanished',
    createdAt: row.created_at,
    rotation,
    told: toldIn(row),
    unread: row.unread === 1,
  };
}

function toldIn({ on_day, due_day, step }: Row): Told | null {
  if (on_day === null || due_day === null || step === null) return null;
  return { on: on_day, due: due_day, step };
}
