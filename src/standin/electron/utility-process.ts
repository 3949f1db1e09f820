/** Electron's utility processes as forked Node processes, with the port to their parent that they have there. */
import { type ChildProcess, fork, type StdioOptions } from 'node:child_process';
import type { ForkOptions, UtilityProcess } from 'electron';
import { app } from './app.ts';
import { NamedEmitter } from './named.ts';

type Shown = Pick<UtilityProcess, 'kill' | 'postMessage' | 'pid' | 'stdout' | 'stderr'>;

const CHILD = new URL('../utility-child.ts', import.meta.url).href;

// A forked process outlives its parent unless somebody sees to it.
const running = new Set<ChildProcess>();
app.onFarewell(() => {
  for (const child of running) child.kill();
});

/** Electron lets the caller choose for the two outputs only; the last place is the channel for messages. */
function stdioOf(stdio: ForkOptions['stdio'] = 'inherit'): StdioOptions {
  const [, out, err] = typeof stdio === 'string' ? [stdio, stdio, stdio] : stdio;
  return ['ignore', out ?? 'inherit', err ?? 'inherit', 'ipc'] as StdioOptions;
}

export class StandinUtilityProcess extends NamedEmitter implements Shown {
  static override readonly name = 'UtilityProcess';
  readonly #child: ChildProcess;

  constructor(modulePath: string, args: readonly string[], options: ForkOptions) {
    super(['spawn', 'exit', 'message', 'error']);
    const { env = process.env, execArgv = [], cwd, stdio } = options;
    this.#child = fork(modulePath, args, {
      env: env as NodeJS.ProcessEnv,
      execArgv: [...execArgv, '--import', CHILD],
      stdio: stdioOf(stdio),
      serialization: 'advanced',
      ...(cwd === undefined ? {} : { cwd }),
    });
    running.add(this.#child);
    this.#child.on('spawn', () => this.emit('spawn'));
    this.#child.on('message', (message) => this.emit('message', message));
    this.#child.on('error', () => this.#exited(1));
    this.#child.on('exit', (code) => this.#exited(code ?? 0));
  }

  /** Undefined once the process has ended, as in Electron. */
  get pid(): number | undefined {
    return running.has(this.#child) ? this.#child.pid : undefined;
  }

  get stdout(): NonNullable<UtilityProcess['stdout']> | null {
    return this.#child.stdout;
  }

  get stderr(): NonNullable<UtilityProcess['stderr']> | null {
    return this.#child.stderr;
  }

  postMessage(message: unknown): void {
    this.#child.send(message as object);
  }

  /** Asks the process to end (SIGTERM); false when there is none any more. */
  kill(): boolean {
    return this.#child.kill();
  }

  /** Node tells a failed start as an error, Electron as an end; neither tells twice. */
  #exited(code: number): void {
    if (running.delete(this.#child)) this.emit('exit', code);
  }
}

export const utilityProcess = {
  fork: (modulePath: string, args: readonly string[] = [], options: ForkOptions = {}) =>
    new StandinUtilityProcess(modulePath, args, options),
};
