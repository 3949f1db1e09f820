/** The pictures of the command palette, the shortcut sheet and a message with Undo. */
import { expect, test } from '../support/app.ts';
import { pictures, wide } from './pictures.ts';

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
