/** The life of a Datature Vi secret key, in Datature's words: made, used, edited, refused, deleted. */
import { expect, signInTo, test } from '../support/app.ts';
import { expectNoViolations } from '../support/axe.ts';
import { ask, lifeOn } from './life.ts';

const harbour = 'org_7fh2kq9m';

test('a secret key lives its whole life in the words of Datature Vi', async ({ host, at, sandbox }) => {
  const signIn = signInTo(sandbox, harbour);
  const life = lifeOn(host, at);
  const place = `${signIn.baseUrl}/vi/v1/organizations/${harbour}`;

  await test.step('the organization ID is asked for beside the secret key', async () => {
    const form = await at.fillConnect({ ...signIn, workspaces: [] });
    await expect(form).toContainText('Type the organization ID');
    await expectNoViolations(host.page, 'organization ID');
    await form.getByLabel('Organization ID').fill(harbour);
    await at.button('Connect', form).click();
    await expect(form).toBeHidden();
    await expect(at.grid).toHaveAttribute('aria-rowcount', '25');
  });

  const secret = await test.step('create: access and permission for annotating', async () => {
    const form = await life.begin('seal-annotators');
    await form.getByRole('checkbox', { name: 'Deployment' }).uncheck();
    await expect(form).toContainText('Choose at least one access scope');
    await form.getByRole('checkbox', { name: 'Dataset' }).check();
    await form.getByRole('radio', { name: 'Labeler Only' }).check();
    await expect(form).toContainText('This key can create and modify annotations.');
    return life.generate('seal-annotators');
  });
  const use = (path: string) => ask(`${place}/${path}`, secret);

  await test.step('use: never before, then for annotations and for nothing else', async () => {
    await expect(at.details).toContainText('Not yet seen in use');
    await expect(at.details).toContainText(harbour);
    await expect(at.details).toContainText('Labeler Only');
    expect([await use('annotations'), await use('runs'), await use('predict')]).toEqual([200, 403, 403]);
    await at.button('Sync now').click();
    await expect(at.details).not.toContainText('Not yet seen in use');
  });

  await test.step('edit: its access and permission, and it trains', async () => {
    await life.edit(async (editor) => {
      await editor.getByRole('checkbox', { name: 'Training' }).check();
      await editor.getByRole('radio', { name: 'Full', exact: true }).check();
      await expect(editor.getByRole('region', { name: 'Changes' })).toContainText(
        'create workflows, start runs',
      );
    });
    expect([await use('annotations'), await use('runs'), await use('predict')]).toEqual([200, 200, 403]);
  });

  await test.step('refuse: a name that somebody else gave a key meanwhile', async () => {
    expect(await ask(`${place}/secret-keys`, signIn.credential, 'POST', { name: 'quay-cameras' })).toBe(201);
    await life.refuseName('quay-cameras', 'Another key of this organization has this name already.');
    await expect(at.details.getByRole('heading', { name: 'seal-annotators' })).toBeVisible();
  });

  await test.step('delete: the secret is dead at once', async () => {
    await life.end();
    expect([await use('annotations'), await use('runs')]).toEqual([401, 401]);
  });
});
