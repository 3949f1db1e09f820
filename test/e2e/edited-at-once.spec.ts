/** Somebody else changes a key while it is being edited: three versions side by side, and no way on that loses one unseen. */
import { expect, signInTo, test } from './support/app.ts';
import { expectNoViolations } from './support/axe.ts';
import { keyboardOf } from './support/keyboard.ts';
import { otherAdministrator } from './support/other-administrator.ts';

const harbour = 'org_7fh2kq9m';

test('a scope of Roboflow takes both changes, by keyboard alone', async ({ host, at, sandbox }) => {
  const { page } = host;
  const keys = keyboardOf(page);
  const signIn = signInTo(sandbox, 'acme-vision');
  const other = otherAdministrator(signIn);
  await other.create('belt-7-uploads', ['image:read', 'image:tag']);
  await at.connect(signIn);
  await at.searchFor('belt-7-uploads', 1);
  await at.select('belt-7-uploads');

  await keys.activate(at.button('Edit scope', at.details));
  const form = at.dialog('Edit scope');
  await keys.fill(form.getByRole('searchbox', { name: 'Filter abilities' }), 'images');
  await keys.activate(form.getByRole('checkbox', { name: 'Upload images' }), 'Space');
  await keys.activate(form.getByRole('checkbox', { name: 'Tag images' }), 'Space');
  const keyId = await other.idOf('belt-7-uploads');
  await other.change(keyId, { scopes: ['image:read', 'image:tag', 'model:infer'] });
  await keys.activate(at.button('Save', form));

  const compare = at.dialog('Changed meanwhile');
  await expect(at.button('Cancel', compare)).toBeFocused();
  const side = (name: string) => compare.getByRole('region', { name });
  await expect(side('When you opened it')).toContainText('read and tag images');
  await expect(side('Now at Roboflow')).toContainText('Adds: run inference');
  await expect(side('What you want')).toContainText('Adds: upload images');
  await expect(side('What you want')).toContainText('Removes: tag images');
  await expectNoViolations(page, 'three versions of a scope');

  await test.step('Cancel goes back to what was being edited', async () => {
    await keys.press('Enter');
    await expect(compare).toBeHidden();
    await expect(form.getByRole('region', { name: 'Changes' })).toContainText('Adds: upload images');
    await expect(form).toContainText('Nothing was sent');
    await keys.activate(at.button('Compare', form));
    await expect(compare).toBeVisible();
  });

  const apply = at.button('Apply my changes on top', compare);
  await expect(apply).toHaveAccessibleDescription(/Keeps both changes\..*run inference/s);
  await expect(at.button('Save mine as it is', compare)).toHaveAccessibleDescription(
    /Of theirs, this is lost:.*run inference/s,
  );
  await keys.activate(apply);
  await expect(compare).toBeHidden();
  await expect(at.details).toContainText('upload images, and run inference');
  const saved = (await other.list()).find((key) => key.keyId === keyId);
  expect(saved).toMatchObject({ scopes: ['image:read', 'model:infer', 'image:create'] });
});

test('a permission of Datature Vi names what does not go together', async ({ host, at, sandbox }) => {
  const signIn = signInTo(sandbox, harbour);
  await at.connect(signIn);
  await at.searchFor('container-codes-export', 1);
  await at.select('container-codes-export');
  const change = await somebodyElse(signIn, 'container-codes-export');

  await at.button('Edit scope', at.details).click();
  const form = at.dialog('Edit scope');
  await form.getByRole('radio', { name: 'Full', exact: true }).check();
  await change({ access: ['dataset', 'training'] });
  await at.button('Save', form).click();
  const compare = at.dialog('Changed meanwhile');
  await expect(at.button('Apply my changes on top', compare)).toHaveAccessibleDescription(
    /What neither chose: Training at Full/,
  );
  await expectNoViolations(host.page, 'three versions of a permission');

  await test.step('somebody faster than the decision is shown as well', async () => {
    await change({ access: ['dataset', 'training', 'deployment'] });
    await at.button('Save mine as it is', compare).click();
    await expect(compare.getByRole('alert')).toContainText('Nothing was sent');
    await expect(compare.getByRole('region', { name: 'Now at Datature Vi' })).toContainText('run inference');
  });
  await at.button('Take theirs', compare).click();
  await expect(compare).toBeHidden();
  await expect(at.details).toContainText('Dataset, Training, Deployment · Read Only');
});

test('a name that somebody else changed is not lost', async ({ host, at, sandbox }) => {
  const signIn = signInTo(sandbox, 'acme-vision');
  const other = otherAdministrator(signIn);
  await other.create('belt-7-uploads', ['image:read']);
  await at.connect(signIn);
  await at.searchFor('belt-7-uploads', 1);
  await at.select('belt-7-uploads');
  await at.button('Rename', at.details).click();
  const form = at.dialog('Rename key');
  await form.getByLabel('Name').fill('belt-7-camera');
  await other.change(await other.idOf('belt-7-uploads'), { name: 'belt-7-labels' });
  await at.button('Save', form).click();
  const compare = at.dialog('Changed meanwhile');
  await expect(compare.getByRole('region', { name: 'Now at Roboflow' })).toContainText('belt-7-labels');
  await expectNoViolations(host.page, 'three versions of a name');
  await expect(at.button('Save mine as it is', compare)).toHaveAccessibleDescription(
    'The key is called belt-7-camera, and the name belt-7-labels is lost.',
  );
  await at.button('Save mine as it is', compare).click();
  await expect(compare).toBeHidden();
  await at.searchFor('belt-7-camera', 1);
});

/** Changes a key of the organization with another client than Latchkey. */
async function somebodyElse({ baseUrl, credential }: { baseUrl: string; credential: string }, name: string) {
  const keys = `${baseUrl}/vi/v1/organizations/${harbour}/secret-keys`;
  const headers = { authorization: `Bearer ${credential}`, 'content-type': 'application/json' };
  const { items } = (await (await fetch(keys, { headers })).json()) as {
    items: { id: string; name: string }[];
  };
  const key = items.find((each) => each.name === name);
  return async (change: object) => {
    const body = JSON.stringify(change);
    const answer = await fetch(`${keys}/${key?.id}`, { method: 'PATCH', headers, body });
    expect(answer.status, await answer.text()).toBe(200);
  };
}
