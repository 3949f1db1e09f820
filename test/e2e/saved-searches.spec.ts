/** Saved searches: kept, shown, renamed, moved, deleted and put back, by keyboard alone and by mouse. */
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, openLatchkey, test } from './support/app.ts';
import { expectNoViolations } from './support/axe.ts';
import { desk } from './support/desk.ts';
import { countOf } from './support/due-dates.ts';
import { walkOn } from './support/walk.ts';

const saved = (page: Page) => page.getByRole('navigation', { name: 'Saved searches' });
const item = (page: Page, name: string) =>
  saved(page).getByRole('button', { name: new RegExp(`^${name}( |$)`) });
/** The searches in their order; each has a second button, which begins with "Actions". */
const order = (page: Page) => saved(page).getByRole('button', { name: /^(?!Actions)/ });

/** Types a search, and keeps it under a name; nothing but keys. */
async function save(page: Page, search: string, name: string): Promise<void> {
  const at = desk(page);
  await page.keyboard.press('Control+f');
  await expect(at.search).toBeFocused();
  await page.keyboard.type(search);
  await page.keyboard.press('Control+s');
  const dialog = at.dialog('Save search');
  const field = dialog.getByLabel('Name');
  await expect(field).toBeFocused();
  await expect(field).toHaveValue(search);
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(item(page, name)).toBeVisible();
}

test('are kept, shown, renamed, moved, deleted and put back by keyboard', async ({
  host,
  at,
  signedIn: _,
}) => {
  const { page } = host;
  const keys = walkOn(page);
  await expect(at.syncStatus).not.toHaveAttribute('aria-busy', 'true');
  await expect(saved(page)).toBeHidden();

  await save(page, 'is:full-access', 'Wide');
  await expect(item(page, 'Wide')).toHaveAttribute('aria-current', 'true');
  const wide = await countOf(page, 'is:full-access');
  await expect(item(page, 'Wide')).toHaveAccessibleName(`Wide ${wide} keys`);

  // With a workspace chosen it is kept along with it.
  await keys.press('Escape');
  await expect(at.search).toHaveValue('');
  await keys.press('Control+1');
  await save(page, 'status:disabled', 'Off in Acme');
  await expect(item(page, 'Off in Acme')).toHaveAccessibleName(/^Off in Acme in Acme Vision \d+ keys?$/);
  await expect(item(page, 'Wide')).toHaveAttribute('aria-current', 'false');
  const off = await countOf(page, 'status:disabled ws:"acme vision"');

  // The palette goes to one, workspace and all.
  await keys.command('wide', 'Wide');
  await expect(at.search).toHaveValue('is:full-access');
  await expect(at.grid).toHaveAttribute('aria-rowcount', String(wide + 1));
  await expect(at.grid).toBeFocused();

  // From the search back to the sidebar.
  await keys.press('/');
  await expect(at.search).toBeFocused();
  await keys.tabTo(item(page, 'Off in Acme'), 'Shift+Tab');
  await keys.press('Enter');
  await expect(at.search).toHaveValue('status:disabled');
  await expect(at.grid).toHaveAttribute('aria-rowcount', String(off + 1));

  await keys.press('Alt+ArrowUp');
  await expect(order(page)).toHaveText([/^Off in Acme/, /^Wide/]);
  await expect(item(page, 'Off in Acme')).toBeFocused();

  await keys.press('F2');
  const rename = at.dialog('Rename search');
  await expect(rename.getByLabel('Name')).toBeFocused();
  await expectNoViolations(page, 'rename search');
  await keys.type('wide');
  await keys.press('Enter');
  await expect(rename.getByLabel('Name')).toHaveAccessibleDescription(
    'Another saved search is called “Wide”. Choose another name.',
  );
  await keys.press('Control+a');
  await keys.type('Disabled');
  await keys.press('Enter');
  await expect(rename).toBeHidden();
  await expect(item(page, 'Disabled')).toBeFocused();

  await keys.press('Delete');
  await expect(order(page)).toHaveText([/^Wide/]);
  await expect(item(page, 'Wide')).toBeFocused();
  const undo = page.getByRole('button', { name: 'Undo' });
  await expect(undo).toHaveCount(1);
  // The message goes by itself, but not while the focus is on it.
  await keys.press('F6');
  await expectNoViolations(page, 'deleted search');
  await keys.tabTo(undo);
  await keys.press('Enter');
  await expect(order(page)).toHaveText([/^Disabled/, /^Wide/]);

  // The same in a menu, for whoever does not know the shortcuts.
  const actions = saved(page).getByRole('button', { name: 'Actions of “Wide”' });
  const menu = page.getByRole('menu');
  const openMenu = async () => {
    await keys.tabTo(actions);
    await keys.press('Enter');
    await expect(menu.getByRole('menuitem', { name: /^Rename/ })).toBeFocused();
  };
  await openMenu();
  await keys.press('ArrowDown');
  await expect(menu.getByRole('menuitem', { name: 'Move up' })).toBeFocused();
  await keys.press('Enter');
  await expect(menu).toBeHidden();
  await expect(order(page)).toHaveText([/^Wide/, /^Disabled/]);
  await openMenu();
  await keys.press('Escape');
  await expect(menu).toBeHidden();
  await expect(actions).toBeFocused();
  await openMenu();
  await keys.press('Enter');
  await expect(rename.getByLabel('Name')).toBeFocused();
  await keys.press('Escape');
  await expect(actions).toBeFocused();
  await openMenu();
  await keys.press('End');
  await expect(menu.getByRole('menuitem', { name: /^Delete/ })).toBeFocused();
  await keys.press('Enter');
  await expect(order(page)).toHaveText([/^Disabled/]);
  await expect(item(page, 'Disabled')).toBeFocused();
});

test('with the mouse, and over a restart', async ({ folder, host, at, signedIn: _ }) => {
  const { page } = host;
  await expect(at.syncStatus).not.toHaveAttribute('aria-busy', 'true');
  const button = at.button('Save search', page.getByRole('search'));
  await expect(button).toBeHidden();
  await at.search.fill('statsu:overdue');
  await expect(page.getByRole('status', { name: 'Search problem' })).not.toBeEmpty();
  await expect(button).toBeHidden();

  for (const [search, name] of [
    ['unused:>90d', 'Idle'],
    ['can:delete', 'Deleters'],
  ] as const) {
    await at.search.fill(search);
    await button.click();
    const dialog = at.dialog('Save search');
    await dialog.getByLabel('Name').fill(name);
    if (name === 'Idle') await expectNoViolations(page, 'save search');
    await at.button('Save', dialog).click();
    await expect(dialog).toBeHidden();
    await expect(item(page, name)).toHaveAttribute('aria-current', 'true');
    await expect(page.getByRole('search').getByRole('button', { name: `Saved as “${name}”` })).toBeVisible();
  }
  await expect(item(page, 'Deleters')).toHaveAccessibleName(
    `Deleters ${await countOf(page, 'can:delete')} keys`,
  );

  await item(page, 'Deleters').hover();
  await saved(page).getByRole('button', { name: 'Actions of “Deleters”' }).click();
  const menu = page.getByRole('menu');
  await expect(menu.getByRole('menuitem')).toHaveText([/^Rename…/, 'Move up', 'Move down', /^Delete/]);
  await expect(menu.getByRole('menuitem', { name: 'Move down' })).toHaveAttribute('aria-disabled', 'true');
  await expectNoViolations(page, 'menu of a saved search');
  await menu.getByRole('menuitem', { name: 'Move up' }).click();
  await expect(order(page)).toHaveText([/^Deleters/, /^Idle/]);

  await host.close();
  const again = await openLatchkey(join(folder, 'profile'));
  const after = desk(again.page);
  await expect(order(again.page)).toHaveText([/^Deleters/, /^Idle/]);
  await item(again.page, 'Idle').click();
  await expect(after.search).toHaveValue('unused:>90d');
  await again.close();
});
