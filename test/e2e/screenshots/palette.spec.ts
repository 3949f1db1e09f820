/** The pictures of the command palette, the shortcut sheet and a message with Undo. */
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/app.ts';

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
    await page.screenshot({
      path: `${folder}${name}-${look}.png`,
      animations: 'disabled',
      caret: 'hide',
    });
  }
  await page.setViewportSize(wide);
}

test('palette, shortcut sheet, undo', async ({ host, at }) => {
  const { page } = host;
  await page.setViewportSize(wide);
  await at.button('Explore the sandbox').click();
  await expect(at.grid).toHaveAttribute('aria-rowcount', '688');
  await expect(at.syncStatus).not.toHaveAttribute('aria-busy', 'true');

  const palette = at.dialog('Command palette');
  await at.workspaces.getByRole('button', { name: /^Acme Vision/ }).click();
  await expect(at.grid.getByRole('row').filter({ hasText: 'Northwind' })).toHaveCount(0);
  await at.grid.getByRole('row').nth(1).click();
  await expect(at.details.getByRole('heading').first()).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(palette.getByRole('option').first()).toBeVisible();
  await pictures(page, 'palette');
  await page.keyboard.type('acme');
  await expect(palette.getByRole('group', { name: 'Keys' })).toBeVisible();
  await pictures(page, 'palette-keys');
  await page.keyboard.press('Escape');

  await page.keyboard.press('?');
  await expect(at.dialog('Keyboard shortcuts')).toBeVisible();
  await pictures(page, 'shortcuts');
  await page.keyboard.press('Escape');

  await at.button('Disable', at.details).click();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
  await pictures(page, 'undo');
});
