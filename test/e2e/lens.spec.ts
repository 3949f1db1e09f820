/** The capability lens by keyboard alone: what every key can do, narrowed to those that can do one thing. */
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './support/app.ts';
import { expectNoViolations } from './support/axe.ts';
import { walkOn } from './support/walk.ts';

const isFocused = (target: Locator) => target.evaluate((element) => element === document.activeElement);

const allKeys = 424;

const lensOf = (page: Page) => {
  const matrix = page.getByRole('grid', { name: 'Capabilities' });
  const header = (name: string) => matrix.getByRole('columnheader', { name, exact: true });
  const count = (name: string) => matrix.getByRole('button', { name: new RegExp(`^${name}: `) });
  return {
    matrix,
    header,
    count,
    sort: (name: string) => matrix.getByRole('button', { name: `Sort by ${name}`, exact: true }),
    row: (position: number) => matrix.locator(`[data-position="${position}"]`),
    /** How many keys the header says have an ability. */
    async keysWith(name: string): Promise<number> {
      const words = (await count(name).getAttribute('aria-label')) ?? '';
      return Number(words.replace(/\D/g, ''));
    },
  };
};

test('the lens counts, filters, sorts and leads to a key, by keyboard', async ({ host, at, signedIn: _ }) => {
  const { page } = host;
  const keys = walkOn(page);
  const lens = lensOf(page);

  await keys.command('capabilities', 'Go to Capabilities');
  await expect(lens.matrix).toBeFocused();
  await expect(lens.matrix).toHaveAttribute('aria-rowcount', String(allKeys + 1));
  await expect(lens.header('Number of abilities')).toHaveAttribute('aria-sort', 'descending');
  await expectNoViolations(page, 'the lens');

  // Whoever can do everything comes first, and the inspector follows.
  await keys.press('ArrowDown');
  await expect(lens.row(0)).toHaveAttribute('aria-selected', 'true');
  await expect(lens.row(0)).toContainText('All');
  await expect(at.details).toContainText('everything in the workspace');
  await keys.press('ArrowDown');
  await expect(lens.row(1)).toHaveAttribute('aria-selected', 'true');
  await keys.press('Enter');
  await expect(at.details).toBeFocused();

  // The header is one stop, walked with the arrows: along the names, then down to the numbers.
  await keys.tabTo(lens.matrix, 'Shift+Tab');
  await keys.press('Tab');
  await expect(lens.sort('name')).toBeFocused();
  for (let step = 0; step < 9; step += 1) await keys.press('ArrowRight');
  await expect(lens.sort('mint keys')).toBeFocused();
  await keys.press('ArrowDown');
  await expect(lens.count('Mint keys')).toBeFocused();
  const minting = await lens.keysWith('Mint keys');
  const reading = await lens.keysWith('Read data');
  expect(minting).toBeGreaterThan(0);
  expect(minting).toBeLessThan(allKeys);
  expect(reading).toBeGreaterThan(minting);

  await keys.press('Enter');
  await expect(at.search).toHaveValue('can:mint-keys');
  await expect(lens.matrix).toHaveAttribute('aria-rowcount', String(minting + 1));
  await expect(lens.count('Mint keys')).toHaveAttribute('aria-pressed', 'true');
  await expect(lens.count('Mint keys')).toBeFocused();
  await expectNoViolations(page, 'the lens, filtered');
  await keys.press('Enter');
  await expect(at.search).toHaveValue('');
  await expect(lens.matrix).toHaveAttribute('aria-rowcount', String(allKeys + 1));

  // Sorted by one ability, those that have it stand together; the other way around they stand last.
  await keys.press('ArrowUp');
  await keys.press('Enter');
  await expect(lens.header('Mint keys')).toHaveAttribute('aria-sort', 'descending');
  await expect(lens.row(0)).toContainText('Yes');
  await keys.press('Enter');
  await expect(lens.header('Mint keys')).toHaveAttribute('aria-sort', 'ascending');
  await expect(lens.row(0)).not.toContainText('All');

  await keys.press('End');
  await keys.press('ArrowDown');
  await expect(lens.count('Unclassified')).toBeFocused();
  await keys.press('ArrowDown');
  await expect(lens.matrix).toBeFocused();
});

test('the search and the workspace of the inventory hold in the lens, by keyboard', async ({
  host,
  at,
  signedIn: _,
}) => {
  const { page } = host;
  const keys = walkOn(page);
  const lens = lensOf(page);
  const views = page.getByRole('navigation', { name: 'Views' });
  await keys.activate(views.getByRole('button', { name: 'Capabilities' }));
  await expect(lens.matrix).toHaveAttribute('aria-rowcount', String(allKeys + 1));

  // Orchard Labs has Project and Inference keys only: none of them is everything, and none is unclassified.
  await keys.activate(at.workspaces.getByRole('button', { name: /^Orchard Labs/ }));
  await expect(lens.matrix).toHaveAttribute('aria-rowcount', '55');
  expect(await lens.keysWith('Infer')).toBe(54);
  expect(await lens.keysWith('Everything')).toBe(0);
  expect(await lens.keysWith('Unclassified')).toBe(0);
  await keys.press('/');
  await keys.type('can:unclassified');
  await expect(page.getByText('No key in Orchard Labs matches “can:unclassified”.')).toBeVisible();
  await expectNoViolations(page, 'the lens without a match');
  await keys.activate(page.getByRole('main').getByRole('button', { name: 'Clear search' }));
  await expect(lens.matrix).toBeFocused();
  await expect(lens.matrix).toHaveAttribute('aria-rowcount', '55');
  await keys.activate(at.workspaces.getByRole('button', { name: 'All workspaces' }));
  await expect(lens.matrix).toHaveAttribute('aria-rowcount', String(allKeys + 1));

  // The inventory finds the same keys.
  const deploying = await lens.keysWith('Deploy');
  // One stop for the whole header: walked with the arrows.
  await keys.tabTo(lens.matrix);
  await keys.press('Tab');
  await keys.press('End');
  await keys.press('ArrowDown');
  const deploy = lens.count('Deploy');
  for (let step = 0; step < 12 && !(await isFocused(deploy)); step += 1) await keys.press('ArrowLeft');
  await expect(deploy).toBeFocused();
  await keys.press('Enter');
  await expect(lens.matrix).toHaveAttribute('aria-rowcount', String(deploying + 1));
  await keys.activate(views.getByRole('button', { name: /^Inventory/ }));
  await expect(at.grid).toHaveAttribute('aria-rowcount', String(deploying + 1));
});
