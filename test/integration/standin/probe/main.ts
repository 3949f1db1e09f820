/** A small application that uses everything the stand-in has, and reports what happened through `probe`. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import electron, { app, BrowserWindow, ipcMain, Menu, protocol, session } from 'electron';

/** What tests look at from inside the process. */
const probe = {
  events: [] as string[],
  navigations: [] as string[],
  windowsAsked: [] as string[],
  permissions: [] as string[],
  senders: [] as { url: string; isMain: boolean; isWindow: boolean }[],
  /** `electron` as it comes by every way but the named import. */
  modules: [
    electron,
    createRequire(import.meta.url)('electron'),
    await import('electron'),
    await import('electron/main'),
  ] as (typeof electron)[],
  prevent: new Set<string>(),
  /** Lets a pending `slow` call answer, oldest first. */
  slow: [] as ((value: string) => void)[],
};
export type Probe = typeof probe;
Object.assign(globalThis, { probe });

const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'";
const TYPES: Record<string, string> = { html: 'text/html', js: 'text/javascript', ico: 'image/x-icon' };

protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);

for (const event of [
  'before-quit',
  'will-quit',
  'quit',
  'window-all-closed',
  'will-finish-launching',
  'ready',
]) {
  app.on(event as 'quit', (details) => {
    probe.events.push(event);
    process.stdout.write(`event ${event}\n`);
    if (probe.prevent.delete(event)) details.preventDefault();
    if (event === 'window-all-closed') app.quit();
  });
}

async function answer(request: Request): Promise<Response> {
  const { host, pathname } = new URL(request.url);
  if (host !== 'probe') return new Response('unknown host', { status: 404 });
  if (pathname === '/echo') {
    const origin = request.headers.get('origin');
    return Response.json({ method: request.method, url: request.url, origin, body: await request.text() });
  }
  if (pathname === '/broken.html') throw new Error('this answer cannot be made');
  const name = pathname.slice(1) || 'page.html';
  const text = await readFile(join(import.meta.dirname, name)).catch(() => undefined);
  if (!text) return new Response('not found', { status: 404 });
  const type = TYPES[name.split('.').at(-1) ?? ''] ?? 'text/plain';
  return new Response(text, { headers: { 'content-type': type, 'content-security-policy': POLICY } });
}

function open(): BrowserWindow {
  const window = new BrowserWindow({
    width: 900,
    height: 620,
    show: false,
    webPreferences: { preload: join(import.meta.dirname, 'preload.cjs') },
  });
  for (const event of ['ready-to-show', 'show', 'close', 'closed']) {
    window.on(event as 'closed', (details?: { preventDefault(): void }) => {
      probe.events.push(`window ${event}`);
      process.stdout.write(`event window ${event}\n`);
      if (probe.prevent.delete(event)) details?.preventDefault();
    });
  }
  window.once('ready-to-show', () => window.show());
  const { webContents } = window;
  for (const event of ['dom-ready', 'did-finish-load']) {
    webContents.on(event as 'dom-ready', () => probe.events.push(`contents ${event}`));
  }
  webContents.on('will-navigate', (event, url) => {
    probe.navigations.push(url);
    event.preventDefault();
  });
  webContents.setWindowOpenHandler(({ url }) => {
    probe.windowsAsked.push(url);
    return { action: 'deny' };
  });
  void window.loadURL('app://probe/');
  return window;
}

ipcMain.handle('echo', (_event, ...args) => args);
ipcMain.handle('who', ({ sender, senderFrame }) => {
  const window = BrowserWindow.fromWebContents(sender);
  const who = {
    url: senderFrame?.url ?? '',
    isMain: senderFrame === sender.mainFrame && senderFrame?.parent === null,
    isWindow: window !== null && BrowserWindow.getAllWindows().includes(window),
  };
  probe.senders.push(who);
  return who;
});
ipcMain.handle('fail', () => {
  throw new TypeError('the reason');
});
ipcMain.handle('slow', () => new Promise((resolve) => probe.slow.push(resolve)));
ipcMain.handle('uncloneable', () => ({ run: () => 1 }));
ipcMain.on('greet', (event, name) => event.reply('greeting', `Hello ${name}`, new Date(0)));

if (!app.requestSingleInstanceLock()) {
  process.stdout.write('second instance\n');
  app.quit();
} else {
  app.on('second-instance', (_event, argv) => {
    process.stdout.write(`second-instance ${JSON.stringify(argv.slice(2))}\n`);
  });
  void app.whenReady().then(() => {
    session.defaultSession.setPermissionCheckHandler((_contents, permission) => {
      probe.permissions.push(permission);
      return false;
    });
    session.defaultSession.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
    protocol.handle('app', answer);
    const pressed = () => probe.events.push('menu');
    Menu.setApplicationMenu(
      Menu.buildFromTemplate([
        { label: 'Go', submenu: [{ id: 'one', label: 'One', accelerator: 'CmdOrCtrl+1', click: pressed }] },
      ]),
    );
    open();
  });
}
