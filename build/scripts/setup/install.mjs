// The dependencies: accepts an install that fits the lock file, else makes one.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { inProject, projectNode, root, withProjectPath } from '../lib/project.mjs';
import { run, which } from '../lib/run.mjs';
import { Trouble } from '../lib/say.mjs';

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, link?: boolean }} LockedPackage
 * @typedef {{ packages?: Record<string, LockedPackage> }} LockFile
 */

/**
 * Whether an install is the one the lock file describes. npm leaves optional packages of other systems out, and those
 * that failed to compile: their absence is fine, a wrong version is not.
 * @param {LockFile} wanted `package-lock.json`
 * @param {LockFile} installed `node_modules/.package-lock.json`, which npm writes last of all
 */
export function fits(wanted, installed) {
  const want = wanted.packages ?? {};
  const have = installed.packages ?? {};
  const same = Object.entries(have).every(([where, found]) => {
    const entry = want[where];
    return entry?.version === found.version && entry?.integrity === found.integrity;
  });
  return same && Object.keys(want).every((where) => where === '' || want[where]?.optional || where in have);
}

/** @param {string} file */
const readLock = async (file) =>
  /** @type {LockFile} */ (JSON.parse(await readFile(inProject(file), 'utf8')));

/** Whether nothing needs to be installed. */
export async function isInstalled() {
  if (!existsSync(inProject('node_modules', '.package-lock.json'))) return false;
  const [wanted, installed] = await Promise.all([
    readLock('package-lock.json'),
    readLock('node_modules/.package-lock.json'),
  ]);
  const nodePackage = `node_modules/node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const nodeMissing = wanted.packages?.[nodePackage] !== undefined && projectNode() === undefined;
  return fits(wanted, installed) && !nodeMissing;
}

/**
 * How to call npm: the npm that runs us, on a Node outside the project, because installing removes the one inside.
 * @returns {{ command: string, args: string[], shell?: boolean }}
 */
function npm() {
  const cli = process.env.npm_execpath;
  const inside = path.join(root, 'node_modules');
  const node = process.execPath.startsWith(inside)
    ? which('node', (folder) => !folder.startsWith(inside))
    : process.execPath;
  if (cli && node) return { command: node, args: [cli] };
  return { command: 'npm', args: [], shell: process.platform === 'win32' };
}

/** Installs exactly what the lock file says. */
export async function install() {
  const { command, args, shell = false } = npm();
  const headers = inProject('node_modules', `node-${process.platform}-${process.arch}`);
  const env = {
    ...withProjectPath(process.env),
    // keytar is compiled where its prebuilt binary can't be fetched. The headers it needs come with the project's own
    // Node, which lies unpacked before install scripts run, so nothing is downloaded from nodejs.org.
    ...(process.platform === 'linux' ? { npm_config_nodedir: headers } : {}),
  };
  const result = await run(command, [...args, 'ci', '--loglevel=error', '--no-progress'], { env, shell });
  if (result.code !== 0) {
    throw new Trouble(
      'The dependencies could not be installed: see npm’s words above. Check the network and run the command again.',
      result.output.split('\n').slice(0, 25).join('\n'),
    );
  }
}
