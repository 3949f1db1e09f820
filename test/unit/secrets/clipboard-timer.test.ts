import { beforeEach, expect, test } from 'vitest';
import { ClipboardTimer } from '../../../src/main/secrets/clipboard-timer.ts';
import { ManualTimer } from '../../support/manual-timer.ts';
import { FakeClipboard } from './fake-clipboard.ts';
import { FakeGuard } from './fake-guard.ts';

let clipboard: FakeClipboard;
let timer: ManualTimer;
let guard: FakeGuard;
let ends: string[];
let copies: ClipboardTimer;
beforeEach(() => {
  clipboard = new FakeClipboard();
  timer = new ManualTimer();
  ends = [];
  guard = new FakeGuard();
  copies = new ClipboardTimer({
    clipboard,
    timer,
    guard,
    clearAfter: 30_000,
    onEnd: (id, state) => ends.push(`${id} ${state}`),
  });
});

test('what a person copied meanwhile is left alone', async () => {
  await copies.copy('a', 'secret');
  clipboard.text = 'their own words';
  await timer.advance(30_000);
  expect([clipboard.text, ends]).toEqual(['their own words', ['a replaced']]);
});

test('a text that only begins with ours is theirs', async () => {
  await copies.copy('a', 'secret');
  clipboard.text = 'secret and more';
  await timer.advance(30_000);
  expect(clipboard.text).toBe('secret and more');
});

test('line ends in the form of the system do not hide our own text', async () => {
  await copies.copy('a', 'export X=1\ncurl\n');
  clipboard.text = 'export X=1\r\ncurl\r\n';
  await timer.advance(30_000);
  expect(ends).toEqual(['a cleared']);
});

test('copied again, the 30 seconds begin anew', async () => {
  await copies.copy('a', 'secret');
  await timer.advance(20_000);
  await copies.copy('a', 'secret');
  await timer.advance(29_999);
  expect([clipboard.text, ends]).toEqual(['secret', []]);
  await timer.advance(1);
  expect(ends).toEqual(['a cleared']);
});

test('only the newest copy has a timer; the older one is told that it was replaced', async () => {
  await copies.copy('a', 'first');
  await copies.copy('b', 'second');
  expect([ends, timer.waiting]).toEqual([['a replaced'], 1]);
  await timer.advance(30_000);
  expect(ends).toEqual(['a replaced', 'b cleared']);
});

test('a copy that comes while the clipboard is read is not cleared by the older timer', async () => {
  await copies.copy('a', 'same');
  let second: Promise<Date> | undefined;
  clipboard.whileReading = () => {
    second ??= copies.copy('b', 'same');
  };
  await timer.advance(30_000);
  await second;
  expect([clipboard.text, ends]).toEqual(['same', ['a replaced']]);
  await timer.advance(30_000);
  expect([clipboard.text, ends]).toEqual(['', ['a replaced', 'b cleared']]);
});

test('a copy that fails leaves the older one its timer', async () => {
  await copies.copy('a', 'first');
  clipboard.broken = true;
  await expect(copies.copy('b', 'second')).rejects.toThrow('another program');
  clipboard.broken = false;
  await timer.advance(30_000);
  expect([clipboard.text, ends]).toEqual(['', ['a cleared']]);
});

test('a clipboard that another program holds is tried again', async () => {
  await copies.copy('a', 'secret');
  clipboard.broken = true;
  await timer.advance(30_000);
  await timer.advance(5_000);
  expect([clipboard.text, ends]).toEqual(['secret', []]);
  clipboard.broken = false;
  await timer.advance(1_000);
  expect([clipboard.text, ends, timer.waiting]).toEqual(['', ['a cleared'], 0]);
});

test('clearing now does not wait, leaves foreign text alone, and may come twice', async () => {
  await copies.copy('a', 'secret');
  await copies.clearNow();
  await copies.clearNow();
  expect([clipboard.text, ends]).toEqual(['', ['a cleared']]);

  await copies.copy('b', 'secret');
  clipboard.text = 'theirs';
  await copies.clearNow();
  expect([clipboard.text, ends.at(-1), timer.waiting]).toEqual(['theirs', 'b replaced', 0]);
});

test('clearing now that fails is made up for as soon as it can be', async () => {
  await copies.copy('a', 'secret');
  clipboard.broken = true;
  await expect(copies.clearNow()).rejects.toThrow('another program');
  clipboard.broken = false;
  await timer.advance(1_000);
  expect([clipboard.text, ends]).toEqual(['', ['a cleared']]);
});

test('a copy is watched before it is on the clipboard, until it is off again', async () => {
  const whenWatched: string[] = [];
  guard.whileWatching = () => whenWatched.push(clipboard.text);
  const clearsAt = await copies.copy('a', 'secret');
  expect(whenWatched).toEqual(['']);
  expect(guard.watched?.clearsAt).toBe(clearsAt.toISOString());
  expect(JSON.stringify(guard.watched)).not.toContain('secret');
  await timer.advance(30_000);
  expect([guard.watched, copies.isWaiting]).toEqual([null, false]);
});

test('a copy that fails is not watched; the one before it is again', async () => {
  clipboard.broken = true;
  await expect(copies.copy('a', 'first')).rejects.toThrow('another program');
  expect(guard.watched).toBeNull();
  clipboard.broken = false;
  await copies.copy('b', 'second');
  const watched = guard.watched;
  await timer.advance(5_000);
  clipboard.broken = true;
  await expect(copies.copy('c', 'third')).rejects.toThrow('another program');
  expect(guard.watched).toEqual(watched);
});
