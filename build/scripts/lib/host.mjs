// Which program runs the built application: Electron where its binary is, else the stand-in on plain Node.
import { findElectron, findPlaywrightChromium, findSystemChromium } from './browsers.mjs';
import { inProject, root } from './project.mjs';
import { Trouble } from './say.mjs';

/**
 * @typedef {object} Host
 * @property {'electron' | 'standin'} name
 * @property {string} command
 * @property {string[]} args what comes before the application's own switches
 * @property {NodeJS.ProcessEnv} env added to the environment
 */

/** Electron refuses to start as root with Chromium's sandbox on, and there is none to be had for root. */
const rootSwitches = () => (process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []);

/**
 * Chooses the host; `LATCHKEY_HOST=electron` or `standin` decides otherwise.
 * @returns {Host}
 */
export function chooseHost() {
  const wanted = process.env.LATCHKEY_HOST;
  const electron = wanted === 'standin' ? undefined : findElectron();
  if (electron !== undefined) {
    return { name: 'electron', command: electron, args: [root, ...rootSwitches()], env: {} };
  }
  if (wanted === 'electron') {
    throw new Trouble('Electron’s binary is not here. Run: npx install-electron');
  }
  const chromium = findSystemChromium() ?? findPlaywrightChromium();
  if (chromium === undefined) {
    throw new Trouble(
      'There is nothing to show a window with. Install Chromium or Chrome, or run: npx playwright install chromium',
    );
  }
  return {
    name: 'standin',
    command: process.execPath,
    args: [inProject('src', 'standin', 'main.ts')],
    env: { LATCHKEY_CHROMIUM: chromium },
  };
}
