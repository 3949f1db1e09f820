/** Documents and what belongs to them: loading and its failures, addresses, stored data, requests, downloads, dialogs. */
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

test('a window tells of its document before it shows itself', async () => {
  const told = () => host.evalMain(() => probe.events.filter((event) => /^(contents|window)/.test(event)));
  await eventually(told).toEqual([
    'contents dom-ready',
    'contents did-finish-load',
    'window ready-to-show',
    'window show',
  ]);
});

test('the frame follows its document to another address', async () => {
  await host.page.evaluate(() => history.pushState(null, '', '/deep?x=1#part'));
  expect(await host.page.evaluate(() => window.probeBridge.who())).toMatchObject({
    url: 'app://probe/deep?x=1#part',
    isMain: true,
  });
  await host.page.goBack();
});

test('stored data is cleared on request', async () => {
  await host.page.evaluate(() => localStorage.setItem('kept', 'yes'));
  await host.evalMain(({ session }) => session.defaultSession.clearStorageData());
  await host.page.reload();
  expect(await host.page.evaluate(() => localStorage.getItem('kept'))).toBeNull();
});

test('the application can stop a request and change the headers of an answer', async () => {
  await host.evalMain(({ session }) => {
    const { webRequest } = session.defaultSession;
    webRequest.onBeforeRequest({ urls: ['app://probe/secret*'] }, (_details, callback) =>
      callback({ cancel: true }),
    );
    webRequest.onHeadersReceived(({ responseHeaders = {} }, callback) => {
      callback({ responseHeaders: { ...responseHeaders, 'X-Probe': ['added'] } });
    });
  });
  const seen = await host.page.evaluate(async () => {
    const stopped = await fetch('/secret.txt').catch((error: Error) => error.name);
    const { headers } = await fetch('/echo', { method: 'POST', body: '' });
    return { stopped, added: headers.get('x-probe') };
  });
  expect(seen).toEqual({ stopped: 'TypeError', added: 'added' });
  await host.evalMain(({ session }) => {
    session.defaultSession.webRequest.onBeforeRequest(null);
    session.defaultSession.webRequest.onHeadersReceived(null);
  });
});

test('a download is told of and does not happen', async () => {
  const told = host.evalMain(
    ({ session }) =>
      new Promise<string[]>((resolve) => {
        session.defaultSession.once('will-download', (_event, item) =>
          resolve([item.getFilename(), item.getState()]),
        );
      }),
  );
  await host.page.evaluate(() => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(['rows']));
    link.download = 'keys.csv';
    link.click();
  });
  expect(await told).toEqual(['keys.csv', 'cancelled']);
});

test.each([
  ['app://probe/broken.html', 'ERR_FAILED (-2)'],
  ['https://nowhere.invalid/', 'ERR_NAME_NOT_RESOLVED (-2)'],
])('%s cannot be loaded, and says why', async (url, code) => {
  const own = temporaryFolder();
  const other = await launchProbe(own);
  const outcome = await other.evalMain(async ({ BrowserWindow }, address) => {
    const [window] = BrowserWindow.getAllWindows();
    const failed: unknown[] = [];
    window?.webContents.once('did-fail-load', (_event, _number, name, place) => failed.push(name, place));
    const message = await window?.loadURL(address).catch((error: Error) => error.message);
    await window?.loadURL('app://probe/');
    return { message, failed, now: window?.webContents.getURL() };
  }, url);
  expect(outcome).toEqual({
    message: `${code} loading '${url}'`,
    failed: [code.split(' ')[0], url],
    now: 'app://probe/',
  });
  await other.close();
  removeFolder(own);
});

test('a page cannot hold up its own closing', async () => {
  await host.page.evaluate(() => addEventListener('beforeunload', (event) => event.preventDefault()));
  await host.page.click('h1');
  const closed = await host.evalMain(
    ({ BrowserWindow }) =>
      new Promise<number>((resolve) => {
        const [window] = BrowserWindow.getAllWindows();
        window?.once('closed', () => resolve(BrowserWindow.getAllWindows().length));
        window?.close();
      }),
  );
  expect(closed).toBe(0);
});
