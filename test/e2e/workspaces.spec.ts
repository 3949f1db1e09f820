/** Moving between workspaces and around the desk with the keyboard alone, and working on a train. */
import { expect, signInTo, test } from './support/app.ts';
import { expectNoViolations } from './support/axe.ts';
import { walkOn } from './support/walk.ts';

/** Keys of the demo world, by workspace. */
const acme = 348;
const orchard = 54;
const everyKey = acme + orchard + 22;

test('by keyboard: Ctrl or Cmd with a number goes to a workspace, 0 to all of them', async ({
  host,
  at,
  signedIn: _,
}) => {
  const { keyboard } = host.page;
  await expect(at.grid).toHaveAttribute('aria-rowcount', String(everyKey + 1));
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

test('by keyboard: a key is made, found and deleted', async ({ host, at, signedIn: _ }) => {
  const keys = walkOn(host.page);
  await keys.press('ControlOrMeta+N');
  const form = at.dialog('New key');
  await expect(form.getByLabel('Name')).toBeFocused();
  await keys.type('made-by-keyboard');
  await keys.press('Enter');
  const store = at.dialog('Store this secret');
  await expect(store).toBeVisible();
  // Escape must not throw the only copy away.
  await keys.press('Escape');
  await expect(store).toBeVisible();
  await keys.activate(at.button('Copy secret', store));
  await expect(store).toContainText('Copied');
  await keys.activate(at.button('Done', store));
  await expect(store).toBeHidden();

  await keys.press('/');
  await expect(at.search).toBeFocused();
  await keys.type('made-by-keyboard');
  await expect(at.grid).toHaveAttribute('aria-rowcount', '2');
  await keys.press('Enter');
  await expect(at.grid).toBeFocused();
  await keys.press('Home');
  await expect(at.details.getByRole('heading', { name: 'made-by-keyboard' })).toBeVisible();
  await keys.activate(at.button('Delete…', at.details));
  const dialog = at.dialog('Delete key');
  await expect(at.button('Cancel', dialog)).toBeFocused();
  await keys.press('Tab');
  await expect(at.button('Delete', dialog)).toBeFocused();
  await keys.press('Enter');
  await expect(at.grid).toHaveAttribute('aria-rowcount', '1');
});

test('by keyboard: without the platform everything can be read, and each action says why it is off', async ({
  host,
  at,
  sandbox,
  signedIn: _,
}) => {
  const keys = walkOn(host.page);
  await expect(at.grid).toHaveAttribute('aria-rowcount', String(everyKey + 1));
  await sandbox.close();
  await keys.activate(at.button('Sync now'));
  await expect(at.syncStatus).toContainText(/offline/i);
  await keys.searchFor('orchard labs', orchard);
  await keys.tabTo(at.grid);
  await keys.press('Home');
  for (const action of ['Edit scope', 'Rename', 'Delete…']) {
    // Not out of reach: the keyboard gets there and hears why.
    await keys.tabTo(at.button(action, at.details));
    await expect(at.button(action, at.details)).toHaveAttribute('aria-disabled', 'true');
    await keys.press('Enter');
  }
  await expect(host.page.getByRole('dialog')).toHaveCount(0);
  await expect(at.details).toContainText(/offline/i);
  await expect(at.workspaces).toContainText('Offline');
  await keys.press('ControlOrMeta+2');
  await expect(host.page.getByText('Orchard Labs is offline.')).toBeVisible();
  await expectNoViolations(host.page, 'a workspace that is offline');
  await keys.activate(at.button('Try again'));
  await expect(host.page.getByText('Orchard Labs is offline.')).toBeVisible();
});

test('by keyboard: a key deleted elsewhere is shown as vanished after a sync, and nothing else is lost', async ({
  host,
  at,
  sandbox,
  signedIn: _,
}) => {
  const keys = walkOn(host.page);
  await keys.makeKey('deleted-elsewhere', 'Acme Vision');
  await keys.searchFor('deleted-elsewhere', 1);
  await keys.inspect('deleted-elsewhere');

  const { baseUrl, credential } = signInTo(sandbox, 'acme-vision');
  const headers = { authorization: `Bearer ${credential}` };
  const listed = await fetch(`${baseUrl}/acme-vision/api-keys`, { headers });
  const { apiKeys } = (await listed.json()) as { apiKeys: { keyId: string; name: string }[] };
  const keyId = apiKeys.find(({ name }) => name === 'deleted-elsewhere')?.keyId ?? '';
  await fetch(`${baseUrl}/acme-vision/api-keys/${keyId}`, { method: 'DELETE', headers });

  await keys.activate(at.button('Sync now'));
  await expect(at.details).toContainText('Vanished');
  await expectNoViolations(host.page, 'a key that vanished');
  await expect(at.grid).toHaveAttribute('aria-rowcount', '2');
});
