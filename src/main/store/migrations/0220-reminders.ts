import type { Database } from 'better-sqlite3';

/**
 * What was said about which key, and what each day's summary said. Days of the calendar are numbers, 0 being 1 January
 * 1970.
 *
 * Neither table refers to a row on purpose: a workspace that comes back is not reminded of anew.
 */
export const reminders = {
  version: 220,
  up(database: Database): void {
    database.exec(`
      -- The latest only. due_day: when the key was due then; step: how pressing that was.
      CREATE TABLE reminders_told (
        key_id TEXT PRIMARY KEY,
        on_day INTEGER NOT NULL,
        due_day INTEGER NOT NULL,
        step INTEGER NOT NULL,
        unread INTEGER NOT NULL
      ) STRICT;

      -- One for every day that was looked at. named: how many keys had something new, 0 where nothing was said.
      CREATE TABLE reminder_days (
        seq INTEGER PRIMARY KEY,
        day INTEGER NOT NULL UNIQUE,
        at TEXT NOT NULL,
        named INTEGER NOT NULL,
        counts TEXT NOT NULL,
        news TEXT NOT NULL
      ) STRICT;
    `);
  },
};
