/** axe on every screen and dialog, in light and in dark. */
import { join } from 'node:path';
import { expect, openLatchkey, test } from './support/app.ts';
import { expectNoViolations } from './support/axe.ts';
import { desk } from './support/desk.ts';

test('welcome and the connect dialog', async ({ host, at }) => {
  await expect(at.button('Explore the sandbox')).toBeVisible();
  await expectNoViolations(host.page, 'welcome');
  await at.button('Connect a workspace').click();
  const form = at.dialog('Connect a workspace');
  await at.button('Connect', form).click();
  await expect(form.getByLabel('API key')).toHaveAttribute('aria-invalid', 'true');
  await expectNoViolations(host.page, 'connect with an error');
});

test('the inventory, its inspector and every dialog of a key', async ({ host, at, signedIn: _ }) => {
  const { page } = host;
  await expectNoViolations(page, 'inventory');

  await at.search.fill('no key has such a name');
  await expect(at.grid).toHaveAttribute('aria-rowcount', '1');
  await expectNoViolations(page, 'no match');
  await at.search.fill('');

  await at.button('New key').click();
  const form = at.dialog('New key');
  await form.getByRole('radio', { name: 'Custom', exact: true }).check();
  await expectNoViolations(page, 'new key, custom scope');
  await page.keyboard.press('Escape');
  await expect(form).toBeHidden();

  const store = await at.createInferenceKey('axe-reads-this', 'Acme Vision');
  await expectNoViolations(page, 'store this secret');
  await at.button('Reveal secret', store).click();
  await expectNoViolations(page, 'store this secret, revealed');
  await at.button('Copy secret', store).click();
  await at.button('Done', store).click();

  await at.searchFor('axe-reads-this', 1);
  await at.select('axe-reads-this');
  await expectNoViolations(page, 'inspector');
  for (const [open, name] of [
    ['Edit scope', 'Edit scope'],
    ['Rename', 'Rename key'],
    ['Delete…', 'Delete key'],
  ] as const) {
    await at.button(open, at.details).click();
    const dialog = at.dialog(name);
    await expect(dialog).toBeVisible();
    await expectNoViolations(page, name);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  }
});

test('the inventory without its platforms', async ({ host, at, sandbox, signedIn: _ }) => {
  await sandbox.close();
  await at.button('Sync now').click();
  await expect(at.syncStatus).toContainText(/offline|not reach/i);
  await at.grid.getByRole('row').nth(2).click();
  await expectNoViolations(host.page, 'offline');
});

test('a workspace that needs a new sign-in', async ({ folder, host, at, signedIn: _ }) => {
  await expect(at.syncStatus).not.toHaveAttribute('aria-busy', 'true');
  await host.close();
  // Sign-ins of this run were in memory only: the next start has none, as after a lost keychain item.
  const again = await openLatchkey(join(folder, 'profile'));
  const { page } = again;
  const after = desk(page);
  await expect(after.workspaces).toContainText('Sign in');
  await expectNoViolations(page, 'sign-in needed');
  await page
    .getByRole('button', { name: /^Sign in again/ })
    .first()
    .click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectNoViolations(page, 'sign in again');
  await again.close();
});
