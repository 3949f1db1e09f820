/** The command palette, the shortcut sheet and Undo, by keyboard alone. */
import { expect, signInTo, test } from './support/app.ts';
import { expectNoViolations } from './support/axe.ts';
import type { Desk } from './support/desk.ts';
import { roboflowTrial } from './support/trial.ts';
import { type Walk, walkOn } from './support/walk.ts';

/** A new key of Acme Vision that is selected. */
async function selectNewKey(keys: Walk, at: Desk, name: string): Promise<string> {
  await keys.copyAndClose(await keys.newKey({ name, workspace: 'Acme Vision' }));
  await keys.command(name, new RegExp(`^${name}`));
  await expect(at.details.getByRole('heading', { name })).toBeVisible();
  return name;
}

test('goes to a workspace and to a key, by keyboard', async ({ host, at, signedIn: _ }) => {
  const { page } = host;
  const keys = walkOn(page);
  await keys.command('labs orch', /^Go to Orchard Labs/);
  await expect(at.workspaces.getByRole('button', { name: /^Orchard Labs/ })).toHaveAttribute(
    'aria-current',
    'true',
  );
  await expect(at.grid).toHaveAttribute('aria-rowcount', '55');
  await expect(at.grid).toBeFocused();

  // A key of another workspace: the view gives way to it.
  await keys.press('ControlOrMeta+1');
  await expect(at.grid).toHaveAttribute('aria-rowcount', '349');
  const row = at.grid.getByRole('row').nth(4);
  await expect(row).toContainText('Acme Vision');
  const name = (await row.getByRole('gridcell').nth(1).innerText()).split(/\s/)[0];
  await keys.press('ControlOrMeta+2');
  await keys.command(name ?? '', new RegExp(`^${name}.*Acme Vision`));
  await expect(at.details.getByRole('heading', { name: name ?? '' })).toBeVisible();
  await expect(at.grid).toBeFocused();

  await keys.command('all work', /^All workspaces/);
  await keys.command('sync', 'Sync now');
  await keys.command('new', /^New key/);
  await expect(at.dialog('New key')).toBeVisible();
  // One question at a time: the palette stays away from another dialog.
  await keys.press('ControlOrMeta+k');
  await keys.press('Escape');
  await expect(at.dialog('New key')).toBeHidden();
  await expect(at.dialog('Command palette')).toBeHidden();
});

test('goes to every screen, by keyboard, which goes along', async ({ host, at, signedIn: _ }) => {
  const { page } = host;
  const keys = walkOn(page);
  const views = page.getByRole('navigation', { name: 'Views' });
  const labels = await views
    .getByRole('button')
    .evaluateAll((all) => all.map((view) => view.firstChild?.textContent ?? ''));
  expect(labels).toContain('Connections');
  // The first one last, so that each of them is gone to from another.
  for (const label of [...labels.slice(1), ...labels.slice(0, 1)]) {
    await keys.command(`go to ${label}`, `Go to ${label}`);
    const view = views.getByRole('button', { name: new RegExp(`^${label}`) });
    await expect(view).toHaveAttribute('aria-current', 'page');
    // The screen itself, or what it lists.
    await expect(page.locator('main:focus, main :focus')).toHaveCount(1);
  }
  await expect(at.grid).toBeFocused();
});

test('walks its list by keyboard, and gives the focus back', async ({ host, at, signedIn: _ }) => {
  const { page } = host;
  const keys = walkOn(page);
  await keys.press('/');
  await expect(at.search).toBeFocused();
  await keys.press('ControlOrMeta+k');
  const palette = at.dialog('Command palette');
  const options = palette.getByRole('option');
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  await keys.press('ArrowUp');
  await expect(options.last()).toHaveAttribute('aria-selected', 'true');
  await keys.press('Home');
  await keys.press('ArrowDown');
  await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true');
  await keys.press('End');
  await expect(options.last()).toHaveAttribute('aria-selected', 'true');
  await keys.type('zzz nothing has such a name');
  await expect(palette).toContainText('Nothing matches');
  await keys.press('Enter');
  await expect(palette).toBeVisible();
  await keys.press('Escape');
  await expect(palette).toBeHidden();
  await expect(at.search).toBeFocused();

  await keys.press('ControlOrMeta+k');
  await expect(palette).toBeVisible();
  await keys.press('ControlOrMeta+k');
  await expect(palette).toBeHidden();
});

test('starts every action of the selected key and takes back what can be, by keyboard', async ({
  host,
  at,
  sandbox,
  signedIn: _,
}) => {
  const { page } = host;
  const keys = walkOn(page);
  const name = await selectNewKey(keys, at, 'palette-trial');
  const secret = await host.evalMain(({ clipboard }) => clipboard.readText());
  const use = { baseUrl: signInTo(sandbox, 'acme-vision').baseUrl, workspace: 'acme-vision', secret };

  await keys.command('dis', 'Disable');
  await expect(page.getByText(`Disabled ${name}`, { exact: true })).toBeVisible();
  expect(await roboflowTrial.predict(use)).toBe(401);
  await keys.undo();
  await expect(page.getByText(`Enabled ${name} again`)).toBeVisible();
  expect(await roboflowTrial.predict(use)).toBe(200);
  // What took something back offers nothing more.
  await expect(page.getByRole('button', { name: 'Undo' })).toBeHidden();

  await keys.command('disable', 'Disable');
  await keys.command('enable', 'Enable');
  await expect(page.getByText(`Enabled ${name}`, { exact: true })).toBeVisible();
  await keys.undo();
  await expect(at.button('Enable', at.details)).toBeVisible();
  await keys.command('enable', 'Enable');
  await expect(at.button('Disable', at.details)).toBeVisible();

  await keys.command('edit', 'Edit scope');
  await expect(at.dialog('Edit scope')).toBeVisible();
  await keys.press('Escape');

  await keys.command('rename', 'Rename');
  await expect(at.dialog('Rename key').getByLabel('Name')).toBeFocused();
  await keys.type('palette-renamed');
  await keys.press('Enter');
  await expect(at.details.getByRole('heading', { name: 'palette-renamed' })).toBeVisible();
  // Until then the Undo on screen is that of the change before.
  await expect(page.getByText('Renamed to palette-renamed')).toBeVisible();
  await keys.undo();
  await expect(at.details.getByRole('heading', { name })).toBeVisible();

  await keys.command('delete', 'Delete…');
  await expect(at.dialog('Delete key')).toBeVisible();
  await keys.press('Escape');

  await keys.command('protect', 'Protect');
  await expect(at.button('Cancel', at.details)).toBeFocused();
  await keys.press('Shift+Tab');
  await keys.press('Enter');
  await expect(page.getByText(`Protected ${name}`)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeHidden();

  // Protected by now: what is not possible any more is not offered.
  await keys.press('ControlOrMeta+k');
  const group = at.dialog('Command palette').getByRole('group', { name });
  await expect(group.getByRole('option')).toHaveText([
    'Edit scope',
    'Rename',
    'Edit details',
    /^Snooze…/,
    'Rotation policy of the key…',
  ]);
});

test('says so where taking back fails, by keyboard', async ({ host, at, sandbox, signedIn: _ }) => {
  const { page } = host;
  const keys = walkOn(page);
  const name = await selectNewKey(keys, at, 'undo-trial');
  await keys.command('disable', 'Disable');
  await expect(page.getByText(`Disabled ${name}`)).toBeVisible();
  await sandbox.close();
  await keys.undo();
  await expect(page.getByText(`${name} is still disabled.`)).toBeVisible();
  await expectNoViolations(page, 'undo failed');
});

test('the shortcut sheet opens with ? and from the palette, by keyboard', async ({
  host,
  at,
  signedIn: _,
}) => {
  const { page } = host;
  const keys = walkOn(page);
  const sheet = at.dialog('Keyboard shortcuts');
  await keys.tabTo(at.grid);
  await keys.press('?');
  await expect(sheet).toContainText('Command palette');
  await expectNoViolations(page, 'shortcut sheet');
  await keys.press('Escape');
  await expect(sheet).toBeHidden();
  await expect(at.grid).toBeFocused();
  await keys.command('short', /^Keyboard shortcuts/);
  await expect(sheet).toBeVisible();
  await keys.press('Escape');

  // While a word is typed, it is a letter.
  await keys.tabTo(at.search);
  await keys.type('?');
  await expect(at.search).toHaveValue('?');
  await expect(sheet).toBeHidden();
});

test('palette and message hold no barrier', async ({ host, at, signedIn: _ }) => {
  const { page } = host;
  const keys = walkOn(page);
  const name = await selectNewKey(keys, at, 'axe-trial');
  await keys.press('ControlOrMeta+k');
  await expect(at.dialog('Command palette').getByRole('option').first()).toBeVisible();
  await expectNoViolations(page, 'palette');
  await keys.type(name);
  await expect(at.dialog('Command palette').getByRole('group', { name: 'Keys' })).toBeVisible();
  await expectNoViolations(page, 'palette with keys');
  await keys.press('Escape');
  await keys.command('disable', 'Disable');
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
  await keys.press('F6');
  await expectNoViolations(page, 'message with Undo');
});
