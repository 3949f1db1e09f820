import { expect, it } from 'vitest';
import type { HostClock } from '#shared/ipc/sync.ts';
import { createClockSkews } from '../../../src/main/platforms/clock-skews.ts';

const minutes = 60_000;

function listening() {
  const told: HostClock[][] = [];
  return { told, skews: createClockSkews((clocks) => told.push(clocks)) };
}

it('knows nothing of a host that never answered', () => {
  expect(listening().skews.ahead('acme')).toBe(0);
});

it('takes what requests need for no difference', () => {
  const { told, skews } = listening();
  for (const ahead of [-4_900, 800, 4_900]) skews.heard('acme', ahead);
  expect(skews.ahead('acme')).toBe(0);
  expect(skews.all()).toEqual([]);
  expect(told).toEqual([]);
});

it('says what it found once, host by host, and again only when it changed', () => {
  const { told, skews } = listening();
  skews.heard('acme', 12 * minutes);
  skews.heard('acme', 12 * minutes + 900);
  skews.heard('orchard', -3 * minutes);
  expect(told).toEqual([
    [{ host: 'acme', ahead: 12 * minutes }],
    [
      { host: 'acme', ahead: 12 * minutes + 900 },
      { host: 'orchard', ahead: -3 * minutes },
    ],
  ]);
});

it('is not misled by one answer that was held up', () => {
  const { skews } = listening();
  for (const ahead of [200, -300, -40 * minutes, 100, 0]) skews.heard('acme', ahead);
  expect(skews.ahead('acme')).toBe(0);
});

it('follows a clock that was put right, and says that too', () => {
  const { told, skews } = listening();
  skews.heard('acme', 12 * minutes);
  for (let count = 0; count < 5; count += 1) skews.heard('acme', 0);
  expect(skews.ahead('acme')).toBe(0);
  expect(told.at(-1)).toEqual([]);
});

it('tells the least of the last answers at once, where too early would be harm', () => {
  const { skews } = listening();
  expect(skews.leastAhead('a')).toBe(0);
  for (const ahead of [0, 0, -86_400_000]) skews.heard('a', ahead);
  expect(skews.ahead('a')).toBe(0);
  expect(skews.leastAhead('a')).toBe(-86_400_000);
});
