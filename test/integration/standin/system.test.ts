/** What the application asks of the system, and what it is told about what the stand-in does not have. */
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Host } from '../../e2e/support/host.ts';
import { eventually, launchProbe, PROBE, processesNaming, removeFolder, temporaryFolder } from './probe.ts';

const TRAY_ICON = join(import.meta.dirname, '../../../build/icons/system/tray.png');
const folder = temporaryFolder();
let host: Host;

beforeAll(async () => {
  host = await launchProbe(folder, { args: ['--flavour=mint', '--plain'] });
});

afterAll(async () => {
  await host.close();
  removeFolder(folder);
});

test('the application knows its name, its version, its folders and its switches', async () => {
  const facts = await host.evalMain(({ app }) => ({
    name: app.getName(),
    version: app.getVersion(),
    path: app.getAppPath(),
    userData: app.getPath('userData'),
    packaged: app.isPackaged,
    argv: process.argv.slice(1),
    flavour: app.commandLine.getSwitchValue('flavour'),
    switches: [app.commandLine.hasSwitch('plain'), app.commandLine.hasSwitch('other')],
  }));
  expect(facts).toEqual({
    name: 'Stand-in probe',
    version: '1.2.3',
    path: PROBE,
    userData: folder,
    packaged: false,
    argv: [PROBE, `--user-data-dir=${folder}`, '--remote-debugging-port=0', '--flavour=mint', '--plain'],
    flavour: 'mint',
    switches: [true, false],
  });
});

test('a utility process talks, is heard, and reports its end', async () => {
  const story = await host.evalMain(async ({ utilityProcess, app }) => {
    const child = utilityProcess.fork(`${app.getAppPath()}/utility.ts`, ['one', 'two'], {
      stdio: 'pipe',
      env: { ...process.env, PLANTED: 'yes' },
      serviceName: 'probe',
    });
    const heard: unknown[] = [];
    const next = (stream: NodeJS.ReadableStream | null) =>
      new Promise<string>((resolve) => stream?.once('data', (chunk) => resolve(String(chunk))));
    const outputs = Promise.all([next(child.stdout), next(child.stderr)]);
    await new Promise<void>((resolve) => child.once('spawn', () => resolve()));
    child.postMessage({ when: new Date(7) });
    await new Promise<void>((resolve) => {
      child.once('message', (message) => {
        heard.push(message);
        resolve();
      });
    });
    const alive = typeof child.pid;
    const code = new Promise((resolve) => child.once('exit', resolve));
    child.postMessage('end');
    return { heard, outputs: await outputs, alive, code: await code, after: child.pid };
  });
  expect(story).toEqual({
    heard: [{ data: { when: new Date(7) }, argv: ['one', 'two'], planted: 'yes' }],
    outputs: ['out\n', 'err\n'],
    alive: 'number',
    code: 3,
    after: undefined,
  });
});

test('a utility process ends with the application, also with one that is killed', async () => {
  const own = temporaryFolder();
  const other = await launchProbe(own);
  const pid = await other.evalMain(async ({ utilityProcess, app }) => {
    const child = utilityProcess.fork(`${app.getAppPath()}/utility.ts`, [app.getPath('userData')]);
    await new Promise<void>((resolve) => child.once('spawn', () => resolve()));
    return child.pid;
  });
  expect(processesNaming(own)).toContain(pid);
  await other.kill();
  await eventually(() => processesNaming(own)).toEqual([]);
  removeFolder(own);
});

test('clipboard, links and dialogs stay inside and can be looked at', async () => {
  const outcome = await host.evalMain(async ({ clipboard, dialog, shell }) => {
    await clipboard.writeText('copied');
    const copied = await clipboard.readText();
    clipboard.clear();
    await shell.openExternal('https://example.com/guide');
    const message = await dialog.showMessageBox({
      message: 'Delete?',
      buttons: ['Delete', 'Cancel'],
      cancelId: 1,
    });
    const save = await dialog.showSaveDialog({});
    return {
      copied,
      cleared: await clipboard.readText(),
      response: message.response,
      canceled: save.canceled,
    };
  });
  expect(outcome).toEqual({ copied: 'copied', cleared: '', response: 1, canceled: true });
  const records = await host.evalMain((electron) => {
    const { standin } = electron as unknown as { standin: { records: { call: string; args: unknown[] }[] } };
    return standin.records.filter(({ call }) => call === 'shell.openExternal');
  });
  expect(records).toEqual([{ call: 'shell.openExternal', args: ['https://example.com/guide'] }]);
});

test('notifications, tray and badge are recorded, and can be pressed', async () => {
  const did = await host.evalMain((electron, picture) => {
    const { app, Menu, nativeImage, Notification, Tray } = electron;
    const { standin } = electron as unknown as { standin: { records: { call: string; args: unknown[] }[] } };
    const last = (call: string) => standin.records.findLast((record) => record.call === call)?.args[0];
    const did: unknown[] = [Notification.isSupported()];

    const notification = new Notification({ title: 'Two keys are due', body: 'Today.' });
    notification.on('click', () => did.push(notification.title));
    notification.show();
    (last('Notification.show') as NodeJS.EventEmitter).emit('click');

    const tray = new Tray(nativeImage.createFromPath(picture));
    tray.setToolTip('Two keys are due');
    tray.setContextMenu(Menu.buildFromTemplate([{ label: 'Open', click: () => did.push('opened') }]));
    tray.on('click', () => did.push('pressed'));
    (last('Tray') as NodeJS.EventEmitter).emit('click');
    (last('Tray.setContextMenu') as Electron.Menu).items[0]?.click();
    app.setBadgeCount(2);
    const image = nativeImage.createFromPath(picture);
    return [...did, last('app.setBadgeCount'), image.isEmpty(), image.getSize().width];
  }, TRAY_ICON);
  expect(did).toEqual([true, 'Two keys are due', 'pressed', 'opened', 2, false, 24]);
  const none = await host.evalMain(({ nativeImage }) => nativeImage.createFromPath('/nowhere.png').isEmpty());
  expect(none).toBe(true);
});

test('tests send the power events', async () => {
  const heard = await host.evalMain(({ powerMonitor }) => {
    const events: string[] = [];
    powerMonitor.once('lock-screen', () => events.push('lock-screen'));
    (powerMonitor as NodeJS.EventEmitter).emit('lock-screen');
    return events;
  });
  expect(heard).toEqual(['lock-screen']);
});

const absent: Record<string, (electron: typeof import('electron')) => unknown> = {
  'electron.TouchBar': ({ TouchBar }) => new TouchBar({ items: [] }),
  'electron.safeStorage': ({ safeStorage }) => safeStorage.isEncryptionAvailable(),
  'electron.app.relaunch': ({ app }) => app.relaunch(),
  'electron.BrowserWindow.setKiosk': ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setKiosk(true),
  'electron.nativeWindow': (electron) => Reflect.get(electron, 'nativeWindow'),
  "electron.app event 'login'": ({ app }) => app.on('login', () => undefined),
};

test.each(Object.entries(absent))('%s throws by its name', async (name, use) => {
  await expect(host.evalMain(use)).rejects.toThrow(`${name} is not part of the stand-in`);
});

test('a window without sandbox or isolation is not made', async () => {
  for (const weak of [
    { sandbox: false },
    { contextIsolation: false },
    { nodeIntegration: true },
    { webSecurity: false },
  ]) {
    const make = host.evalMain(({ BrowserWindow }, webPreferences) => {
      new BrowserWindow({ webPreferences });
    }, weak);
    await expect(make).rejects.toThrow('without sandbox, context isolation and web security');
  }
  expect(await host.evalMain(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('what Electron allows only before ready is refused afterwards', async () => {
  const late = host.evalMain(({ protocol }) => protocol.registerSchemesAsPrivileged([]));
  await expect(late).rejects.toThrow('should be called before app is ready');
});

test('require and every way of importing give the same module', async () => {
  const same = await host.evalMain(({ app }) => probe.modules.map((module) => module.app === app));
  expect(same).toEqual([true, true, true, true]);
});
