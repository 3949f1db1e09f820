/** The pictures of how keys are used: every night, not any more, woken, and not yet seen in use. */
import { join } from 'node:path';
import { startSandbox } from '../../../src/sandbox/server.ts';
import { test as base, expect, openLatchkey, signInTo } from '../support/app.ts';
import { desk } from '../support/desk.ts';
import { demoWithUses, hour, night, nights, rememberUses } from '../support/use-history.ts';
import { pictures, wide } from './pictures.ts';

const histories = [
  { key: 'container-codes-export', uses: nights(80, 9) },
  { key: 'handover-2024', uses: [night(150)], createdAt: night(600), usedSince: Date.now() - hour },
  { key: 'quay-backend', uses: nights(47, 0), createdAt: night(64) },
];

const test = base.extend({
  sandbox: async ({ folder }, use) => {
    const sandbox = await startSandbox({
      profile: demoWithUses(histories),
      port: 0,
      dataDir: join(folder, 'sandbox'),
    });
    await use(sandbox);
    await sandbox.close();
  },
});

test('last-used', async ({ host, at, sandbox, folder }) => {
  const signIn = signInTo(sandbox, 'org_7fh2kq9m');
  await at.connect(signIn);
  await expect(at.grid).toHaveAttribute('aria-rowcount', '25');
  await expect(at.syncStatus).not.toHaveAttribute('aria-busy', 'true');
  await host.close();
  rememberUses(join(folder, 'profile', 'latchkey.db'), histories, night(8));
  const again = await openLatchkey(join(folder, 'profile'));
  const { page } = again;
  const then = desk(page);
  await page.setViewportSize(wide);
  await page
    .getByRole('button', { name: /^Sign in again/ })
    .first()
    .click();
  const form = then.dialog('Sign in again');
  await form.getByLabel('Secret key').fill(signIn.credential);
  await page.keyboard.press('Enter');
  await expect(form).toBeHidden();
  await then.button('New key').click();
  const made = then.dialog('New key');
  await made.getByLabel('Name').fill('crane-9-inference');
  await made.getByRole('checkbox', { name: 'Deployment' }).check();
  await then.button('Generate key', made).click();
  const store = then.dialog('Store this secret');
  await then.button('Copy secret', store).click();
  await then.button('Done', store).click();
  await expect(then.details).toContainText('not yet seen in use');
  await pictures(page, 'last-used-awaiting', then.details.locator('figcaption'));
  for (const [key, name] of [
    ['quay-backend', 'last-used'],
    ['container-codes-export', 'last-used-silent'],
    ['handover-2024', 'last-used-woke'],
  ] as const) {
    await then.select(key);
    await expect(then.details.getByRole('list', { name: 'Use by week' })).toContainText('used on');
    await pictures(page, name, then.details.locator('figcaption'));
  }
  await page.getByRole('button', { name: /^Since your last visit/ }).click();
  await expect(page.getByRole('grid', { name: 'Changes' })).toContainText('Woke');
  await pictures(page, 'last-used-changes');
  await again.close();
});
