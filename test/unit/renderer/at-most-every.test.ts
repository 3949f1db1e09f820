import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { atMostEvery } from '../../../src/renderer/lib/at-most-every.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('runs at once, and once more for all that came meanwhile', async () => {
  const answers: (() => void)[] = [];
  const call = atMostEvery(500, () => new Promise((done) => answers.push(done)));
  call();
  expect(answers).toHaveLength(1);
  call();
  call();
  answers[0]?.();
  await vi.advanceTimersByTimeAsync(499);
  call();
  expect(answers).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(answers).toHaveLength(2);
  answers[1]?.();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(answers).toHaveLength(2);
  call();
  expect(answers).toHaveLength(3);
});
