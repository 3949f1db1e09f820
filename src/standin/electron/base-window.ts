/** The outside of a window: size, place, visibility, focus, title. What is inside belongs to BrowserWindow. */
import type { BaseWindow, BaseWindowConstructorOptions } from 'electron';
import { type Bounds, WindowFrame, type WindowState } from '../window/bounds.ts';
import type { Page } from '../window/page.ts';
import { app } from './app.ts';
import { NamedEmitter, StandinEvent } from './named.ts';
import { record } from './records.ts';

type Shown = Pick<
  BaseWindow,
  | 'show'
  | 'showInactive'
  | 'hide'
  | 'focus'
  | 'blur'
  | 'isVisible'
  | 'isFocused'
  | 'isMinimized'
  | 'minimize'
  | 'restore'
  | 'maximize'
  | 'unmaximize'
  | 'isMaximized'
  | 'getBounds'
  | 'setBounds'
  | 'getSize'
  | 'setSize'
  | 'getTitle'
  | 'setTitle'
  | 'setContentProtection'
  | 'isContentProtected'
  | 'setMenuBarVisibility'
  | 'setBackgroundColor'
  | 'setOverlayIcon'
>;

const EVENTS = [
  'ready-to-show',
  'show',
  'hide',
  'focus',
  'blur',
  'close',
  'closed',
  'resize',
  'resized',
  'move',
  'moved',
  'minimize',
  'restore',
  'maximize',
  'unmaximize',
  'page-title-updated',
];

/** One window has the focus, or none. */
let focused: StandinBaseWindow | undefined;

export abstract class StandinBaseWindow extends NamedEmitter implements Shown {
  protected page: Page | undefined;
  #bounds: Bounds;
  readonly #least: Pick<Bounds, 'width' | 'height'>;
  #title: string;
  #frame: WindowFrame | undefined;
  #visible: boolean;
  #state: WindowState = 'normal';
  #protected = false;

  constructor({ width = 800, height = 600, x = 0, y = 0, ...options }: BaseWindowConstructorOptions) {
    super(EVENTS);
    this.#bounds = { x, y, width, height };
    this.#least = { width: options.minWidth ?? 0, height: options.minHeight ?? 0 };
    this.#title = options.title ?? app.getName();
    // A hidden Chromium window never paints, and so would never be ready to show: at first it is hidden in name only.
    this.#visible = options.show !== false;
  }

  show(): void {
    this.showInactive();
    this.focus();
  }

  /** Shows without taking the focus. */
  showInactive(): void {
    if (this.#visible) return;
    this.#visible = true;
    this.#apply('normal');
    this.emit('show');
  }

  /** Chromium cannot hide a window; out of sight is as near as it comes. */
  hide(): void {
    if (!this.#visible) return;
    this.#visible = false;
    this.#apply('minimized');
    this.emit('hide');
  }

  /** Told at once: headless Chromium reports no focus of its own. */
  focus(): void {
    this.page?.session.send('Page.bringToFront').catch(() => undefined);
    this.focusChanged(true);
  }

  blur(): void {
    this.focusChanged(false);
  }

  isVisible(): boolean {
    return this.#visible;
  }

  isFocused(): boolean {
    return focused === this;
  }

  isMinimized(): boolean {
    return this.#state === 'minimized';
  }

  isMaximized(): boolean {
    return this.#state === 'maximized';
  }

  minimize(): void {
    this.#enter('minimized', 'minimize');
  }

  maximize(): void {
    this.#enter('maximized', 'maximize');
  }

  restore(): void {
    if (this.isMinimized()) this.#enter('normal', 'restore');
  }

  unmaximize(): void {
    if (this.isMaximized()) this.#enter('normal', 'unmaximize');
  }

  getBounds(): Bounds {
    return { ...this.#bounds };
  }

  /** Keeps what is left out; never goes below the smallest size. */
  setBounds(bounds: Partial<Bounds>): void {
    const before = this.#bounds;
    const { x, y, ...size } = { ...before, ...bounds };
    const width = Math.max(size.width, this.#least.width);
    const height = Math.max(size.height, this.#least.height);
    this.#bounds = { x, y, width, height };
    void this.#place();
    if (x !== before.x || y !== before.y) this.emit('move');
    if (width !== before.width || height !== before.height) this.emit('resize');
  }

  getSize(): number[] {
    return [this.#bounds.width, this.#bounds.height];
  }

  setSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }

  getTitle(): string {
    return this.#title;
  }

  /** Chromium's title bar shows the page's own title all the same. */
  setTitle(title: string): void {
    this.#title = title;
  }

  /** Nothing protects a Chromium window from screenshots: kept and answered only. */
  setContentProtection(enable: boolean): void {
    this.#protected = enable;
    record('BrowserWindow.setContentProtection', enable);
  }

  isContentProtected(): boolean {
    return this.#protected;
  }

  setMenuBarVisibility(visible: boolean): void {
    record('BrowserWindow.setMenuBarVisibility', visible);
  }

  setBackgroundColor(color: string): void {
    record('BrowserWindow.setBackgroundColor', color);
  }

  /** Only Windows has the button on which it would lie. */
  setOverlayIcon(overlay: object | null, description: string): void {
    record('BrowserWindow.setOverlayIcon', overlay, description);
  }

  /** Gives the new page its size and place. */
  protected async appear(page: Page): Promise<void> {
    this.page = page;
    this.#frame = await WindowFrame.of(page.session, page.targetId);
    await this.#place();
    if (this.#state !== 'normal') this.#apply(this.#state);
    if (this.#visible) this.focusChanged(true);
  }

  /** The page saw its window change size, by hand or by the window manager. */
  protected resized(width: number, height: number): void {
    if (width === this.#bounds.width && height === this.#bounds.height) return;
    this.#bounds = { ...this.#bounds, width, height };
    this.emit('resize');
  }

  /** Tells both windows and the application, and nobody twice. */
  protected focusChanged(has: boolean): void {
    if (has === this.isFocused()) return;
    const event = () => new StandinEvent();
    if (has) focused?.focusChanged(false);
    focused = has ? this : undefined;
    this.emit(has ? 'focus' : 'blur', event());
    app.emit(has ? 'browser-window-focus' : 'browser-window-blur', event(), this);
  }

  #enter(state: WindowState, event: string): void {
    if (this.#state === state) return;
    this.#state = state;
    this.#apply(state);
    this.emit(event);
  }

  #apply(state: WindowState): void {
    this.#frame?.setState(state).catch(() => undefined);
  }

  async #place(): Promise<void> {
    // A window that closes meanwhile has no place any more.
    await this.#frame?.resize(this.#bounds).catch(() => undefined);
    const { x, y } = this.#bounds;
    if (x !== 0 || y !== 0) await this.#frame?.move(this.#bounds).catch(() => undefined);
  }
}
