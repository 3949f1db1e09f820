/** axe on every screen and dialog, in light and in dark. */
import { join } from 'node:path';
import { expect, openLatchkey, test } from './support/app.ts';
import { expectNoViolations } from './support/axe.ts';
import { desk } from './support/desk.ts';
import { walkOn } from './support/walk.ts';

test('welcome and the connect dialog', async ({ host, at }) => {
  await expect(at.button('Explore the sandbox')).toBeVisible();
  await expectNoViolations(host.page, 'welcome');
  await at.button('Connect a workspace').click();
  const form = at.dialog('Connect a workspace');
  await at.button('Connect', form).click();
  await expect(form.getByLabel('API key')).toHaveAttribute('aria-invalid', 'true');
  await expectNoViolations(host.page, 'connect with an error');
});

test('the inventory, its inspector and every dialog of a key', async ({ host, at, signedIn: _ }) => {
  const { page } = host;
  await expectNoViolations(page, 'inventory');

  await at.search.fill('no key has such a name');
  await expect(at.grid).toHaveAttribute('aria-rowcount', '1');
  await expectNoViolations(page, 'no match');
  await at.search.fill('');

  await at.button('New key').click();
  const form = at.dialog('New key');
  await form.getByRole('radio', { name: 'Custom', exact: true }).check();
  await expectNoViolations(page, 'new key, custom scope');
  await page.keyboard.press('Escape');
  await expect(form).toBeHidden();

  const store = await at.createInferenceKey('axe-reads-this', 'Acme Vision');
  await expectNoViolations(page, 'store this secret');
  await at.button('Reveal secret', store).click();
  await expectNoViolations(page, 'store this secret, revealed');
  await at.button('Copy secret', store).click();
  await at.button('Done', store).click();

  await at.searchFor('axe-reads-this', 1);
  await at.select('axe-reads-this');
  await expectNoViolations(page, 'inspector');
  for (const [open, name] of [
    ['Edit scope', 'Edit scope'],
    ['Rename', 'Rename key'],
    ['Delete…', 'Delete key'],
  ] as const) {
    await at.button(open, at.details).click();
    const dialog = at.dialog(name);
    await expect(dialog).toBeVisible();
    await expectNoViolations(page, name);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  }
});

test('the inventory without its platforms', async ({ host, at, sandbox, signedIn: _ }) => {
  await sandbox.close();
  await at.button('Sync now').click();
  await expect(at.syncStatus).toContainText(/offline|not reach/i);
  await at.grid.getByRole('row').nth(2).click();
  await expectNoViolations(host.page, 'offline');
});

test('a workspace that needs a new sign-in', async ({ folder, host, at, signedIn: _ }) => {
  await expect(at.syncStatus).not.toHaveAttribute('aria-busy', 'true');
  await host.close();
  // Sign-ins of this run were in memory only: the next start has none, as after a lost keychain item.
  const again = await openLatchkey(join(folder, 'profile'));
  const { page } = again;
  const after = desk(page);
  await expect(after.workspaces).toContainText('Sign in');
  await expectNoViolations(page, 'sign-in needed');
  await page
    .getByRole('button', { name: /^Sign in again/ })
    .first()
    .click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectNoViolations(page, 'sign in again');
  await again.close();
});

test('every screen, and what opens over it, in a small window', async ({ host, at, signedIn: _ }) => {
  const { page } = host;
  const keys = walkOn(page);
  await page.setViewportSize({ width: 1024, height: 700 });
  await expect(at.syncStatus).not.toHaveAttribute('aria-busy', 'true');
  for (const screen of [
    'Rotation',
    'Capabilities',
    'Since your last visit',
    'Quarantine',
    'Connections',
    'Inventory',
  ]) {
    await keys.command(`go to ${screen}`, `Go to ${screen}`);
    await expectNoViolations(page, `${screen}, small`);
  }
  await keys.command('legacy-backend', /^legacy-backend/);
  await expect(at.details.getByRole('heading', { name: 'legacy-backend' })).toBeVisible();
  await expectNoViolations(page, 'inspector, small');
  await keys.press('?');
  await expect(at.dialog('Keyboard shortcuts')).toBeVisible();
  await expectNoViolations(page, 'shortcut sheet, small');
  await keys.press('Escape');
  await keys.command('edit scope', 'Edit scope');
  const scope = at.dialog('Edit scope');
  await keys.pick(
    scope.getByRole('group', { name: 'Scope' }),
    scope.getByRole('radio', { name: 'Custom', exact: true }),
  );
  await expectNoViolations(page, 'the tree of a wide key, small');
  await keys.press('Escape');
  await expect(scope).toBeHidden();
  const store = await keys.newKey({ name: 'axe-reads-small', workspace: 'Acme Vision' });
  await keys.activate(at.button('Pipe to a command…', store));
  await expectNoViolations(page, 'store this secret, small');
  await keys.copyAndClose(store);
});

test('tooltips, questions and messages on screen', async ({ host, at, signedIn: _ }) => {
  const { page } = host;
  const keys = walkOn(page);
  await keys.command('legacy-backend', /^legacy-backend/);
  await expect(at.details.getByRole('heading', { name: 'legacy-backend' })).toBeVisible();

  await keys.command('protect', 'Protect');
  await expect(at.button('Protect key', at.details)).toBeVisible();
  await expectNoViolations(page, 'the question before protecting');
  await keys.press('Enter');

  // The system's clipboard is another one: here the window may not write, and selects the id instead.
  await keys.tabTo(at.button('Copy key id', at.details), 'Shift+Tab');
  await keys.press('Enter');
  await expect(at.details.getByText(/^(Copied|Selected: copy it with the keyboard)$/)).toBeAttached();
  await expectNoViolations(page, 'an id to be copied');

  await keys.command('rename', 'Rename');
  await keys.fill(at.dialog('Rename key').getByLabel('Name'), 'latchkey-admin');
  await expect(at.dialog('Rename key').getByLabel('Name')).toHaveAccessibleDescription(/already/);
  await expectNoViolations(page, 'rename with a taken name');
  await keys.fill(at.dialog('Rename key').getByLabel('Name'), 'legacy-backend-2');
  await keys.press('Enter');
  await expect(page.getByText('Renamed to legacy-backend-2')).toBeVisible();
  await keys.command('disable', 'Disable');
  await expect(page.getByText('Disabled legacy-backend-2')).toBeVisible();
  // On it a message waits for whoever reads it.
  await keys.press('F6');
  await expectNoViolations(page, 'a message');
  await keys.activate(at.button('Dismiss'));
  await expectNoViolations(page, 'a disabled key');

  // Where an action is not possible, its reason comes with the focus.
  await keys.command('orchard', /^Go to Orchard Labs/);
  await expect(at.grid).toHaveAttribute('aria-rowcount', '55');
  await at.rowsSettled();
  await expect(at.grid).toBeFocused();
  await keys.press('End');
  await keys.press('Enter');
  await keys.tabTo(at.button('Disable', at.details));
  await expect(
    page
      .getByText(/cannot disable/)
      .filter({ visible: true })
      .first(),
  ).toBeVisible();
  await expectNoViolations(page, 'a tooltip of an action');
});

test('a workspace that is offline, and a window where no workspace is signed in', async ({
  folder,
  host,
  at,
  sandbox,
  signedIn: _,
}) => {
  const { page } = host;
  const keys = walkOn(page);
  await expect(at.syncStatus).not.toHaveAttribute('aria-busy', 'true');
  await sandbox.close();
  await keys.activate(at.button('Sync now'));
  await expect(at.syncStatus).toContainText(/offline|not reach/i);
  await keys.press('ControlOrMeta+1');
  await expect(page.getByText('Acme Vision is offline.', { exact: true })).toBeVisible();
  await expectNoViolations(page, 'a workspace that is offline');
  await host.close();

  // Sign-ins of this run were in memory only: no workspace can take a key until somebody signs in.
  const again = await openLatchkey(join(folder, 'profile'));
  const after = desk(again.page);
  await expect(after.workspaces).toContainText('Sign in');
  await walkOn(again.page).press('ControlOrMeta+N');
  await expect(after.button('Sign in again', after.dialog('New key'))).toBeVisible();
  await expectNoViolations(again.page, 'no workspace to make a key in');
  await again.close();
});
