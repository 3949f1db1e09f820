// The set-up, in order. Says nothing when there is nothing to do.
import { existsSync } from 'node:fs';
import { inProject, majorOf, projectNode, requiredNodeMajor } from '../lib/project.mjs';
import { main, say, step, Trouble } from '../lib/say.mjs';
import { installSystemPackages, missingForInstall, missingForTests } from './debian.mjs';
import { install, isInstalled } from './install.mjs';
import { withLock } from './lock.mjs';
import { hasWindow, provideWindow } from './window.mjs';

// Beside node_modules and not inside: `npm ci` removes that folder.
const lockDir = inProject('.setup-lock');

/** @param {Needs} needs */
async function isComplete(needs) {
  // A lock means that somebody is at it, or died at it: then look closer.
  if (existsSync(lockDir) || !(await isInstalled())) return false;
  if (needs.forTests && missingForTests().length > 0) return false;
  return !needs.window || hasWindow();
}

function checkNode() {
  if (projectNode() !== undefined || majorOf(process.versions.node) >= requiredNodeMajor) return;
  throw new Trouble(
    `Latchkey runs on Node ${requiredNodeMajor}, and none comes with npm for this system (${process.platform} ${process.arch}). ` +
      'Get it from https://nodejs.org and run the command again.',
  );
}

/** @param {Needs} needs */
async function setUp(needs) {
  if (!(await isInstalled())) {
    await installSystemPackages(await missingForInstall());
    await step('Installing dependencies (about a minute)', install);
  }
  checkNode();
  if (needs.forTests) await installSystemPackages(missingForTests());
  if (needs.window && !(await hasWindow())) await provideWindow();
}

/**
 * @typedef {object} Needs
 * @property {boolean} forTests also the programs that tests use when they are there
 * @property {boolean} window also something to show a window with
 *
 * Brings a clone to where every command runs.
 * @param {Needs} needs
 */
export const bootstrap = (needs) =>
  main(async () => {
    if (await isComplete(needs)) return 0;
    await withLock(lockDir, () => setUp(needs), {
      onWait: (pid) => say(`Another command is setting up this clone (process ${pid}); waiting for it.`),
    });
    return 0;
  });
