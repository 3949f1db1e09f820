/** Starts Chromium, opens windows in it, and sees that neither outlives the other. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { Connection } from './connection.ts';
import { findChromium } from './find.ts';
import { browserFlags, type LaunchFlags, windowFlags } from './flags.ts';
import { prepareProfile } from './profile.ts';
import type { CdpEvent } from './protocol.ts';
import type { Session } from './session.ts';

const GRACE_MS = 5_000;

type Target = CdpEvent<'Target.attachedToTarget'>['targetInfo'];

/** A page that Chromium holds still until its session says `Runtime.runIfWaitingForDebugger`. */
export interface AttachedPage {
  readonly session: Session;
  readonly target: Target;
  /** Whether the protocol can change the permissions of this page's context. */
  readonly grantable: boolean;
  /** Resolves when the window has gone, for whatever reason. */
  readonly gone: Promise<void>;
  /** Tells the title from now on, each time Chromium hears of it. */
  onTitle(listener: (title: string) => void): void;
}

export interface Ending {
  /** False after a signal or with an exit code of its own. */
  readonly clean: boolean;
  /** The last thing Chromium said on standard error. */
  readonly words: string;
}

export class Browser {
  /** Resolves when the process has ended; its windows are gone in the next turn. */
  readonly ended: Promise<Ending>;
  readonly session: Session;
  readonly #flags: LaunchFlags;
  readonly #executable: string;
  readonly #process: ChildProcess;
  readonly #connection: Connection;
  readonly #awaited = new Map<string, (page: AttachedPage) => void>();
  readonly #titles = new Map<string, (title: string) => void>();
  readonly #closers = new Map<string, () => void>();
  #privateContext: Promise<string> | undefined;

  /** Throws with one sentence when no browser can be found. */
  constructor(flags: LaunchFlags, env: NodeJS.ProcessEnv) {
    this.#flags = flags;
    this.#executable = findChromium(env);
    prepareProfile(flags.userData);
    // A process group of its own: Ctrl+C in the terminal goes to the application, which then quits in order.
    this.#process = spawn(this.#executable, browserFlags(flags), {
      stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
      detached: true,
    });
    const [, , errors, write, read] = this.#process.stdio;
    this.ended = this.#watch(errors as Readable);
    // Who waits for the end hears of it before the windows do, to judge what their closing means.
    void this.ended.then(() => setImmediate(() => this.#closers.forEach((close) => void close())));
    this.#connection = new Connection(write as Writable, read as Readable);
    this.session = this.#connection.browser;
    this.session.on('Target.attachedToTarget', (event) => this.#attached(event));
    this.session.on('Target.targetInfoChanged', ({ targetInfo: { targetId, title } }) =>
      this.#titles.get(targetId)?.(title),
    );
    this.session.on('Target.detachedFromTarget', ({ sessionId }) => this.#closers.get(sessionId)?.());
  }

  get headless(): boolean {
    return this.#flags.headless;
  }

  /** Resolves when the browser answers; rejects with what it said when it could not start. */
  async start(): Promise<void> {
    const died = this.ended.then(({ words }) => {
      throw new Error(`Chromium (${this.#executable}) ended before it could be used: ${words}`);
    });
    const ready = Promise.all([
      this.session.send('Target.setAutoAttach', {
        autoAttach: true,
        waitForDebuggerOnStart: true,
        flatten: true,
      }),
      this.session.send('Target.setDiscoverTargets', { discover: true }),
    ]);
    ready.catch(() => undefined);
    await Promise.race([ready, died]);
    died.catch(() => undefined);
  }

  /**
   * Opens one application window on a placeholder of its own.
   * @param origin `https://HOST.SCHEME.invalid`: a headed window keeps its plain frame only inside one origin.
   */
  async open(origin: string, number: number): Promise<AttachedPage> {
    const marker = `__standin?window=${number}`;
    const address = this.#flags.headless ? `about:blank#${marker}` : `${origin}/${marker}`;
    const attached = Promise.withResolvers<AttachedPage>();
    this.#awaited.set(address, attached.resolve);
    void this.ended.then(({ words }) => attached.reject(new Error(`Chromium ended: ${words}`)));
    if (this.#flags.headless) await this.#openHeadless(address);
    else this.#openHeaded(address, attached.reject);
    return attached.promise;
  }

  /** Headless Chromium ignores `--incognito` for windows made over the protocol: they need a private context. */
  async #openHeadless(url: string): Promise<void> {
    this.#privateContext ??= this.session
      .send('Target.createBrowserContext')
      .then(({ browserContextId }) => browserContextId);
    const browserContextId = await this.#privateContext;
    await this.session.send('Target.createTarget', { url, newWindow: true, browserContextId });
  }

  /** Only a command line makes a window without tabs; the process it starts hands over to the first one and ends. */
  #openHeaded(address: string, failed: (error: Error) => void): void {
    const messenger = spawn(this.#executable, windowFlags(this.#flags.userData, address), {
      stdio: 'ignore',
    });
    messenger.on('error', failed);
    messenger.on('exit', (code) => {
      if (code !== 0) failed(new Error(`Chromium opened no window (exit code ${code}).`));
    });
  }

  async close(): Promise<void> {
    this.session.send('Browser.close').catch(() => undefined);
    const timer = setTimeout(() => this.kill(), GRACE_MS);
    await this.ended;
    clearTimeout(timer);
  }

  kill(): void {
    const { pid } = this.#process;
    if (pid === undefined || this.#process.exitCode !== null) return;
    try {
      process.kill(-pid, 'SIGKILL');
    } catch {
      this.#process.kill('SIGKILL');
    }
  }

  async #watch(errors: Readable): Promise<Ending> {
    let last = 'it said nothing';
    createInterface({ input: errors }).on('line', (line) => {
      if (line.trim() !== '') last = line;
      // Playwright and people wait for this line, on the same stream as with Electron.
      if (line.startsWith('DevTools listening on ')) process.stderr.write(`\n${line}\n`);
    });
    let ending: Ending;
    try {
      const [code, signal] = (await once(this.#process, 'exit')) as [number | null, string | null];
      ending = { clean: code === 0, words: `${last} (${signal ?? `exit code ${code}`})` };
    } catch (error) {
      ending = { clean: false, words: String(error) };
    }
    return ending;
  }

  #attached({ sessionId, targetInfo }: CdpEvent<'Target.attachedToTarget'>): void {
    const session = this.#connection.session(sessionId);
    const claim = this.#awaited.get(targetInfo.url);
    if (claim) {
      this.#awaited.delete(targetInfo.url);
      const gone = new Promise<void>((resolve) => this.#closers.set(sessionId, resolve));
      const onTitle = (listener: (title: string) => void) => this.#titles.set(targetInfo.targetId, listener);
      claim({ session, target: targetInfo, grantable: this.headless, gone, onTitle });
      return;
    }
    // Nobody asked for this page: a popup, or a tab opened with one of Chromium's own shortcuts.
    const done =
      targetInfo.type === 'page'
        ? this.session.send('Target.closeTarget', { targetId: targetInfo.targetId })
        : session.send('Runtime.runIfWaitingForDebugger');
    done.catch(() => undefined);
  }
}
