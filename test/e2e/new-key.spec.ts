/** What a new key of Roboflow can be given: the scope of the login, no ability at all, and metadata. */
import { expect, signInTo, test } from './support/app.ts';
import { expectNoViolations } from './support/axe.ts';
import { keyboardOf } from './support/keyboard.ts';
import { otherAdministrator } from './support/other-administrator.ts';

test('a key as the login, with metadata, by keyboard alone', async ({ host, at, sandbox }) => {
  const { page } = host;
  const keys = keyboardOf(page);
  const signIn = signInTo(sandbox, 'acme-vision');
  await at.connect(signIn);
  await keys.press('ControlOrMeta+N');
  const form = at.dialog('New key');
  await keys.fill(form.getByLabel('Name', { exact: true }), 'line-9-everything');
  const scopes = form.getByRole('group', { name: 'Scope' });
  await keys.pick(scopes, form.getByRole('radio', { name: 'As this login' }));
  await expect(form).toContainText('This key can do everything in the workspace');
  await expect(form.getByLabel('Start from a use case').locator('option:checked')).toHaveText('Use cases');

  await test.step('fields come and go, and say what is wrong with them', async () => {
    const add = at.button('Add a field', form);
    await keys.activate(add);
    await expect(form.getByLabel('Name of field 1')).toBeFocused();
    await keys.type('site');
    await keys.fill(form.getByLabel('Value of field 1'), 'Ulm');
    await keys.activate(add);
    await keys.type('site');
    await keys.activate(at.button('Generate key', form));
    const metadata = form.getByRole('group', { name: 'Metadata' });
    await expect(metadata).toContainText('There are two fields “site”.');
    await expectNoViolations(page, 'metadata of a new key with what is wrong');
    await keys.fill(form.getByLabel('Name of field 2'), 'team');
    await keys.fill(form.getByLabel('Value of field 2'), 'Line 9');
    await keys.activate(add);
    await keys.activate(at.button('Remove field 3', form));
    await expect(add).toBeFocused();
    await expect(metadata.getByRole('listitem')).toHaveCount(2);
  });

  await keys.choose(form.getByLabel('Rotates', { exact: true }), 'Another number of days');
  await keys.fill(form.getByLabel('Rotates: number of days'), '30');
  await keys.activate(at.button('Generate key', form));
  const store = at.dialog('Store this secret');
  await keys.activate(at.button('Copy secret', store));
  await keys.activate(at.button('Done', store));
  await expect(store).toBeHidden();
  await expect(at.details.getByRole('heading', { name: 'line-9-everything' })).toBeVisible();
  await expect(at.details).toContainText('Line 9');
  await expect(at.details).toContainText('Every 30 days, by its own policy');
  const made = (await otherAdministrator(signIn).list()).find(({ name }) => name === 'line-9-everything');
  expect(made).toMatchObject({ scopes: null, customMetadata: { site: 'Ulm', team: 'Line 9' } });
});

test('a key without any ability says so before and after', async ({ host, at, sandbox }) => {
  const signIn = signInTo(sandbox, 'acme-vision');
  await at.connect(signIn);
  await at.button('New key').click();
  const form = at.dialog('New key');
  await form.getByLabel('Name', { exact: true }).fill('placeholder-for-line-9');
  await form.getByRole('radio', { name: 'Custom', exact: true }).check();
  await form.getByRole('searchbox', { name: 'Filter abilities' }).fill('run inference');
  await form.getByRole('checkbox', { name: 'Run inference' }).uncheck();
  await expect(form).toContainText('No ability is ticked. Roboflow takes that');
  await expect(form).toContainText('This key can do nothing.');
  await expectNoViolations(host.page, 'no ability');
  await at.button('Generate key', form).click();
  const store = at.dialog('Store this secret');
  await at.button('Copy secret', store).click();
  await at.button('Done', store).click();
  await expect(at.details).toContainText('This key can do nothing.');
  await at.button('Edit scope', at.details).click();
  const editor = at.dialog('Edit scope');
  await expect(editor.getByRole('radio', { name: 'Custom', exact: true })).toBeChecked();
  await expect(editor).toContainText('No ability is ticked.');
  await expect(editor.getByRole('radio', { name: 'As this login' })).toHaveCount(0);
  const made = (await otherAdministrator(signIn).list()).find(
    ({ name }) => name === 'placeholder-for-line-9',
  );
  expect(made).toMatchObject({ scopes: [] });
});
