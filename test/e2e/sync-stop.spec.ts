/** A run that hangs is stopped by keyboard, and a platform whose clock is wrong is named. */
import { join } from 'node:path';
import { startSandbox } from '../../src/sandbox/server.ts';
import { openWire } from '../support/lossy-wire.ts';
import { expect, signInTo, test } from './support/app.ts';
import { expectNoViolations } from './support/axe.ts';
import { walkOn } from './support/walk.ts';

test('by keyboard: a sync that hangs is stopped, and the next one reads everything', async ({
  host,
  at,
  sandbox,
}) => {
  const { page } = host;
  const keys = walkOn(page);
  const wire = await openWire(sandbox.url);
  const { baseUrl, ...signIn } = signInTo(sandbox, 'orchard-labs');
  await keys.connect({ ...signIn, baseUrl: baseUrl.replace(sandbox.url, wire.url) });
  await keys.connect(signInTo(sandbox, 'acme-vision'));
  await expect(at.grid).toHaveAttribute('aria-rowcount', String(348 + 54 + 22 + 1));
  await expect(at.syncStatus).not.toHaveAttribute('aria-busy', 'true');

  const hanging = wire.hang();
  const syncNow = at.button('Sync now');
  await keys.activate(syncNow);
  const stop = page.getByRole('button', { name: 'Stop syncing' });
  await expect(stop).toBeVisible();
  await expect(at.syncStatus).toContainText('Syncing 1 of 3');
  await expect(syncNow).toBeFocused();
  // The status bar alone, which is what is new here: the host hangs for half a minute only.
  await expectNoViolations(page, 'a sync that hangs', 'footer');

  await keys.press('Shift+Tab');
  await expect(stop).toBeFocused();
  await keys.press('Enter');
  await expect(at.syncStatus).toContainText('Stopped after 1 of 3');
  await expect(stop).toBeHidden();
  await expect(syncNow).toBeFocused();
  await expect.poll(() => hanging.open()).toBe(0);
  // What was read before is all there.
  await expect(at.grid).toHaveAttribute('aria-rowcount', String(348 + 54 + 22 + 1));

  hanging.wake();
  await keys.press('Enter');
  await expect(at.syncStatus).toContainText(/3 workspaces, synced/);
  await wire.close();
});

test('by keyboard: a platform whose clock is twelve minutes off is named with the difference', async ({
  host,
  at,
  folder,
}) => {
  const clock = { now: () => new Date(Date.now() + 12 * 60_000) };
  const late = await startSandbox({ profile: 'demo', port: 0, dataDir: join(folder, 'late'), clock });
  await walkOn(host.page).connect(signInTo(late, 'acme-vision'));
  const { host: name } = new URL(late.url);
  await expect(
    host.page.getByText(`This computer’s clock is 12 minutes behind that of ${name}.`),
  ).toBeVisible();
  await expect(at.grid).toBeVisible();
  await expectNoViolations(host.page, 'a clock that is wrong');
  await late.close();
});
