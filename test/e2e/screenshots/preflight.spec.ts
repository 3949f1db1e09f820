/** The pictures of the preflight: a login that may do little, and a wide key that would do with less. */
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { expect, signInTo, test } from '../support/app.ts';
import { otherAdministrator } from '../support/other-administrator.ts';
import { signInScoped } from '../support/scoped-login.ts';

const folder = fileURLToPath(new URL('../../../docs/screenshots/', import.meta.url));
const wide = { width: 1360, height: 850 };
const narrow = { width: 1024, height: 700 };

/** Light and dark, wide and narrow. */
async function pictures(page: Page, name: string): Promise<void> {
  for (const [look, colorScheme, size] of [
    ['light', 'light', wide],
    ['dark', 'dark', wide],
    ['1024', 'light', narrow],
    ['1024-dark', 'dark', narrow],
  ] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize(size);
    await page.evaluate(() =>
      document.fonts.ready.then(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      ),
    );
    await page.screenshot({ path: `${folder}${name}-${look}.png`, animations: 'disabled', caret: 'hide' });
  }
  await page.setViewportSize(wide);
}

test('what a scoped login cannot hand out', async ({ host, at, sandbox }) => {
  const { page } = host;
  await page.setViewportSize(wide);
  await at.connect(await signInScoped(sandbox));
  await at.button('New key').click();
  const form = at.dialog('New key');
  await expect(at.button('Generate key', form)).toHaveAttribute('aria-disabled', 'true');
  await form.getByLabel('Name').fill('line-4-labels');
  await pictures(page, 'preflight-refused');
  await form.getByRole('radio', { name: 'Custom', exact: true }).check();
  await form.getByRole('searchbox', { name: 'Filter abilities' }).fill('images');
  await form.getByRole('checkbox', { name: 'Annotate images' }).hover();
  await expect(page.getByText(/lacks “annotate images”/).filter({ visible: true })).toBeVisible();
  await pictures(page, 'preflight-tree');
});

test('what would be enough', async ({ host, at, sandbox }) => {
  const { page } = host;
  await page.setViewportSize(wide);
  const signIn = signInTo(sandbox, 'acme-vision');
  await otherAdministrator(signIn).create('belt-7-uploads', [
    'project:read',
    'image:create',
    'image:tag',
    'batch:create',
    'model:infer',
    'version:read',
    'folder:delete',
  ]);
  await at.connect(signIn);
  await at.searchFor('belt-7-uploads', 1);
  await at.select('belt-7-uploads');
  await at.button('Edit scope', at.details).click();
  const form = at.dialog('Edit scope');
  await expect(at.button('Use Uploader', form)).toBeVisible();
  await pictures(page, 'narrower-use-case');
});
