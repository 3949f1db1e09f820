/** A window's page as the application handles it: opened with the first address, closed with its window. */
import type { WebContents } from 'electron';
import { engine } from '../engine.ts';
import { pageNames } from '../page/names.ts';
import { pageScripts } from '../page/source.ts';
import { addresses } from '../window/address.ts';
import type { Bounds } from '../window/bounds.ts';
import { LoadError } from '../window/navigation.ts';
import { Page } from '../window/page.ts';
import { app } from './app.ts';
import { type ContentsOwner, contentsEvents } from './contents-events.ts';
import { ContentsIpc } from './contents-ipc.ts';
import { CurrentDocument } from './document.ts';
import { StandinFrame } from './frame.ts';
import { NamedEmitter, StandinEvent } from './named.ts';
import { StandinImage } from './native-image.ts';
import { record } from './records.ts';
import { defaultSession } from './session.ts';
import type { OpenHandler } from './window-open.ts';

type Shown = Pick<
  WebContents,
  | 'id'
  | 'send'
  | 'getURL'
  | 'getTitle'
  | 'loadURL'
  | 'reload'
  | 'isLoading'
  | 'isDestroyed'
  | 'executeJavaScript'
  | 'setZoomFactor'
  | 'getZoomFactor'
  | 'setZoomLevel'
  | 'getZoomLevel'
  | 'openDevTools'
  | 'setIgnoreMenuShortcuts'
>;

const EVENTS = [
  'will-navigate',
  'will-frame-navigate',
  'will-redirect',
  'did-navigate',
  'did-navigate-in-page',
  'did-finish-load',
  'did-fail-load',
  'dom-ready',
  'page-title-updated',
  'preload-error',
  'render-process-gone',
  'will-attach-webview',
  'console-message',
  'focus',
  'blur',
  'destroyed',
];

/** One zoom level is a factor of 1.2, as in Chromium. */
const ZOOM_BASE = 1.2;

export class StandinContents extends NamedEmitter implements Shown {
  static override readonly name = 'WebContents';
  readonly id: number;
  readonly session = defaultSession;
  readonly #owner: ContentsOwner;
  readonly #preload: string | undefined;
  readonly #ipc: ContentsIpc;
  #opening: Promise<Page> | undefined;
  #page: Page | undefined;
  readonly #document = new CurrentDocument();
  #openHandler: OpenHandler | undefined;
  #zoom = 1;
  #destroyed = false;

  /** @param preload source of the preload script */
  constructor(id: number, preload: string | undefined, owner: ContentsOwner) {
    super(EVENTS);
    this.id = id;
    this.#preload = preload;
    this.#owner = owner;
    this.#ipc = new ContentsIpc(
      this,
      () => this.#document.frame,
      (text) => this.#page?.post(text),
    );
  }

  /** Before the first document and after the last there is a frame too, but it is nobody's sender. */
  get mainFrame(): StandinFrame {
    return this.#document.frame ?? new StandinFrame('', 0, () => false);
  }

  /** Resolves when the document is loaded; rejects with Electron's `ERR_...` otherwise. */
  async loadURL(url: string): Promise<void> {
    const target = addresses.toBrowser(url);
    try {
      const page = await this.#openPage(URL.parse(target)?.origin ?? target);
      await page.navigation.go(target);
    } catch (error) {
      if (!(error instanceof LoadError)) throw error;
      const failure = new LoadError(error.code, url);
      this.emit('did-fail-load', new StandinEvent(), failure.errno, failure.code, url, true, 0, 0);
      throw failure;
    }
  }

  /** In the application's own form; empty before the first document. */
  getURL(): string {
    return addresses.toApplication(this.#page?.navigation.url ?? '');
  }

  getTitle(): string {
    return this.#page?.title ?? '';
  }

  isLoading(): boolean {
    return this.#page?.navigation.loading ?? false;
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  reload(): void {
    this.#page?.navigation.reload();
  }

  /** Throws `An object could not be cloned.` for arguments that cannot cross. */
  send(channel: string, ...args: unknown[]): void {
    this.#ipc.send(channel, args);
  }

  /** In the page's own world; waits for promises, rejects with what the code throws. */
  async executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    return (await this.#loaded()).evaluate(code, userGesture);
  }

  /** @param part of the window, in its own pixels; all of it when left out */
  async capturePage(part?: Bounds): Promise<StandinImage> {
    const page = await this.#loaded();
    return new StandinImage(await page.picture(part));
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler;
  }

  /** As a style of the document: the protocol has no zoom of its own. */
  setZoomFactor(factor: number): void {
    this.#zoom = factor;
    this.#page?.evaluate(`document.documentElement.style.zoom = ${factor}`).catch(() => undefined);
  }

  getZoomFactor(): number {
    return this.#zoom;
  }

  setZoomLevel(level: number): void {
    this.setZoomFactor(ZOOM_BASE ** level);
  }

  getZoomLevel(): number {
    return Math.log(this.#zoom) / Math.log(ZOOM_BASE);
  }

  /** A debugging port shows more: start with `--remote-debugging-port`. */
  openDevTools(): void {
    record('webContents.openDevTools');
  }

  setIgnoreMenuShortcuts(ignore: boolean): void {
    record('webContents.setIgnoreMenuShortcuts', ignore);
  }

  /** For the window: ends the page if there is one; resolves when it is gone. */
  async close(): Promise<void> {
    this.#destroyed = true;
    const page = await this.#opening?.catch(() => undefined);
    await page?.close();
    if (!page) this.#owner.gone();
  }

  #loaded(): Promise<Page> {
    if (!this.#opening) throw new Error('Object has no document yet: call loadURL first');
    return this.#opening;
  }

  #openPage(origin: string): Promise<Page> {
    this.#opening ??= this.#open(origin);
    return this.#opening;
  }

  /** A page needs an origin to be opened on, so there is none before the first address is known. */
  async #open(origin: string): Promise<Page> {
    const browser = await engine.start(app.getPath('userData'));
    const names = pageNames();
    const parts = {
      contents: this,
      document: this.#document,
      ipc: this.#ipc,
      owner: this.#owner,
      openHandler: () => this.#openHandler,
    };
    const page = new Page(await browser.open(origin, this.id), names, contentsEvents(parts));
    this.#page = page;
    defaultSession.adopt(page);
    void page.gone.then(() => {
      this.#destroyed = true;
      this.#document.end();
      this.emit('destroyed');
      this.#owner.gone();
    });
    await page.prepare(pageScripts(names, this.#preload), !browser.headless);
    await this.#owner.opened(page);
    return page;
  }
}
