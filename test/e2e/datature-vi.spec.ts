/** Datature Vi as a person meets it: signing in with an organization ID, and a key made, used, edited and deleted. */
import { expect, signInTo, test } from './support/app.ts';
import { expectNoViolations } from './support/axe.ts';

const harbour = 'org_7fh2kq9m';

test('a secret key lives its whole life in the words of its platform', async ({ host, at, sandbox }) => {
  const signIn = signInTo(sandbox, harbour);
  await test.step('the organization ID is asked for beside the secret key', async () => {
    const form = await at.fillConnect({ ...signIn, workspaces: [] });
    await expect(form).toContainText('Type the organization ID');
    await expectNoViolations(host.page, 'organization ID');
    await form.getByLabel('Organization ID').fill(harbour);
    await at.button('Connect', form).click();
    await expect(form).toBeHidden();
    await expect(at.grid).toHaveAttribute('aria-rowcount', '25');
  });

  const secret = await test.step('a key is made for annotating, and has never been used', async () => {
    await at.button('New key').click();
    const form = at.dialog('New key');
    await form.getByLabel('Name').fill('seal-annotators');
    await form.getByRole('checkbox', { name: 'Deployment' }).uncheck();
    await expect(form).toContainText('Choose at least one access scope');
    await form.getByRole('checkbox', { name: 'Dataset' }).check();
    await form.getByRole('radio', { name: 'Labeler Only' }).check();
    await expect(form).toContainText('This key can create and modify annotations.');
    await expectNoViolations(host.page, 'matrix of a new key');
    await at.button('Generate key', form).click();
    const store = at.dialog('Store this secret');
    await at.button('Copy secret', store).click();
    await expect(store).toContainText('Copied');
    const made = await host.evalMain(({ clipboard }) => clipboard.readText());
    await at.button('Done', store).click();
    await expect(store).toBeHidden();
    await at.searchFor('seal-annotators', 1);
    await at.select('seal-annotators');
    await expect(at.details).toContainText('Never');
    await expect(at.details).toContainText(harbour);
    await expect(at.details).toContainText('Labeler Only');
    return made;
  });

  const use = async (path: string) => {
    const headers = { authorization: `Bearer ${secret}`, 'content-type': 'application/json' };
    const url = `${signIn.baseUrl}/vi/v1/organizations/${harbour}/${path}`;
    const answer = await fetch(url, { method: 'POST', headers, body: '{}' });
    await answer.arrayBuffer();
    return answer.status;
  };
  expect([await use('annotations'), await use('runs')]).toEqual([200, 403]);

  await test.step('its permission is edited in the matrix', async () => {
    await at.button('Edit scope', at.details).click();
    const form = at.dialog('Edit scope');
    await form.getByRole('checkbox', { name: 'Training' }).check();
    await form.getByRole('radio', { name: 'Full', exact: true }).check();
    await expect(form.getByRole('region', { name: 'Changes' })).toContainText('create workflows, start runs');
    await expectNoViolations(host.page, 'matrix with its changes');
    await at.button('Save', form).click();
    await expect(form).toBeHidden();
    expect(await use('runs')).toBe(200);
  });

  await test.step('it is deleted, and stops working at once', async () => {
    await at.button('Delete…', at.details).click();
    await at.button('Delete', at.dialog('Delete key')).click();
    await expect(at.grid).toHaveAttribute('aria-rowcount', '1');
    expect(await use('annotations')).toBe(401);
  });
});
