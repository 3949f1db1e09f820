import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ClipboardGuard, createClipboardGuard } from '../../../src/main/secrets/clipboard-guard.ts';
import { ManualTimer, settle } from '../../support/manual-timer.ts';

const order = { key: 'a2V5', mark: 'bWFyaw==', clearsAt: '2026-11-21T08:00:30.000Z' };
/** Acknowledges each line, and ends with its input. */
const acknowledging = `process.stdin.on('data', () => process.stdout.write('watching\\n'))`;

let timer: ManualTimer;
let helpers: ChildProcess[];
beforeEach(() => {
  timer = new ManualTimer();
  helpers = [];
});
afterEach(() => {
  for (const helper of helpers) helper.kill('SIGKILL');
});

function guardWith(script: string): ClipboardGuard {
  return createClipboardGuard(() => {
    const helper = spawn(process.execPath, ['-e', script], { stdio: ['pipe', 'pipe', 'ignore'] });
    helpers.push(helper);
    return helper;
  }, timer);
}

test('a helper is started ahead, hears every order, and ends when released', async () => {
  const guard = guardWith(acknowledging);
  guard.prepare();
  guard.prepare();
  await guard.watch(order);
  await guard.watch(order);
  expect(helpers).toHaveLength(1);
  guard.release();
  await once(helpers[0] as ChildProcess, 'exit');
});

test('one that ended is replaced by another', async () => {
  const guard = guardWith(acknowledging);
  await guard.watch(order);
  helpers[0]?.kill('SIGKILL');
  await once(helpers[0] as ChildProcess, 'exit');
  await guard.watch(order);
  expect(helpers).toHaveLength(2);
});

test('one that ends without a word is not waited for', async () => {
  await guardWith('process.exit(1)').watch(order);
  // Time stands still here, so only its end can have been the answer.
  expect(timer.waiting).toBe(0);
});

test('one that stays silent is waited for three seconds', async () => {
  let watched = false;
  void guardWith('setInterval(() => {}, 1000)')
    .watch(order)
    .then(() => {
      watched = true;
    });
  await timer.advance(2_999);
  expect(watched).toBe(false);
  await timer.advance(1);
  expect(watched).toBe(true);
});

test('where none can be started, copying goes on without', async () => {
  const guard = createClipboardGuard(() => {
    throw new Error('no program');
  }, timer);
  guard.prepare();
  await guard.watch(order);
  guard.release();
  await settle();
  expect(timer.waiting).toBe(0);
});
