// Is there a screen here, and if not, can we have one that nobody sees?
import { spawn } from 'node:child_process';
import { which } from './run.mjs';

/** Whether a window can appear in front of somebody. macOS and Windows always have a screen. */
export const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/** Set where the display is one of ours, which nobody looks at. */
export const virtualVariable = 'LATCHKEY_VIRTUAL_DISPLAY';

/**
 * Starts Xvfb on a free display. Xvfb itself picks the number and writes it to a pipe once it is ready, so nothing is
 * guessed and nothing is waited for.
 * @param {NodeJS.ProcessEnv} [base] the environment to add the display to
 * @returns {Promise<{ env: NodeJS.ProcessEnv, stop: () => void } | undefined>} undefined where Xvfb is missing or fails
 */
export async function startVirtualDisplay(base = process.env) {
  const program = which('Xvfb');
  if (process.platform !== 'linux' || program === undefined) return undefined;
  const args = ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'];
  const server = spawn(program, args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const number = await new Promise((resolve) => {
    const pipe = /** @type {import('node:stream').Readable} */ (server.stdio[3]);
    pipe.setEncoding('utf8').once('data', (/** @type {string} */ text) => resolve(text.trim()));
    server.once('error', () => resolve(undefined));
    server.once('exit', () => resolve(undefined));
  });
  if (number === undefined) return undefined;
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...base, DISPLAY: `:${number}`, XDG_SESSION_TYPE: 'x11', [virtualVariable]: '1' };
  // A Wayland session of the user's would win over our display.
  delete env.WAYLAND_DISPLAY;
  return { env, stop: () => void server.kill() };
}
