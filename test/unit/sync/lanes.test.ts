import { expect, it } from 'vitest';
import { createLanes } from '../../../src/main/sync/lanes.ts';
import { settle } from '../../support/manual-timer.ts';

/** Work that goes on until it is let go. */
function slowWork() {
  const waiting: (() => void)[] = [];
  let [atWork, most] = [0, 0];
  return {
    begin: async () => {
      atWork += 1;
      most = Math.max(most, atWork);
      await new Promise<void>((done) => waiting.push(done));
      atWork -= 1;
    },
    atWork: () => atWork,
    most: () => most,
    async letGo() {
      for (const done of waiting.splice(0)) done();
      await settle();
    },
  };
}

it('asks one host eight things at a time, and the next as soon as one has answered', async () => {
  const lanes = createLanes();
  const work = slowWork();
  const all = Array.from({ length: 20 }, () => lanes.through('acme', work.begin));
  await settle();
  expect(work.atWork()).toBe(8);
  await work.letGo();
  expect(work.atWork()).toBe(8);
  await work.letGo();
  expect(work.atWork()).toBe(4);
  await work.letGo();
  await Promise.all(all);
  expect(work.most()).toBe(8);
});

it('asks 24 things in all at a time', async () => {
  const lanes = createLanes();
  const work = slowWork();
  for (const host of ['a', 'b', 'c', 'd', 'e'])
    for (let count = 0; count < 8; count += 1) void lanes.through(host, work.begin);
  await settle();
  expect(work.atWork()).toBe(24);
});

it('leaves room for the others where hosts hang', async () => {
  const lanes = createLanes();
  const hanging = slowWork();
  for (const host of ['a', 'b'])
    for (let count = 0; count < 50; count += 1) void lanes.through(host, hanging.begin);
  await settle();
  expect(await lanes.through('c', async () => 'read')).toBe('read');
});

it('goes on after work that failed', async () => {
  const lanes = createLanes();
  for (let count = 0; count < 30; count += 1)
    await expect(lanes.through('acme', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await lanes.through('acme', async () => 'read')).toBe('read');
});
