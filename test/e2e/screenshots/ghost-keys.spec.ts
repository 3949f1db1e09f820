/** The pictures of keys that lost their secrets: the notice, the list, several that may be the one, deleting one. */
import { openWire } from '../../support/lossy-wire.ts';
import { expect, signInTo, test } from '../support/app.ts';
import type { Desk } from '../support/desk.ts';
import { otherAdministrator } from '../support/other-administrator.ts';
import { pictures, wide } from './pictures.ts';

async function createInVain(at: Desk, name: string): Promise<void> {
  await at.button('New key').click();
  const form = at.dialog('New key');
  await form.getByLabel('Name').fill(name);
  await form.getByLabel('Workspace').selectOption({ label: 'Acme Vision' });
  await at.button('Generate key', form).click();
  await expect(form.getByRole('alert')).toContainText('It may have happened all the same.');
  await at.button('Cancel', form).click();
  await expect(form).toBeHidden();
}

test('keys without a secret', async ({ host, at, sandbox }) => {
  const { page } = host;
  const wire = await openWire(sandbox.url);
  await page.setViewportSize(wide);
  const { baseUrl, ...signIn } = signInTo(sandbox, 'acme-vision');
  await at.connect({ ...signIn, baseUrl: baseUrl.replace(sandbox.url, wire.url) });
  await at.connect(signInTo(sandbox, 'orchard-labs'));
  await expect(at.grid).toHaveAttribute('aria-rowcount', String(348 + 54 + 22 + 1));

  wire.loseAnswerTo('POST', { thenCut: true });
  await createInVain(at, 'line-9-uploader');
  await expect(page.getByText('It is not known yet whether line-9-uploader was made')).toBeVisible();
  await expect(at.workspaces.getByText('Offline')).toBeVisible();
  await expect(at.button('Sync now')).not.toHaveAttribute('aria-disabled', 'true');
  await pictures(page, 'ghost-keys-waiting');

  await otherAdministrator(signInTo(sandbox, 'acme-vision')).create('line-9-uploader', ['image:read']);
  wire.cut(false);
  // Not the notice's own button: a sync that still runs may turn it into another one under the pointer.
  await at.button('Sync now').click();
  await expect(page.getByText('line-9-uploader in Acme Vision has lost its secret.')).toBeVisible();
  wire.loseAnswerTo('POST');
  await createInVain(at, 'gate-camera-2');
  await expect(page.getByText('2 new keys have lost their secrets.')).toBeVisible();
  await at.search.fill('gate-camera-2');
  await at.select('gate-camera-2');
  await pictures(page, 'ghost-keys-notice');

  await at.button('Decide…', at.details).click();
  const list = at.dialog('Keys without a secret');
  await pictures(page, 'ghost-keys-list');
  await at.button('Delete… gate-camera-2', list).click();
  await pictures(page, 'ghost-keys-delete');
  await at.button('Delete', at.dialog('Delete key')).click();
  await expect(at.dialog('Key deleted')).toBeVisible();
  await pictures(page, 'ghost-keys-deleted');
  await wire.close();
});
