/** Reminders while Latchkey runs: the one notification of the day, the figure on the icon, and the keys in the tray. */
import type { EventName } from '#shared/ipc/contract.ts';
import type { Timer } from '../secrets/timer.ts';
import type { Store } from '../store/client.ts';
import { type Clock, type Emit, timestamp } from '../system/ports.ts';
import type { ReminderPort } from './port.ts';
import { noticeOf, placeOf, trayLabel, trayTip } from './words.ts';

/** A look costs one indexed read. A timer set for nine o'clock would sleep through a suspended computer's clock. */
const betweenLooks = 60_000;
/** The first look, and the next one while workspaces are being read: what they say decides who is named. */
const soon = 3_000;
/** Reading may hang; then what is known has to do. */
const mostPostponed = 40;
/** A sync tells of every workspace: what the icon says is counted once after it. */
const settle = 500;
const mostInTray = 5;

type Needs = {
  store: Store;
  clock: Clock;
  timer: Pick<Timer, 'after'>;
  port: ReminderPort;
  emit: Emit;
  isSyncing: () => boolean;
  report: (error: unknown) => void;
};

export type Reminders = {
  start(): void;
  /** What the window was told, which may be that other keys are due. */
  heard(event: EventName): void;
  /** Waits for what is being read or written. */
  stop(): Promise<void>;
};

const moving: ReadonlySet<EventName> = new Set(['inventory.changed', 'workspaces.changed']);

export function createReminders({ store, clock, timer, port, emit, isSyncing, report }: Needs): Reminders {
  let work: Promise<void> = Promise.resolve();
  let [stopped, started, postponed] = [false, false, 0];
  let cancelLook = () => {};
  let cancelShow: (() => void) | null = null;

  function lookAfter(milliseconds: number): void {
    if (!stopped) cancelLook = timer.after(milliseconds, look);
  }

  function look(): void {
    postponed = isSyncing() ? postponed + 1 : 0;
    if (postponed > 0 && postponed < mostPostponed) {
      lookAfter(soon);
      return;
    }
    postponed = 0;
    work = tell()
      .then(show)
      .catch(report)
      .then(() => lookAfter(betweenLooks));
  }

  /** Written down before it is shown: of two evils, a day without a notification is the smaller one than a day with two. */
  async function tell(): Promise<void> {
    const summary = await store.write.tellReminders(timestamp(clock));
    if (!summary) return;
    emit('reminders.changed', {});
    const notice = noticeOf(summary);
    if (notice === null) return;
    const place = placeOf(summary.all);
    port.notify({ ...notice, onClick: () => emit('reminders.open', place) });
  }

  async function show(): Promise<void> {
    if (stopped) return;
    const { count, keys } = await store.read.dueAtAGlance(mostInTray);
    port.setBadge(count);
    port.setTray({
      tooltip: trayTip(count),
      items: keys.map((key) => ({
        label: trayLabel(key),
        onClick: () => emit('reminders.openKey', { keyId: key.keyId }),
      })),
    });
  }

  return {
    start() {
      started = true;
      work = show().catch(report);
      lookAfter(soon);
    },
    heard(event) {
      if (!started || stopped || cancelShow || !moving.has(event)) return;
      cancelShow = timer.after(settle, () => {
        cancelShow = null;
        work = work.then(show).catch(report);
      });
    },
    async stop() {
      stopped = true;
      cancelLook();
      cancelShow?.();
      await work;
    },
  };
}
