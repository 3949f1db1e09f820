// Finds what can show Latchkey's window: Electron's binary, or a Chromium for the stand-in.
import { existsSync, readdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inProject } from './project.mjs';
import { which } from './run.mjs';

const electronBinary = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
};

/** @param {Record<string, string>} table @param {string} otherwise */
const forPlatform = (table, otherwise) => table[process.platform] ?? otherwise;

/**
 * Electron's binary. The `electron` package is never imported for this: outside Electron, importing it starts a
 * download.
 */
export function findElectron() {
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? inProject('node_modules', 'electron', 'dist');
  const file = path.join(dist, forPlatform(electronBinary, 'electron'));
  return existsSync(file) ? file : undefined;
}

/** A Chromium or Chrome of the system; `LATCHKEY_CHROMIUM` names another one. */
export function findSystemChromium() {
  const named = process.env.LATCHKEY_CHROMIUM;
  if (named) return existsSync(named) ? named : undefined;
  const programs = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
  const folders = [process.env.PROGRAMFILES, process.env.LOCALAPPDATA].filter(
    (folder) => folder !== undefined,
  );
  const places = [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ...folders.map((folder) => path.join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe')),
  ];
  for (const program of programs) {
    const found = which(program);
    if (found) return found;
  }
  return places.find((place) => existsSync(place));
}

/** The newest Chromium that Playwright has downloaded for this user, of whatever version. */
export function findPlaywrightChromium() {
  const caches = { darwin: 'Library/Caches', win32: 'AppData/Local' };
  const own = path.join(os.homedir(), forPlatform(caches, '.cache'), 'ms-playwright');
  const folder = process.env.PLAYWRIGHT_BROWSERS_PATH ?? own;
  if (!existsSync(folder)) return undefined;
  const binaries = [
    'chrome-linux64/chrome',
    'chrome-linux/chrome',
    'chrome-win64/chrome.exe',
    'chrome-win/chrome.exe',
    'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  ];
  return readdirSync(folder)
    .filter((name) => /^chromium-\d+$/.test(name))
    .sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)))
    .flatMap((name) => binaries.map((binary) => path.join(folder, name, binary)))
    .find((file) => existsSync(file));
}
