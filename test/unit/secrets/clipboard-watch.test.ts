import { randomBytes } from 'node:crypto';
import { PassThrough } from 'node:stream';
import { beforeEach, expect, test } from 'vitest';
import { markOfText } from '../../../src/main/secrets/clipboard-mark.ts';
import { watchClipboard } from '../../../src/main/secrets/clipboard-watch.ts';
import { ManualTimer, settle } from '../../support/manual-timer.ts';
import { FakeClipboard } from './fake-clipboard.ts';

const key = randomBytes(32);

let clipboard: FakeClipboard;
let timer: ManualTimer;
let input: PassThrough;
let output: PassThrough;
let over: boolean;
beforeEach(() => {
  clipboard = new FakeClipboard();
  timer = new ManualTimer();
  input = new PassThrough();
  output = new PassThrough();
  over = false;
  void watchClipboard({ clipboard, timer, input, output }).then(() => {
    over = true;
  });
});

/** Copies a text and orders it watched for so many seconds; resolves with the helper's acknowledgement. */
async function copy(text: string, seconds: number): Promise<string> {
  clipboard.text = text;
  const clearsAt = new Date(timer.now().getTime() + seconds * 1000).toISOString();
  input.write(`${JSON.stringify({ key: key.toString('base64'), mark: markOfText(key, text), clearsAt })}\n`);
  const [line] = (await output.iterator({ destroyOnReturn: false }).next()).value.toString().split('\n');
  return line;
}

/** As the system does for a process that was killed. */
async function kill(): Promise<void> {
  input.end();
  for (let turn = 0; turn < 5; turn += 1) await settle();
}

test('an order is acknowledged, and cleared in time when the other side is killed', async () => {
  expect(await copy('secret', 30)).toBe('watching');
  await timer.advance(12_000);
  await kill();
  await timer.advance(17_999);
  expect([clipboard.text, over]).toEqual(['secret', false]);
  await timer.advance(1);
  expect([clipboard.text, over]).toEqual(['', true]);
});

test('killed after its time, it clears at once', async () => {
  await copy('secret', 30);
  await timer.advance(60_000);
  await kill();
  await timer.advance(0);
  expect([clipboard.text, over]).toEqual(['', true]);
});

test('what a person copied meanwhile is left alone', async () => {
  await copy('secret', 30);
  clipboard.text = 'their own words';
  await kill();
  await timer.advance(30_000);
  expect([clipboard.text, over]).toEqual(['their own words', true]);
});

test('only the newest order counts', async () => {
  await copy('first', 10);
  await copy('second', 30);
  await kill();
  await timer.advance(10_000);
  expect(clipboard.text).toBe('second');
  await timer.advance(20_000);
  expect(clipboard.text).toBe('');
});

test('released, it ends and touches nothing', async () => {
  await copy('secret', 30);
  input.end('{"release":true}\n');
  for (let turn = 0; turn < 5; turn += 1) await settle();
  expect(over).toBe(true);
  await timer.advance(60_000);
  expect(clipboard.text).toBe('secret');
});

test('without an order there is nothing to do, and what is no order is ignored', async () => {
  clipboard.text = 'theirs';
  input.write('not json\n{"key":1}\n');
  await kill();
  expect([clipboard.text, over]).toEqual(['theirs', true]);
});

test('a clipboard that another program holds is tried again', async () => {
  await copy('secret', 1);
  clipboard.broken = true;
  await kill();
  await timer.advance(5_000);
  clipboard.broken = false;
  await timer.advance(1_000);
  expect([clipboard.text, over]).toEqual(['', true]);
});
