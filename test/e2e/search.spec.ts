/** The search box in the real window: tokens filter, wrong ones say why, and the keyboard completes them. */
import { expect, test } from './support/app.ts';
import { expectNoViolations } from './support/axe.ts';
import { countOf } from './support/due-dates.ts';
import { walkOn } from './support/walk.ts';

test('tokens filter, and wrong ones say why while the rest still filters, by keyboard', async ({
  host,
  at,
  signedIn: _,
}) => {
  const { page } = host;
  const keys = walkOn(page);
  await expect(at.syncStatus).not.toHaveAttribute('aria-busy', 'true');
  const problem = page.getByRole('status', { name: 'Search problem' });
  const count = async (search: string) => {
    const found = await countOf(page, search);
    await keys.searchFor(search, found);
    return found;
  };
  await keys.searchFor('no key has such a name', 0);
  const all = await count('');
  const acme = await count('ws:acme');
  const others = await count('-ws:acme');
  expect(acme + others).toBe(all);
  expect(await count('ws:acme platform:roboflow')).toBe(acme);
  const full = await count('is:full-access');
  expect(full).toBeLessThan(all);
  expect(await count('can:delete')).toBeGreaterThanOrEqual(full);
  await expect(problem).toBeEmpty();

  await keys.searchFor('statsu:overdue ws:acme', acme);
  await expect(problem).toHaveText('No token is called statsu. Did you mean status?');
  await expect(at.search).toHaveAccessibleDescription(/Did you mean status/);
  await expectNoViolations(page, 'a wrong token');
  // The line is drawn under the letters it means.
  const wrong = page.locator('mark', { hasText: 'statsu:overdue' });
  const [line, box] = [await wrong.boundingBox(), await at.search.boundingBox()];
  expect(line && box && line.x > box.x && line.x + line.width < box.x + box.width / 2).toBe(true);
});

test('a token is completed by keyboard', async ({ host, at, signedIn: _ }) => {
  const { page } = host;
  const keys = walkOn(page);
  const list = page.getByRole('listbox', { name: 'Suggestions' });
  const active = list.getByRole('option', { selected: true });
  await keys.press('/');
  await expect(at.search).toBeFocused();
  await keys.type('st');
  await expect(list.getByRole('option')).toHaveText(/^status:/);
  await expectNoViolations(page, 'suggestions, none of them chosen');
  await keys.press('ArrowDown');
  await expect(active).toHaveText(/^status:/);
  await expectNoViolations(page, 'suggestions');
  await keys.press('Enter');
  await expect(at.search).toHaveValue('status:');
  await expect(list.getByRole('option')).toHaveCount(6);
  await keys.type('dis');
  await keys.press('ArrowDown');
  await keys.press('Tab');
  await expect(at.search).toHaveValue('status:disabled');
  await expect(list).toBeHidden();
  await expect(at.search).toBeFocused();

  await keys.type(' -ws:');
  await expect(list).toBeVisible();
  await keys.press('Escape');
  await expect(list).toBeHidden();
  await expect(at.search).toHaveValue('status:disabled -ws:');
  await keys.press('Escape');
  await expect(at.search).toHaveValue('');

  await keys.type('can:dep');
  const deploy = list.getByRole('option', { name: 'deploy', exact: true });
  await keys.press('ArrowUp');
  for (let step = 0; step < 6 && (await deploy.getAttribute('aria-selected')) !== 'true'; step += 1)
    await keys.press('ArrowUp');
  await expect(deploy).toHaveAttribute('aria-selected', 'true');
  await expect(at.search).toHaveAttribute('aria-activedescendant', (await deploy.getAttribute('id')) ?? '');
  await keys.press('Tab');
  await expect(at.search).toHaveValue('can:deploy');
  await keys.press('Enter');
  await expect(at.grid).toBeFocused();
});

test('a suggestion is taken with the pointer', async ({ host, at, signedIn: _ }) => {
  await at.search.pressSequentially('can:dep');
  const list = host.page.getByRole('listbox', { name: 'Suggestions' });
  await list.getByRole('option', { name: 'deploy', exact: true }).click();
  await expect(at.search).toHaveValue('can:deploy');
  await expect(at.search).toBeFocused();
});
