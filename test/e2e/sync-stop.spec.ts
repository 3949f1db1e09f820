/** A run that hangs is stopped by keyboard, and a platform whose clock is wrong is named. */
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { startSandbox } from '../../src/sandbox/server.ts';
import { openWire } from '../support/lossy-wire.ts';
import { expect, signInTo, test } from './support/app.ts';

test('a sync that hangs is stopped without the mouse, and the next one reads everything', async ({
  host,
  at,
  sandbox,
}) => {
  const { page } = host;
  const { keyboard } = page;
  const wire = await openWire(sandbox.url);
  const { baseUrl, ...signIn } = signInTo(sandbox, 'orchard-labs');
  await at.connect({ ...signIn, baseUrl: baseUrl.replace(sandbox.url, wire.url) });
  await at.connect(signInTo(sandbox, 'acme-vision'));
  await expect(at.grid).toHaveAttribute('aria-rowcount', String(348 + 54 + 22 + 1));
  await expect(at.syncStatus).not.toHaveAttribute('aria-busy', 'true');

  const hanging = wire.hang();
  const syncNow = at.button('Sync now');
  await syncNow.focus();
  await keyboard.press('Enter');
  const stop = page.getByRole('button', { name: 'Stop syncing' });
  await expect(stop).toBeVisible();
  await expect(at.syncStatus).toContainText('Syncing 1 of 3');
  await expect(syncNow).toBeFocused();
  // The status bar alone, which is what is new here: the host hangs for half a minute only.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().include('footer').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);

  await keyboard.press('Shift+Tab');
  await expect(stop).toBeFocused();
  await keyboard.press('Enter');
  await expect(at.syncStatus).toContainText('Stopped after 1 of 3');
  await expect(stop).toBeHidden();
  await expect(syncNow).toBeFocused();
  await expect.poll(() => hanging.open()).toBe(0);
  // What was read before is all there.
  await expect(at.grid).toHaveAttribute('aria-rowcount', String(348 + 54 + 22 + 1));

  hanging.wake();
  await keyboard.press('Enter');
  await expect(at.syncStatus).toContainText(/3 workspaces, synced/);
  await wire.close();
});

test('a platform whose clock is twelve minutes off is named with the difference', async ({
  host,
  at,
  folder,
}) => {
  const clock = { now: () => new Date(Date.now() + 12 * 60_000) };
  const late = await startSandbox({ profile: 'demo', port: 0, dataDir: join(folder, 'late'), clock });
  await at.connect(signInTo(late, 'acme-vision'));
  const { host: name } = new URL(late.url);
  await expect(
    host.page.getByText(`This computer’s clock is 12 minutes behind that of ${name}.`),
  ).toBeVisible();
  await late.close();
});
