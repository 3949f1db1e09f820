/**
 * Starts the built application and hands out its window: on Electron where a binary exists, else on the stand-in.
 * Tests see one interface and never choose.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, _electron as electron, type Page } from '@playwright/test';

/** The real module on Electron, the stand-in's otherwise. */
type ElectronModule = typeof import('electron');

export interface LaunchOptions {
  readonly userDataDir: string;
  /** More switches for the application. */
  readonly args?: readonly string[];
  /** Added to this process's environment; undefined takes a variable away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Folder of the application; the project itself when left out. */
  readonly root?: string;
}

export interface Host {
  readonly kind: 'electron' | 'standin';
  /** The first window, with its document loaded. */
  readonly page: Page;
  /** What the process has written, line by line, growing. */
  readonly logs: readonly string[];
  /** Runs a function in the main process; it may use its two arguments only, as its text is what travels. */
  evalMain<R, A = undefined>(run: (electron: ElectronModule, arg: A) => R | Promise<R>, arg?: A): Promise<R>;
  /** Quits as a person would; resolves with the exit code when the process has ended. */
  close(): Promise<number | null>;
  /** Ends the process as a power cut would. */
  kill(): Promise<void>;
}

const PROJECT = fileURLToPath(new URL('../../../', import.meta.url));
const COMPILE_CACHE = join(PROJECT, 'node_modules', '.cache', 'node');
const STANDIN = join(PROJECT, 'src', 'standin', 'main.ts');

function hasElectron(): boolean {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const folders = [join(PROJECT, 'node_modules', 'electron', 'dist'), ...(override ? [override] : [])];
  return folders.some((folder) => {
    try {
      accessSync(join(folder, 'electron'), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** `LATCHKEY_HOST` decides as it does for `npm start`. Rejects with what the process said when it ends before its window. */
export function launch(options: LaunchOptions): Promise<Host> {
  const wanted = process.env.LATCHKEY_HOST;
  return wanted === 'electron' || (wanted !== 'standin' && hasElectron())
    ? launchElectron(options)
    : launchStandin(options);
}

function environment({ env = {} }: LaunchOptions): Record<string, string> {
  const merged = { ...process.env, ...env };
  return Object.fromEntries(
    Object.entries(merged).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

function collect(logs: string[], ...streams: (Readable | null)[]): void {
  for (const stream of streams) {
    if (stream) createInterface({ input: stream }).on('line', (line) => logs.push(line));
  }
}

async function launchElectron(options: LaunchOptions): Promise<Host> {
  const { userDataDir, args = [], root = PROJECT } = options;
  // Without executablePath Playwright puts its own loader first, which evaluate() needs.
  const application = await electron.launch({
    cwd: root,
    args: ['.', `--user-data-dir=${userDataDir}`, ...args],
    env: environment(options),
    // Chromium's own sandbox cannot be had as root.
    chromiumSandbox: process.getuid?.() !== 0,
  });
  const child = application.process();
  const exited = once(child, 'exit');
  const logs: string[] = [];
  collect(logs, child.stdout, child.stderr);
  const page = await application.firstWindow();
  await keepFocused(page);
  return {
    kind: 'electron',
    page,
    logs,
    evalMain: (run, arg) => application.evaluate(run as never, arg),
    async close() {
      await application.close();
      await exited;
      return child.exitCode;
    },
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

/** The text of a function and its answer, over the channel of a forked process. */
function evaluator(child: ChildProcess): Host['evalMain'] {
  type Answer = { id: number; value?: unknown; error?: string };
  const waiting = new Map<number, (answer: Answer) => void>();
  let last = 0;
  child.on('message', (message) => {
    const answer = message as Answer;
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  child.on('exit', () => {
    for (const [id, answer] of waiting) answer({ id, error: 'The process ended before it answered.' });
  });
  return async <R>(run: unknown, arg?: unknown): Promise<R> => {
    const id = ++last;
    const { value, error } = await new Promise<Answer>((resolve) => {
      waiting.set(id, resolve);
      const failed = (reason: Error | null) => reason && resolve({ id, error: reason.message });
      child.send({ kind: 'evaluate', id, source: String(run), arg }, failed);
    });
    if (error !== undefined) throw new Error(error);
    return value as R;
  };
}

/** Tests run side by side on one screen, where each new window takes the focus from the others; a person has one. */
async function keepFocused(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setFocusEmulationEnabled', { enabled: true });
}

async function attach(endpoint: string): Promise<{ browser: Browser; page: Page }> {
  const browser = await chromium.connectOverCDP(endpoint, { noDefaults: true });
  const [context] = browser.contexts();
  if (!context) throw new Error('The browser has no context to look into.');
  const page = context.pages()[0] ?? (await context.waitForEvent('page', { timeout: 0 }));
  const isOurs = (url: URL) => url.hostname.endsWith('.invalid') && !url.pathname.startsWith('/__standin');
  await page.waitForURL(isOurs, { timeout: 0 });
  await keepFocused(page);
  return { browser, page };
}

async function launchStandin(options: LaunchOptions): Promise<Host> {
  const { userDataDir, args = [], root = PROJECT } = options;
  const child = fork(STANDIN, [`--user-data-dir=${userDataDir}`, '--remote-debugging-port=0', ...args], {
    cwd: root,
    env: {
      ...environment({
        ...options,
        env: {
          // Tests side by side would take each other's copies off the clipboard of one display.
          LATCHKEY_STANDIN_CLIPBOARD: 'memory',
          // Each of them reads the same sources; compiled once they start with half the work.
          NODE_COMPILE_CACHE: COMPILE_CACHE,
          ...options.env,
        },
      }),
      LATCHKEY_STANDIN_RECORD: '1',
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    serialization: 'advanced',
    execArgv: [],
  });
  const logs: string[] = [];
  const endpoint = new Promise<string>((resolve) => {
    createInterface({ input: child.stderr as Readable }).on('line', (line) => {
      logs.push(line);
      const [, address] = /^DevTools listening on (ws:\S+)$/.exec(line) ?? [];
      if (address) resolve(address);
    });
  });
  collect(logs, child.stdout);
  const exited = once(child, 'exit') as Promise<[number | null]>;
  const early = exited.then(([code]): never => {
    throw new Error(`The stand-in ended with code ${code} before it had a window:\n${logs.join('\n')}`);
  });
  const { browser, page } = await Promise.race([endpoint.then(attach), early]);
  early.catch(() => undefined);
  const evalMain = evaluator(child);
  const ended = async () => {
    const [code] = await exited;
    await browser.close();
    return code;
  };
  return {
    kind: 'standin',
    page,
    logs,
    evalMain,
    async close() {
      // An application that has already quit is closed too.
      if (child.exitCode === null) await evalMain(({ app }) => app.quit()).catch(() => undefined);
      return ended();
    },
    async kill() {
      child.kill('SIGKILL');
      await ended();
    },
  };
}
