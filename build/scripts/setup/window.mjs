// Sees to a window: finds a host for it, or gets one, in the order of how close it is to the packaged application.

import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { findElectron, findPlaywrightChromium, findSystemChromium } from '../lib/browsers.mjs';
import { cacheDir, inProject, projectNode, withProjectPath } from '../lib/project.mjs';
import { run } from '../lib/run.mjs';
import { say, step } from '../lib/say.mjs';
import { installSystemPackages, isDebian, mayInstall } from './debian.mjs';

const remembered = `${cacheDir}/window.json`;
const probeTimeout = 3_000;
const downloadTimeout = 5 * 60_000;

/**
 * @typedef {() => string | undefined | Promise<string | undefined>} Finder gives the binary's path
 * @typedef {{ electron: Finder, electronDownload: Finder, chromium: Finder, playwright: Finder, apt: Finder,
 *   playwrightDownload: Finder }} Finders
 */

/** What is tried, first to last. What is there goes before what has to be fetched, except Electron: it is the real thing. */
export const searchOrder = /** @type {const} */ ([
  'electron',
  'electronDownload',
  'chromium',
  'playwright',
  'apt',
  'playwrightDownload',
]);

/**
 * The first window that can be had.
 * @param {Finders} finders
 * @returns {Promise<string | undefined>}
 */
export async function findWindow(finders) {
  for (const name of searchOrder) {
    const found = await finders[name]();
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * Whether a download is worth starting: a server that does not answer at once would hold up a newcomer for minutes.
 * @param {string} url
 */
async function answers(url) {
  try {
    const signal = AbortSignal.timeout(probeTimeout);
    const response = await fetch(url, { method: 'HEAD', redirect: 'manual', signal });
    return response.status < 400;
  } catch {
    return false;
  }
}

/** Runs one of the dependencies' own download scripts. @param {string[]} args */
const runNode = (args) =>
  run(projectNode() ?? process.execPath, args, {
    env: withProjectPath(process.env),
    timeout: downloadTimeout,
  });

/** @param {boolean} worked */
const outcome = (worked) => (worked ? 'done' : 'not possible, going on without,');

async function downloadElectron() {
  if (process.env.ELECTRON_SKIP_BINARY_DOWNLOAD) return undefined;
  const { version } = JSON.parse(await readFile(inProject('node_modules/electron/package.json'), 'utf8'));
  const mirror = process.env.ELECTRON_MIRROR ?? 'https://github.com/electron/electron/releases/download/';
  const name = `electron-v${version}-${process.platform}-${process.arch}.zip`;
  if (!(await answers(`${mirror}v${version}/${name}`))) return undefined;
  await step(
    'Downloading Electron',
    async () => (await runNode([inProject('node_modules/electron/install.js')])).code === 0,
    outcome,
  );
  return findElectron();
}

async function installChromium() {
  if (!mayInstall() || !isDebian()) return undefined;
  await installSystemPackages(['chromium']);
  return findSystemChromium();
}

async function downloadPlaywrightChromium() {
  if (process.env.PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD) return undefined;
  if (!(await answers(process.env.PLAYWRIGHT_DOWNLOAD_HOST ?? 'https://cdn.playwright.dev/')))
    return undefined;
  const args = ['install', ...(mayInstall() ? ['--with-deps'] : []), 'chromium'];
  await step(
    'Downloading Chromium',
    async () => (await runNode([inProject('node_modules/playwright/cli.js'), ...args])).code === 0,
    outcome,
  );
  return findPlaywrightChromium();
}

/** Whether the window found by an earlier run is still there. */
export async function hasWindow() {
  try {
    const { path } = JSON.parse(await readFile(remembered, 'utf8'));
    return existsSync(path);
  } catch {
    return false;
  }
}

/** Sees to a window, or says in one sentence how to get one. */
export async function provideWindow() {
  const found = await findWindow({
    electron: findElectron,
    electronDownload: downloadElectron,
    chromium: findSystemChromium,
    playwright: findPlaywrightChromium,
    apt: installChromium,
    playwrightDownload: downloadPlaywrightChromium,
  });
  if (found === undefined) {
    say(
      'There is nothing to show a window with. Install Chromium or Chrome, or run: npx playwright install chromium',
    );
    return;
  }
  await mkdir(cacheDir, { recursive: true });
  await writeFile(remembered, JSON.stringify({ path: found }));
}
