/** The search box in the real window: tokens filter, wrong ones say why, and the keyboard completes them. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './support/app.ts';

test('tokens filter, and wrong ones say why while the rest still filters', async ({
  host,
  at,
  signedIn: _,
}) => {
  const { page } = host;
  await expect(at.syncStatus).not.toHaveAttribute('aria-busy', 'true');
  const problem = page.getByRole('status', { name: 'Search problem' });
  const count = async (search: string) => {
    await at.search.fill(search);
    // The count of the last answer, once it is this search's: the query before it found nothing.
    await expect(at.grid).not.toHaveAttribute('aria-rowcount', '1');
    const rows = await at.rowCount();
    await at.search.fill('no key has such a name');
    await expect(at.grid).toHaveAttribute('aria-rowcount', '1');
    return rows;
  };
  await at.search.fill('no key has such a name');
  await expect(at.grid).toHaveAttribute('aria-rowcount', '1');
  const all = await count('');
  const acme = await count('ws:acme');
  const others = await count('-ws:acme');
  expect(acme + others).toBe(all);
  expect(await count('ws:acme platform:roboflow')).toBe(acme);
  const full = await count('is:full-access');
  expect(full).toBeLessThan(all);
  expect(await count('can:delete')).toBeGreaterThanOrEqual(full);
  await expect(problem).toBeEmpty();

  await at.searchFor('statsu:overdue ws:acme', acme);
  await expect(problem).toHaveText('No token is called statsu. Did you mean status?');
  await expect(at.search).toHaveAccessibleDescription(/Did you mean status/);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(
      violations.map(({ id }) => id),
      `a wrong token, ${colorScheme}`,
    ).toEqual([]);
  }
  // The line is drawn under the letters it means.
  const wrong = page.locator('mark', { hasText: 'statsu:overdue' });
  const [line, box] = [await wrong.boundingBox(), await at.search.boundingBox()];
  expect(line && box && line.x > box.x && line.x + line.width < box.x + box.width / 2).toBe(true);
});

test('the keyboard completes a token', async ({ host, at, signedIn: _ }) => {
  const { page } = host;
  const list = page.getByRole('listbox', { name: 'Suggestions' });
  const active = list.getByRole('option', { selected: true });
  await page.keyboard.press('/');
  await expect(at.search).toBeFocused();
  await page.keyboard.type('st');
  await expect(list.getByRole('option')).toHaveText(/^status:/);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.keyboard.press('ArrowDown');
    await expect(active).toHaveText(/^status:/);
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(
      violations.map(({ id }) => id),
      `suggestions, ${colorScheme}`,
    ).toEqual([]);
  }
  await page.keyboard.press('Enter');
  await expect(at.search).toHaveValue('status:');
  await expect(list.getByRole('option')).toHaveCount(6);
  await page.keyboard.type('dis');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await expect(at.search).toHaveValue('status:disabled');
  await expect(list).toBeHidden();
  await expect(at.search).toBeFocused();

  await page.keyboard.type(' -ws:');
  await expect(list).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(list).toBeHidden();
  await expect(at.search).toHaveValue('status:disabled -ws:');
  await page.keyboard.press('Escape');
  await expect(at.search).toHaveValue('');

  await page.keyboard.type('can:dep');
  await list.getByRole('option', { name: 'deploy', exact: true }).click();
  await expect(at.search).toHaveValue('can:deploy');
  await page.keyboard.press('Enter');
  await expect(at.grid).toBeFocused();
});
