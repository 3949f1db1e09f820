/** The pictures of the search box: tokens and a wrong one, and the suggestions. */
import { expect, test } from '../support/app.ts';
import { pictures } from './pictures.ts';

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
