/** Moving between workspaces and around the desk with the keyboard alone, and working on a train. */
import { expect, signInTo, test } from './support/app.ts';

/** Keys of the demo world, by workspace. */
const acme = 348;
const orchard = 54;
const everyKey = acme + orchard + 22;

test('Ctrl or Cmd with a number goes to a workspace, 0 to all of them', async ({ host, at, signedIn: _ }) => {
  const { keyboard } = host.page;
  await at.searchFor('', everyKey);
  await keyboard.press('ControlOrMeta+1');
  await expect(at.grid).toHaveAttribute('aria-rowcount', String(acme + 1));
  await keyboard.press('ControlOrMeta+2');
  await expect(at.grid).toHaveAttribute('aria-rowcount', String(orchard + 1));
  // There is no ninth workspace: nothing changes.
  await keyboard.press('ControlOrMeta+9');
  await expect(at.grid).toHaveAttribute('aria-rowcount', String(orchard + 1));
  await keyboard.press('ControlOrMeta+0');
  await expect(at.grid).toHaveAttribute('aria-rowcount', String(everyKey + 1));
});

test('a key is made, found and deleted without the mouse', async ({ host, at, signedIn: _ }) => {
  const { keyboard } = host.page;
  await keyboard.press('ControlOrMeta+N');
  const form = at.dialog('New key');
  await expect(form.getByLabel('Name')).toBeFocused();
  await keyboard.type('made-by-keyboard');
  await keyboard.press('Enter');
  const store = at.dialog('Store this secret');
  await expect(store).toBeVisible();
  // Escape must not throw the only copy away.
  await keyboard.press('Escape');
  await expect(store).toBeVisible();
  await at.button('Copy secret', store).focus();
  await keyboard.press('Enter');
  await expect(store).toContainText('Copied');
  await at.button('Done', store).focus();
  await keyboard.press('Enter');
  await expect(store).toBeHidden();

  await keyboard.press('/');
  await expect(at.search).toBeFocused();
  await keyboard.type('made-by-keyboard');
  await expect(at.grid).toHaveAttribute('aria-rowcount', '2');
  await at.grid.focus();
  await keyboard.press('Home');
  await expect(at.details.getByRole('heading', { name: 'made-by-keyboard' })).toBeVisible();
  await at.button('Delete…', at.details).focus();
  await keyboard.press('Enter');
  const dialog = at.dialog('Delete key');
  await expect(at.button('Cancel', dialog)).toBeFocused();
  await keyboard.press('Tab');
  await expect(at.button('Delete', dialog)).toBeFocused();
  await keyboard.press('Enter');
  await expect(at.grid).toHaveAttribute('aria-rowcount', '1');
});

test('without the platform everything can be read, and each action says why it is off', async ({
  at,
  sandbox,
  signedIn: _,
}) => {
  await at.searchFor('', everyKey);
  await sandbox.close();
  await at.button('Sync now').click();
  await expect(at.syncStatus).toContainText(/offline/i);
  await at.searchFor('orchard labs', orchard);
  await at.grid.getByRole('row').nth(1).click();
  for (const action of ['Edit scope', 'Rename', 'Delete…']) {
    await expect(at.button(action, at.details)).toHaveAttribute('aria-disabled', 'true');
  }
  await expect(at.details).toContainText(/offline/i);
  await expect(at.workspaces).toContainText('Offline');
});

test('a key deleted elsewhere is shown as vanished after a sync, and nothing else is lost', async ({
  at,
  sandbox,
  signedIn: _,
}) => {
  const store = await at.createInferenceKey('deleted-elsewhere', 'Acme Vision');
  await at.button('Copy secret', store).click();
  await at.button('Done', store).click();
  await at.searchFor('deleted-elsewhere', 1);
  await at.select('deleted-elsewhere');

  const { baseUrl, credential } = signInTo(sandbox, 'acme-vision');
  const headers = { authorization: `Bearer ${credential}` };
  const listed = await fetch(`${baseUrl}/acme-vision/api-keys`, { headers });
  const { apiKeys } = (await listed.json()) as { apiKeys: { keyId: string; name: string }[] };
  const keyId = apiKeys.find(({ name }) => name === 'deleted-elsewhere')?.keyId ?? '';
  await fetch(`${baseUrl}/acme-vision/api-keys/${keyId}`, { method: 'DELETE', headers });

  await at.button('Sync now').click();
  await expect(at.details).toContainText('Vanished');
  await expect(at.grid).toHaveAttribute('aria-rowcount', '2');
});
