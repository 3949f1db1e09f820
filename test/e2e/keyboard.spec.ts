/** First light without a mouse: from the welcome screen over a key's whole life to a lost sign-in. */
import { join } from 'node:path';
import { expect, openLatchkey, signInTo, test } from './support/app.ts';
import { desk } from './support/desk.ts';
import { keyboardOf } from './support/keyboard.ts';

test('a workspace is connected and a key lives its life by keyboard alone', async ({ host, at, sandbox }) => {
  const keys = keyboardOf(host.page);
  const acme = signInTo(sandbox, 'acme-vision');

  await test.step('connect', async () => {
    await keys.activate(at.button('Connect a workspace'));
    const form = at.dialog('Connect a workspace');
    await keys.choose(form.getByLabel('Platform'), 'Roboflow');
    await keys.fill(form.getByLabel('Base URL'), acme.baseUrl);
    await keys.fill(form.getByLabel('API key'), acme.credential);
    await keys.press('Enter');
    await expect(form).toBeHidden();
    await expect(at.grid).toHaveAttribute('aria-rowcount', '349');
  });

  await test.step('a key with a scope of its own', async () => {
    await keys.press('ControlOrMeta+N');
    const form = at.dialog('New key');
    await keys.fill(form.getByLabel('Name'), 'made-without-a-mouse');
    await keys.choose(form.getByLabel('Environment'), 'Staging');
    const scopes = form.getByRole('group', { name: 'Scope' });
    await keys.pick(scopes, form.getByRole('radio', { name: 'Custom', exact: true }));
    await keys.fill(form.getByRole('searchbox', { name: 'Filter abilities' }), 'upload images');
    await keys.activate(form.getByRole('checkbox', { name: /^Upload images/ }), 'Space');
    await expect(form.getByRole('checkbox', { name: /^Upload images/ })).toBeChecked();
    await keys.activate(at.button('Generate key', form));
  });

  await test.step('its secret is handed over', async () => {
    const store = at.dialog('Store this secret');
    await expect(store).toBeVisible();
    await keys.press('Escape');
    await expect(store).toBeVisible();
    await keys.activate(at.button('Reveal secret', store));
    await keys.activate(at.button('Copy secret', store));
    await expect(store.getByRole('status').filter({ hasText: /^Copied\./ })).toBeAttached();
    await keys.activate(at.button('Copy as…', store));
    await keys.activate(at.button('Done', store));
    await expect(store).toBeHidden();
  });

  await test.step('it is found and shown', async () => {
    await keys.press('/');
    await expect(at.search).toBeFocused();
    await keys.type('made-without-a-mouse');
    await expect(at.grid).toHaveAttribute('aria-rowcount', '2');
    await keys.press('Enter');
    await expect(at.grid).toBeFocused();
    await keys.press('ArrowDown');
    await expect(at.details.getByRole('heading', { name: 'made-without-a-mouse' })).toBeVisible();
    await keys.press('Enter');
    await expect(at.details).toBeFocused();
  });

  await test.step('scope', async () => {
    await keys.activate(at.button('Edit scope', at.details));
    const form = at.dialog('Edit scope');
    await keys.pick(
      form.getByRole('group', { name: 'Scope' }),
      form.getByRole('radio', { name: 'Inference', exact: true }),
    );
    await keys.activate(at.button('Save', form));
    await expect(form).toBeHidden();
    await expect(at.button('Edit scope', at.details)).toBeFocused();
  });

  await test.step('name', async () => {
    await keys.activate(at.button('Rename', at.details));
    const form = at.dialog('Rename key');
    await keys.fill(form.getByLabel('Name'), 'renamed-without-a-mouse');
    await keys.press('Enter');
    await expect(form).toBeHidden();
    await expect(at.details.getByRole('heading', { name: 'renamed-without-a-mouse' })).toBeVisible();
  });

  await test.step('off, on, protected', async () => {
    await keys.activate(at.button('Disable', at.details));
    await expect(at.button('Enable', at.details)).toBeVisible();
    await keys.activate(at.button('Enable', at.details));
    await expect(at.button('Disable', at.details)).toBeVisible();
    await keys.activate(at.button('Protect', at.details));
    await expect(at.button('Cancel', at.details)).toBeFocused();
    await keys.tabTo(at.button('Protect key', at.details), 'Shift+Tab');
    await keys.press('Enter');
    await expect(at.button('Delete…', at.details)).toHaveAttribute('aria-disabled', 'true');
  });

  await test.step('back to the table, and everything read anew', async () => {
    await keys.press('Escape');
    await expect(at.grid).toBeFocused();
    await keys.activate(at.button('Sync now'));
    await expect(at.syncStatus).toContainText(/synced/i);
  });
});

test('a lost sign-in is put right by keyboard alone', async ({ folder, host, sandbox, signedIn: _ }) => {
  await host.close();
  // Sign-ins of this run were in memory only: the next start has none, as after a lost keychain item.
  const again = await openLatchkey(join(folder, 'profile'));
  const at = desk(again.page);
  const keys = keyboardOf(again.page);
  await expect(again.page.getByText('Acme Vision needs a new sign-in.', { exact: true })).toBeVisible();
  await keys.activate(again.page.getByRole('button', { name: 'Sign in again', exact: true }));
  const form = again.page.getByRole('dialog', { name: /sign in again/i });
  await keys.fill(form.getByLabel('API key'), signInTo(sandbox, 'acme-vision').credential);
  await keys.press('Enter');
  await expect(form).toBeHidden();
  await expect(again.page.getByText('Acme Vision needs a new sign-in.', { exact: true })).toHaveCount(0);
  await expect(at.workspaces.getByRole('button', { name: /Acme Vision/ })).not.toContainText('Sign in');
  await again.close();
});
