/** A login that may not list folders: why names are missing, and the ways that are left. By keyboard. */
import { expect, test } from './support/app.ts';
import { expectNoViolations } from './support/axe.ts';
import { keyboardOf } from './support/keyboard.ts';
import { signInScoped } from './support/scoped-login.ts';

const scopes = ['workspace:read', 'api-key:read', 'api-key:create', 'api-key:update', 'model:infer'];

test('folders are named by their ids where their names may not be read', async ({ host, at, sandbox }) => {
  const { page } = host;
  const keys = keyboardOf(page);
  await at.connect(await signInScoped(sandbox, scopes));

  await test.step('details show ids, and why', async () => {
    await at.searchFor('weld-audit-hold', 1);
    await at.select('weld-audit-hold');
    await expect(at.details).toContainText('fld_acme_weld');
    await expect(at.details).toContainText('names not told:');
    await expect(at.details).toContainText('folder:read');
  });

  await test.step('New key offers the folders that keys name, and takes ids', async () => {
    await keys.press('ControlOrMeta+N');
    const form = at.dialog('New key');
    await keys.fill(form.getByLabel('Name'), 'lab-camera-3');
    await keys.activate(form.getByRole('checkbox', { name: 'Only some folders' }), 'Space');
    await expect(form).toContainText('folder:read');
    await expect(form).toContainText('Folders can be named by their ids all the same');
    await expectNoViolations(page, 'folders without their names');
    const ids = form.getByLabel('Folder IDs');
    await keys.fill(ids, 'fld_nobody_has');
    await keys.activate(at.button('Generate key', form));
    await expect(form.getByRole('group', { name: 'Folders' })).toContainText(/fold/i);
    await expect(form).toBeVisible();
    await keys.fill(ids, 'fld_acme_lab');
    await keys.activate(form.getByRole('checkbox', { name: 'fld_acme_weld' }), 'Space');
    await keys.activate(at.button('Generate key', form));
    const store = at.dialog('Store this secret');
    await keys.activate(at.button('I don’t need it', store));
    await keys.activate(at.button('Discard it', store));
    await expect(store).toBeHidden();
    await at.searchFor('lab-camera-3', 1);
    await at.select('lab-camera-3');
    await expect(at.details).toContainText('fld_acme_lab');
    await expect(at.details).toContainText('fld_acme_weld');
  });

  await test.step('or the whole workspace', async () => {
    await keys.press('ControlOrMeta+N');
    const form = at.dialog('New key');
    const only = form.getByRole('checkbox', { name: 'Only some folders' });
    await keys.activate(only, 'Space');
    await expect(form.getByLabel('Folder IDs')).toBeVisible();
    await keys.activate(only, 'Space');
    await expect(form.getByLabel('Folder IDs')).toBeHidden();
    await keys.press('Escape');
    await expect(form).toBeHidden();
  });
});
