/** First light without a mouse: from the welcome screen over a key's whole life to a lost sign-in. */
import { join } from 'node:path';
import { expect, openLatchkey, signInTo, test } from './support/app.ts';
import { desk } from './support/desk.ts';
import { walkOn } from './support/walk.ts';

/** Keys of the demo world, by workspace; with those of Pixel Foundry, whose sign-in is Orchard Labs', in `everyKey`. */
const acmeKeys = 348;
const orchardKeys = 54;
const everyKey = acmeKeys + orchardKeys + 22;

test('the sandbox is explored, and its workspaces are gone through, by keyboard', async ({ host, at }) => {
  const keys = walkOn(host.page);
  await keys.activate(at.button('Explore the sandbox'));
  await expect(at.grid).toBeVisible();
  const acme = at.workspaces.getByRole('button', { name: /^Acme Vision/ });
  await expect(acme).toContainText(`${acmeKeys} keys`);
  await expect(at.syncStatus).not.toHaveAttribute('aria-busy', 'true');

  await test.step('one after the other in the sidebar', async () => {
    await keys.activate(acme);
    await expect(acme).toHaveAttribute('aria-current', 'true');
    await expect(at.grid).toHaveAttribute('aria-rowcount', String(acmeKeys + 1));
    const orchard = at.workspaces.getByRole('button', { name: /^Orchard Labs/ });
    await keys.activate(orchard, 'Space');
    await expect(orchard).toHaveAttribute('aria-current', 'true');
    await expect(at.grid).toHaveAttribute('aria-rowcount', String(orchardKeys + 1));
  });

  await test.step('from anywhere, by number', async () => {
    await keys.press('ControlOrMeta+1');
    await expect(at.workspaces.locator('[aria-current="true"]')).not.toContainText('Orchard Labs');
    await keys.press('ControlOrMeta+0');
    await expect(at.workspaces.getByRole('button', { name: 'All workspaces' })).toHaveAttribute(
      'aria-current',
      'true',
    );
  });

  await test.step('from the sidebar into the table', async () => {
    await keys.tabTo(at.grid);
    await keys.press('ArrowDown');
    await expect(at.details.getByRole('heading').first()).toBeVisible();
  });
});

test('a workspace is connected and a key lives its life by keyboard', async ({ host, at, sandbox }) => {
  const keys = walkOn(host.page);

  await test.step('connect', async () => {
    await keys.connect(signInTo(sandbox, 'acme-vision'));
    await expect(at.grid).toHaveAttribute('aria-rowcount', String(acmeKeys + 1));
  });

  await test.step('a key with a scope of its own', async () => {
    await keys.press('ControlOrMeta+N');
    const form = at.dialog('New key');
    await keys.fill(form.getByLabel('Name'), 'made-without-a-mouse');
    await keys.choose(form.getByLabel('Environment'), 'Staging');
    const scopes = form.getByRole('group', { name: 'Scope' });
    await keys.pick(scopes, form.getByRole('radio', { name: 'Custom', exact: true }));
    const upload = form.getByRole('checkbox', { name: /^Upload images/ });
    await keys.fill(form.getByRole('searchbox', { name: 'Filter abilities' }), 'upload images');
    await keys.activate(upload, 'Space');
    await expect(upload).toBeChecked();
    await keys.activate(at.button('Generate key', form));
  });

  await test.step('its secret is handed over', async () => {
    const store = at.dialog('Store this secret');
    await expect(store).toBeVisible();
    await keys.press('Escape');
    await expect(store).toBeVisible();
    await keys.copyAndClose(store);
  });

  await test.step('it is found and shown', async () => {
    await keys.press('/');
    await expect(at.search).toBeFocused();
    await keys.type('made-without-a-mouse');
    await expect(at.grid).toHaveAttribute('aria-rowcount', '2');
    await keys.selectFirst('made-without-a-mouse');
    await keys.press('Enter');
    await expect(at.details).toBeFocused();
  });

  await test.step('scope: by sections, with the difference before saving', async () => {
    await keys.activate(at.button('Edit scope', at.details));
    const form = at.dialog('Edit scope');
    const changes = form.getByRole('region', { name: 'Changes' });
    const save = at.button('Save', form);
    await expect(save).toBeDisabled();

    const opener = form.getByRole('button', { name: /^Images/ });
    await expect(opener).toHaveAttribute('aria-expanded', 'true');
    await keys.activate(opener);
    await expect(opener).toHaveAttribute('aria-expanded', 'false');
    const versions = form.getByRole('button', { name: /^Dataset versions/ });
    await keys.activate(versions, 'Space');
    await expect(versions).toHaveAttribute('aria-expanded', 'true');
    await keys.press('Tab');
    await expect(
      form.getByRole('list', { name: 'Dataset versions' }).getByRole('checkbox').first(),
    ).toBeFocused();
    await keys.press('Space');
    await expect(changes.getByText(/^Adds: /)).toHaveCount(1);

    // All of a section at once, and back to some of it.
    const all = form.getByRole('checkbox', { name: 'All of Dataset versions' });
    await keys.tabTo(all, 'Shift+Tab');
    await keys.press('Space');
    await expect(all).toBeChecked();
    await keys.press('Space');
    await expect(all).not.toBeChecked();
    // Nothing is left to be said about.
    await expect(changes.getByRole('listitem')).toHaveCount(0);
    await expect(save).toBeDisabled();

    // A filter opens what it finds; Enter in it saves nothing, and Escape takes the filter alone.
    const filter = form.getByRole('searchbox', { name: 'Filter abilities' });
    await keys.fill(filter, 'tag images');
    await keys.press('Enter');
    await expect(form).toBeVisible();
    await keys.activate(form.getByRole('checkbox', { name: /^Tag images/ }), 'Space');
    await expect(changes).toContainText('Adds: tag images');
    await keys.tabTo(filter, 'Shift+Tab');
    await keys.fill(filter, 'upload images');
    await keys.activate(form.getByRole('checkbox', { name: /^Upload images/ }), 'Space');
    await expect(changes).toContainText('Removes: upload images');
    await keys.tabTo(filter, 'Shift+Tab');
    await keys.press('Escape');
    await expect(filter).toHaveValue('');
    await expect(form).toBeVisible();
    await keys.activate(save);
    await expect(form).toBeHidden();
    await expect(at.button('Edit scope', at.details)).toBeFocused();
    await expect(at.details).toContainText('This key can tag images');
  });

  await test.step('scope: by a card', async () => {
    await keys.activate(at.button('Edit scope', at.details));
    const form = at.dialog('Edit scope');
    await keys.pick(
      form.getByRole('group', { name: 'Scope' }),
      form.getByRole('radio', { name: 'Inference', exact: true }),
    );
    await expect(form.getByRole('region', { name: 'Changes' })).toContainText('Removes: tag images');
    await keys.activate(at.button('Save', form));
    await expect(form).toBeHidden();
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
    // Still a stop, where the reason is told.
    await keys.tabTo(at.button('Delete…', at.details));
    await expect(at.button('Delete…', at.details)).toHaveAccessibleDescription(/^Protected/);
    await keys.press('Enter');
    await expect(at.dialog('Delete key')).toBeHidden();
  });

  await test.step('back to the table, and everything read anew', async () => {
    await keys.press('Escape');
    await expect(at.grid).toBeFocused();
    await keys.activate(at.button('Sync now'));
    await expect(at.syncStatus).toContainText(/synced/i);
  });
});

test('on a second platform a key is made, opened to all, renamed and deleted by keyboard', async ({
  host,
  at,
  sandbox,
}) => {
  const keys = walkOn(host.page);
  await keys.connect(signInTo(sandbox, 'acme-vision'));
  // Now from the sidebar, where the same words stand.
  await keys.connect(signInTo(sandbox, 'orchard-labs'));
  await expect(at.grid).toHaveAttribute('aria-rowcount', String(everyKey + 1));
  const store = await keys.newKey({ name: 'kiosk-by-keys', workspace: 'Orchard Labs', preset: 'Project' });
  await keys.copyAndClose(store);
  await keys.searchFor('kiosk-by-keys', 1);
  await keys.selectFirst('kiosk-by-keys');
  await keys.press('Enter');

  await test.step('two cards, and the box under one of them', async () => {
    await keys.activate(at.button('Edit scope', at.details));
    const form = at.dialog('Edit scope');
    const changes = form.getByRole('region', { name: 'Changes' });
    const scope = form.getByRole('group', { name: 'Scope' });
    await expect(scope.getByRole('radio', { checked: true })).toBeFocused();
    await keys.press('ArrowRight');
    await expect(scope.getByRole('radio', { name: 'Inference', exact: true })).toBeChecked();
    await expect(changes).toContainText('Removes: manage projects');
    await keys.activate(form.getByRole('checkbox', { name: 'Anyone may hold this key' }), 'Space');
    await expect(changes).toContainText('Becomes public: anyone may hold it.');
    await keys.activate(at.button('Save', form));
    await expect(form).toBeHidden();
    await expect(at.details).toContainText(/run trained models/);
  });

  await test.step('what the platform cannot do is a stop with its reason', async () => {
    for (const name of ['Disable', 'Protect']) {
      await keys.tabTo(at.button(name, at.details));
      await expect(at.button(name, at.details)).toHaveAttribute('aria-disabled', 'true');
      await expect(at.button(name, at.details)).toHaveAccessibleDescription(/cannot/);
    }
  });

  await test.step('a new name', async () => {
    await keys.tabTo(at.button('Rename', at.details), 'Shift+Tab');
    await keys.press('Enter');
    const form = at.dialog('Rename key');
    await expect(form.getByLabel('Name')).toBeFocused();
    await keys.fill(form.getByLabel('Name'), 'kiosk-renamed');
    await keys.press('Enter');
    await expect(form).toBeHidden();
    await expect(at.details.getByRole('heading', { name: 'kiosk-renamed' })).toBeVisible();
  });

  await test.step('deleted', async () => {
    await keys.activate(at.button('Delete…', at.details));
    const dialog = at.dialog('Delete key');
    await expect(at.button('Cancel', dialog)).toBeFocused();
    await keys.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(at.button('Delete…', at.details)).toBeFocused();
    await keys.press('Enter');
    await keys.activate(at.button('Delete', dialog));
    await expect(dialog).toBeHidden();
    await expect(at.details.getByRole('heading', { name: 'kiosk-renamed' })).toBeHidden();
    await expect(at.grid).toBeFocused();
    await keys.searchFor('', everyKey);
  });
});

test('without the platform everything is read, and every reason told, by keyboard', async ({
  host,
  at,
  sandbox,
  signedIn: _,
}) => {
  const keys = walkOn(host.page);
  await expect(at.syncStatus).not.toHaveAttribute('aria-busy', 'true');
  await sandbox.close();
  await keys.activate(at.button('Sync now'));
  await expect(at.syncStatus).toContainText(/offline|not reach/i);
  await expect(at.button('Sync now')).toBeFocused();
  await keys.searchFor('orchard labs', orchardKeys);
  await keys.press('Enter');
  await expect(at.grid).toBeFocused();
  await keys.press('End');
  await keys.press('Enter');
  await expect(at.details).toBeFocused();
  for (const action of ['Edit scope', 'Rename', 'Delete…']) {
    await keys.tabTo(at.button(action, at.details));
    await expect(at.button(action, at.details)).toHaveAttribute('aria-disabled', 'true');
    await expect(at.button(action, at.details)).toHaveAccessibleDescription(/offline/i);
    await keys.press('Enter');
    await expect(host.page.getByRole('dialog')).toHaveCount(0);
  }
  // The workspace itself says it at length, with the way out.
  await keys.press('ControlOrMeta+2');
  await expect(host.page.getByText('Orchard Labs is offline.', { exact: true })).toBeVisible();
  await keys.activate(at.button('Try again'));
  await expect(at.syncStatus).toContainText(/offline|not reach/i);
});

test('a lost sign-in is put right by keyboard', async ({ folder, host, sandbox, signedIn: _ }) => {
  await host.close();
  // Sign-ins of this run were in memory only: the next start has none, as after a lost keychain item.
  const again = await openLatchkey(join(folder, 'profile'));
  const at = desk(again.page);
  const keys = walkOn(again.page);
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
