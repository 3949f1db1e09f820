/** Reminders: one notification a day and where it leads, the tray, and by keyboard the screen on which they are read. */
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, openLatchkey, test } from './support/app.ts';
import { expectNoViolations } from './support/axe.ts';
import { desk } from './support/desk.ts';
import { countOf, setEnvironment } from './support/due-dates.ts';
import {
  lookOutside,
  nightZone,
  noonZone,
  pressNotification,
  pressTray,
  reminderGrid,
} from './support/outside.ts';
import { walkOn } from './support/walk.ts';

const entry = (page: Page) =>
  page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: /^Reminders/ });
const pressing = 'due:<=14d';

test('the keys of the day are summed up once, shown by a press, and read by keyboard', async ({ folder }) => {
  const profile = join(folder, 'profile');
  const env = { TZ: noonZone() };

  await test.step('keys that fall due, and a night without the computer', async () => {
    const host = await openLatchkey(profile, { env: { TZ: nightZone() } });
    const at = desk(host.page);
    await at.button('Explore the sandbox').click();
    await expect(at.grid).toHaveAttribute('aria-rowcount', '688');
    await expect(at.syncStatus).not.toHaveAttribute('aria-busy', 'true');
    await setEnvironment(host.page, 'ws:acme', 'production');
    await host.close();
  });

  const host = await openLatchkey(profile, { env });
  const { page } = host;
  const at = desk(page);
  const keys = walkOn(page);
  await expect(at.grid).toHaveAttribute('aria-rowcount', '688');
  const overdue = await countOf(page, 'status:overdue');
  const soon = await countOf(page, 'status:due-soon');
  expect(Math.min(overdue, soon)).toBeGreaterThan(1);
  // It comes once the workspaces have been read.
  await expect(entry(page)).toContainText('not read yet');
  const unread = await countOf(page, 'due:<=30d');
  await expect(entry(page)).toContainText(`${unread} not read yet`);

  if (host.kind === 'standin') {
    await test.step('one notification, the figure and the tray', async () => {
      const { notifications, badge, tray } = await lookOutside(host);
      expect(notifications).toEqual([
        {
          title: `${overdue} keys are overdue, ${soon} fall due within 14 days`,
          body: expect.stringMatching(/^New: \d+ overdue, .*\.$/),
        },
      ]);
      expect(badge).toBe(overdue + soon);
      expect(tray.slice(0, 5)).toEqual(Array(5).fill(expect.stringMatching(/, .+: \d+ days? overdue$/)));
    });

    await test.step('a press on it shows the keys it counts, on the board', async () => {
      await pressNotification(host);
      await expect(at.search).toHaveValue(pressing);
      const column = (name: string) => page.getByRole('listbox', { name, exact: true });
      for (const [name, count] of [
        ['Overdue', overdue],
        ['Due', soon],
      ] as const)
        await expect(column(name).getByRole('option').first()).toHaveAttribute('aria-setsize', String(count));
    });

    await test.step('a press in the tray shows that key', async () => {
      const [first = ''] = (await lookOutside(host)).tray;
      await keys.goTo('Connections');
      await pressTray(host, 0);
      const name = first.slice(0, first.indexOf(', '));
      await expect(at.details.getByRole('heading', { name, exact: true })).toBeVisible();
    });
  }

  await test.step('the list by keyboard: what is looked at counts as read', async () => {
    await keys.goTo('Reminders');
    const grid = reminderGrid(page);
    await expect(grid).toBeFocused();
    await expect(grid.getByText('Overdue', { exact: true })).toBeVisible();
    await expectNoViolations(page, 'reminders');
    await keys.press('ArrowDown');
    const row = grid.locator('[aria-selected="true"]');
    await expect(row).toContainText(' d late');
    const name = (await at.details.getByRole('heading').first().textContent()) ?? '';
    await expect(row).toContainText(name);
    await expect(row).not.toContainText('Not read yet');
    await expect(entry(page)).toContainText(`${unread - 1} not read yet`);
    await keys.press('Enter');
    await expect(at.details).toBeFocused();
    await keys.press('Escape');
    await expect(grid).toBeFocused();
  });

  await test.step('all of them at once, taken back and done again', async () => {
    await keys.activate(at.button('Mark all as read'), 'Space');
    await expect(entry(page)).not.toContainText('not read yet');
    await keys.undo();
    await expect(entry(page)).toContainText(`${unread - 1} not read yet`);
    await keys.activate(at.button('Mark all as read'));
    await expect(reminderGrid(page)).toBeFocused();
    await expect(entry(page)).not.toContainText('not read yet');
  });

  await test.step('rotated or snoozed from its row', async () => {
    const grid = reminderGrid(page);
    const rows = Number(await grid.getAttribute('aria-rowcount'));
    await keys.press('r');
    await expect(page.locator('dialog[open]')).toContainText('Rotate');
    await keys.press('Escape');
    await expect(grid).toBeFocused();
    await keys.press('s');
    const snooze = at.dialog('Snooze');
    await keys.fill(snooze.getByLabel('Reason'), 'The contract ends on Friday.');
    await keys.press('Enter');
    await expect(snooze).toBeHidden();
    await expect(grid).toHaveAttribute('aria-rowcount', String(rows - 1));
    // What was said before is still on screen, with an Undo of its own.
    const said = page.getByRole('group').filter({ hasText: /snoozed/i });
    await keys.press('F6');
    await keys.activate(at.button('Undo', said.last()));
    await expect(grid).toHaveAttribute('aria-rowcount', String(rows));
    await keys.tabTo(grid);
  });

  await test.step('what was said on which day', async () => {
    const parts = page.getByRole('group', { name: 'What is shown' });
    await keys.pick(parts, parts.getByRole('radio', { name: 'History' }));
    const said = page.getByRole('list', { name: 'Reminders of the days before' });
    await expect(said.getByRole('listitem')).toHaveCount(1);
    await expect(said).toContainText(`${overdue} keys are overdue, ${soon} fall due within 14 days`);
    await expectNoViolations(page, 'history of reminders');
    await keys.pick(parts, parts.getByRole('radio', { name: 'Due' }));
  });

  await test.step('a workspace with nothing due', async () => {
    await keys.activate(at.workspaces.getByRole('button', { name: /^Pixel Foundry/ }));
    await expect(page.getByText('No key of Pixel Foundry is overdue or due within 30 days.')).toBeVisible();
    await expectNoViolations(page, 'no reminders');
  });
  await host.close();

  await test.step('the same day once more: nothing is said twice', async () => {
    const again = await openLatchkey(profile, { env });
    await expect(desk(again.page).grid).toHaveAttribute('aria-rowcount', '688');
    await expect(again.page.getByRole('contentinfo')).toContainText(
      /Next reminder (tomorrow|\w+,? \d+ \w+) 09:00/,
    );
    if (again.kind === 'standin') {
      // The tray is filled by the same look that would have notified, once it has been told of the sync.
      await expect.poll(async () => (await lookOutside(again)).badge).toBe(overdue + soon);
      expect((await lookOutside(again)).notifications).toEqual([]);
    }
    await again.close();
  });
});
