/** The pictures of reminders: what is due, what was said on which day, and what stands there when nothing is due. */
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { expect, openLatchkey, test } from '../support/app.ts';
import { desk } from '../support/desk.ts';
import { setEnvironment } from '../support/due-dates.ts';
import { nightZone, noonZone, reminderGrid } from '../support/outside.ts';
import { pictures, wide } from './pictures.ts';

const views = 'Views';

/** Summaries of two weeks before, as a desk leaves them that is off at weekends. */
function addHistory(file: string): void {
  const database = new SqliteDatabase(file);
  const add = database.prepare(
    'INSERT OR IGNORE INTO reminder_days (day, at, named, counts, news) VALUES (?, ?, 1, ?, ?)',
  );
  const counts = (overdue: number, ...within: number[]) =>
    JSON.stringify({
      overdue,
      ...Object.fromEntries([1, 7, 14, 30].map((days, index) => [`within-${days}`, within[index] ?? 0])),
    });
  const day = 86_400_000;
  for (let back = 14; back > 0; back -= 1) {
    const at = new Date(Date.now() - back * day);
    if (at.getUTCDay() % 6 === 0) continue;
    add.run(
      Math.floor(at.getTime() / day),
      at.toISOString(),
      counts(40 + back, 2, back % 5, 10, 30),
      counts(back % 3, back % 2, 1, 0, back % 4),
    );
  }
  database.close();
}

test('reminders', async ({ folder }) => {
  const profile = join(folder, 'profile');
  const env = { TZ: noonZone() };
  const first = await openLatchkey(profile, { env: { TZ: nightZone() } });
  const before = desk(first.page);
  await before.button('Explore the sandbox').click();
  await expect(before.grid).toHaveAttribute('aria-rowcount', '688');
  await expect(before.syncStatus).not.toHaveAttribute('aria-busy', 'true');
  await setEnvironment(first.page, 'ws:orchard', 'staging');
  await setEnvironment(first.page, 'ws:acme edge', 'production');
  await setEnvironment(first.page, 'ws:harbour', 'ci');
  await first.close();
  addHistory(join(profile, 'latchkey.db'));

  const { page, close } = await openLatchkey(profile, { env });
  const at = desk(page);
  await page.setViewportSize(wide);
  const entry = page.getByRole('navigation', { name: views }).getByRole('button', { name: /^Reminders/ });
  await expect(entry).toContainText('not read yet');
  await entry.click();
  const grid = reminderGrid(page);
  await expect(grid.getByText('Overdue', { exact: true })).toBeVisible();
  await grid.focus();
  await page.keyboard.press('ArrowDown');
  await expect(grid.locator('[aria-selected="true"]')).not.toContainText('Not read yet');
  await pictures(page, 'reminders');

  await page.getByRole('radio', { name: 'History' }).check();
  await expect(page.getByRole('list', { name: 'Reminders of the days before' })).toContainText('today');
  await pictures(page, 'reminders-history');
  await page.getByRole('radio', { name: 'Due' }).check();

  await at.workspaces.getByRole('button', { name: /^Pixel Foundry/ }).click();
  await expect(page.getByText('No key of Pixel Foundry is overdue')).toBeVisible();
  await pictures(page, 'reminders-empty');
  await close();
});
