/** The pictures of rotation: the board with runs at several steps, and the calendar. */
import type { Page } from '@playwright/test';
import type {} from '../../../src/renderer/lib/bridge.ts';
import { expect, test } from '../support/app.ts';
import { setEnvironment } from '../support/due-dates.ts';
import { pictures } from './pictures.ts';

/** Takes the longest due keys that a search finds into rotation, each as far as its list of steps goes. */
async function rotate(page: Page, search: string, ways: readonly (readonly string[])[]): Promise<void> {
  await page.evaluate(
    async ([search, ways]) => {
      const value = <Value>(
        result: { ok: true; value: Value } | { ok: false; error: { message: string } },
      ) => {
        if (!result.ok) throw new Error(result.error.message);
        return result.value;
      };
      const query = {
        search,
        workspaceId: null,
        sort: { column: 'rotation', direction: 'ascending' },
      } as const;
      const { rows } = value(await window.latchkey.inventoryRows({ query, offset: 0, limit: ways.length }));
      for (const [index, { id }] of rows.entries()) {
        const started = value(
          await window.latchkey.runsStart({
            keyIds: [id],
            reason: 'planned',
            quietHours: 48,
            disabledDays: 7,
          }),
        );
        const run = started.runs[0];
        if (!run) throw new Error(started.refused[0]?.error.message);
        for (const step of ways[index] ?? []) {
          const now = value(await window.latchkey.runsGet({ runId: run.id }));
          if (step !== 'hand-over')
            value(await window.latchkey.runsCarryOn({ runId: run.id, step: step as 'quiet' }));
          else if (now.waits?.kind === 'hand-over' && now.waits.handOver)
            value(
              await window.latchkey.handOverFinish({
                handOverId: now.waits.handOver.handOverId,
                unneeded: true,
              }),
            );
        }
      }
    },
    [search, ways] as const,
  );
}

/** Puts the first key that a search finds off for six days. */
async function snooze(page: Page, search: string, reason: string): Promise<void> {
  await page.evaluate(
    async ([search, reason]) => {
      const query = {
        search,
        workspaceId: null,
        sort: { column: 'rotation', direction: 'descending' },
      } as const;
      const found = await window.latchkey.inventoryRows({ query, offset: 0, limit: 1 });
      const keyIds = found.ok ? found.value.rows.map(({ id }) => id) : [];
      const until = new Date(Date.now() + 6 * 86_400_000).toISOString().slice(0, 10);
      const done = await window.latchkey.policiesSnooze({
        selection: { kind: 'keys', keyIds },
        until,
        reason,
      });
      if (!done.ok) throw new Error(done.error.message);
    },
    [search, reason] as const,
  );
}

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
  await rotate(page, 'ws:acme status:due-soon', [
    [],
    ['hand-over'],
    ['hand-over', 'consumers', 'quiet'],
    ['hand-over', 'consumers', 'quiet', 'delete'],
  ]);
  await rotate(page, 'ws:harbour due:<90d -status:overdue', [['hand-over', 'consumers']]);

  await snooze(page, 'ws:northwind status:overdue', 'contract ends Friday');

  await page
    .getByRole('navigation', { name: 'Views' })
    .getByRole('button', { name: /^Rotation/ })
    .click();
  // What runs have to say stands over the board for a while.
  await expect(page.getByRole('button', { name: 'Dismiss' })).toHaveCount(0);
  const due = page.getByRole('listbox', { name: 'Due', exact: true });
  await expect(due.getByRole('option').first()).toBeVisible();
  await expect(page.getByRole('listbox', { name: 'Done this month' }).getByRole('option')).toHaveCount(1);
  await due.focus();
  await page.keyboard.press('ArrowDown');
  await pictures(page, 'board');
  // A snoozed key is at the end of its column.
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('End');
  await expect(page.getByText('contract ends Friday')).toBeVisible();
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
