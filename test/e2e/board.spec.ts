/** Rotation: the board by keys alone. */
import type { Locator, Page } from '@playwright/test';
import type {} from '../../src/renderer/lib/bridge.ts';
import { dayOf } from '../../src/shared/domain/search/days.ts';
import { expect, test } from './support/app.ts';
import { expectNoViolations } from './support/axe.ts';
import { countOf, setEnvironment } from './support/due-dates.ts';
import { walkOn } from './support/walk.ts';

const column = (page: Page, name: string) => page.getByRole('listbox', { name, exact: true });

/** The card of a list that the keyboard is on. */
async function cardOf(page: Page, list: Locator): Promise<Locator> {
  const id = await list.getAttribute('aria-activedescendant');
  return page.locator(`[id="${id}"]`);
}

test('the board is walked, opened and filtered by keys alone', async ({ host, at, signedIn: _ }) => {
  const { page } = host;
  const walk = walkOn(page);
  await expect(at.syncStatus).not.toHaveAttribute('aria-busy', 'true');
  await setEnvironment(page, 'ws:acme created:<100d', 'production');
  const overdue = await setEnvironment(page, 'ws:orchard', 'staging');
  const soon = await countOf(page, 'status:due-soon');
  expect(Math.min(overdue, soon)).toBeGreaterThan(3);

  const late = column(page, 'Overdue');
  const due = column(page, 'Due');

  await test.step('the sidebar says how many there are, and leads there', async () => {
    const views = page.getByRole('navigation', { name: 'Views' });
    await expect(views.getByRole('button', { name: /^Rotation/ })).toHaveAccessibleName(
      `Rotation ${overdue + soon} to rotate, ${overdue} of them overdue`,
    );
    await walk.goTo('Rotation');
    await expect(late).toBeFocused();
    await expect(late.getByRole('option').first()).toHaveAttribute('aria-setsize', String(overdue));
    await expect(due.getByRole('option').first()).toHaveAttribute('aria-setsize', String(soon));
    await expect(await cardOf(page, late)).toContainText(/\d+ days? overdue/);
  });

  await test.step('arrows go from card to card and from column to column', async () => {
    await walk.press('ArrowDown');
    await expect(await cardOf(page, late)).toHaveAttribute('aria-posinset', '2');
    await walk.press('ArrowRight');
    await expect(due).toBeFocused();
    await expect(await cardOf(page, due)).toHaveAttribute('aria-posinset', '1');
    await walk.press('End');
    await expect(await cardOf(page, due)).toHaveAttribute('aria-posinset', String(soon));
    await expect(await cardOf(page, due)).toBeInViewport();
    await walk.press('ArrowLeft');
    await expect(late).toBeFocused();
    await expect(await cardOf(page, late)).toHaveAttribute('aria-posinset', '2');
  });

  await test.step('Enter opens the key, Escape goes back to its card', async () => {
    const [name = ''] = (await (await cardOf(page, late)).innerText()).split('\n');
    await expect(at.details).toBeHidden();
    await walk.press('Enter');
    await expect(at.details).toBeFocused();
    await expect(at.details.getByRole('heading', { level: 2 })).toHaveText(name);
    await walk.press('Escape');
    await expect(at.details).toBeHidden();
    await expect(late).toBeFocused();
  });

  await test.step('its menu has what can be done to the key, and gives the keyboard back', async () => {
    const [name = ''] = (await (await cardOf(page, late)).innerText()).split('\n');
    const asked = at.dialog('Mark as compromised');
    await walk.press('Shift+F10');
    const menu = page.getByRole('menu', { name: `Actions for ${name}` });
    await expect(menu).toBeVisible();
    await expectNoViolations(page, 'menu of a card');
    await walk.press('Escape');
    await expect(menu).toBeHidden();
    await expect(late).toBeFocused();
    await (await cardOf(page, late)).click({ button: 'right' });
    await menu.getByRole('menuitem', { name: /^Mark as compromised/ }).click();
    await expect(asked).toContainText(name);
    await walk.press('Escape');
    await expect(asked).toBeHidden();
    await expect(late).toBeFocused();
  });

  await test.step('a card that leaves does not take the keyboard with it', async () => {
    const left = await cardOf(page, late);
    const [gone = ''] = (await left.innerText()).split('\n');
    const next = late.getByRole('option').nth(2);
    const [stays = ''] = (await next.innerText()).split('\n');
    await page.evaluate(async (search) => {
      const query = { search, workspaceId: null, sort: { column: 'name', direction: 'ascending' } } as const;
      const found = await window.latchkey.inventoryRows({ query, offset: 0, limit: 1 });
      if (!found.ok) throw new Error(found.error.message);
      const keyIds = found.value.rows.map(({ id }) => id);
      await window.latchkey.annotationsSet({ keyIds, patch: { environment: 'development' } });
    }, `"${gone}" status:overdue`);
    await expect(late.getByRole('option').first()).toHaveAttribute('aria-setsize', String(overdue - 1));
    await expect(late).toBeFocused();
    await expect(await cardOf(page, late)).toContainText(stays);
  });

  await test.step('a rotation that begins here has a card of its own, and opens over the board', async () => {
    const running = column(page, 'Running');
    const dialog = at.dialog('Rotate key');
    const [name = ''] = (await (await cardOf(page, late)).innerText()).split('\n');
    await walk.press('r');
    await expect(at.button('Make the twin', dialog)).toBeFocused();
    await walk.press('Enter');
    await expect(dialog).toContainText('Hand over');
    await walk.press('Escape');
    await expect(late).toBeFocused();
    await expect(running.getByRole('option')).toHaveCount(1);
    await walk.press('ArrowRight');
    await expect(due).toBeFocused();
    await walk.press('ArrowRight');
    await expect(running).toBeFocused();
    await expect(await cardOf(page, running)).toContainText(name);
    await expect(await cardOf(page, running)).toContainText('step 2');
    await expectNoViolations(page, 'board with a rotation');
    await walk.press('Enter');
    await expect(dialog).toBeVisible();
    await walk.press('Escape');
    await expect(running).toBeFocused();
  });

  await test.step('a search leaves the cards that it finds', async () => {
    await walk.press('ArrowLeft');
    await walk.press('ArrowLeft');
    await expect(late).toBeFocused();
    const left = Number(await late.getByRole('option').first().getAttribute('aria-setsize'));
    const [name = ''] = (await (await cardOf(page, late)).innerText()).split('\n');
    await walk.press('/');
    await expect(at.search).toBeFocused();
    await walk.type(`"${name}"`);
    await expect(due.getByRole('option')).toHaveCount(0);
    await expect(late.getByRole('option')).toHaveCount(await countOf(page, `"${name}" status:overdue`));
    await walk.press('Enter');
    await expect(late).toBeFocused();
    await walk.press('/');
    await walk.press('Escape');
    await expect(late.getByRole('option').first()).toHaveAttribute('aria-setsize', String(left));
  });
});

const calendar = (page: Page) => page.getByRole('grid', { name: /^Keys due in/ });
const said = (page: Page) => page.getByRole('status', { name: 'Moving keys' });

/** Keys by the day on which they are due, from today on; asked of main and not of what is on screen. */
function dueDays(page: Page): Promise<{ day: number; count: number; names: string[] }[]> {
  const today = dayOf(Date.now());
  return page.evaluate(async (from) => {
    const query = { search: '', workspaceId: null };
    const found = await window.latchkey.boardDays({ query, from, days: 40 });
    if (!found.ok) throw new Error(found.error.message);
    return found.value.days.map(({ day, count, first }) => ({
      day,
      count,
      names: first.map(({ name }) => name),
    }));
  }, today);
}

/** A day with several keys whose neighbours, the day before it included, are ahead as well. */
async function busyDay(page: Page) {
  const found = (await dueDays(page)).find(({ day, count }) => count > 2 && day > dayOf(Date.now()) + 1);
  if (!found) throw new Error('No day has several keys.');
  return found;
}

async function countOn(page: Page, wanted: number): Promise<number> {
  return (await dueDays(page)).find(({ day }) => day === wanted)?.count ?? 0;
}

test('keys go to another day by keyboard and by mouse, inside their policy', async ({
  host,
  at,
  signedIn: _,
}) => {
  const { page } = host;
  const walk = walkOn(page);
  await expect(at.syncStatus).not.toHaveAttribute('aria-busy', 'true');
  await setEnvironment(page, 'ws:acme created:<100d', 'production');
  const busy = await busyDay(page);
  const [name = ''] = busy.names;
  const today = dayOf(Date.now());
  const thisMonth = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric' });
  const grid = calendar(page);
  const cell = (day: number) => grid.locator(`[data-day="${day}"]`);
  const list = page.getByRole('listbox', { name: /^Keys due on/ });

  await test.step('to the calendar and to a day, by keys', async () => {
    await walk.goTo('Rotation');
    await walk.tabTo(page.getByRole('tab', { name: 'Board' }), 'Shift+Tab');
    await walk.press('ArrowRight');
    await expect(page.getByRole('tab', { name: 'Calendar' })).toBeFocused();
    await walk.tabTo(grid);
    await walk.press('PageDown');
    await expect(page.getByRole('grid', { name: `Keys due in ${thisMonth.format()}` })).toBeHidden();
    await walk.tabTo(at.button('Today'), 'Shift+Tab');
    await walk.press('Enter');
    await walk.tabTo(grid);
    await expect(cell(today)).toHaveAttribute('aria-selected', 'true');
    for (let day = today; day < busy.day; day += 1) await walk.press('ArrowRight');
    await expect(cell(busy.day)).toHaveAttribute('aria-selected', 'true');
    await expect(cell(busy.day)).toHaveAccessibleName(new RegExp(`${busy.count} keys due: ${name}`));
    await expect(grid).toHaveAttribute('aria-activedescendant', `calendar-day-${busy.day}`);
    await walk.press('Enter');
    await expect(list).toBeFocused();
    await expect(list.getByRole('option')).toHaveCount(busy.count);
    await expectNoViolations(page, 'calendar with a day open');
  });

  await test.step('a key is picked up, carried where its policy allows it, and put down', async () => {
    await walk.press('Space');
    await expect(grid).toBeFocused();
    await expect(said(page)).toContainText(`Moving ${name} from`);
    await walk.press('ArrowDown');
    await walk.press('ArrowDown');
    await expect(said(page)).toContainText('the last day that its policy allows');
    await walk.press('Space');
    await expect(said(page)).toContainText('the last day that its policy allows');
    await walk.press('ArrowUp');
    await walk.press('ArrowUp');
    await walk.press('ArrowLeft');
    await expect(cell(busy.day - 1)).toHaveAttribute('aria-selected', 'true');
    await expect(cell(busy.day - 1)).not.toHaveAttribute('aria-disabled');
    await walk.press('Space');
    await expect(said(page)).toContainText(`Moved ${name} to`);
    await expect(grid).toBeFocused();
    expect(await countOn(page, busy.day)).toBe(busy.count - 1);
  });

  await test.step('Undo puts it back', async () => {
    await walk.undo();
    await expect(said(page)).toContainText(`${name} is back on`);
    expect(await countOn(page, busy.day)).toBe(busy.count);
  });

  await test.step('Escape puts back what was picked up, several keys at once', async () => {
    await walk.tabTo(grid, 'Shift+Tab');
    await expect(cell(busy.day)).toHaveAttribute('aria-selected', 'true');
    await walk.press('Space');
    await expect(said(page)).toContainText(`Moving ${busy.count} keys from`);
    await walk.press('ArrowLeft');
    await walk.press('Escape');
    await expect(said(page)).toContainText(`${busy.count} keys stay on`);
    expect(await countOn(page, busy.day)).toBe(busy.count);
  });

  await test.step('the mouse drags a chosen pair to another day', async () => {
    await list.getByRole('option').first().click();
    await list
      .getByRole('option')
      .nth(1)
      .click({ modifiers: ['Shift'] });
    await list.getByRole('option').nth(1).hover();
    await page.mouse.down();
    const target = await cell(busy.day - 1).boundingBox();
    if (!target) throw new Error('The day before is not on screen.');
    await page.mouse.move(target.x + 20, target.y + 40, { steps: 4 });
    await expect(said(page)).toContainText('keys due.');
    await page.mouse.up();
    await expect(said(page)).toContainText('Moved 2 keys to');
    expect(await countOn(page, busy.day)).toBe(busy.count - 2);
  });
});
