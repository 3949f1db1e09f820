/** The pictures of a compromised key: the question, its replacement with the checklist, a rotation that is taken over, and the board. */
import { expect, signInTo, test } from '../support/app.ts';
import { pictures, wide } from './pictures.ts';

test('a compromised key', async ({ host, at, sandbox }) => {
  const { page } = host;
  await page.setViewportSize(wide);
  await at.connect(signInTo(sandbox, 'acme-vision'));
  await at.connect(signInTo(sandbox, 'orchard-labs'));
  await expect(at.syncStatus).not.toHaveAttribute('aria-busy', 'true');
  const asks = at.dialog('Mark as compromised');
  const run = at.dialog('Replace compromised key');
  const name = 'airflow-plates';
  await at.searchFor(name, 1);
  await at.select(name);
  await at.button('Edit details', at.details).click();
  const form = at.dialog('Edit details');
  await form.getByLabel('Used by').fill('Orchestrator, line 4 camera, nightly export');
  await at.button('Save', form).click();
  await expect(form).toBeHidden();
  await at.button('Compromised…', at.details).click();
  await asks
    .getByLabel('What happened (optional)')
    .fill('Its secret stood in a public repository for two days.');
  await pictures(page, 'compromised-question');
  await at.button('Disable and replace', asks).click();
  await expect(run).toContainText('Step 3 of 6: Hand over');
  await run.getByRole('checkbox', { name: 'Tell the team' }).check();
  await expect(run).toContainText('1 of 5 done');
  await pictures(page, 'compromised-run');
  await at.button('Close', run).click();
  await pictures(page, 'compromised-inspector');

  await at.search.fill('');
  await at.workspaces
    .getByRole('button', { name: /Orchard Labs/ })
    .first()
    .click();
  await expect(at.grid).toHaveAttribute('aria-rowcount', '55');
  await at.grid.getByRole('row').nth(3).click();
  await expect(at.details).toContainText('Workspace keys');
  await at.button('Rotate…', at.details).click();
  await at.button('Make the twin', at.dialog('Rotate key')).click();
  await at.button('The old key is compromised…', at.dialog('Rotate key')).click();
  await expect(asks).toContainText('It is taken over');
  await pictures(page, 'compromised-taken-over');
});
