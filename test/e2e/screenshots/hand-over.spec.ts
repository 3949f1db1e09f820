/** The ways to hand a secret over, each with what it opens. */
import { tmpdir } from 'node:os';
import { expect, test } from '../support/app.ts';
import { pictures } from './pictures.ts';

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
