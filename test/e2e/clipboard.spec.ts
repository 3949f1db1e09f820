/** A copied secret leaves the real clipboard: after its time, on lock, on quit, and when Latchkey is killed. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test as base, expect, openLatchkey, signInTo } from './support/app.ts';
import { expectNoViolations } from './support/axe.ts';
import { type Desk, desk } from './support/desk.ts';
import { type Display, hasOwnDisplays, openDisplay } from './support/display.ts';
import { walkOn } from './support/walk.ts';

type Started = Awaited<ReturnType<typeof openLatchkey>>;

const test = base.extend<{
  display: Display;
  /** Latchkey with a key just made and its secret copied, all by keyboard, which may stay for so many seconds. */
  copied: (seconds?: number) => Promise<{ host: Started; at: Desk; profile: string }>;
}>({
  display: async ({ browserName: _ }, use) => {
    const display = await openDisplay();
    await use(display);
    display.close();
  },
  copied: async ({ folder, sandbox, display }, use) => {
    const hosts: Started[] = [];
    await use(async (seconds) => {
      const profile = join(folder, 'profile');
      const args = seconds === undefined ? [] : [`--clipboard-seconds=${seconds}`];
      const host = await openLatchkey(profile, { args, env: display.env });
      hosts.push(host);
      const at = desk(host.page);
      const keys = walkOn(host.page);
      await keys.connect(signInTo(sandbox, 'orchard-labs'));
      await expect.poll(() => at.rowCount()).toBeGreaterThan(0);
      const store = await keys.newKey({ name: 'copied-secret', workspace: 'Orchard Labs' });
      await keys.activate(at.button('Copy secret', store));
      await expect(store.getByRole('status').filter({ hasText: /^Copied\./ })).toBeAttached();
      return { host, at, profile };
    });
    for (const host of hosts) await host.close();
  },
});

test.skip(!hasOwnDisplays, 'needs Xvfb and xsel: only there a test has a clipboard of its own');

/** Clipboard helpers of this profile that are running; they may only ever outlive Latchkey to clean up after it. */
function helpersOf(profile: string): number {
  return readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    try {
      const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
      return words.includes('--clipboard-helper') && words.some((word) => word.includes(profile));
    } catch {
      return false;
    }
  }).length;
}

test('by keyboard: after its time a copied secret is gone', async ({ copied, display }) => {
  const { host, at, profile } = await copied(8);
  const store = at.dialog('Store this secret');
  await expect(store.getByRole('status').filter({ hasText: 'Cleared from the clipboard.' })).toBeAttached();
  expect(await display.readClipboard()).toBe('');
  await expectNoViolations(host.page, 'store this secret, cleared');
  await walkOn(host.page).activate(at.button('Done', store));
  await expect.poll(() => helpersOf(profile)).toBe(0);
});

test('what somebody copied meanwhile stays', async ({ copied, display }) => {
  const { at } = await copied(15);
  await display.writeClipboard('their own words');
  const store = at.dialog('Store this secret');
  await expect(store.getByRole('status').filter({ hasText: /was left alone\.$/ })).toBeAttached();
  expect(await display.readClipboard()).toBe('their own words');
});

test('when the screen is locked it goes at once', async ({ copied, display }) => {
  const { host, at } = await copied();
  await host.evalMain(({ powerMonitor }) => void powerMonitor.emit('lock-screen'));
  const store = at.dialog('Store this secret');
  await expect(store.getByRole('status').filter({ hasText: 'Cleared from the clipboard.' })).toBeAttached({
    timeout: 20_000,
  });
  expect(await display.readClipboard()).toBe('');
});

test('quitting takes it along', async ({ copied, display }) => {
  const { host, profile } = await copied();
  expect(await display.readClipboard()).toMatch(/\S{20,}/);
  await host.close();
  expect(await display.readClipboard()).toBe('');
  await expect.poll(() => helpersOf(profile)).toBe(0);
});

test('killed, Latchkey leaves nothing behind', async ({ copied, display }) => {
  const { host, profile } = await copied(12);
  expect(helpersOf(profile)).toBe(1);
  await host.kill();
  await expect.poll(() => display.readClipboard()).toBe('');
  await expect.poll(() => helpersOf(profile)).toBe(0);
});

test('killed, what somebody copied afterwards stays', async ({ copied, display }) => {
  const { host, profile } = await copied(8);
  await host.kill();
  await display.writeClipboard('their own words');
  await expect.poll(() => helpersOf(profile)).toBe(0);
  expect(await display.readClipboard()).toBe('their own words');
});
