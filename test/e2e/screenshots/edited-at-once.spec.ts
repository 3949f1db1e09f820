/** The pictures of three versions side by side: Roboflow, Datature Vi, and a name. */
import { expect, signInTo, test } from '../support/app.ts';
import { otherAdministrator } from '../support/other-administrator.ts';
import { pictures, wide } from './pictures.ts';

const harbour = 'org_7fh2kq9m';

test('a scope of Roboflow, and a name', async ({ host, at, sandbox }) => {
  const { page } = host;
  await page.setViewportSize(wide);
  const signIn = signInTo(sandbox, 'acme-vision');
  const other = otherAdministrator(signIn);
  await other.create('belt-7-uploads', ['project:read', 'image:read', 'image:tag', 'batch:create']);
  await at.connect(signIn);
  await at.searchFor('belt-7-uploads', 1);
  await at.select('belt-7-uploads');
  await at.button('Edit scope', at.details).click();
  const form = at.dialog('Edit scope');
  await form.getByRole('searchbox', { name: 'Filter abilities' }).fill('images');
  await form.getByRole('checkbox', { name: 'Upload images' }).check();
  await form.getByRole('checkbox', { name: 'Tag images' }).uncheck();
  const keyId = await other.idOf('belt-7-uploads');
  await other.change(keyId, { scopes: ['project:read', 'image:read', 'image:tag', 'model:infer'] });
  await at.button('Save', form).click();
  const compare = at.dialog('Changed meanwhile');
  await expect(compare).toBeVisible();
  await pictures(page, 'three-way-roboflow');
  await at.button('Cancel', compare).click();
  await pictures(page, 'three-way-left');
  await at.button('Cancel', form).click();

  await at.button('Rename', at.details).click();
  await at.dialog('Rename key').getByLabel('Name').fill('belt-7-camera');
  await other.change(keyId, { name: 'belt-7-labels' });
  await at.button('Save', at.dialog('Rename key')).click();
  await expect(compare).toBeVisible();
  await pictures(page, 'three-way-name');
});

test('a permission of Datature Vi', async ({ host, at, sandbox }) => {
  const { page } = host;
  await page.setViewportSize(wide);
  const signIn = signInTo(sandbox, harbour);
  await at.connect(signIn);
  await at.searchFor('container-codes-export', 1);
  await at.select('container-codes-export');
  const keys = `${signIn.baseUrl}/vi/v1/organizations/${harbour}/secret-keys`;
  const headers = { authorization: `Bearer ${signIn.credential}`, 'content-type': 'application/json' };
  const { items } = (await (await fetch(keys, { headers })).json()) as {
    items: { id: string; name: string }[];
  };
  const id = items.find(({ name }) => name === 'container-codes-export')?.id;
  await at.button('Edit scope', at.details).click();
  const form = at.dialog('Edit scope');
  await form.getByRole('radio', { name: 'Full', exact: true }).check();
  const body = JSON.stringify({ access: ['dataset', 'training'] });
  expect((await fetch(`${keys}/${id}`, { method: 'PATCH', headers, body })).status).toBe(200);
  await at.button('Save', form).click();
  await expect(at.dialog('Changed meanwhile')).toBeVisible();
  await pictures(page, 'three-way-datature-vi');
});
