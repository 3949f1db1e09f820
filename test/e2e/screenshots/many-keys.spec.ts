/** The pictures of chosen columns and of many chosen keys. */
import { expect, test } from '../support/app.ts';
import { pictures, wide } from './pictures.ts';

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
