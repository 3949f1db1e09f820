// Starts the built application for a script that wants to look at it from outside, over the DevTools protocol.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { hasDisplay, startVirtualDisplay } from './display.mjs';
import { chooseHost } from './host.mjs';
import { root } from './project.mjs';
import { exitCode } from './run.mjs';

const patience = 5_000;
const keptOutput = 8_000;

/** A TCP port of 127.0.0.1 that is free now. @returns {Promise<number>} */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = /** @type {import('node:net').AddressInfo} */ (server.address());
      server.close(() => resolve(address.port));
    });
  });
}

/**
 * @typedef {object} App
 * @property {Promise<number>} ended its exit code, once it has ended
 * @property {() => string} output the end of what it said
 * @property {() => Promise<void>} stop asks it to end, and insists after a while
 */

/**
 * @param {string[]} switches
 * @param {{ hidden: boolean }} options `hidden`: on no screen that anybody sees
 * @returns {Promise<App>}
 */
export async function startApp(switches, { hidden }) {
  const host = chooseHost();
  const isElectron = host.name === 'electron';
  const display = isElectron && (hidden || !hasDisplay()) ? await startVirtualDisplay() : undefined;
  const headless = !isElectron && hidden ? ['--headless'] : [];
  const child = spawn(host.command, [...host.args, ...headless, ...switches], {
    cwd: root,
    env: { ...process.env, ...display?.env, ...host.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output = (output + text).slice(-keptOutput);
    });
  }
  const ended = new Promise((resolve) => {
    child.once('error', (error) => {
      output += error.message;
      resolve(127);
    });
    child.once('close', (code, signal) => resolve(exitCode(code, signal)));
  }).finally(() => display?.stop());
  const stop = async () => {
    child.kill('SIGTERM');
    const waiting = new AbortController();
    const insist = pause(patience, undefined, { signal: waiting.signal }).then(
      () => void child.kill('SIGKILL'),
      () => {},
    );
    await ended;
    waiting.abort();
    await insist;
  };
  return { ended, output: () => output, stop };
}
