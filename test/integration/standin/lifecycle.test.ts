/** From start to end: the order of events, one instance only, and nothing left behind however it ends. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  allGone,
  eventLines,
  launchProbe,
  PROBE,
  processesNaming,
  removeFolder,
  temporaryFolder,
} from './probe.ts';

const STANDIN = fileURLToPath(new URL('../../../src/standin/main.ts', import.meta.url));
const STARTED = ['will-finish-launching', 'ready', 'window ready-to-show', 'window show'];
const LOCK = 'SingletonStandin';

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => removeFolder(folder));

const start = (cwd: string, args: string[] = [], env: NodeJS.ProcessEnv = {}) =>
  fork(STANDIN, [`--user-data-dir=${folder}`, ...args], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    execArgv: [],
    env: { ...process.env, ...env },
  });

async function run(...args: Parameters<typeof start>) {
  const child = start(...args);
  const [out, err, [code]] = await Promise.all([
    child.stdout ? text(child.stdout) : '',
    child.stderr ? text(child.stderr) : '',
    once(child, 'exit') as Promise<[number | null]>,
  ]);
  return { out, err, code };
}

test('quit asks, closes the windows, asks again, and ends with code 0 and nothing left', async () => {
  const host = await launchProbe(folder);
  expect(processesNaming(folder).length).toBeGreaterThan(1);
  expect(await host.close()).toBe(0);
  expect(eventLines(host)).toEqual([
    ...STARTED,
    'before-quit',
    'window close',
    'window closed',
    'will-quit',
    'quit',
  ]);
  expect(processesNaming(folder)).toEqual([]);
  expect(existsSync(join(folder, LOCK))).toBe(false);
});

test('closing the last window is reported, and what the application does then decides', async () => {
  const host = await launchProbe(folder);
  await host.evalMain(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await allGone(folder);
  expect(eventLines(host)).toEqual([
    ...STARTED,
    'window close',
    'window closed',
    'window-all-closed',
    'before-quit',
    'will-quit',
    'quit',
  ]);
  expect(await host.close()).toBe(0);
});

test.each(['before-quit', 'close', 'will-quit'])(
  'a prevented %s stops the quit, and the next one works',
  async (name) => {
    const host = await launchProbe(folder);
    const alive = await host.evalMain(async ({ app, BrowserWindow }, event) => {
      probe.prevent.add(event);
      const closed = new Promise<void>((resolve) => {
        BrowserWindow.getAllWindows()[0]?.once('closed', () => resolve());
      });
      app.quit();
      if (event === 'will-quit') await closed;
      return BrowserWindow.getAllWindows().length;
    }, name);
    expect(alive).toBe(name === 'will-quit' ? 0 : 1);
    expect(await host.close()).toBe(0);
    expect(eventLines(host).filter((line) => line === 'quit')).toHaveLength(1);
  },
);

test('exit ends with the code given and asks nobody', async () => {
  const host = await launchProbe(folder);
  await host.evalMain(({ app }) => app.exit(7));
  expect(await host.close()).toBe(7);
  expect(eventLines(host)).toEqual([...STARTED, 'window closed', 'quit']);
});

test.each(['SIGTERM', 'SIGINT'] as const)('%s quits in order', async (signal) => {
  const host = await launchProbe(folder);
  const pid = await host.evalMain(() => process.pid);
  process.kill(pid, signal);
  await allGone(folder);
  expect(eventLines(host)).toContain('will-quit');
  expect(await host.close()).toBe(0);
});

test('a killed host takes Chromium with it, and its lock does not hold up the next start', async () => {
  const host = await launchProbe(folder);
  await host.kill();
  await allGone(folder);
  expect(existsSync(join(folder, LOCK)) || readdirSync(folder).includes(LOCK)).toBe(true);
  const next = await launchProbe(folder);
  expect(await next.page.title()).toBe('Probe page');
  expect(await next.close()).toBe(0);
});

test('a killed Chromium closes the windows, and the application quits', async () => {
  const host = await launchProbe(folder);
  const chromium = processesNaming(join(folder, 'chromium')).find((pid) =>
    readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--remote-debugging-pipe'),
  );
  process.kill(chromium ?? 0, 'SIGKILL');
  await allGone(folder);
  expect(await host.close()).toBe(1);
  expect(eventLines(host)).toEqual(
    expect.arrayContaining(['window closed', 'window-all-closed', 'will-quit', 'quit']),
  );
});

test('a second start tells the first what it was asked for, and ends', async () => {
  const host = await launchProbe(folder);
  const told = host.evalMain(
    ({ app }) => new Promise((resolve) => app.once('second-instance', (_e, argv) => resolve(argv))),
  );
  const second = await run(PROBE, ['--open=key-7']);
  expect(second.out).toContain('second instance');
  expect(second.out).not.toContain('event ready');
  expect(second.code).toBe(0);
  expect(await told).toEqual([process.execPath, PROBE, `--user-data-dir=${folder}`, '--open=key-7']);
  expect(await host.evalMain(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  expect(await host.close()).toBe(0);
});

test('of many starts at once, one holds the lock', async () => {
  const starts = Array.from({ length: 4 }, () => start(PROBE));
  const outputs = starts.map((child) => (child.stdout ? text(child.stdout) : ''));
  const losers = new Promise<void>((resolve) => {
    let ended = 0;
    for (const child of starts) child.once('exit', () => ++ended === starts.length - 1 && resolve());
  });
  await losers;
  starts.find((child) => child.exitCode === null)?.kill('SIGTERM');
  const said = await Promise.all(outputs);
  expect(said.filter((output) => output.includes('second instance'))).toHaveLength(3);
  await allGone(folder);
});

test('a machine without Chromium gets one clear sentence', async () => {
  const none = {
    PATH: '/nonexistent',
    HOME: folder,
    LATCHKEY_CHROMIUM: undefined,
    PLAYWRIGHT_BROWSERS_PATH: folder,
  };
  const { err, code } = await run(PROBE, [], none);
  expect(err).toBe(
    'No Chromium or Chrome was found: install one (on Debian: apt-get install chromium) or set LATCHKEY_CHROMIUM to its path.\n',
  );
  expect(code).toBe(1);
});

test('a port is open only when asked for', async () => {
  const child = start(PROBE);
  const shown = new Promise<void>((resolve) => {
    child.stdout?.on('data', (chunk: Buffer) => String(chunk).includes('window show') && resolve());
  });
  let errors = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    errors += String(chunk);
  });
  await shown;
  const flags = processesNaming(join(folder, 'chromium')).map((pid) =>
    readFileSync(`/proc/${pid}/cmdline`, 'utf8'),
  );
  expect(flags.some((line) => line.includes('--remote-debugging-pipe'))).toBe(true);
  expect(flags.some((line) => line.includes('--remote-debugging-port'))).toBe(false);
  expect(existsSync(join(folder, 'chromium', 'DevToolsActivePort'))).toBe(false);
  child.kill('SIGTERM');
  await once(child, 'exit');
  expect(errors).not.toContain('DevTools listening');
});
