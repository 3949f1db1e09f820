/** The life of a workspace key with its two scopes, in the words of its platform: made, used, edited, refused, deleted. */
import { expect, signInTo, test } from '../support/app.ts';
import { workspaceKeysTrial } from '../support/trial.ts';
import { ask, lifeOn } from './life.ts';

test('a workspace key lives its whole life in the words of its platform', async ({ host, at, sandbox }) => {
  const signIn = signInTo(sandbox, 'orchard-labs');
  const life = lifeOn(host, at);
  await at.connect(signIn);
  await expect(at.grid).toBeVisible();

  const secret = await test.step('create: for inference, which anyone may hold', async () => {
    const form = await life.begin('kiosk-12');
    await form.getByLabel('Workspace').selectOption({ label: 'Orchard Labs' });
    await form.getByRole('radio', { name: 'Inference', exact: true }).check();
    await expect(form.getByRole('radio', { name: 'Project', exact: true })).toHaveAccessibleDescription(
      'Manage projects, upload datasets, train models, make predictions',
    );
    return life.generate('kiosk-12');
  });
  const use = { baseUrl: signIn.baseUrl, workspace: 'orchard-labs', secret };

  await test.step('use: predictions are allowed, projects are not', async () => {
    await expect(at.details).toContainText('This platform does not report when a key was last used.');
    await expect(at.details).toContainText('Inference');
    expect([await workspaceKeysTrial.predict(use), await workspaceKeysTrial.manage(use)]).toEqual([200, 403]);
  });

  await test.step('edit: Project instead, and it manages them', async () => {
    await life.edit((editor) => editor.getByRole('radio', { name: 'Project', exact: true }).check());
    expect([await workspaceKeysTrial.predict(use), await workspaceKeysTrial.manage(use)]).toEqual([200, 200]);
  });

  await test.step('refuse: a name that somebody else gave a key meanwhile', async () => {
    const keys = `${signIn.baseUrl}/api/v1/workspaces/orchard-labs/keys`;
    const taken = { name: 'kiosk-12-front', scopes: ['inference'] };
    expect(await ask(keys, signIn.credential, 'POST', taken)).toBe(201);
    await life.refuseName(taken.name, 'Another key of this workspace has this name already.');
    await expect(at.details.getByRole('heading', { name: 'kiosk-12' })).toBeVisible();
  });

  await test.step('delete: the secret is dead at once', async () => {
    await life.end();
    expect([await workspaceKeysTrial.predict(use), await workspaceKeysTrial.manage(use)]).toEqual([401, 401]);
  });
});
