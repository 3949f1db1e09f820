/** The same window on a screen: a plain application window, without address bar or tabs, on a display of its own. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Host } from '../../e2e/support/host.ts';
import {
  allGone,
  eventLines,
  eventually,
  launchProbe,
  processesNaming,
  removeFolder,
  temporaryFolder,
} from './probe.ts';

const hasXvfb = spawnSync('Xvfb', ['-help'], { stdio: 'ignore' }).error === undefined;

describe.skipIf(!hasXvfb)('on a display', () => {
  const folder = temporaryFolder();
  let display: ChildProcess;
  let host: Host;

  beforeAll(async () => {
    display = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    const [number] = await once(display.stdio[3] as Readable, 'data');
    host = await launchProbe(folder, {
      env: { DISPLAY: `:${String(number).trim()}`, WAYLAND_DISPLAY: undefined },
    });
  });

  afterAll(async () => {
    await host.close();
    display.kill();
    removeFolder(folder);
  });

  test('the window is drawn without a frame of Chromium’s own, in the size asked for', async () => {
    const sizes = await host.page.evaluate(() => [innerWidth, innerHeight, outerWidth, outerHeight]);
    expect(sizes).toEqual([900, 620, 900, 620]);
    // The placeholder that came first cannot be gone back to.
    await eventually(() => host.page.evaluate(() => history.length)).toBe(1);
  });

  test('bridge, policy and permissions are the same', async () => {
    expect(await host.page.evaluate(() => window.probeBridge.echo('there'))).toEqual(['there']);
    expect(await host.page.evaluate(() => [window.inlineRan, typeof window.atStart.leaked])).toEqual([
      undefined,
      'string',
    ]);
    const state = await host.page.evaluate(
      async () => (await navigator.permissions.query({ name: 'geolocation' })).state,
    );
    expect(state).toBe('denied');
  });

  test('no popup opens', async () => {
    await host.page.click('#blank');
    await eventually(() => host.evalMain(() => probe.windowsAsked)).toEqual(['https://example.com/blank']);
    await eventually(() => host.page.context().pages().length).toBe(1);
  });

  test('a window closed by hand is reported closed, and the application quits', async () => {
    await host.page.close();
    await allGone(folder);
    expect(eventLines(host).slice(-6)).toEqual([
      'window close',
      'window closed',
      'window-all-closed',
      'before-quit',
      'will-quit',
      'quit',
    ]);
    expect(await host.close()).toBe(0);
    expect(processesNaming(folder)).toEqual([]);
  });
});
