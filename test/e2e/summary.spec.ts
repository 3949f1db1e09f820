/** The figures and the chart over the table: each press shows what it counts, by mouse and by keyboard. */
import type { Page } from '@playwright/test';
import { expect, test } from './support/app.ts';
import { expectNoViolations } from './support/axe.ts';
import { countOf, setEnvironment } from './support/due-dates.ts';
import { walkOn } from './support/walk.ts';

const strip = (page: Page) => page.getByRole('region', { name: 'Summary' });
const figure = (page: Page, label: string) =>
  strip(page).getByRole('button', { name: new RegExp(`^${label} [\\d,]+$`) });
const chart = (page: Page) => strip(page).getByRole('toolbar', { name: 'Rotations due per week' });

/** The number a figure shows. */
async function count(page: Page, label: string): Promise<number> {
  const name = await figure(page, label).innerText();
  return Number(/[\d,]+$/.exec(name)?.[0].replaceAll(',', ''));
}

/** Keys of Acme Vision in production fall due and have fallen due; the strip has counted them. */
async function giveDueDates(page: Page): Promise<void> {
  const before = await countOf(page, 'status:overdue');
  const overdue = await setEnvironment(page, 'ws:acme', 'production');
  // Some keys of the demo world carry an environment in their metadata: what is waited for must be news.
  expect(overdue).toBeGreaterThan(before);
  await expect(figure(page, 'Overdue')).toHaveAccessibleName(`Overdue ${overdue}`);
}

test('a figure shows the keys it counts, and a second press all of them again', async ({
  host,
  at,
  signedIn: _,
}) => {
  const { page } = host;
  await expect(at.syncStatus).not.toHaveAttribute('aria-busy', 'true');
  await giveDueDates(page);
  const all = await at.rowCount();
  await expect(figure(page, 'Keys')).toHaveAccessibleName(`Keys ${all}`);

  for (const [label, token] of [
    ['Overdue', 'status:overdue'],
    ['Due in 14 days', 'status:due-soon'],
    ['Unused 90 days', 'unused:>90d -status:vanished'],
    ['Full access', 'is:full-access -status:vanished'],
  ] as const) {
    const shown = await count(page, label);
    await figure(page, label).click();
    await expect(at.search).toHaveValue(token);
    await expect(at.grid).toHaveAttribute('aria-rowcount', String(shown + 1));
    await expect(figure(page, label)).toHaveAttribute('aria-pressed', 'true');
    // The figures count the workspaces in view and not the search.
    await expect(figure(page, 'Keys')).toHaveAccessibleName(`Keys ${all}`);
    await figure(page, label).click();
    await expect(at.search).toHaveValue('');
    await expect(at.grid).toHaveAttribute('aria-rowcount', String(all + 1));
  }

  // What is typed stays, and two figures hold together unless they cannot.
  await at.search.fill('uploader');
  await figure(page, 'Overdue').click();
  await figure(page, 'Full access').click();
  await expect(at.search).toHaveValue('is:full-access -status:vanished status:overdue uploader');
  await figure(page, 'Due in 14 days').click();
  await expect(at.search).toHaveValue('status:due-soon is:full-access -status:vanished uploader');
  await figure(page, 'Keys').click();
  await expect(at.search).toHaveValue('');
});

test('figures are pressed by keyboard, one on top of the other', async ({ host, at, signedIn: _ }) => {
  const { page } = host;
  const keys = walkOn(page);
  await expect(at.syncStatus).not.toHaveAttribute('aria-busy', 'true');
  await giveDueDates(page);
  const all = await at.rowCount();
  const overdue = await count(page, 'Overdue');
  await keys.press('ControlOrMeta+F');
  await keys.type('uploader');
  await keys.activate(figure(page, 'Full access'), 'Space');
  await expect(at.search).toHaveValue('is:full-access -status:vanished uploader');
  await expect(figure(page, 'Full access')).toBeFocused();
  await keys.press('Space');
  await expect(at.search).toHaveValue('uploader');
  await keys.tabTo(figure(page, 'Keys'), 'Shift+Tab');
  await keys.press('Enter');
  await expect(at.search).toHaveValue('');
  await keys.activate(figure(page, 'Overdue'));
  await expect(at.search).toHaveValue('status:overdue');
  await expect(at.grid).toHaveAttribute('aria-rowcount', String(overdue + 1));
  await expect(figure(page, 'Overdue')).toHaveAttribute('aria-pressed', 'true');
  await expectNoViolations(page, 'a figure that is pressed');
  await keys.press('Enter');
  await expect(at.grid).toHaveAttribute('aria-rowcount', String(all + 1));
});

test('the figures are those of the workspace in view, by keyboard', async ({ host, at, signedIn: _ }) => {
  const { page } = host;
  const keys = walkOn(page);
  await expect(figure(page, 'Keys')).toHaveAccessibleName('Keys 424');
  await keys.press('Control+2');
  await expect(figure(page, 'Keys')).toHaveAccessibleName('Keys 54');
  const note = strip(page).getByRole('button', { name: '54 keys have no environment' });
  // Nothing is due: said calmly, and still there to be pressed.
  await expect(figure(page, 'Overdue')).toHaveAccessibleName('Overdue 0');
  await expect(chart(page).getByRole('button', { name: /no keys due$/ })).toHaveCount(26);
  await expect(chart(page)).toContainText('Nothing is due in the next 26 weeks');
  await expectNoViolations(page, 'zeros');
  await keys.activate(note);
  await expect(at.search).toHaveValue('env:unassigned -status:vanished');
  await expect(note).toHaveAttribute('aria-pressed', 'true');
  await keys.press('Control+0');
  await expect(figure(page, 'Keys')).toHaveAccessibleName('Keys 424');
});

test('the chart is walked by keyboard, and a week shows what is due in it', async ({
  host,
  at,
  signedIn: _,
}) => {
  const { page } = host;
  const keys = walkOn(page);
  await expect(at.syncStatus).not.toHaveAttribute('aria-busy', 'true');
  await giveDueDates(page);
  const bars = chart(page).getByRole('button');
  await expect(bars).toHaveCount(26);
  const due = chart(page).getByRole('button', { name: /[1-9] keys? due$/ });
  expect(await due.count()).toBeGreaterThan(2);

  // From the search on with Tab, as a person without a mouse comes there.
  await keys.press('/');
  await expect(at.search).toBeFocused();
  await keys.tabTo(bars.first());
  await keys.press('ArrowRight');
  await expect(bars.nth(1)).toBeFocused();
  await keys.press('End');
  await expect(bars.last()).toBeFocused();
  await keys.press('Home');
  await expect(bars.first()).toBeFocused();

  const names = await bars.evaluateAll((all) => all.map((bar) => bar.getAttribute('aria-label') ?? ''));
  const position = names.findIndex((name, index) => index > 0 && /[1-9] keys? due$/.test(name));
  for (let step = 0; step < position; step += 1) await keys.press('ArrowRight');
  const bar = bars.nth(position);
  await expect(bar).toBeFocused();
  // Beside the name there is a tooltip for the eye.
  await expect(page.getByText(names[position] ?? '', { exact: true })).toBeVisible();
  await keys.press('Enter');
  await expect(at.search).toHaveValue(/^due:>=\d{4}-\d\d-\d\d due:<\d{4}-\d\d-\d\d$/);
  await expect(bar).toHaveAttribute('aria-pressed', 'true');
  const dueThen = Number(/(\d+) keys? due$/.exec(names[position] ?? '')?.[1]);
  await expect(at.grid).toHaveAttribute('aria-rowcount', String(dueThen + 1));
  await expectNoViolations(page, 'a week');

  // Another one takes its place.
  await keys.tabTo(bar);
  await keys.press('ArrowRight');
  await keys.press('Space');
  await expect(bar).toHaveAttribute('aria-pressed', 'false');
  await expect(bars.nth(position + 1)).toHaveAttribute('aria-pressed', 'true');
  await keys.press('Enter');
  await expect(at.search).toHaveValue('');
  // The mouse does the same.
  await bar.click();
  await expect(bar).toHaveAttribute('aria-pressed', 'true');
});
