/** A window with a page: what it may be made with, and how it closes. Its outside is the base window's. */
import { readFileSync } from 'node:fs';
import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron';
import { app } from './app.ts';
import { StandinBaseWindow } from './base-window.ts';
import type { Report } from './contents-events.ts';
import { pressKeys } from './menu.ts';
import { StandinEvent } from './named.ts';
import { nativeTheme } from './native-theme.ts';
import { StandinContents } from './web-contents.ts';
import { windows } from './windows.ts';

type Shown = Pick<BrowserWindow, 'id' | 'loadURL' | 'close' | 'destroy' | 'isDestroyed' | 'reload'>;

let lastId = 0;

/** The security posture is the same here and in tests: a window that asks for less is not made at all. */
function assertIsolated({ webPreferences = {} }: BrowserWindowConstructorOptions): void {
  const { sandbox, contextIsolation, webSecurity } = webPreferences;
  const { nodeIntegration, nodeIntegrationInSubFrames, nodeIntegrationInWorker, webviewTag } = webPreferences;
  const open = [nodeIntegration, nodeIntegrationInSubFrames, nodeIntegrationInWorker, webviewTag];
  if (![sandbox, contextIsolation, webSecurity].includes(false) && !open.includes(true)) return;
  throw new Error('The stand-in makes no window without sandbox, context isolation and web security.');
}

export class StandinWindow extends StandinBaseWindow implements Shown {
  static override readonly name = 'BrowserWindow';
  readonly id = ++lastId;
  readonly webContents: StandinContents;
  #destroyed = false;
  #closing = false;
  #shownOnce = false;

  constructor(options: BrowserWindowConstructorOptions = {}) {
    if (!app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready');
    assertIsolated(options);
    super(options);
    const preload = options.webPreferences?.preload;
    this.webContents = new StandinContents(this.id, preload && readFileSync(preload, 'utf8'), {
      opened: (page) => this.#opened(page),
      gone: () => this.#gone(),
      painted: () => this.#painted(),
      reported: (report) => this.#reported(report),
    });
    this.webContents.on('page-title-updated', (event: StandinEvent, title: string, explicit: boolean) => {
      this.emit('page-title-updated', event, title, explicit);
      if (!event.defaultPrevented) this.setTitle(title);
    });
    windows.add(this);
    app.emit('web-contents-created', new StandinEvent(), this.webContents);
    app.emit('browser-window-created', new StandinEvent(), this);
  }

  /** In the order in which they were made. */
  static getAllWindows(): StandinWindow[] {
    return [...windows].filter((window) => window instanceof StandinWindow);
  }

  static fromWebContents(contents: object): StandinWindow | null {
    return StandinWindow.getAllWindows().find((window) => window.webContents === contents) ?? null;
  }

  static fromId(id: number): StandinWindow | null {
    return StandinWindow.getAllWindows().find((window) => window.id === id) ?? null;
  }

  static getFocusedWindow(): StandinWindow | null {
    return StandinWindow.getAllWindows().find((window) => window.isFocused()) ?? null;
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url);
  }

  reload(): void {
    this.webContents.reload();
  }

  capturePage(
    ...part: Parameters<StandinContents['capturePage']>
  ): ReturnType<StandinContents['capturePage']> {
    return this.webContents.capturePage(...part);
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  /** Asks first: a prevented `close` event keeps the window, and stops a quit that is under way. */
  close(): void {
    if (this.#closing) return;
    const event = new StandinEvent();
    this.emit('close', event);
    if (event.defaultPrevented) app.windowStays();
    else this.#end();
  }

  /** Closes without asking: no `close` event, nothing to prevent. */
  destroy(): void {
    this.#end();
    this.#destroyed = true;
  }

  #end(): void {
    if (this.#closing) return;
    this.#closing = true;
    void this.webContents.close();
  }

  async #opened(page: Parameters<StandinBaseWindow['appear']>[0]): Promise<void> {
    await this.appear(page);
    await nativeTheme.adopt(page);
  }

  /** Also when somebody closed it from outside: by then it is too late to prevent anything, but not to be told. */
  #gone(): void {
    if (!windows.delete(this)) return;
    if (!this.#closing) this.emit('close', new StandinEvent());
    this.#closing = true;
    this.focusChanged(false);
    this.#destroyed = true;
    this.emit('closed');
    app.windowClosed();
  }

  /** Chromium paints as it loads; the end of the first load is when Electron's event has come at the latest. */
  #painted(): void {
    if (this.#shownOnce) return;
    this.#shownOnce = true;
    this.emit('ready-to-show');
  }

  #reported(report: Report): void {
    if (report.kind === 'resize') this.resized(report.width, report.height);
    else if (report.kind === 'focus') this.focusChanged(report.focused);
    else if (report.kind === 'dark') nativeTheme.systemIs(report.dark);
    else pressKeys(report, this);
  }
}
