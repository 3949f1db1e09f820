/** The life of a Roboflow API key, in Roboflow's words: made, used, edited, refused, deleted. */
import { expect, signInTo, test } from '../support/app.ts';
import { expectNoViolations } from '../support/axe.ts';
import { otherAdministrator } from '../support/other-administrator.ts';
import { roboflowTrial } from '../support/trial.ts';
import { lifeOn } from './life.ts';

test('an API key lives its whole life in the words of Roboflow', async ({ host, at, sandbox }) => {
  const signIn = signInTo(sandbox, 'acme-vision');
  const life = lifeOn(host, at);
  await at.connect(signIn);
  await expect(at.grid).toHaveAttribute('aria-rowcount', '349');

  const secret = await test.step('create: scopes of a preset', async () => {
    const form = await life.begin('line-12-camera');
    await form.getByRole('radio', { name: 'Inference', exact: true }).check();
    await expect(form).toContainText('This key can run inference');
    return life.generate('line-12-camera');
  });
  const use = { baseUrl: signIn.baseUrl, workspace: 'acme-vision', secret };

  await test.step('use: predictions are allowed, uploads are not there for it', async () => {
    await expect(at.details).toContainText('Roboflow does not report when a key was last used.');
    expect([await roboflowTrial.predict(use), await roboflowTrial.manage(use)]).toEqual([200, 404]);
  });

  await test.step('edit: one scope more by its name, and it uploads', async () => {
    await life.edit(async (editor) => {
      await editor.getByRole('radio', { name: 'Custom', exact: true }).check();
      await editor.getByRole('searchbox', { name: 'Filter abilities' }).fill('upload images');
      await editor.getByRole('checkbox', { name: 'Upload images' }).check();
      await expect(editor.getByRole('region', { name: 'Changes' })).toContainText('upload images');
    });
    expect([await roboflowTrial.predict(use), await roboflowTrial.manage(use)]).toEqual([200, 200]);
  });

  await test.step('refuse: a key that a dedicated deployment runs on cannot be deleted', async () => {
    await at.searchFor('defects-dedicated', 1);
    await at.select('defects-dedicated');
    await at.button('Delete…', at.details).click();
    const dialog = at.dialog('Delete key');
    await at.button('Delete', dialog).click();
    await expect(dialog.getByRole('alert')).toContainText('A dedicated deployment runs on this key');
    await expect(dialog.getByRole('alert')).toContainText(
      'Rolling the key at Roboflow takes the deployment along',
    );
    await expectNoViolations(host.page, 'a deletion that was refused');
    await at.button('Cancel', dialog).click();
  });

  await test.step('refuse: one that somebody protected meanwhile cannot be disabled either', async () => {
    const others = otherAdministrator(signIn);
    await at.searchFor('plant-historian', 1);
    await at.select('plant-historian');
    await others.change(await others.idOf('plant-historian'), { protected: true });
    await at.button('Disable', at.details).click();
    const refusal = at.details.getByRole('alert');
    await expect(refusal).toContainText('This key is protected, so it cannot be disabled.');
    await expect(refusal).toContainText('Protection can only be lifted on Roboflow’s dashboard.');
    await expectNoViolations(host.page, 'a change that was refused');
  });

  await test.step('delete: the secret is dead at once', async () => {
    await at.searchFor('line-12-camera', 1);
    await at.select('line-12-camera');
    await life.end();
    expect([await roboflowTrial.predict(use), await roboflowTrial.manage(use)]).toEqual([401, 401]);
  });
});
