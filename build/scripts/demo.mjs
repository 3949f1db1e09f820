// `npm run demo`: Latchkey on its own sandbox, signed in, in a profile that is thrown away afterwards.
// `npm run demo -- --screenshot=FILE.png` writes a picture of the inventory and quits.
import { access, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { freePort, startApp } from './lib/app.mjs';
import { buildIfChanged } from './lib/build.mjs';
import { hasDisplay } from './lib/display.mjs';
import { whenAskedToEnd } from './lib/ending.mjs';
import { lookAtInventory } from './lib/look.mjs';
import { mainOnProjectNode } from './lib/node.mjs';
import { fromCaller } from './lib/project.mjs';
import { say, step, Trouble } from './lib/say.mjs';

/** @param {string[]} args */
function options(args) {
  try {
    const { values } = parseArgs({
      args,
      options: { screenshot: { type: 'string' }, 'no-build': { type: 'boolean' } },
    });
    return values;
  } catch (error) {
    throw new Trouble(
      `${/** @type {Error} */ (error).message}. Usage: npm run demo -- [--screenshot=FILE.png]`,
    );
  }
}

/** @param {string} file a picture to be, as the caller wrote it */
async function pictureFile(file) {
  const target = fromCaller(file);
  if (path.extname(target) !== '.png') throw new Trouble(`The picture is a PNG: name it like ${file}.png`);
  await access(path.dirname(target)).catch(() => {
    throw new Trouble(`There is no folder ${path.dirname(target)} to write the picture into.`);
  });
  return target;
}

/** @param {number} port */
function sayHowToLook(port) {
  say('There is no display here, so Latchkey runs without a window. Two ways to look at it:');
  say('  a picture:  npm run demo -- --screenshot=latchkey.png');
  say(`  live:       open chrome://inspect in Chrome on this machine, Configure…, add 127.0.0.1:${port}`);
}

/**
 * @param {string} profile folder of the throwaway profile
 * @param {string | undefined} picture
 */
async function show(profile, picture) {
  const port = await freePort();
  const hidden = picture !== undefined || !hasDisplay();
  // A DevTools port lets every process of this machine drive the window, so it is opened only where nobody can see it.
  const debugging = hidden ? [`--remote-debugging-port=${port}`] : [];
  const app = await startApp([`--user-data-dir=${profile}`, '--explore-sandbox', ...debugging], { hidden });
  let running = true;
  const ended = app.ended.finally(() => {
    running = false;
  });
  let interrupted = false;
  const stopListening = whenAskedToEnd(() => {
    interrupted = true;
    void app.stop();
  });
  try {
    if (hidden) {
      const options = { isRunning: () => running, ...(picture === undefined ? {} : { file: picture }) };
      await step('Opening Latchkey on its sandbox', () => lookAtInventory(port, options));
    }
    if (picture !== undefined) {
      say(`Wrote ${picture}`);
      return 0;
    }
    if (hidden) sayHowToLook(port);
    else say('Latchkey is open on its sandbox; what you do there is gone when you close it.');
    const code = await ended;
    if (code !== 0 && !interrupted) throw new Trouble(`Latchkey ended with code ${code}.`);
    return 0;
  } catch (error) {
    if (interrupted) return 0;
    if (error instanceof Trouble) throw new Trouble(error.message, app.output());
    throw error;
  } finally {
    if (running) await app.stop();
    stopListening();
  }
}

await mainOnProjectNode(async (args) => {
  const { screenshot, 'no-build': noBuild } = options(args);
  const picture = screenshot === undefined ? undefined : await pictureFile(screenshot);
  if (!noBuild) await buildIfChanged();
  const profile = await mkdtemp(path.join(os.tmpdir(), 'latchkey-demo-'));
  try {
    return await show(profile, picture);
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});
