import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createSyncSchedule } from '../../../src/main/sync/schedule.ts';
import type { SyncService } from '../../../src/main/sync/service.ts';
import { systemClock } from '../../../src/main/system/ports.ts';

const minutes = 60_000;
const status = { running: false, stopped: false, done: 0, total: 0 };

let runs: (readonly string[] | null)[];
let lastFull: Date | null;
let failing: boolean;
let reported: unknown[];
let schedule: ReturnType<typeof createSyncSchedule>;
beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-21T08:00:00Z') });
  [runs, lastFull, failing, reported] = [[], null, false, []];
  const sync: SyncService = {
    status: () => status,
    lastFullRun: () => lastFull,
    stop: async () => status,
    close: async () => undefined,
    async run(workspaceIds) {
      runs.push(workspaceIds);
      if (failing) throw new Error('the store is gone');
      lastFull = new Date();
      return status;
    },
  };
  schedule = createSyncSchedule(sync, systemClock, (error) => reported.push(error));
});
afterEach(() => {
  schedule.stop();
  vi.useRealTimers();
});

it('reads all workspaces at start, and every 15 minutes from then on', async () => {
  schedule.start();
  expect(runs).toEqual([null]);
  await vi.advanceTimersByTimeAsync(15 * minutes - 1);
  expect(runs).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(runs).toEqual([null, null]);
  await vi.advanceTimersByTimeAsync(45 * minutes);
  expect(runs).toHaveLength(5);
});

it('reads on focus only where the last run is older than five minutes', async () => {
  schedule.start();
  await vi.advanceTimersByTimeAsync(5 * minutes);
  schedule.onFocus();
  expect(runs).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1);
  schedule.onFocus();
  expect(runs).toEqual([null, null]);
  schedule.onFocus();
  expect(runs).toHaveLength(2);
});

it('does not begin on focus what the start has not ended yet', () => {
  lastFull = null;
  schedule.onFocus();
  expect(runs).toEqual([]);
});

it('goes on after a run that could not begin, and says so', async () => {
  failing = true;
  schedule.start();
  await vi.advanceTimersByTimeAsync(15 * minutes);
  expect(reported).toHaveLength(2);
  failing = false;
  await vi.advanceTimersByTimeAsync(15 * minutes);
  expect(runs).toHaveLength(3);
  expect(reported).toHaveLength(2);
});

it('reads nothing any more once it was stopped', async () => {
  schedule.start();
  schedule.stop();
  await vi.advanceTimersByTimeAsync(60 * minutes);
  expect(runs).toHaveLength(1);
});
