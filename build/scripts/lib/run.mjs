// Starting other programs: quietly with their output kept, or in the foreground with signals passed on.
import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Interrupted, whenAskedToEnd } from './ending.mjs';
import { root } from './project.mjs';

/**
 * @typedef {object} Finished
 * @property {number} code exit code; 127 when the program could not be started, 128 + n when signal n ended it
 * @property {string} output standard output and standard error in the order they came
 * @property {string} stdout standard output alone
 */

/**
 * Runs a program to its end and keeps what it says. A wish to end reaches it as Ctrl+C would, which is what test runners
 * clean up on.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, timeout?: number, shell?: boolean }} [options] timeout in milliseconds
 * @returns {Promise<Finished>} rejects with `Interrupted` once the program has followed such a wish
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env: options.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: options.timeout,
      shell: options.shell ?? false,
    });
    let interrupted = false;
    const stopListening = whenAskedToEnd(() => {
      interrupted = true;
      child.kill('SIGINT');
    });
    /** @param {Finished} finished */
    const finish = (finished) => {
      stopListening();
      if (interrupted) reject(new Interrupted());
      else resolve(finished);
    };
    let output = '';
    let stdout = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      output += text;
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
    child.on('error', (error) => finish({ code: 127, output: `${output}${error.message}\n`, stdout }));
    child.on('close', (code, signal) => finish({ code: exitCode(code, signal), output, stdout }));
  });
}

/**
 * The exit code a shell would report.
 * @param {number | null} code
 * @param {NodeJS.Signals | null} signal
 */
export function exitCode(code, signal) {
  if (signal !== null) return 128 + os.constants.signals[signal];
  return code ?? 1;
}

/**
 * Passes a wish to end on to a child, and gives the child's exit code once it has ended. The script itself stays until
 * then, because it has things to clean up.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number>}
 */
export function accompany(child) {
  const stopListening = whenAskedToEnd((signal) => void child.kill(signal));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(exitCode(code, signal)));
  }).finally(stopListening);
}

/**
 * Runs a program in the foreground, on this terminal.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
export const runInForeground = (command, args, env = process.env) =>
  accompany(spawn(command, args, { cwd: root, env, stdio: 'inherit' }));

/**
 * The full path of a program in the PATH, or undefined.
 * @param {string} name
 * @param {(folder: string) => boolean} [allowed] which folders of the PATH count
 */
export function which(name, allowed = () => true) {
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    if (folder === '' || !allowed(folder)) continue;
    const file = path.join(folder, process.platform === 'win32' ? `${name}.exe` : name);
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch {
      // Not in this folder, or not for us: the next one may have it.
    }
  }
  return undefined;
}
