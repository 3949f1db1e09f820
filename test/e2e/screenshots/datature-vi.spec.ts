/** The pictures of Datature Vi: its sign-in, and the matrix of access and permission. */
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { expect, signInTo, test } from '../support/app.ts';

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

test('datature-vi', async ({ host, at, sandbox }) => {
  const { page } = host;
  await page.setViewportSize(wide);
  await at.connect(signInTo(sandbox, 'org_7fh2kq9m'));
  await expect(at.grid).toHaveAttribute('aria-rowcount', '25');
  await expect(at.syncStatus).not.toHaveAttribute('aria-busy', 'true');
  await at.select('container-codes-export');
  await pictures(page, 'datature-vi');
  await at.button('Edit scope', at.details).click();
  const form = at.dialog('Edit scope');
  await form.getByRole('checkbox', { name: 'Training' }).check();
  await form.getByRole('radio', { name: 'Full', exact: true }).check();
  await expect(form.getByRole('region', { name: 'Changes' })).toContainText('start runs');
  await pictures(page, 'scope-matrix');
});
