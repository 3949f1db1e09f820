/** The posture of a window: what the browser itself must enforce, seen from inside the page. */
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

test('the page sees what the preload exposes, and nothing of how it got there', async () => {
  expect(await host.page.evaluate(() => window.atStart)).toEqual({
    bridge: 'object',
    leaked: 'undefined',
    require: 'undefined',
    process: 'undefined',
    standin: [],
  });
  const frozen = await host.page.evaluate(() => {
    const { probeBridge } = window;
    return [
      Object.isFrozen(probeBridge),
      Object.isFrozen(probeBridge.nested.list),
      Object.isFrozen(probeBridge.sum),
    ];
  });
  expect(frozen).toEqual([true, true, true]);
  // The way to the host is taken out of the preload's own world as well.
  expect(await host.page.evaluate(() => window.probeBridge.bindings())).toEqual([]);
});

test('the exposed object can be neither replaced nor exposed twice', async () => {
  const outcome = await host.page.evaluate(() => {
    const before = window.probeBridge;
    Reflect.set(window, 'probeBridge', {});
    Reflect.deleteProperty(window, 'probeBridge');
    try {
      window.probeBridge.again();
    } catch (error) {
      return [window.probeBridge === before, String(error)];
    }
    return [];
  });
  expect(outcome).toEqual([
    true,
    'Error: Cannot bind an API on top of an existing property on the window object',
  ]);
});

test('the content security policy stops inline scripts and eval', async () => {
  const tried = await host.page.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'window.inlineRan = true';
    document.head.append(script);
    let evaluated = 'ran';
    try {
      // Scheduled, because the tool that runs this test may itself be exempt from the policy.
      await new Promise((resolve, reject) => {
        setTimeout(() => {
          try {
            resolve(new Function('return 1')());
          } catch (error) {
            reject(error);
          }
        });
      });
    } catch (error) {
      evaluated = (error as Error).name;
    }
    return { inline: window.inlineRan, evaluated };
  });
  expect(tried).toEqual({ inline: undefined, evaluated: 'EvalError' });
});

test('the application answers requests, in its own addresses', async () => {
  const echo = await host.page.evaluate(async () => {
    const response = await fetch('/echo?x=1', { method: 'POST', body: 'grün' });
    return response.json();
  });
  expect(echo).toEqual({ method: 'POST', url: 'app://probe/echo?x=1', origin: 'app://probe', body: 'grün' });
  const failures = await host.page.evaluate(async () => {
    const missing = (await fetch('/nothing')).status;
    const broken = await fetch('/broken.html').catch((error: Error) => error.name);
    const outside = await fetch('https://example.com/').catch((error: Error) => error.name);
    return { missing, broken, outside };
  });
  expect(failures).toEqual({ missing: 404, broken: 'TypeError', outside: 'TypeError' });
});

test('a link away is put to will-navigate and, prevented, leaves the page as it is', async () => {
  await host.page.evaluate(() => document.body.setAttribute('data-mark', 'here'));
  await host.page.click('#away');
  await eventually(() => host.evalMain(() => probe.navigations)).toEqual(['https://example.com/away']);
  await host.page.evaluate(() => location.assign('https://example.com/script'));
  await eventually(() => host.evalMain(() => probe.navigations.at(-1))).toBe('https://example.com/script');
  expect(await host.page.getAttribute('body', 'data-mark')).toBe('here');
  expect(
    await host.evalMain(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL()),
  ).toBe('app://probe/');
});

test('no way of asking for another window opens one', async () => {
  expect(
    await host.page.evaluate(() => window.open('https://example.com/opened', '_blank', 'width=200')),
  ).toBeNull();
  await host.page.click('#blank');
  await host.page.click('#away', { modifiers: ['ControlOrMeta'] });
  await eventually(() => host.evalMain(() => probe.windowsAsked)).toEqual([
    'https://example.com/opened',
    'https://example.com/blank',
    'https://example.com/away',
  ]);
  expect(await host.evalMain(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  await eventually(() => host.page.context().pages().length).toBe(1);
});

test('permissions are refused by the browser itself', async () => {
  const states = await host.page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read'];
    const asked = names.map((name) => navigator.permissions.query({ name: name as PermissionName }));
    return (await Promise.all(asked)).map(({ state }) => state);
  });
  expect(new Set(states)).toEqual(new Set(['denied']));
  const code = await host.page.evaluate(
    () =>
      new Promise((resolve) =>
        navigator.geolocation.getCurrentPosition(resolve, (error) => resolve(error.code)),
      ),
  );
  expect(code).toBe(1);
  expect(await host.evalMain(() => probe.permissions)).toContain('geolocation');
});

test('a window has the size it was given, and says so when that changes', async () => {
  const inner = () => host.page.evaluate(() => [innerWidth, innerHeight]);
  expect(await inner()).toEqual([900, 620]);
  await host.evalMain(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(1024, 700));
  await eventually(inner).toEqual([1024, 700]);
  expect(
    await host.evalMain(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds()),
  ).toMatchObject({
    width: 1024,
    height: 700,
  });
});

test('capturePage gives a PNG of the window', async () => {
  const picture = await host.evalMain(async ({ BrowserWindow }) => {
    const image = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage();
    return image && { png: image.toPNG().subarray(0, 8).toString('hex'), size: image.getSize() };
  });
  expect(picture).toEqual({ png: '89504e470d0a1a0a', size: { width: 1024, height: 700 } });
});

test('the theme reaches the page, and the page tells of the system', async () => {
  const dark = () => host.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  const set = (source: 'dark' | 'light' | 'system') =>
    host.evalMain(({ nativeTheme }, theme) => {
      nativeTheme.themeSource = theme;
      return nativeTheme.shouldUseDarkColors;
    }, source);
  expect(await set('light')).toBe(false);
  expect(await dark()).toBe(false);
  expect(await set('dark')).toBe(true);
  await eventually(dark).toBe(true);
  expect(await set('system')).toBe(false);
  // Only then is the window free for somebody else to say what the system prefers.
  await eventually(dark).toBe(false);
  // A page hears of a change when it is drawn next; two changes before that are none.
  await host.page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))));
  await host.page.emulateMedia({ colorScheme: 'dark' });
  await eventually(() => host.evalMain(({ nativeTheme }) => nativeTheme.shouldUseDarkColors)).toBe(true);
});

test('keys the page leaves alone reach the application menu', async () => {
  const menu = () => host.evalMain(() => probe.events.filter((event) => event === 'menu').length);
  await host.page.keyboard.press('Control+1');
  await eventually(menu).toBe(1);
  await host.page.evaluate(() => addEventListener('keydown', (event) => event.preventDefault()));
  await host.page.keyboard.press('Control+1');
  await host.evalMain(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('one')?.click());
  // Had the prevented key counted too, it would have come first.
  await eventually(menu).toBe(2);
});
