/** The columns of the table: chosen, sized and put in order, by pointer and by keyboard, and the same after a restart. */
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, openLatchkey, test } from './support/app.ts';
import { expectNoViolations } from './support/axe.ts';
import { desk } from './support/desk.ts';
import { keyboardOf } from './support/keyboard.ts';

type Desk = ReturnType<typeof desk>;

const wide = { width: 1360, height: 850 };
/** What fits at that size, boxes aside. */
const usual = ['Name', 'Workspace', 'Environment', 'Scope', 'Rotation', 'Status'];

const header = (at: Desk, name: string) => at.grid.getByRole('columnheader', { name, exact: true });

async function expectColumns(at: Desk, names: string[]): Promise<void> {
  await expect(at.grid.getByRole('columnheader')).toHaveText(['', ...names]);
}

async function boxOf(target: Locator) {
  const box = await target.boundingBox();
  if (!box) throw new Error(`${target} is not on screen.`);
  return box;
}

async function widthOf(at: Desk, name: string): Promise<number> {
  return Math.round((await boxOf(header(at, name))).width);
}

/** Presses where the pointer is over a column's name, and lets go `by` pixels to its right; `key` comes before that. */
async function drag(
  page: Page,
  from: Locator,
  position: { x: number; y: number },
  by: number,
  key?: 'Escape',
): Promise<void> {
  // Waits until the name stands still, which a place read before may not have.
  await from.hover({ position });
  const { x, y } = await boxOf(from);
  await page.mouse.down();
  await page.mouse.move(x + position.x + by / 2, y + position.y, { steps: 4 });
  await page.mouse.move(x + position.x + by, y + position.y, { steps: 4 });
  if (key) {
    await page.keyboard.press(key);
    await page.mouse.move(x + position.x + by + 10, y + position.y);
  }
  await page.mouse.up();
}

/** The edge between a column and the next one. */
async function edgeOf(at: Desk, name: string): Promise<{ x: number; y: number }> {
  return { x: (await boxOf(header(at, name))).width - 6, y: 15 };
}

test('by pointer, and the same after a restart', async ({ folder, host, at, signedIn: _ }) => {
  const { page } = host;
  await page.setViewportSize(wide);
  await expectColumns(at, usual);

  await test.step('an edge makes a column wider, without one less on screen', async () => {
    const before = await widthOf(at, 'Name');
    await drag(page, header(at, 'Name'), await edgeOf(at, 'Name'), 90);
    await expect.poll(() => widthOf(at, 'Name')).toBe(before + 90);
    await expectColumns(at, usual);
    // Nothing was sorted by that.
    await expect(header(at, 'Name')).toHaveAttribute('aria-sort', 'ascending');
  });

  await test.step('the table scrolls sideways, and the name stays', async () => {
    const { x, width } = await boxOf(header(at, 'Name'));
    await at.grid.hover();
    await page.mouse.wheel(200, 0);
    await expect.poll(async () => (await boxOf(header(at, 'Workspace'))).x).toBeLessThan(x + width);
    expect((await boxOf(header(at, 'Name'))).x).toBe(x);
    await page.mouse.wheel(-400, 0);
    await expect.poll(async () => (await boxOf(header(at, 'Workspace'))).x).toBe(x + width);
  });

  await test.step('a name carries its column to another place', async () => {
    const way = (await boxOf(header(at, 'Workspace'))).x - (await boxOf(header(at, 'Scope'))).x;
    await drag(page, header(at, 'Scope'), { x: 20, y: 15 }, way);
    await expectColumns(at, ['Name', 'Scope', 'Workspace', 'Environment', 'Rotation', 'Status']);
    await expect(header(at, 'Name')).toHaveAttribute('aria-sort', 'ascending');
  });

  await test.step('Escape gives a drag up, and what follows of the press means nothing', async () => {
    const [before, columns] = [
      await widthOf(at, 'Name'),
      await at.grid.getByRole('columnheader').allInnerTexts(),
    ];
    await drag(page, header(at, 'Name'), await edgeOf(at, 'Name'), 120, 'Escape');
    await expect.poll(() => widthOf(at, 'Name')).toBe(before);
    const way = (await boxOf(header(at, 'Status'))).x - (await boxOf(header(at, 'Workspace'))).x;
    await drag(page, header(at, 'Workspace'), { x: 20, y: 15 }, way, 'Escape');
    await expect(at.grid.locator('[data-drop]')).toHaveCount(0);
    await expectColumns(at, columns.slice(1));
    await expect(header(at, 'Name')).toHaveAttribute('aria-sort', 'ascending');
  });

  await test.step('a double press gives a width up', async () => {
    await header(at, 'Name').dblclick({ position: await edgeOf(at, 'Name') });
    await expect.poll(() => widthOf(at, 'Name')).toBeLessThan(300);
    await drag(page, header(at, 'Scope'), await edgeOf(at, 'Scope'), 30);
  });

  await test.step('columns are chosen in the menu', async () => {
    await at.button('Columns').click();
    const menu = page.getByRole('dialog', { name: 'Columns' });
    await expect(menu.getByRole('checkbox', { name: 'Name' })).toBeDisabled();
    await menu.getByRole('checkbox', { name: 'Environment' }).uncheck();
    // Room for the next one by rank.
    await expectColumns(at, ['Name', 'Scope', 'Workspace', 'Last used', 'Rotation', 'Status']);
    await menu.getByRole('button', { name: 'Move Status up' }).click();
    await page.keyboard.press('Escape');
    await expect(menu).toBeHidden();
  });

  await header(at, 'Rotation').getByRole('button').click();
  await expect(header(at, 'Rotation')).toHaveAttribute('aria-sort', 'ascending');
  const width = await widthOf(at, 'Scope');
  const columns = await at.grid.getByRole('columnheader').allInnerTexts();
  // An answer to what is asked now comes after all that was kept before it.
  await at.searchFor('orchard', 54);
  await host.close();

  const again = await openLatchkey(join(folder, 'profile'));
  await again.page.setViewportSize(wide);
  const after = desk(again.page);
  await expect(header(after, 'Rotation')).toHaveAttribute('aria-sort', 'ascending');
  await expect(after.grid.getByRole('columnheader')).toHaveText(columns);
  await expect.poll(() => widthOf(after, 'Scope')).toBe(width);

  await after.button('Columns').click();
  await after.button('Reset columns').click();
  await expectColumns(after, usual);
  await again.close();
});

test('by keyboard: columns are sized, sorted, put in order, chosen and reset', async ({
  host,
  at,
  signedIn: _,
}) => {
  const { page } = host;
  await page.setViewportSize(wide);
  const keys = keyboardOf(page);
  await keys.tabTo(at.grid);

  await test.step('to the names of the columns', async () => {
    await keys.press('ArrowUp');
    const id = (await header(at, 'Name').getAttribute('id')) ?? '';
    await expect(at.grid).toHaveAttribute('aria-activedescendant', id);
  });

  await test.step('wider, narrower, as wide as there is room', async () => {
    const before = await widthOf(at, 'Name');
    for (let press = 0; press < 3; press += 1) await keys.press('Shift+ArrowRight');
    await expect.poll(() => widthOf(at, 'Name')).toBe(before + 48);
    await keys.press('Shift+ArrowLeft');
    await expect.poll(() => widthOf(at, 'Name')).toBe(before + 32);
    await keys.press('Shift+Enter');
    await expect.poll(() => widthOf(at, 'Name')).toBe(before);
  });

  await test.step('into view, where the table is wider than its place', async () => {
    for (let press = 0; press < 8; press += 1) await keys.press('Shift+ArrowRight');
    await keys.press('End');
    await expect(header(at, 'Status')).toBeInViewport({ ratio: 1 });
    await keys.press('Home');
    await keys.press('ArrowRight');
    await keys.press('Shift+Enter');
  });

  await test.step('to another place, and the keyboard goes along', async () => {
    await keys.press('ArrowRight');
    await keys.press('Control+Shift+ArrowLeft');
    await expectColumns(at, ['Workspace', 'Name', ...usual.slice(2)]);
    await keys.press('Enter');
    await expect(header(at, 'Workspace')).toHaveAttribute('aria-sort', 'ascending');
    await keys.press('Control+Shift+ArrowRight');
    await expectColumns(at, usual);
  });

  await test.step('chosen in the menu', async () => {
    await keys.tabTo(at.button('Columns'), 'Shift+Tab');
    await keys.press('Enter');
    const menu = page.getByRole('dialog', { name: 'Columns' });
    const environment = menu.getByRole('checkbox', { name: 'Environment' });
    await expectNoViolations(page, 'columns menu');
    await keys.activate(environment, 'Space');
    await expect(environment).not.toBeChecked();
    // Room for the next one by rank.
    await expectColumns(at, ['Name', 'Workspace', 'Scope', 'Last used', 'Rotation', 'Status']);
    const up = menu.getByRole('button', { name: 'Move Status up' });
    await keys.activate(up);
    await expect(up).toBeFocused();
    for (let press = 0; press < 12; press += 1) await keys.press('Enter');
    await expectColumns(at, ['Status', 'Name', 'Workspace', 'Scope', 'Last used', 'Rotation']);
    await expect(up).toBeFocused();
    await keys.activate(at.button('Reset columns'));
    await expectColumns(at, usual);
    await keys.press('Escape');
    await expect(menu).toBeHidden();
    await expect(at.button('Columns')).toBeFocused();
  });
});

test('a small window says which columns have no room', async ({ host, at, signedIn: _ }) => {
  const { page } = host;
  await page.setViewportSize({ width: 1024, height: 700 });
  await expectColumns(at, ['Name', 'Workspace', 'Scope', 'Status']);
  await at.button('Columns').click();
  const menu = page.getByRole('dialog', { name: 'Columns' });
  await expect(menu.getByRole('checkbox', { name: 'Environment' })).toHaveAccessibleDescription('no room');
  await expect(menu.getByRole('checkbox', { name: 'Scope' })).toHaveAccessibleDescription('');
  await expectNoViolations(page, 'columns menu');
});
