/** The pictures of the capability lens. */
import { expect, test } from '../support/app.ts';
import { pictures, wide } from './pictures.ts';

test('capability lens', async ({ host, at }) => {
  const { page } = host;
  await page.setViewportSize(wide);
  await at.button('Explore the sandbox').click();
  await expect(at.grid).toHaveAttribute('aria-rowcount', /^\d{3}$/);
  await expect(at.syncStatus).not.toHaveAttribute('aria-busy', 'true');
  await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Capabilities' }).click();
  const matrix = page.getByRole('grid', { name: 'Capabilities' });
  // Keys with full access stand first and all look alike: without them there is something to compare.
  await at.search.fill('-can:everything');
  await expect(matrix.getByRole('button', { name: 'Everything: 0 keys' })).toBeVisible();
  await expect(matrix).toHaveAttribute('aria-busy', 'false');
  await matrix.focus();
  await page.mouse.move(0, 0);
  await page.keyboard.press('ArrowDown');
  await expect(matrix.locator('[data-position="0"]')).toHaveAttribute('aria-selected', 'true');
  await pictures(page, 'lens');
});
