/** Messages between window and main: what may cross, what errors look like, who is said to have sent it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Host } from '../../e2e/support/host.ts';
import { eventually, launchProbe, removeFolder, temporaryFolder } from './probe.ts';

const folder = temporaryFolder();
let host: Host;

beforeAll(async () => {
  host = await launchProbe(folder);
});

afterAll(async () => {
  await host.close();
  removeFolder(folder);
});

test('values keep their kind on the way there and back', async () => {
  const kinds = await host.page.evaluate(async () => {
    const sent = [
      undefined,
      null,
      -0,
      Number.NaN,
      12n,
      new Date(5),
      new Uint8Array([1, 255]),
      { a: undefined, $: 1 },
    ];
    const back = await window.probeBridge.echo(...sent);
    const [nothing, empty, zero, nan, big, date, bytes, object] = back;
    return {
      nothing: nothing === undefined && back.length === sent.length,
      empty: empty === null,
      zero: Object.is(zero, -0),
      nan: Number.isNaN(nan),
      big: big === 12n,
      date: date instanceof Date && date.getTime(),
      bytes: bytes instanceof Uint8Array && [...bytes],
      keys: Object.keys(object as object),
    };
  });
  expect(kinds).toEqual({
    nothing: true,
    empty: true,
    zero: true,
    nan: true,
    big: true,
    date: 5,
    bytes: [1, 255],
    keys: ['a', '$'],
  });
});

const rejections = {
  fail: "Error invoking remote method 'fail': TypeError: the reason",
  nobody: "Error invoking remote method 'nobody': Error: No handler registered for 'nobody'",
  uncloneable: "Error invoking remote method 'uncloneable': Error: An object could not be cloned.",
  unknown: 'electron.ipcRenderer.sendSync is not part of the stand-in',
  throws: 'too far',
} as const;

test.each(Object.entries(rejections))(
  '%s reaches the page in Electron’s own words',
  async (name, message) => {
    const said = await host.page.evaluate(
      async (member) => {
        try {
          await window.probeBridge[member]();
          return 'no error';
        } catch (error) {
          return (error as Error).message;
        }
      },
      name as keyof typeof rejections,
    );
    expect(said).toBe(message);
  },
);

test('a function cannot be sent to the main process', async () => {
  const said = await host.page.evaluate(() =>
    window.probeBridge.echo({ deep: [() => 1] }).catch((error: Error) => error.message),
  );
  expect(said).toBe('An object could not be cloned.');
});

test('functions work across the bridge in both directions, synchronously', async () => {
  const results = await host.page.evaluate(() => [
    window.probeBridge.sum(2, 3),
    window.probeBridge.later(20, (value) => value + 1),
  ]);
  expect(results).toEqual([5, 21]);
});

test('a page that replaces the language’s own functions does not reach into the bridge', async () => {
  const sum = await host.page.evaluate(() => {
    const { dispatchEvent } = EventTarget.prototype;
    EventTarget.prototype.dispatchEvent = () => {
      throw new Error('seen');
    };
    try {
      return window.probeBridge.sum(1, 1);
    } finally {
      EventTarget.prototype.dispatchEvent = dispatchEvent;
    }
  });
  expect(sum).toBe(2);
});

test('messages are heard until the listener is taken away', async () => {
  const heard = await host.page.evaluate(async () => {
    const greetings: unknown[] = [];
    const next = () =>
      new Promise<void>((resolve) => {
        const off = window.probeBridge.onGreeting((text, when) => {
          greetings.push([text, when.getTime()]);
          off();
          resolve();
        });
      });
    const first = next();
    window.probeBridge.greet('Ana');
    await first;
    const second = next();
    window.probeBridge.greet('Ben');
    await second;
    return greetings;
  });
  expect(heard).toEqual([
    ['Hello Ana', 0],
    ['Hello Ben', 0],
  ]);
});

test('the sender is the main frame of a known window, at the application’s own address', async () => {
  expect(await host.page.evaluate(() => window.probeBridge.who())).toEqual({
    url: 'app://probe/',
    isMain: true,
    isWindow: true,
  });
});

test('an answer never reaches the document after the one that asked', async () => {
  const ask = async () => {
    await host.page.reload();
    // The first call of each document has the same number.
    await host.page.evaluate(() => {
      window.slowAnswer = window.probeBridge.slow();
    });
  };
  await ask();
  await ask();
  await eventually(() => host.evalMain(() => probe.slow.length)).toBe(2);
  await host.evalMain(() => {
    for (const [index, answer] of probe.slow.entries()) answer(index === 0 ? 'for the old' : 'for the new');
  });
  expect(await host.page.evaluate(() => window.slowAnswer)).toBe('for the new');
});
