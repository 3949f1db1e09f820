import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Clipboard } from 'electron';
import { Named } from './named.ts';

type Shown = Pick<Clipboard, 'readText' | 'writeText' | 'clear'>;

/** Where the text is kept. */
interface Holder {
  read(): Promise<string>;
  write(text: string): Promise<void>;
}

/** In this process's memory: for tests side by side, and where there is no clipboard to be had. */
class MemoryHolder implements Holder {
  #text = '';

  async read(): Promise<string> {
    return this.#text;
  }

  async write(text: string): Promise<void> {
    this.#text = text;
  }
}

/**
 * The clipboard of the X display, through xsel, which stays behind as its owner: what was copied outlives the copying
 * process, as it does on systems with a clipboard service. Chromium itself hands the clipboard only to a focused page.
 */
class DisplayHolder implements Holder {
  read(): Promise<string> {
    return xsel(['--output']);
  }

  async write(text: string): Promise<void> {
    // An empty selection is what xsel would keep on offering; clearing gives it up.
    await (text === '' ? xsel(['--clear']) : xsel(['--input'], text));
  }
}

/** Rejects when xsel fails, as it does without its display. */
function xsel(args: readonly string[], input = ''): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn('xsel', ['--clipboard', ...args], { stdio: ['pipe', 'pipe', 'ignore'] });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', reject);
    // Only reading waits for all output: writing leaves a copy of xsel behind, which holds on to the pipe.
    child.on(args.includes('--output') ? 'close' : 'exit', (code) => {
      if (code === 0) resolve(Buffer.concat(chunks).toString('utf8'));
      else reject(new Error(`xsel ended with code ${code}.`));
    });
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}

function hasXsel(env: NodeJS.ProcessEnv): boolean {
  return (env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, 'xsel'), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** `LATCHKEY_STANDIN_CLIPBOARD=memory` keeps off the display's, which all tests on it would share. */
function chooseHolder(env: NodeJS.ProcessEnv): Holder {
  const wantsMemory = env.LATCHKEY_STANDIN_CLIPBOARD === 'memory';
  const canUseDisplay = process.platform === 'linux' && Boolean(env.DISPLAY) && hasXsel(env);
  return canUseDisplay && !wantsMemory ? new DisplayHolder() : new MemoryHolder();
}

export class StandinClipboard extends Named implements Shown {
  static override readonly name = 'clipboard';
  readonly #holder = chooseHolder(process.env);
  /** One after the other, since `clear` does not wait. */
  #last: Promise<unknown> = Promise.resolve();

  readText(): Promise<string> {
    return this.#next(() => this.#holder.read());
  }

  writeText(text: string): Promise<void> {
    return this.#next(() => this.#holder.write(text));
  }

  /** Does not answer when it is done, unlike its two sisters: Electron 45 declares it so. */
  clear(): void {
    this.#next(() => this.#holder.write('')).catch(() => undefined);
  }

  #next<T>(action: () => Promise<T>): Promise<T> {
    const done = this.#last.then(action, action);
    this.#last = done;
    return done;
  }
}

export const clipboard = new StandinClipboard();
