/** Finds a Chromium or Chrome on this machine without starting anything. */
import { accessSync, constants, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** Looked for in every folder of PATH, in this order. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const MAC_APPLICATIONS = ['Chromium', 'Google Chrome'].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
);

/** Whether this user may run it; the file need not even exist. */
function executable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Playwright keeps each revision in a folder of its own; the newest comes first. */
function playwrightBrowsers(env: NodeJS.ProcessEnv): string[] {
  const home =
    process.platform === 'darwin' ? join(homedir(), 'Library', 'Caches') : join(homedir(), '.cache');
  const folder = env.PLAYWRIGHT_BROWSERS_PATH || join(home, 'ms-playwright');
  let revisions: string[];
  try {
    revisions = readdirSync(folder).filter((name) => /^chromium-\d+$/.test(name));
  } catch {
    return [];
  }
  const newestFirst = revisions.sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)));
  return newestFirst.flatMap((name) => [
    join(folder, name, 'chrome-linux64', 'chrome'),
    join(folder, name, 'chrome-linux', 'chrome'),
    join(folder, name, 'chrome-mac', 'Chromium.app', 'Contents', 'MacOS', 'Chromium'),
  ]);
}

/** Path of the browser to run. Throws with one sentence that says what to install or set when there is none. */
export function findChromium(env: NodeJS.ProcessEnv): string {
  const chosen = env.LATCHKEY_CHROMIUM;
  if (chosen) {
    if (executable(chosen)) return chosen;
    throw new Error(`LATCHKEY_CHROMIUM points to ${chosen}, which cannot be run.`);
  }
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  const candidates = [
    ...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...(process.platform === 'darwin' ? MAC_APPLICATIONS : []),
    ...playwrightBrowsers(env),
  ];
  const found = candidates.find(executable);
  if (found) return found;
  throw new Error(
    'No Chromium or Chrome was found: install one (on Debian: apt-get install chromium) or set LATCHKEY_CHROMIUM to its path.',
  );
}
