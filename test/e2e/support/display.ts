/** An X display of a test's own, with a clipboard that no other test can reach. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { startVirtualDisplay } from '../../../build/scripts/lib/display.mjs';
import { which } from '../../../build/scripts/lib/run.mjs';

/** Whether this machine can give a test a display and look at its clipboard. */
export const hasOwnDisplays =
  process.platform === 'linux' && which('Xvfb') !== undefined && which('xsel') !== undefined;

export async function openDisplay() {
  const display = await startVirtualDisplay();
  if (!display) throw new Error('Xvfb did not start.');
  const env = display.env;

  /** Runs xsel as another program would. */
  async function clipboard(args: readonly string[], words = ''): Promise<string> {
    const isReading = args.includes('--output');
    // Who only reads may be gone before its empty input is closed, which would be an error of the pipe.
    const input = isReading ? 'ignore' : 'pipe';
    const child = spawn('xsel', ['--clipboard', ...args], { env, stdio: [input, 'pipe', 'ignore'] });
    child.stdin?.end(words);
    if (!isReading) {
      await once(child, 'exit');
      return '';
    }
    const [out] = await Promise.all([text(child.stdout as Readable), once(child, 'exit')]);
    return out;
  }

  return {
    /** For a program that is to appear on it. */
    env: { ...env, LATCHKEY_STANDIN_CLIPBOARD: 'display' },
    readClipboard: () => clipboard(['--output']),
    writeClipboard: (words: string) => clipboard(['--input'], words),
    close: () => display.stop(),
  };
}

export type Display = Awaited<ReturnType<typeof openDisplay>>;
