/** An X display of a test's own, with a clipboard that no other test can reach. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
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
  async function clipboard(args: readonly string[], input = ''): Promise<string> {
    const child = spawn('xsel', ['--clipboard', ...args], { env, stdio: ['pipe', 'pipe', 'ignore'] });
    child.stdin.end(input);
    if (!args.includes('--output')) {
      await once(child, 'exit');
      return '';
    }
    const [out] = await Promise.all([text(child.stdout), once(child, 'exit')]);
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
