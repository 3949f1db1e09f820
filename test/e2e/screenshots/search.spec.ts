/** The pictures of the search box: tokens and a wrong one, and the suggestions. */
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/app.ts';

const folder = fileURLToPath(new URL('../../../docs/screenshots/', import.meta.url));

async function pictures(page: Page, name: string): Promise<void> {
  for (const [look, colorScheme, width, height] of [
    ['light', 'light', 1360, 850],
    ['dark', 'dark', 1360, 850],
    ['1024', 'light', 1024, 700],
    ['1024-dark', 'dark', 1024, 700],
  ] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height });
    await page.evaluate(() =>
      document.fonts.ready.then(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      ),
    );
    await page.screenshot({ path: `${folder}${name}-${look}.png`, animations: 'disabled', caret: 'hide' });
  }
}

test('search', async ({ host, at }) => {
  const { page } = host;
  await at.button('Explore the sandbox').click();
  await expect(at.grid).toHaveAttribute('aria-rowcount', '688');
  await expect(at.syncStatus).not.toHaveAttribute('aria-busy', 'true');

  await at.search.fill('ws:acme scope:image statsu:active uploader');
  await expect(page.getByRole('status', { name: 'Search problem' })).not.toBeEmpty();
  await expect(at.grid).not.toHaveAttribute('aria-rowcount', '688');
  await pictures(page, 'search-problem');

  await at.search.fill('ws:acme can:de');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('option', { selected: true })).toBeVisible();
  await pictures(page, 'search-suggestions');
});
