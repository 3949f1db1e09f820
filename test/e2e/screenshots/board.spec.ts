/** The pictures of rotation. */
import { expect, test } from '../support/app.ts';
import { setEnvironment } from '../support/due-dates.ts';
import { pictures } from './pictures.ts';

test('rotation', async ({ host, at }) => {
  const { page } = host;
  await at.button('Explore the sandbox').click();
  await expect(at.grid).toHaveAttribute('aria-rowcount', '688');
  await expect(at.syncStatus).not.toHaveAttribute('aria-busy', 'true');
  for (const [search, environment] of [
    ['ws:acme created:<90d', 'production'],
    ['ws:orchard', 'staging'],
    ['ws:northwind created:<95d', 'ci'],
    ['ws:harbour created:<120d', 'production'],
  ] as const)
    await setEnvironment(page, search, environment);

  await page
    .getByRole('navigation', { name: 'Views' })
    .getByRole('button', { name: /^Rotation/ })
    .click();
  const due = page.getByRole('listbox', { name: 'Due', exact: true });
  await expect(due.getByRole('option').first()).toBeVisible();
  await due.focus();
  await page.keyboard.press('ArrowDown');
  await pictures(page, 'board');
  await page.keyboard.press('Enter');
  await expect(at.details.getByRole('heading').first()).toBeVisible();
  await pictures(page, 'board-details');
});
