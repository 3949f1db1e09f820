import { expect, it } from 'vitest';
import { createPace } from '../../../src/main/bulk/pace.ts';
import { settle } from '../../support/manual-timer.ts';

/** A clock that goes on when somebody lets a sleeper wake. */
function paced() {
  const sleepers: { milliseconds: number; wake: () => void }[] = [];
  let now = 1_000_000;
  const pace = createPace({
    sleep: (milliseconds, signal) =>
      new Promise((resolve, reject) => {
        signal?.addEventListener('abort', () => reject(new Error('aborted')));
        sleepers.push({
          milliseconds,
          wake: () => {
            now += milliseconds;
            resolve();
          },
        });
      }),
    random: () => 0,
    now: () => now,
    onChange: () => undefined,
  });
  return { pace, sleepers, now: () => now };
}

const never = new AbortController().signal;

it('holds nothing up until the platform refuses', async () => {
  const { pace, sleepers } = paced();
  await pace.ready(never);
  expect(pace.waitingUntil()).toBeNull();
  expect(sleepers).toEqual([]);
});

it('waits as long as the platform asked for, and tells until when', async () => {
  const { pace, sleepers, now } = paced();
  pace.slowDown(37_000);
  expect(pace.waitingUntil()).toBe(now() + 37_000);
  const ready = pace.ready(never);
  expect(sleepers.map(({ milliseconds }) => milliseconds)).toEqual([37_000]);
  sleepers[0]?.wake();
  await ready;
  expect(pace.waitingUntil()).toBeNull();
});

it('doubles its own wait at each refusal in a row, up to a minute, and starts over once something went through', () => {
  const { pace, now } = paced();
  const waits = [1, 2, 3, 4, 5, 6, 7, 8].map(() => {
    pace.slowDown(null);
    return (pace.waitingUntil() ?? 0) - now();
  });
  expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
});

it('is not hurried by an earlier time that comes late', () => {
  const { pace, now } = paced();
  pace.slowDown(30_000);
  pace.slowDown(5_000);
  expect(pace.waitingUntil()).toBe(now() + 30_000);
});

it('waits again when it was refused again meanwhile', async () => {
  const { pace, sleepers } = paced();
  pace.slowDown(1_000);
  let isReady = false;
  const ready = pace.ready(never).then(() => {
    isReady = true;
  });
  pace.slowDown(9_000);
  sleepers[0]?.wake();
  await settle();
  expect(isReady).toBe(false);
  sleepers[1]?.wake();
  await ready;
  expect(sleepers.map(({ milliseconds }) => milliseconds)).toEqual([1_000, 8_000]);
});

it('stops waiting when it is told to', async () => {
  const { pace } = paced();
  const stop = new AbortController();
  pace.slowDown(1_000);
  const ready = pace.ready(stop.signal);
  stop.abort();
  await expect(ready).rejects.toThrow('aborted');
});
