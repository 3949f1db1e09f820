/** The pictures of the delete dialog, of quarantine in its states, and of the word about what happened by itself. */
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import SqliteDatabase from 'better-sqlite3';
import { expect, openLatchkey, test } from '../support/app.ts';
import { desk } from '../support/desk.ts';
import { pictures, wide } from './pictures.ts';

type Desk = ReturnType<typeof desk>;

const views = (page: Page) => page.getByRole('navigation', { name: 'Views' });
const bin = (page: Page) => page.getByRole('grid', { name: 'Keys in quarantine' });

async function select(at: Desk, name: string): Promise<void> {
  await at.searchFor(name, 1);
  await at.select(name);
}

async function quarantine(page: Page, at: Desk, name: string, days: string): Promise<void> {
  await select(at, name);
  await at.button('Delete…', at.details).click();
  const dialog = at.dialog('Delete key');
  await dialog.getByRole('radio', { name: days }).check();
  await at.button('Quarantine', dialog).click();
  await expect(dialog).toBeHidden();
  await expect(at.details).toContainText('Quarantined: will be deleted on');
  const message = page.getByText(`Put ${name} in quarantine`);
  await expect(message).toBeVisible();
  await at.button('Dismiss').click();
  await expect(message).toHaveCount(0);
}

test('quarantine', async ({ folder: temporary, host, at }) => {
  const profile = join(temporary, 'profile');
  const { page } = host;
  await page.setViewportSize(wide);
  await at.button('Explore the sandbox').click();
  await expect(at.grid).toHaveAttribute('aria-rowcount', '688');
  await expect(at.syncStatus).not.toHaveAttribute('aria-busy', 'true');

  await views(page)
    .getByRole('button', { name: /^Quarantine/ })
    .click();
  await expect(page.getByText('No key is in quarantine.')).toBeVisible();
  await pictures(page, 'quarantine-empty');
  await views(page)
    .getByRole('button', { name: /^Inventory/ })
    .click();

  await select(at, 'aarhus-edge-inference-5');
  await at.search.fill('');
  await expect(at.grid).toHaveAttribute('aria-rowcount', '688');
  await at.button('Delete…', at.details).click();
  await expect(at.dialog('Delete key')).toBeVisible();
  await pictures(page, 'delete');
  await page.keyboard.press('Escape');

  const orchard = at.workspaces.getByRole('button', { name: /^Orchard Labs/ });
  await orchard.click();
  await expect(at.grid).toHaveAttribute('aria-rowcount', '55');
  await at.grid.getByRole('row').nth(2).click();
  await expect(at.details).toContainText('Orchard Labs');
  await at.button('Delete…', at.details).click();
  await expect(at.dialog('Delete key')).toContainText('There is no quarantine');
  await pictures(page, 'delete-final');
  await page.keyboard.press('Escape');
  await at.workspaces.getByRole('button', { name: 'All workspaces' }).click();

  for (const [name, days] of [
    ['aarhus-dashboard', '7 days'],
    ['aarhus-edge-inference-2', '14 days'],
    ['airflow-defects', '14 days'],
    ['airflow-helmets', '14 days'],
    ['airflow-parcels', '30 days'],
  ] as const)
    await quarantine(page, at, name, days);
  await at.search.fill('');
  await views(page)
    .getByRole('button', { name: /^Quarantine/ })
    .click();
  await expect(bin(page)).toHaveAttribute('aria-rowcount', '6');
  await bin(page).focus();
  await page.keyboard.press('ArrowDown');
  await expect(at.details).toContainText('aarhus-dashboard');
  await pictures(page, 'quarantine');
  await at.button('Change date…', at.details).click();
  await at.dialog('Change date').getByRole('radio', { name: 'Other' }).check();
  await pictures(page, 'quarantine-date');
  await page.keyboard.press('Escape');
  await host.close();

  // Three weeks pass; one key was not as it is now when it was put there.
  const database = new SqliteDatabase(join(profile, 'latchkey.db'));
  const back = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
  const move = database.prepare('UPDATE quarantine SET since = ?, due = ? WHERE key_name = ?');
  for (const name of ['aarhus-edge-inference-2', 'airflow-defects', 'airflow-helmets'])
    move.run(back(15), back(1), name);
  database
    .prepare("UPDATE quarantine SET baseline = json_set(baseline, '$.name', ?) WHERE key_name = ?")
    .run('airflow-helmet-check', 'airflow-helmets');
  database.close();

  const again = await openLatchkey(profile);
  const after = desk(again.page);
  await again.page.setViewportSize(wide);
  await expect(again.page.getByText(/2 keys .* were deleted as planned/)).toBeVisible();
  await expect(after.syncStatus).not.toHaveAttribute('aria-busy', 'true');
  await pictures(again.page, 'quarantine-news');
  await after.button('Show quarantine').click();
  await expect(bin(again.page)).toContainText('Held back');
  await bin(again.page).focus();
  await again.page.keyboard.press('ArrowDown');
  await expect(after.details).toContainText('held back');
  await pictures(again.page, 'quarantine-held');
  await again.close();
});
