/** The pictures of docs/screenshots: taken from the real application on the demo world. */
import { expect, test } from '../support/app.ts';
import { pictures, wide } from './pictures.ts';

test('welcome', async ({ host, at }) => {
  await host.page.setViewportSize(wide);
  await expect(at.button('Explore the sandbox')).toBeVisible();
  await pictures(host.page, 'welcome');
  await at.button('Connect a workspace').click();
  await pictures(host.page, 'connect');
});

test('the rest, on the demo world', async ({ host, at }) => {
  const { page } = host;
  await page.setViewportSize(wide);
  await at.button('Explore the sandbox').click();
  await expect(at.grid).toHaveAttribute('aria-rowcount', '688');
  await expect(at.syncStatus).not.toHaveAttribute('aria-busy', 'true');
  await at.grid.getByRole('row').nth(3).click();
  await expect(at.details.getByRole('heading').first()).toBeVisible();
  await pictures(page, 'inventory');

  await at.button('Edit scope', at.details).click();
  const editor = at.dialog('Edit scope');
  await editor.getByRole('radio', { name: 'Inference', exact: true }).check();
  await pictures(page, 'edit-scope');
  await page.keyboard.press('Escape');
  await expect(editor).toBeHidden();

  await at.button('New key').click();
  const form = at.dialog('New key');
  await form.getByLabel('Name').fill('line-5-uploader');
  await form.getByLabel('Workspace').selectOption({ label: 'Acme Vision' });
  await form.getByLabel('Environment').selectOption({ label: 'Production' });
  await form.getByRole('radio', { name: 'Custom', exact: true }).check();
  await form.getByRole('button', { name: /^Images/ }).click();
  for (const ability of ['Upload images', 'Tag images'])
    await form.getByRole('checkbox', { name: ability }).check();
  await pictures(page, 'new-key');
  await form.getByRole('radio', { name: 'Inference', exact: true }).check();
  await at.button('Generate key', form).click();

  const store = at.dialog('Store this secret');
  await at.button('Copy secret', store).click();
  await expect(store).toContainText('Copied.');
  await pictures(page, 'store-secret');
  await at.button('Done', store).click();
});

test('the two cards of workspace keys', async ({ host, at, signedIn: _ }) => {
  const { page } = host;
  await page.setViewportSize(wide);
  await at.searchFor('annotator-portal', 1);
  await at.select('annotator-portal');
  await at.button('Edit scope', at.details).click();
  const editor = at.dialog('Edit scope');
  await editor.getByRole('radio', { name: 'Inference', exact: true }).check();
  await pictures(page, 'scope-cards');
});

test('offline', async ({ host, at, sandbox, signedIn: _ }) => {
  const { page } = host;
  await page.setViewportSize(wide);
  await sandbox.close();
  await at.button('Sync now').click();
  await expect(at.syncStatus).toContainText(/offline|not reach/i);
  await at.grid.getByRole('row').nth(3).click();
  await pictures(page, 'offline');
});
