/** The pictures of chosen columns and of many chosen keys. */
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
    await page.screenshot({ path: `${folder}${name}-${look}.png`, animations: 'disabled', caret: 'hide' });
  }
  await page.setViewportSize(wide);
}

test('columns, and many keys', async ({ host, at }) => {
  const { page } = host;
  await page.setViewportSize(wide);
  await at.button('Explore the sandbox').click();
  await expect(at.grid).toHaveAttribute('aria-rowcount', '688');
  await expect(at.syncStatus).not.toHaveAttribute('aria-busy', 'true');

  await at.grid.getByRole('row').nth(3).getByRole('checkbox').click();
  await at.grid
    .getByRole('row')
    .nth(6)
    .click({ modifiers: ['Shift'] });
  await expect(page.getByRole('region', { name: 'Selected keys' })).toContainText('4 keys selected');
  await expect(at.details.getByRole('heading').first()).toBeVisible();
  await pictures(page, 'selected');

  await at.grid.focus();
  await page.keyboard.press('ControlOrMeta+a');
  await expect(page.getByRole('region', { name: 'Selected keys' })).toContainText('687 keys selected');
  await pictures(page, 'selected-all');
  await page.keyboard.press('Escape');

  await at.button('Columns').click();
  await expect(page.getByRole('dialog', { name: 'Columns' })).toBeVisible();
  await pictures(page, 'columns');
  await page.keyboard.press('Escape');

  // By hand: wider than there is room for.
  await at.grid.focus();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.press('ArrowUp');
  for (let press = 0; press < 8; press += 1) await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('ArrowDown');
  await pictures(page, 'columns-wide');
});
