/** The pictures of the capability lens. */
import { fileURLToPath } from 'node:url';
import { expect, test } from '../support/app.ts';

const folder = fileURLToPath(new URL('../../../docs/screenshots/', import.meta.url));
const wide = { width: 1360, height: 850 };
const narrow = { width: 1024, height: 700 };

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
    await page.screenshot({ path: `${folder}lens-${look}.png`, animations: 'disabled', caret: 'hide' });
  }
});
