/** Runs a program without a shell and gives it a secret on its standard input, where no other program can read it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { homedir } from 'node:os';
import { stripVTControlCharacters } from 'node:util';
import { Redactor } from '../system/redact.ts';
import type { Timer } from './timer.ts';

export type PipeResult = {
  /** The program read all of the secret and ended with code 0. */
  handedOver: boolean;
  /** What came of it, in a sentence. */
  message: string;
  /** What the program wrote, without the secret and cut to a length one can read. */
  output: string;
};

type Pipe = {
  argv: readonly [string, ...string[]];
  secret: Buffer;
  /** Ends the program. */
  signal: AbortSignal;
  timer: Timer;
};

/** A program that talks to a service needs a while; one that asks questions would wait for ever. */
const timeLimit = 60_000;
/** From asking a program to end until it is made to. */
const patience = 2_000;
/** From a program's end until its output is taken as complete, where something it started holds that open. */
const lastWords = 1_000;
/** In bytes, of what a program writes; the rest is read and dropped. */
const mostOutput = 64 * 1024;

/** Never rejects: a program that cannot be started is a result as well. */
export function pipeToCommand({ argv, secret, signal, timer }: Pipe): Promise<PipeResult> {
  const [program, ...rest] = argv;
  return new Promise((resolve) => {
    const collected = collector();
    let unread = false;
    let ended: 'stopped' | 'late' | null = null;
    let exit: { code: number | null; by: string | null } | null = null;
    const cancels: (() => void)[] = [];

    const child = start(program, rest);
    if (child instanceof Error) {
      resolve({ handedOver: false, message: notStarted(program, child), output: '' });
      return;
    }
    const settle = (result: Omit<PipeResult, 'output'>) => {
      for (const cancel of cancels) cancel();
      // The program can be gone while something it started did not listen.
      if (ended) endGroup(child, 'SIGKILL');
      child.stdin?.destroy();
      child.stdout?.destroy();
      child.stderr?.destroy();
      signal.removeEventListener('abort', stop);
      resolve({ ...result, output: readable(collected.take(), secret) });
    };
    const finish = () => settle(outcome(program, exit, ended, unread));
    const end = (why: 'stopped' | 'late') => {
      if (ended || exit) return;
      ended = why;
      endGroup(child, 'SIGTERM');
      cancels.push(timer.after(patience, () => endGroup(child, 'SIGKILL')));
    };
    const stop = () => end('stopped');

    cancels.push(timer.after(timeLimit, () => end('late')));
    signal.addEventListener('abort', stop);
    child.once('error', (error) => {
      if (child.pid === undefined) settle({ handedOver: false, message: notStarted(program, error) });
    });
    child.once('exit', (code, by) => {
      exit = { code, by };
      cancels.push(timer.after(lastWords, finish));
    });
    child.once('close', finish);
    child.stdout?.on('data', collected.add);
    child.stderr?.on('data', collected.add);
    // A program that ends without reading breaks the pipe; its end tells the rest.
    child.stdin?.on('error', () => {
      unread = true;
    });
    child.stdin?.end(secret);
    if (signal.aborted) stop();
  });
}

/** Node emits some failures and throws others, such as a path through a file, or a batch file on Windows. */
function start(program: string, rest: string[]): ChildProcess | Error {
  try {
    return spawn(program, rest, {
      shell: false,
      cwd: homedir(),
      stdio: ['pipe', 'pipe', 'pipe'],
      windowsHide: true,
      // A group of its own, so that stopping reaches what the program started, and no terminal to ask questions on.
      detached: process.platform !== 'win32',
    });
  } catch (error) {
    return error instanceof Error ? error : new Error('spawn failed');
  }
}

function endGroup(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // Gone already.
  }
}

function outcome(
  program: string,
  exit: { code: number | null; by: string | null } | null,
  ended: 'stopped' | 'late' | null,
  unread: boolean,
): Omit<PipeResult, 'output'> {
  if (ended === 'stopped')
    return { handedOver: false, message: `${program} was stopped. It may have read the secret by then.` };
  if (ended === 'late')
    return {
      handedOver: false,
      message: `${program} had not ended after ${timeLimit / 1000} seconds and was stopped. It may have read the secret by then.`,
    };
  if (exit?.code === 0) {
    return unread
      ? { handedOver: false, message: `${program} ended without reading the whole secret.` }
      : { handedOver: true, message: `${program} took the secret.` };
  }
  const how = exit?.by ? `was ended by the signal ${exit.by}` : `ended with code ${exit?.code}`;
  return { handedOver: false, message: `${program} ${how}, so the secret does not count as handed over.` };
}

function notStarted(program: string, error: Error): string {
  const code = 'code' in error ? error.code : '';
  if (code === 'ENOENT') return `${program} was not found on this computer. Write its whole path.`;
  if (process.platform === 'win32' && code === 'EINVAL')
    return `${program} is a batch file, which only a shell can run. Name the .exe that it starts.`;
  if (code === 'EACCES') return `${program} is not a program that you may run.`;
  return `${program} could not be started (${String(code)}).`;
}

function collector() {
  const chunks: Buffer[] = [];
  let length = 0;
  return {
    add(chunk: Buffer): void {
      if (length < mostOutput) chunks.push(chunk);
      length += chunk.length;
    },
    take: () => ({ bytes: Buffer.concat(chunks).subarray(0, mostOutput), isCut: length > mostOutput }),
  };
}

function readable({ bytes, isCut }: { bytes: Buffer; isCut: boolean }, secret: Buffer): string {
  const redactor = new Redactor();
  redactor.blackOut(secret.toString('utf8'));
  // Where output was dropped, the beginning of a secret may be left; no way of writing one is eight times as long.
  const whole = isCut ? bytes.subarray(0, Math.max(0, bytes.length - 8 * secret.length)) : bytes;
  // Colours first: they could stand in the middle of a secret.
  return redactor.text(stripVTControlCharacters(whole.toString('utf8'))).trim();
}
