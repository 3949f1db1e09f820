/** The command palette, the shortcut sheet and Undo, by keyboard alone. */
import type { Page } from '@playwright/test';
import { expect, signInTo, test } from './support/app.ts';
import { expectNoViolations } from './support/axe.ts';
import type { desk } from './support/desk.ts';
import { roboflowTrial } from './support/trial.ts';

type Desk = ReturnType<typeof desk>;

/** Opens the palette, types, waits until the choice is the current one, and takes it. */
async function choose(page: Page, at: Desk, typed: string, choice: string | RegExp): Promise<void> {
  const palette = at.dialog('Command palette');
  await page.keyboard.press('Control+k');
  await expect(palette.getByRole('combobox', { name: 'Search commands' })).toBeFocused();
  await page.keyboard.type(typed);
  const option = palette.getByRole('option', { name: choice });
  await expect(option).toHaveAttribute('aria-selected', 'true');
  const id = (await option.getAttribute('id')) ?? '';
  await expect(palette.getByRole('combobox')).toHaveAttribute('aria-activedescendant', id);
  await page.keyboard.press('Enter');
  await expect(palette).toBeHidden();
}

/** The name of a new key of Acme Vision that is selected. */
async function selectNewKey(page: Page, at: Desk, name: string): Promise<string> {
  const store = await at.createInferenceKey(name, 'Acme Vision');
  await at.button('Copy secret', store).click();
  await at.button('Done', store).click();
  await expect(store).toBeHidden();
  await choose(page, at, name, new RegExp(`^${name}`));
  await expect(at.details.getByRole('heading', { name })).toBeVisible();
  return name;
}

/** From wherever the focus is to the Undo of the message on screen, and presses it. */
async function undo(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: 'Undo' });
  // The message before it may still be fading.
  await expect(button).toHaveCount(1);
  await page.keyboard.press('F6');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(button).toBeFocused();
  await page.keyboard.press('Enter');
}

test('goes to a workspace and to a key', async ({ host, at, signedIn: _ }) => {
  const { page } = host;
  await choose(page, at, 'labs orch', /^Go to Orchard Labs/);
  await expect(at.workspaces.getByRole('button', { name: /^Orchard Labs/ })).toHaveAttribute(
    'aria-current',
    'true',
  );
  await expect(at.grid).toHaveAttribute('aria-rowcount', '55');
  await expect(at.grid).toBeFocused();

  // A key of another workspace: the view gives way to it.
  await page.keyboard.press('Control+1');
  await expect(at.grid).toHaveAttribute('aria-rowcount', '349');
  const row = at.grid.getByRole('row').nth(4);
  await expect(row).toContainText('Acme Vision');
  const name = (await row.getByRole('gridcell').nth(1).innerText()).split(/\s/)[0];
  await page.keyboard.press('Control+2');
  await choose(page, at, name ?? '', new RegExp(`^${name}.*Acme Vision`));
  await expect(at.details.getByRole('heading', { name: name ?? '' })).toBeVisible();
  await expect(at.grid).toBeFocused();

  await choose(page, at, 'all work', /^All workspaces/);
  await choose(page, at, 'sync', 'Sync now');
  await choose(page, at, 'new', /^New key/);
  await expect(at.dialog('New key')).toBeVisible();
  // One question at a time: the palette stays away from another dialog.
  await page.keyboard.press('Control+k');
  await page.keyboard.press('Escape');
  await expect(at.dialog('New key')).toBeHidden();
  await expect(at.dialog('Command palette')).toBeHidden();
});

test('goes to every screen, and the keyboard goes along', async ({ host, at, signedIn: _ }) => {
  const { page } = host;
  const views = page.getByRole('navigation', { name: 'Views' });
  const labels = await views
    .getByRole('button')
    .evaluateAll((all) => all.map((view) => view.firstChild?.textContent ?? ''));
  expect(labels).toContain('Connections');
  // The first one last, so that each of them is gone to from another.
  for (const label of [...labels.slice(1), ...labels.slice(0, 1)]) {
    await choose(page, at, `go to ${label}`, `Go to ${label}`);
    const view = views.getByRole('button', { name: new RegExp(`^${label}`) });
    await expect(view).toHaveAttribute('aria-current', 'page');
    // The screen itself, or what it lists.
    await expect(page.locator('main:focus, main :focus')).toHaveCount(1);
  }
  await expect(at.grid).toBeFocused();
});

test('walks its list, and gives the focus back', async ({ host, at, signedIn: _ }) => {
  const { page } = host;
  await page.keyboard.press('/');
  await expect(at.search).toBeFocused();
  await page.keyboard.press('Control+k');
  const palette = at.dialog('Command palette');
  const options = palette.getByRole('option');
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowUp');
  await expect(options.last()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('End');
  await expect(options.last()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.type('zzz nothing has such a name');
  await expect(palette).toContainText('Nothing matches');
  await page.keyboard.press('Enter');
  await expect(palette).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(palette).toBeHidden();
  await expect(at.search).toBeFocused();

  await page.keyboard.press('Control+k');
  await expect(palette).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(palette).toBeHidden();
});

test('starts every action of the selected key, and takes back what can be taken back', async ({
  host,
  at,
  sandbox,
  signedIn: _,
}) => {
  const { page } = host;
  const name = await selectNewKey(page, at, 'palette-trial');
  const secret = await host.evalMain(({ clipboard }) => clipboard.readText());
  const use = { baseUrl: signInTo(sandbox, 'acme-vision').baseUrl, workspace: 'acme-vision', secret };

  await choose(page, at, 'dis', 'Disable');
  await expect(page.getByText(`Disabled ${name}`, { exact: true })).toBeVisible();
  expect(await roboflowTrial.predict(use)).toBe(401);
  await undo(page);
  await expect(page.getByText(`Enabled ${name} again`)).toBeVisible();
  expect(await roboflowTrial.predict(use)).toBe(200);
  // What took something back offers nothing more.
  await expect(page.getByRole('button', { name: 'Undo' })).toBeHidden();

  await choose(page, at, 'disable', 'Disable');
  await choose(page, at, 'enable', 'Enable');
  await expect(page.getByText(`Enabled ${name}`, { exact: true })).toBeVisible();
  await undo(page);
  await expect(at.button('Enable', at.details)).toBeVisible();
  await choose(page, at, 'enable', 'Enable');
  await expect(at.button('Disable', at.details)).toBeVisible();

  await choose(page, at, 'edit', 'Edit scope');
  await expect(at.dialog('Edit scope')).toBeVisible();
  await page.keyboard.press('Escape');

  await choose(page, at, 'rename', 'Rename');
  await expect(at.dialog('Rename key').getByLabel('Name')).toBeFocused();
  await page.keyboard.type('palette-renamed');
  await page.keyboard.press('Enter');
  await expect(at.details.getByRole('heading', { name: 'palette-renamed' })).toBeVisible();
  // Until then the Undo on screen is that of the change before.
  await expect(page.getByText('Renamed to palette-renamed')).toBeVisible();
  await undo(page);
  await expect(at.details.getByRole('heading', { name })).toBeVisible();

  await choose(page, at, 'delete', 'Delete…');
  await expect(at.dialog('Delete key')).toBeVisible();
  await page.keyboard.press('Escape');

  await choose(page, at, 'protect', 'Protect');
  await expect(at.button('Cancel', at.details)).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByText(`Protected ${name}`)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeHidden();

  // Protected by now: what is not possible any more is not offered.
  await page.keyboard.press('Control+k');
  const group = at.dialog('Command palette').getByRole('group', { name });
  await expect(group.getByRole('option')).toHaveText(['Edit scope', 'Rename', 'Edit details']);
});

test('says so where taking back fails', async ({ host, at, sandbox, signedIn: _ }) => {
  const { page } = host;
  const name = await selectNewKey(page, at, 'undo-trial');
  await choose(page, at, 'disable', 'Disable');
  await expect(page.getByText(`Disabled ${name}`)).toBeVisible();
  await sandbox.close();
  await undo(page);
  await expect(page.getByText(`${name} is still disabled.`)).toBeVisible();
  await expectNoViolations(page, 'undo failed');
});

test('the shortcut sheet opens with ? and from the palette', async ({ host, at, signedIn: _ }) => {
  const { page } = host;
  const sheet = at.dialog('Keyboard shortcuts');
  await at.grid.focus();
  await page.keyboard.press('?');
  await expect(sheet).toContainText('Command palette');
  await expectNoViolations(page, 'shortcut sheet');
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await expect(at.grid).toBeFocused();
  await choose(page, at, 'short', /^Keyboard shortcuts/);
  await expect(sheet).toBeVisible();
  await page.keyboard.press('Escape');

  // While a word is typed, it is a letter.
  await at.search.focus();
  await page.keyboard.type('?');
  await expect(at.search).toHaveValue('?');
  await expect(sheet).toBeHidden();
});

test('palette and message hold no barrier', async ({ host, at, signedIn: _ }) => {
  const { page } = host;
  const name = await selectNewKey(page, at, 'axe-trial');
  await page.keyboard.press('Control+k');
  await expect(at.dialog('Command palette').getByRole('option').first()).toBeVisible();
  await expectNoViolations(page, 'palette');
  await page.keyboard.type(name);
  await expect(at.dialog('Command palette').getByRole('group', { name: 'Keys' })).toBeVisible();
  await expectNoViolations(page, 'palette with keys');
  await page.keyboard.press('Escape');
  await choose(page, at, 'disable', 'Disable');
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
  await page.keyboard.press('F6');
  await expectNoViolations(page, 'message with Undo');
});
