/** The application's life: one instance, ready, windows, and an end that asks before it comes. */
import type { App } from 'electron';
import { configuration } from '../configuration.ts';
import { engine } from '../engine.ts';
import { SingleInstance } from '../single-instance.ts';
import { commandLine } from './command-line.ts';
import { NamedEmitter, StandinEvent } from './named.ts';
import { getPath, setPath } from './paths.ts';
import { record } from './records.ts';
import { windows } from './windows.ts';

type Shown = Omit<Pick<App, Member>, 'commandLine'>;
type Member =
  | 'whenReady'
  | 'isReady'
  | 'quit'
  | 'exit'
  | 'focus'
  | 'getPath'
  | 'setPath'
  | 'getAppPath'
  | 'getName'
  | 'setName'
  | 'name'
  | 'getVersion'
  | 'getLocale'
  | 'isPackaged'
  | 'enableSandbox'
  | 'setAppUserModelId'
  | 'setAboutPanelOptions'
  | 'setBadgeCount'
  | 'requestSingleInstanceLock'
  | 'hasSingleInstanceLock'
  | 'releaseSingleInstanceLock'
  | 'commandLine';

const EVENTS = [
  'will-finish-launching',
  'ready',
  'activate',
  'second-instance',
  'window-all-closed',
  'before-quit',
  'will-quit',
  'quit',
  'web-contents-created',
  'browser-window-created',
  'browser-window-focus',
  'browser-window-blur',
  'render-process-gone',
];

/** `quitting`: windows are asked to close. `over`: nothing can stop it any more. */
type Stage = 'starting' | 'ready' | 'quitting' | 'over';

export class StandinApp extends NamedEmitter implements Shown {
  static override readonly name = 'app';
  name = configuration.manifest.productName ?? configuration.manifest.name;
  readonly isPackaged = false;
  readonly commandLine = commandLine;
  readonly getPath = getPath;
  readonly setPath = setPath;
  readonly #ready = Promise.withResolvers<void>();
  #isReady = false;
  #stage: Stage = 'starting';
  #lock: SingleInstance | undefined;
  #exitCode = 0;
  /** Run before the process ends, for what must not outlive it. */
  readonly #farewells: (() => void)[] = [];

  whenReady(): Promise<void> {
    return this.#ready.promise;
  }

  isReady(): boolean {
    return this.#isReady;
  }

  getAppPath(): string {
    return configuration.root;
  }

  getName(): string {
    return this.name;
  }

  setName(name: string): void {
    this.name = name;
  }

  getVersion(): string {
    return configuration.manifest.version;
  }

  /** As the environment has it (`en-US`); Electron asks Chromium. */
  getLocale(): string {
    return Intl.DateTimeFormat().resolvedOptions().locale;
  }

  /** The sandbox is on for every window here; there is nothing to turn on. */
  enableSandbox(): void {
    if (this.#isReady) throw new Error('app.enableSandbox() can only be called before app is ready');
  }

  focus(): void {
    record('app.focus');
  }

  setAppUserModelId(id: string): void {
    record('app.setAppUserModelId', id);
  }

  setAboutPanelOptions(options: object): void {
    record('app.setAboutPanelOptions', options);
  }

  setBadgeCount(count = 0): boolean {
    record('app.setBadgeCount', count);
    return true;
  }

  /** False when another process holds the lock; it hears of this start, with `additionalData`. */
  requestSingleInstanceLock(additionalData: Record<string, unknown> = {}): boolean {
    this.#lock ??= new SingleInstance(
      getPath('userData'),
      ({ argv, workingDirectory, additionalData: data }) =>
        this.emit('second-instance', new StandinEvent(), argv, workingDirectory, data),
    );
    const held = this.#lock.request({ argv: process.argv, workingDirectory: process.cwd(), additionalData });
    // Only the holder may use the profile, so this is the earliest moment; the application loads meanwhile.
    if (held) this.#startEngine();
    return held;
  }

  hasSingleInstanceLock(): boolean {
    return this.#lock?.held ?? false;
  }

  releaseSingleInstanceLock(): void {
    this.#lock?.release();
  }

  /** Asks the application and every window; `before-quit`, `close` and `will-quit` can each stop it. */
  quit(): void {
    if (this.#stage === 'quitting' || this.#stage === 'over') return;
    if (!this.#allows('before-quit')) return;
    this.#stage = 'quitting';
    if (windows.size === 0) this.#finish();
    for (const window of [...windows]) window.close();
  }

  /** Asks nobody: windows go without `close`, and only `quit` is told. */
  exit(code = 0): void {
    if (this.#stage === 'over') return;
    this.#stage = 'over';
    this.#exitCode = code;
    if (windows.size === 0) this.#end();
    for (const window of [...windows]) window.destroy();
  }

  /** For the host: the application has been evaluated. */
  becomeReady(): void {
    if (this.#stage !== 'starting') return;
    this.#stage = 'ready';
    this.emit('will-finish-launching');
    this.#isReady = true;
    this.emit('ready', new StandinEvent(), {});
    this.#ready.resolve();
  }

  /** For BrowserWindow: a close that was refused also stops a quit. */
  windowStays(): void {
    if (this.#stage === 'quitting') this.#stage = 'ready';
  }

  /** For BrowserWindow, after its `closed` event. */
  windowClosed(): void {
    if (windows.size > 0) return;
    if (this.#stage === 'over') this.#end();
    else if (this.#stage === 'quitting') this.#finish();
    // Electron quits by itself only while nobody listens.
    else if (this.listenerCount('window-all-closed') > 0) this.emit('window-all-closed');
    else this.quit();
  }

  /** For the engine: without a browser the application cannot go on. */
  fail(inOrder: boolean): void {
    this.#exitCode = 1;
    // Windows of a lost browser close first, and what the application does about that comes before our own way out.
    setImmediate(() => (inOrder ? this.quit() : this.exit(1)));
  }

  onFarewell(action: () => void): void {
    this.#farewells.push(action);
  }

  #startEngine(): void {
    // A failure is reported by onLost; a window that waits for the browser fails on its own.
    engine.start(getPath('userData')).catch(() => undefined);
  }

  #allows(event: string): boolean {
    const preventable = new StandinEvent();
    this.emit(event, preventable);
    return !preventable.defaultPrevented;
  }

  #finish(): void {
    if (this.#allows('will-quit')) this.#end();
    else this.#stage = 'ready';
  }

  #end(): void {
    this.#stage = 'over';
    this.emit('quit', new StandinEvent(), this.#exitCode);
    for (const farewell of this.#farewells) farewell();
    void this.#leave();
  }

  async #leave(): Promise<void> {
    await engine.stop();
    await this.#lock?.settled();
    this.#lock?.release();
    process.exit(this.#exitCode);
  }
}

export const app = new StandinApp(EVENTS);

engine.onLost((reason, started) => {
  process.stderr.write(`${reason}\n`);
  app.fail(started);
});
