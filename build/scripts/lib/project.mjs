// Where things lie in the project, for every script, whatever folder it was called from.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../../', import.meta.url));

/** @param {...string} parts path below the project's root */
export const inProject = (...parts) => path.join(root, ...parts);

/** What scripts remember between runs. `npm ci` empties it, which is right: all of it depends on the install. */
export const cacheDir = inProject('node_modules', '.cache', 'latchkey');

/** The Node release line the project is written for: it runs TypeScript as it is, and SQLite's binary needs it. */
export const requiredNodeMajor = 24;

/** @param {string} version such as `24.21.0` */
export const majorOf = (version) => Number.parseInt(version, 10);

/**
 * The Node that came with the dependencies, or undefined where none is published (macOS, rare processors).
 * Found by package and not through `node_modules/.bin`, which holds a shell script on Windows.
 */
export function projectNode() {
  const packageName = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const binary = process.platform === 'win32' ? 'node.exe' : 'node';
  const file = inProject('node_modules', packageName, 'bin', binary);
  return existsSync(file) ? file : undefined;
}

/**
 * The environment with `node_modules/.bin` first in the PATH, so that whatever is started finds the project's Node.
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
export function withProjectPath(env) {
  const bin = inProject('node_modules', '.bin');
  const name = Object.keys(env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  const rest = (env[name] ?? '').split(path.delimiter).filter((part) => part !== bin);
  return { ...env, [name]: [bin, ...rest].join(path.delimiter) };
}

/**
 * A path from the command line, as its writer meant it: npm changes into the project before it runs a script.
 * @param {string} file
 */
export const fromCaller = (file) => path.resolve(process.env.INIT_CWD ?? process.cwd(), file);
