/** The simulated year once more through the real store: what SQL finds due, and what is written down as told. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { dateOf, dayOf, dayOfDate } from '#shared/domain/search/days.ts';
import { naiveReminders } from '../../support/reminder-year/oracle.ts';
import { localTime, simulatedYear, type YearKey } from '../../support/reminder-year/world.ts';
import {
  allRows,
  connectionRow,
  inventoryQuery,
  type OpenedStore,
  openOperations,
  remoteKey,
  temporaryFolder,
} from '../../support/store.ts';

let folder: ReturnType<typeof temporaryFolder>;
let store: OpenedStore;
let now = Date.UTC(2026, 0, 1);

beforeAll(() => {
  folder = temporaryFolder();
  store = openOperations(folder.file, () => now);
});
afterAll(() => {
  store[Symbol.dispose]();
  folder[Symbol.dispose]();
});

const timeText = () => new Date(now).toISOString();
const note = () => ({ at: timeText(), reason: 'Simulated.', detail: 'Simulated.' });

/** Keeps one key of the year in the store, whatever happens to it. */
function keep(workspaceId: string, first: YearKey) {
  const { operations } = store;
  const write = ({ id, environment, status, createdAt }: YearKey) => {
    const flags = { disabled: status === 'disabled', protected: status === 'protected' };
    return operations.upsertKey(workspaceId, remoteKey(id, { ...flags, createdAt }), timeText(), {
      environment,
    });
  };
  let key = first;
  let keyId = write(first);
  if (first.rotation.from === 'key') operations.setKeyPolicy(keyId, first.rotation.days, note());

  return (change: (key: YearKey, now: number) => YearKey) => {
    const before = key;
    if (before.status === 'vanished') return;
    key = change(before, now);
    const { rotation } = key;
    if (key.status === 'vanished') return operations.removeKey(keyId, timeText());
    if (key.id !== before.id) operations.removeKey(keyId, timeText());
    keyId = write(key);
    if (rotation.from !== before.rotation.from || key.id !== before.id)
      operations.setKeyPolicy(keyId, rotation.from === 'key' ? rotation.days : 'inherit', note());
    if (rotation.snoozedUntil !== undefined && rotation.snoozedUntil !== before.rotation.snoozedUntil)
      operations.snoozeKeys([keyId], dayOfDate(rotation.snoozedUntil), note());
    if (rotation.plannedOn !== undefined && rotation.plannedOn !== before.rotation.plannedOn)
      operations.planDays([{ keyId, day: dayOfDate(rotation.plannedOn) }], true, note());
  };
}

describe('a year in the store', () => {
  it('names the keys that are to be reminded of, once, and keeps what it said', () => {
    const { operations, database } = store;
    const year = simulatedYear('store', 80, [
      { from: 0, zone: 'America/Los_Angeles' },
      { from: 170, zone: 'Europe/Berlin' },
    ]);
    const [workspaceId = ''] = operations.addConnection(
      connectionRow(),
      [{ slug: 'acme', name: 'Acme', role: 'admin' }],
      timeText(),
    );
    const lives = year.keys.map((key) => keep(workspaceId, key));
    const oracle = naiveReminders();
    const named = database
      .prepare('SELECT key_id FROM reminders_told WHERE on_day = ? ORDER BY key_id')
      .pluck();
    const told: string[] = [];
    let [event, count] = [0, 0];
    for (const { at, zone, on } of year.hours) {
      if (process.env.TZ !== zone) vi.stubEnv('TZ', zone);
      for (; (year.events[event]?.at ?? Number.POSITIVE_INFINITY) <= at; event += 1) {
        const { key = 0, change = (same: YearKey) => same, at: then = 0 } = year.events[event] ?? {};
        now = then;
        lives[key]?.(change);
      }
      now = at;
      if (!on) continue;
      const summary = operations.tellReminders(timeText());
      if (!summary) continue;
      const { date } = localTime(at, zone);
      const rows = allRows(operations, inventoryQuery());
      const expected = oracle.on(date, zone, rows).map(({ id }) => id);
      expect({ date, named: named.all(dayOf(at)) }).toEqual({ date, named: expected.toSorted() });
      expect(Object.values(summary.news).reduce((sum, each) => sum + each, 0)).toBe(expected.length);
      expect(operations.tellReminders(timeText())).toBeNull();
      count += expected.length;
      if (expected.length > 0) told.push(date);
    }
    expect(count).toBeGreaterThan(300);
    expect(operations.reminderHistory().map(({ day }) => day)).toEqual(told.toReversed());
  });

  it('knows the day of the next summary', () => {
    const { operations } = store;
    const nextDay = () => {
      now += 86_400_000;
      const summary = operations.tellReminders(timeText());
      return { date: dateOf(dayOf(now)), said: Object.values(summary?.news ?? {}).some((each) => each > 0) };
    };
    now = Date.UTC(2027, 0, 2, 12);
    nextDay();
    for (let [days, found] = [0, 0]; found < 20; days += 1) {
      expect(days).toBeLessThan(200);
      const { next } = operations.remindersOverview(null);
      const { date, said } = nextDay();
      if (!said) expect(next).not.toBe(date);
      else expect(next).toBe(date);
      if (said) found += 1;
    }
  });
});
