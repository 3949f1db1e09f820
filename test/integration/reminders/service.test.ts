/** A desk in front of which days go by: the notification of each, the figure on the icon, and the tray. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Notice, ReminderPort } from '../../../src/main/reminders/port.ts';
import { createReminders } from '../../../src/main/reminders/service.ts';
import type { Store } from '../../../src/main/store/client.ts';
import { ManualTimer } from '../../support/manual-timer.ts';
import {
  connectionRow,
  type OpenedStore,
  openOperations,
  remoteKey,
  temporaryFolder,
} from '../../support/store.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

let folder: ReturnType<typeof temporaryFolder>;
let opened: OpenedStore;
let timer: ManualTimer;
let notices: Notice[];
let shown: { badge: number; tooltip: string; items: { label: string; onClick: () => void }[] };
let emitted: unknown[][];
let syncing: boolean;

const port: ReminderPort = {
  notify: (notice) => void notices.push(notice),
  setBadge: (badge) => void Object.assign(shown, { badge }),
  setTray: (tray) => void Object.assign(shown, tray),
};

beforeEach(() => {
  vi.stubEnv('TZ', 'UTC');
  folder = temporaryFolder();
  timer = new ManualTimer();
  opened = openOperations(folder.file, () => timer.now().getTime());
  [notices, emitted, syncing] = [[], [], false];
  shown = { badge: -1, tooltip: '', items: [] };
});
afterEach(() => {
  opened[Symbol.dispose]();
  folder[Symbol.dispose]();
});

/** The store's operations without their thread. */
function store(): Store {
  const { operations } = opened;
  const promised = new Proxy(operations, {
    get:
      (all, name) =>
      async (...input: never[]) =>
        (all[name as keyof typeof all] as (...input: never[]) => unknown)(...input),
  });
  return { read: promised, write: promised, close: async () => undefined } as unknown as Store;
}

function start() {
  const reminders = createReminders({
    store: store(),
    clock: timer,
    timer,
    port,
    emit: (name, payload) => void emitted.push([name, payload]),
    isSyncing: () => syncing,
    report: (error) => {
      throw error;
    },
  });
  reminders.start();
  return reminders;
}

/** Production keys that many days before the day they are due, as of now. */
function keysDueIn(...daysLeft: number[]): void {
  const now = timer.now().toISOString();
  const [workspaceId = ''] = opened.operations.addConnection(
    connectionRow(),
    [{ slug: 'acme', name: 'Acme', role: 'admin' }],
    now,
  );
  for (const left of daysLeft) {
    const createdAt = new Date(timer.now().getTime() - (90 - left) * day).toISOString();
    const key = remoteKey(`k${left}`, { name: `key ${left}`, createdAt });
    opened.operations.upsertKey(workspaceId, key, now, { environment: 'production' });
  }
}

it('notifies at nine of what is new, once, and on later days only of what is new by then', async () => {
  // The clock of the test stands at eight in the morning.
  keysDueIn(-3, 5, 31, 60);
  const reminders = start();
  await timer.advance(59 * minute);
  expect(notices).toEqual([]);
  expect(shown.badge).toBe(2);
  await timer.advance(2 * minute);
  expect(notices.map(({ title, body }) => [title, body])).toEqual([
    ['1 key is overdue, 1 falls due within 14 days', 'New: 1 overdue, 1 due within 7 days.'],
  ]);
  await reminders.stop();
  const named = [];
  for (let days = 1; days <= 5; days += 1) {
    await timer.advance(day);
    const again = start();
    await timer.advance(minute);
    await again.stop();
    named.push(notices.splice(1).map(({ body }) => body));
  }
  expect(named).toEqual([
    ['New: 1 due within 30 days.'],
    [],
    [],
    ['New: 1 due by tomorrow.'],
    // A week after its first day overdue.
    ['New: 1 overdue.'],
  ]);
});

it('catches up once after days without the computer', async () => {
  keysDueIn(15, 40);
  await timer.advance(12 * day + 5 * 60 * minute);
  const reminders = start();
  await timer.advance(minute);
  expect(notices.map(({ body }) => body)).toEqual(['New: 1 due within 7 days, 1 due within 30 days.']);
  await reminders.stop();
});

it('leads from the notification to the board, and from the tray to a key', async () => {
  keysDueIn(-1, 0, 1, 20, 50, 70);
  const reminders = start();
  await timer.advance(2 * 60 * minute);
  notices[0]?.onClick();
  expect(emitted.at(-1)).toEqual(['reminders.open', { screen: 'rotation', search: 'due:<=14d' }]);
  expect(shown.tooltip).toBe('Latchkey: 3 keys are overdue or due within 14 days');
  expect(shown.items.map(({ label }) => label)).toEqual([
    'key -1, Acme: 1 day overdue',
    'key 0, Acme: due today',
    'key 1, Acme: due tomorrow',
    'key 20, Acme: due in 20 days',
    'key 50, Acme: due in 50 days',
  ]);
  shown.items[1]?.onClick();
  const keyId = opened.database.prepare("SELECT id FROM keys WHERE name = 'key 0'").pluck().get();
  expect(emitted.at(-1)).toEqual(['reminders.openKey', { keyId }]);
  await reminders.stop();
});

it('waits for workspaces that are being read, and not for ever', async () => {
  keysDueIn(-3);
  await timer.advance(2 * 60 * minute);
  syncing = true;
  const reminders = start();
  await timer.advance(minute);
  expect(notices).toEqual([]);
  await timer.advance(2 * minute);
  expect(notices).toHaveLength(1);
  await reminders.stop();
});

it('says nothing before anything is connected, and the day is not over by that', async () => {
  await timer.advance(2 * 60 * minute);
  const reminders = start();
  await timer.advance(5 * minute);
  expect([notices, shown.badge]).toEqual([[], 0]);
  keysDueIn(-3);
  reminders.heard('inventory.changed');
  await timer.advance(1_000);
  expect(shown.badge).toBe(1);
  await timer.advance(minute);
  expect(notices).toHaveLength(1);
  await reminders.stop();
});
