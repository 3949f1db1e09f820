/** The pictures of a new key as the login with metadata and a policy of its own, and of access for many keys of Datature Vi. */
import { expect, signInTo, test } from '../support/app.ts';
import { pictures, wide } from './pictures.ts';

test('as the login, with metadata', async ({ host, at, sandbox }) => {
  const { page } = host;
  await page.setViewportSize(wide);
  await at.connect(signInTo(sandbox, 'acme-vision'));
  await at.button('New key').click();
  const form = at.dialog('New key');
  await form.getByLabel('Name', { exact: true }).fill('line-9-everything');
  await form.getByRole('radio', { name: 'As this login' }).check();
  await form.getByLabel('Owner').fill('Line 9');
  await form.getByLabel('Rotates', { exact: true }).selectOption({ label: 'Another number of days' });
  await form.getByLabel('Rotates: number of days').fill('30');
  await form.getByLabel('Reason').fill('The pilot ends in December');
  await at.button('Add a field', form).click();
  await form.getByLabel('Name of field 1').fill('site');
  await form.getByLabel('Value of field 1').fill('Ulm');
  await at.button('Add a field', form).click();
  await form.getByLabel('Name of field 2').fill('team');
  await form.getByLabel('Value of field 2').fill('Line 9');
  await form.getByRole('checkbox', { name: 'Protected' }).scrollIntoViewIfNeeded();
  await pictures(page, 'new-key-metadata');
});

test('access for many', async ({ host, at, sandbox }) => {
  const { page } = host;
  await page.setViewportSize(wide);
  await at.connect(signInTo(sandbox, 'org_7fh2kq9m'));
  await at.search.fill('labeling');
  await at.rowsSettled();
  await at.grid.focus();
  await page.keyboard.press('Control+a');
  await at.button('Scope…', page.getByRole('region', { name: 'Selected keys' })).click();
  const form = at.dialog('Edit scope');
  await form.getByRole('checkbox', { name: 'Training' }).check();
  await form.getByLabel('Permission').selectOption({ label: 'Full' });
  await pictures(page, 'bulk-access');
  await at.button('Show what would change', form).click();
  await expect(form.getByRole('listitem').nth(1)).toContainText('Adds');
  await pictures(page, 'bulk-access-dry-run');
});
