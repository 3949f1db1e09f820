/** The ways to hand a secret over, each with what it opens. */
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/app.ts';

const folder = fileURLToPath(new URL('../../../docs/screenshots/', import.meta.url));

async function picture(page: Page, name: string, dark: boolean, width: number, height: number) {
  await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light', reducedMotion: 'reduce' });
  await page.setViewportSize({ width, height });
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: `${folder}${name}.png`, animations: 'disabled', caret: 'hide' });
}

async function pictures(page: Page, name: string): Promise<void> {
  await picture(page, `${name}-light`, false, 1360, 850);
  await picture(page, `${name}-dark`, true, 1360, 850);
  await picture(page, `${name}-1024`, false, 1024, 700);
}

test('hand-over', async ({ host, at, signedIn: _ }) => {
  const { page } = host;
  const store = await at.createInferenceKey('line-5-uploader', 'Acme Vision');

  await at.button('Copy as…', store).click();
  await pictures(page, 'store-secret-snippet');

  await at.button('Save to a file…', store).click();
  await pictures(page, 'store-secret-file');

  await at.button('Pipe to a command…', store).click();
  const field = store.getByLabel('Command', { exact: true });
  await field.fill("gh secret set ROBOFLOW_API_KEY --repo 'acme/line 5'");
  await pictures(page, 'store-secret-command');
  await field.fill(`ls ${tmpdir()} | wc`);
  await pictures(page, 'store-secret-refused');
  await field.fill('cat');
  await page.keyboard.press('Enter');
  await expect(store).toContainText('cat took the secret.');
  await pictures(page, 'store-secret-piped');
});
