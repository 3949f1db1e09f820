// Looks at the running window over the DevTools protocol: waits for the inventory, and takes its picture.
import { setTimeout as pause } from 'node:timers/promises';
import { chromium } from '@playwright/test';
import { Trouble } from './say.mjs';

const windowSize = { width: 1360, height: 850 };
const inventoryTimeout = 60_000;

/**
 * Waits until the window's DevTools port answers. There is no event for it across processes, so it is asked again
 * until the application answers or ends.
 * @param {string} endpoint such as `http://127.0.0.1:9222`
 * @param {() => boolean} isRunning
 */
async function untilReachable(endpoint, isRunning) {
  const deadline = Date.now() + inventoryTimeout;
  while (isRunning() && Date.now() < deadline) {
    const answer = await fetch(`${endpoint}/json/version`).catch(() => undefined);
    if (answer?.ok) return;
    await pause(100);
  }
  throw new Trouble('Latchkey did not open its window.');
}

/** @param {import('@playwright/test').Page} page */
async function untilInventory(page) {
  const grid = page.getByRole('grid', { name: 'Keys' });
  // The first row is the header.
  await grid.getByRole('row').nth(1).waitFor({ timeout: inventoryTimeout });
  const busy = page.locator(
    '[role=status][aria-label="Sync status"][aria-busy=true], [role=grid][aria-busy=true]',
  );
  await busy.first().waitFor({ state: 'detached', timeout: inventoryTimeout });
  await page.evaluate('document.fonts.ready.then(() => undefined)');
}

/**
 * Connects to the window, waits until the inventory is on screen, and writes a picture of it if a file is named.
 * @param {number} port DevTools port on 127.0.0.1
 * @param {{ isRunning: () => boolean, file?: string }} options
 */
export async function lookAtInventory(port, { isRunning, file }) {
  const endpoint = `http://127.0.0.1:${port}`;
  await untilReachable(endpoint, isRunning);
  // `noDefaults` leaves the window as it is: it belongs to the application and not to us.
  const browser = await chromium.connectOverCDP(endpoint, { noDefaults: true });
  try {
    const context = browser.contexts()[0];
    const page = context?.pages()[0] ?? (await context?.waitForEvent('page', { timeout: inventoryTimeout }));
    if (page === undefined) throw new Trouble('Latchkey has no window to look at.');
    if (file !== undefined) {
      const session = await page.context().newCDPSession(page);
      await session.send('Emulation.setDeviceMetricsOverride', {
        ...windowSize,
        deviceScaleFactor: 1,
        mobile: false,
      });
    }
    await untilInventory(page).catch((error) => {
      throw new Trouble(`The inventory did not come on screen: ${String(error.message).split('\n')[0]}`);
    });
    if (file !== undefined) await page.screenshot({ path: file });
  } finally {
    await browser.close();
  }
}
