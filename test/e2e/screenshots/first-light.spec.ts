/** The pictures of docs/screenshots: taken from the real application on the demo world. */
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/app.ts';

const folder = fileURLToPath(new URL('../../../docs/screenshots/', import.meta.url));
const wide = { width: 1360, height: 850 };
const narrow = { width: 1024, height: 700 };

async function picture(
  page: Page,
  name: string,
  look: { dark?: boolean; size?: { width: number; height: number } } = {},
): Promise<void> {
  await page.emulateMedia({ colorScheme: look.dark ? 'dark' : 'light', reducedMotion: 'reduce' });
  await page.setViewportSize(look.size ?? wide);
  await page.evaluate(() =>
    document.fonts.ready.then(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    ),
  );
  await page.screenshot({ path: `${folder}${name}.png`, animations: 'disabled', caret: 'hide' });
}

test('welcome', async ({ host, at }) => {
  await expect(at.button('Explore the sandbox')).toBeVisible();
  await picture(host.page, 'welcome-light');
  await picture(host.page, 'welcome-dark', { dark: true });
  await at.button('Connect a workspace').click();
  await picture(host.page, 'connect-light');
});

test('the rest, on the demo world', async ({ host, at }) => {
  const { page } = host;
  await page.setViewportSize(wide);
  await at.button('Explore the sandbox').click();
  await expect(at.grid).toHaveAttribute('aria-rowcount', '688');
  await expect(at.syncStatus).not.toHaveAttribute('aria-busy', 'true');
  await at.grid.getByRole('row').nth(3).click();
  await expect(at.details.getByRole('heading').first()).toBeVisible();
  await picture(page, 'inventory-light');
  await picture(page, 'inventory-dark', { dark: true });
  await picture(page, 'inventory-1024', { size: narrow });
  await picture(page, 'inventory-1024-dark', { size: narrow, dark: true });

  await at.button('Edit scope', at.details).click();
  const editor = at.dialog('Edit scope');
  await editor.getByRole('radio', { name: 'Inference', exact: true }).check();
  await picture(page, 'edit-scope-light');
  await picture(page, 'edit-scope-dark', { dark: true });
  await picture(page, 'edit-scope-1024', { size: narrow });
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
  await picture(page, 'new-key-light');
  await picture(page, 'new-key-dark', { dark: true });
  await picture(page, 'new-key-1024', { size: narrow });
  await form.getByRole('radio', { name: 'Inference', exact: true }).check();
  await at.button('Generate key', form).click();

  const store = at.dialog('Store this secret');
  await at.button('Copy secret', store).click();
  await picture(page, 'store-secret-light');
  await picture(page, 'store-secret-dark', { dark: true });
  await picture(page, 'store-secret-1024', { size: narrow });
  await at.button('Done', store).click();
});

test('offline', async ({ host, at, sandbox, signedIn: _ }) => {
  const { page } = host;
  await page.setViewportSize(wide);
  await sandbox.close();
  await at.button('Sync now').click();
  await expect(at.syncStatus).toContainText(/offline|not reach/i);
  await at.grid.getByRole('row').nth(3).click();
  await picture(page, 'offline-light');
  await picture(page, 'offline-dark', { dark: true });
});
