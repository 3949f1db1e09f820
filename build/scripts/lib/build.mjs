// Builds the application when its sources have changed since the last build.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { inProject, root } from './project.mjs';
import { run } from './run.mjs';
import { step, Trouble } from './say.mjs';

/** The stand-in is missing here because it runs from its sources and is no part of the build. */
const sources = [
  'src/shared',
  'src/main',
  'src/preload',
  'src/renderer',
  'src/sandbox',
  'build/icons/system',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
];

const stamp = inProject('out', '.sources');

/** @param {string} entry file or folder below the project's root */
async function filesOf(entry) {
  const below = await readdir(inProject(entry), { recursive: true, withFileTypes: true }).catch(
    () => undefined,
  );
  if (below === undefined) return existsSync(inProject(entry)) ? [entry] : [];
  return below
    .filter((found) => found.isFile())
    .map((found) => path.relative(root, path.join(found.parentPath, found.name)));
}

/**
 * One hash over the names and contents of all sources. Contents and not dates, because a checkout changes dates and
 * a deletion leaves none.
 */
async function fingerprint() {
  const files = (await Promise.all(sources.map(filesOf))).flat().sort();
  const hash = createHash('sha256');
  for (const file of files) {
    hash
      .update(`${file}\0`)
      .update(await readFile(inProject(file)))
      .update('\0');
  }
  return hash.digest('hex');
}

/** Whether the build is the one of the sources as they are. */
async function isBuilt() {
  const built = await readFile(stamp, 'utf8').catch(() => '');
  return existsSync(inProject('out', 'main', 'index.js')) && built === (await fingerprint());
}

/** Builds if need be, in silence. Gives whether it did. */
export async function build() {
  if (await isBuilt()) return false;
  const sourcesNow = await fingerprint();
  const cli = inProject('node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const result = await run(process.execPath, [cli, 'build', '--logLevel', 'warn']);
  if (result.code !== 0) throw new Trouble('The build failed: see above.', result.output);
  await writeFile(stamp, sourcesNow);
  return true;
}

/** Builds if need be, under one progress line. */
export async function buildIfChanged() {
  if (!(await isBuilt())) await step('Building Latchkey', build);
}
