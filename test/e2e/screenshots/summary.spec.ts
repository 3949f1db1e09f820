/** The pictures of the summary with due dates, of its zeros, and of saved searches. */
import { expect, test } from '../support/app.ts';
import { setEnvironment } from '../support/due-dates.ts';
import { pictures } from './pictures.ts';

test('summary and saved searches', async ({ host, at }) => {
  const { page } = host;
  await at.button('Explore the sandbox').click();
  await expect(at.grid).toHaveAttribute('aria-rowcount', '688');
  await expect(at.syncStatus).not.toHaveAttribute('aria-busy', 'true');
  await expect(page.getByRole('button', { name: 'Keys 687', exact: true })).toBeVisible();
  const orchard = page
    .getByRole('navigation', { name: 'Workspaces' })
    .getByRole('button', { name: /^Orchard/ });
  await orchard.click();
  await expect(page.getByRole('button', { name: 'Keys 54', exact: true })).toBeVisible();
  await expect(at.grid).toHaveAttribute('aria-rowcount', '55');
  await pictures(page, 'summary-zeros');
  await page.keyboard.press('Control+0');
  await expect(page.getByRole('button', { name: 'Keys 687', exact: true })).toBeVisible();

  await setEnvironment(page, 'ws:acme', 'production');
  await setEnvironment(page, 'ws:orchard', 'staging');
  const due = await setEnvironment(page, 'ws:northwind', 'ci');
  await expect(page.getByRole('button', { name: `Overdue ${due}`, exact: true })).toBeVisible();
  const week = page.getByRole('toolbar', { name: 'Rotations due per week' }).getByRole('button');
  await pictures(page, 'summary');

  await week.first().focus();
  for (let step = 0; step < 5; step += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(week.nth(5)).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByText(/^Week of .* due$/)).toBeVisible();
  await expect(at.grid).not.toHaveAttribute('aria-rowcount', '688');
  await pictures(page, 'summary-week');
  await page.keyboard.press('Enter');

  for (const [search, name] of [
    ['status:overdue', 'Overdue'],
    ['can:delete env:production', 'Deleters in production'],
    ['unused:>90d', 'Idle for three months'],
  ] as const) {
    await at.search.fill(search);
    await page.keyboard.press('Control+s');
    const dialog = at.dialog('Save search');
    await dialog.getByLabel('Name').fill(name);
    if (name === 'Overdue') await pictures(page, 'save-search');
    await at.button('Save', dialog).click();
    await expect(dialog).toBeHidden();
  }
  const saved = page.getByRole('navigation', { name: 'Saved searches' });
  const overdue = saved.getByRole('button', { name: /^Overdue \d/ });
  await overdue.click();
  await expect(overdue).toHaveAttribute('aria-current', 'true');
  await expect(at.search).toHaveValue('status:overdue');
  await expect(saved.getByRole('button', { name: /\d keys?$/ })).toHaveCount(3);
  // Away from the list, whose buttons come with the pointer.
  await page.mouse.move(700, 500);
  await pictures(page, 'saved-searches');
});
