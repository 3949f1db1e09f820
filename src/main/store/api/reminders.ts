/** What is due, what was said about it, and the summaries of the days. */
import type { DailySummary } from '#shared/domain/reminders.ts';
import type { ReminderRow, ReminderSummary, RemindersOverview } from '#shared/ipc/reminders.ts';

/** For the icon and the tray: keys that are overdue or due soon, and the most pressing of all. */
export type DueAtAGlance = {
  count: number;
  keys: { keyId: string; name: string; workspaceName: string; daysLeft: number }[];
};

export type ReminderReads = {
  /** Of one workspace, or of all for null; like the rows. */
  remindersOverview(workspaceId: string | null): RemindersOverview;
  reminderRows(workspaceId: string | null, offset: number, limit: number): ReminderRow[];
  /** Newest first. */
  reminderHistory(): ReminderSummary[];
  dueAtAGlance(most: number): DueAtAGlance;
};

export type ReminderWrites = {
  /**
   * The summary of the day of that time, written down as told; null where it is too early for it, or where it was there
   * already. One that names nothing is no cause for a notification.
   */
  tellReminders(at: string): Omit<DailySummary, 'told'> | null;
  /** Of the named keys, or of all of a workspace (null: all workspaces). Answers those that were unread. */
  markRemindersRead(workspaceId: string | null, keyIds: readonly string[] | null): string[];
  markRemindersUnread(keyIds: readonly string[]): void;
};
