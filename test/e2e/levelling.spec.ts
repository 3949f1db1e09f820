/** Level load and the calendar file, by keys alone. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import ICAL from 'ical.js';
import type {} from '../../src/renderer/lib/bridge.ts';
import { expect, test } from './support/app.ts';
import { expectNoViolations } from './support/axe.ts';
import { countOf, setEnvironment } from './support/due-dates.ts';
import { walkOn } from './support/walk.ts';

/** Keys due in each week, as the inventory counts them. */
function loads(page: Page): Promise<number[]> {
  return page.evaluate(async () => {
    const summary = await window.latchkey.summaryRead({ workspaceId: null });
    if (!summary.ok) throw new Error(summary.error.message);
    return summary.value.weeks.map(({ count }) => count);
  });
}

/** As a calendar would read it: each event's id and day. */
async function eventsIn(file: string): Promise<Map<string, string>> {
  const calendar = new ICAL.Component(ICAL.parse(await readFile(file, 'utf8')));
  const events = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
  return new Map(events.map(({ uid, startDate }) => [uid, startDate.toString()]));
}

test('due dates are levelled, put back, and exported by keys alone', async ({
  host,
  at,
  folder,
  signedIn: _,
}) => {
  const { page } = host;
  const walk = walkOn(page);
  const file = join(folder, 'rotations.ics');
  await host.evalMain(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, file);
  await expect(at.syncStatus).not.toHaveAttribute('aria-busy', 'true');

  const dialog = at.dialog('Level load');
  await test.step('where nothing is due there is nothing to move, and nothing to export', async () => {
    await walk.command('go to pixel', 'Go to Pixel Foundry');
    await walk.command('level load', 'Level load…');
    await expect(dialog.getByRole('combobox', { name: 'Workspaces' })).toContainText('Pixel Foundry');
    await expect(dialog).toContainText('No key is due in the next 13 weeks.');
    await expect(at.button('Nothing to move', dialog)).toHaveAttribute('aria-disabled', 'true');
    await walk.press('Escape');
    await expect(dialog).toBeHidden();
    await walk.command('export rotation', 'Export rotation calendar…');
    await expect(page.getByText('No key has a due date, so there is nothing to export')).toBeVisible();
    await walk.press('ControlOrMeta+0');
  });

  await setEnvironment(page, 'ws:acme created:<85d', 'production');
  await setEnvironment(page, 'ws:orchard created:<170d', 'staging');
  const before = await loads(page);
  const busiest = Math.max(...before.slice(0, 13));

  await test.step('the header of Rotation has both, and Cancel comes first', async () => {
    await walk.goTo('Rotation');
    await walk.activate(at.button('Level load…'));
    await expect(at.button('Cancel', dialog)).toBeFocused();
    await expect(dialog.getByText('Busiest week now')).toBeVisible();
    await expect(dialog.getByRole('definition').first()).toHaveText(String(busiest));
    await walk.choose(dialog.getByRole('combobox', { name: 'Workspaces' }), 'Some workspaces');
    const acme = dialog.getByRole('group', { name: 'Workspaces to level' }).getByLabel('Acme Vision');
    await expect(acme).toBeChecked();
    await walk.activate(acme, 'Space');
    await expect(dialog.getByRole('definition').first()).not.toHaveText(String(busiest));
    await walk.press('Space');
    await expect(dialog.getByRole('definition').first()).toHaveText(String(busiest));
    await expectNoViolations(page, 'level load');
  });

  let moved = 0;
  await test.step('a choice changes the preview, and planning follows it', async () => {
    const tolerance = dialog.getByRole('group', { name: 'Move by at most' });
    await walk.pick(tolerance, tolerance.getByRole('radio', { name: '28 days' }));
    const plan = dialog.getByRole('button', { name: /^Plan [\d,]+ keys?$/ });
    // It cannot be pressed while what is on screen is of the choice before.
    await expect(plan).not.toHaveAttribute('aria-disabled');
    await expect(dialog).toContainText('Then no week is more than a fifth above the mean.');
    const list = dialog.getByRole('region', { name: 'Keys to move' });
    await walk.tabTo(list);
    await expect(list.getByRole('listitem').first()).toContainText(/^Week of /);
    moved = Number((await plan.innerText()).replaceAll(/\D/g, ''));
    expect(moved).toBeGreaterThan(0);
    await walk.activate(plan);
    await expect(dialog).toBeHidden();
    await expect(page.getByText(`${moved} keys planned on other days`)).toBeVisible();
    await expect(at.button('Level load…')).toBeFocused();
    const after = await loads(page);
    const mean = after.slice(0, 13).reduce((sum, count) => sum + count, 0) / 13;
    expect(Math.max(...after.slice(0, 13))).toBeLessThan(busiest);
    // This week may be a short one, so that a week has a little more than a thirteenth.
    expect(Math.max(...after.slice(0, 13))).toBeLessThanOrEqual(Math.ceil(1.3 * mean));
    expect(after.slice(13)).toEqual(before.slice(13));
  });

  await test.step('Undo puts every day back', async () => {
    await walk.undo();
    await expect(page.getByText(`${moved} keys due again as before`)).toBeVisible();
    expect(await loads(page)).toEqual(before);
  });

  await test.step('the calendar has an event for each key that is due some day', async () => {
    await walk.activate(at.button('Export .ics'));
    const due = await countOf(page, 'due:>2000-01-01');
    await expect(page.getByText(`rotations.ics has the due dates of ${due} keys`)).toBeVisible();
    const events = await eventsIn(file);
    expect(events.size).toBe(due);
    expect(JSON.stringify([...events])).not.toContain('null');
  });
});
