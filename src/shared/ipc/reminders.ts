/** What is due and was reminded of, by key and by day. */

import { environmentSchema } from '../domain/environment.ts';
import { daySchema } from '../domain/key-rotation.ts';
import { reminderKindSchema } from '../domain/reminders.ts';
import { z } from '../zod.ts';
import { call, event } from './define.ts';

const count = z.number().int().nonnegative();
const workspaceId = z.string().nullable();
const keyIds = z.array(z.string());

/** Keys that are overdue or due within 30 days; those that are snoozed are not among them. */
const overviewSchema = z.strictObject({
  total: count,
  /** The most pressing first; those without a key are left out. */
  groups: z.array(z.strictObject({ kind: reminderKindSchema, count })),
  /** Keys that a summary named, and that nobody has looked at since. */
  unread: count,
  /** The day of the next summary, as far as it can be known today; null where no key will be due. */
  next: daySchema.nullable(),
});
export type RemindersOverview = z.infer<typeof overviewSchema>;

const rowSchema = z.strictObject({
  keyId: z.string(),
  workspaceId: z.string(),
  name: z.string(),
  prefix: z.string(),
  environment: environmentSchema,
  due: daySchema,
  /** Negative once it is overdue. */
  daysLeft: z.number().int(),
  /** The day of the last summary that named it; null where none did yet. */
  toldOn: daySchema.nullable(),
  unread: z.boolean(),
});
export type ReminderRow = z.infer<typeof rowSchema>;

const counts = z.record(reminderKindSchema, count);

/** One summary that named keys. */
const summarySchema = z.strictObject({
  day: daySchema,
  /** When it came, in UTC. */
  at: z.string(),
  /** All keys that were overdue or due within 30 days then, and those of them that it named. */
  counts,
  news: counts,
});
export type ReminderSummary = z.infer<typeof summarySchema>;

const none = z.strictObject({});

export const reminderCalls = {
  /** `workspaceId`: one workspace, or null for all. */
  'reminders.overview': call(z.strictObject({ workspaceId }), overviewSchema),
  /** The most pressing first. */
  'reminders.rows': call(
    z.strictObject({
      workspaceId,
      offset: count,
      limit: z.number().int().min(1).max(200),
    }),
    z.array(rowSchema),
  ),
  /** The latest summaries, newest first. */
  'reminders.history': call(none, z.array(summarySchema)),
  /** Of the named keys, or of all in a workspace for null. Answers which of them were unread. */
  'reminders.markRead': call(
    z.strictObject({ workspaceId, keyIds: keyIds.max(200).nullable() }),
    z.strictObject({ read: keyIds }),
  ),
  /** Takes that back. */
  'reminders.markUnread': call(z.strictObject({ keyIds }), none),
};

export const reminderEvents = {
  /** Another summary came, or something was read. */
  'reminders.changed': event(none),
  /** A notification was pressed: show the keys that this search finds, on the board where it has a column for them. */
  'reminders.open': event(z.strictObject({ search: z.string(), screen: z.enum(['rotation', 'inventory']) })),
  /** A key was chosen in the tray. */
  'reminders.openKey': event(z.strictObject({ keyId: z.string() })),
};
