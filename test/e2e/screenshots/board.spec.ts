/** The pictures of rotation: the board and the calendar. */
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
    ['ws:orchard created:<190d', 'staging'],
    ['ws:northwind created:<95d', 'ci'],
    ['ws:harbour created:<95d', 'production'],
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
  await page.keyboard.press('Escape');

  await page.getByRole('tab', { name: 'Calendar' }).click();
  const grid = page.getByRole('grid', { name: /^Keys due in/ });
  const ahead = grid.getByRole('gridcell', { name: /keys due:/ }).first();
  await expect(ahead).toBeVisible();
  await pictures(page, 'calendar');
  await ahead.click();
  const list = page.getByRole('listbox', { name: /^Keys due on/ });
  await expect(list.getByRole('option').first()).toBeVisible();
  await page.mouse.move(700, 130);
  await list.focus();
  await page.keyboard.press('Shift+ArrowDown');
  await pictures(page, 'calendar-day');
  await page.keyboard.press('Space');
  await expect(page.getByRole('status', { name: 'Moving keys' })).toContainText('Moving');
  await page.keyboard.press('ArrowRight');
  await pictures(page, 'calendar-moving');
});
