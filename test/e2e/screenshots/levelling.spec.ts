/** The pictures of load levelling. */
import { expect, test } from '../support/app.ts';
import { setEnvironment } from '../support/due-dates.ts';
import { pictures } from './pictures.ts';

test('load levelling', async ({ host, at }) => {
  const { page } = host;
  await at.button('Explore the sandbox').click();
  await expect(at.grid).toHaveAttribute('aria-rowcount', '688');
  await expect(at.syncStatus).not.toHaveAttribute('aria-busy', 'true');
  for (const [search, environment] of [
    ['ws:acme created:<85d', 'production'],
    ['ws:orchard created:<170d', 'staging'],
    ['ws:northwind created:<88d', 'ci'],
    ['ws:harbour created:<95d', 'production'],
  ] as const)
    await setEnvironment(page, search, environment);
  await page
    .getByRole('navigation', { name: 'Views' })
    .getByRole('button', { name: /^Rotation/ })
    .click();
  await at.button('Level load…').click();
  const dialog = at.dialog('Level load');
  await expect(dialog.getByRole('button', { name: /^Plan/ })).toBeVisible();
  await pictures(page, 'levelling');

  await dialog.getByLabel('Workspaces', { exact: true }).selectOption('Some workspaces');
  await dialog.getByRole('group', { name: 'Workspaces to level' }).getByLabel('Northwind').uncheck();
  await dialog.getByRole('radio', { name: '3 days' }).check();
  await expect(dialog.getByRole('button', { name: /^Plan/ })).not.toHaveAttribute('aria-disabled');
  await pictures(page, 'levelling-workspaces');
});
