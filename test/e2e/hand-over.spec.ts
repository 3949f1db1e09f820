/** A new secret to a file and to a command, in the real window; nothing of it stays in the profile. */
import { chmod, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { scanForSecrets } from '../support/scan-for-secrets.ts';
import { expect, signInTo, test } from './support/app.ts';
import { expectNoViolations } from './support/axe.ts';
import type { Host } from './support/host.ts';
import { roboflowTrial } from './support/trial.ts';

/** The system's dialog answers with this path, or as if it was cancelled. */
function chooseInDialog(host: Host, path: string | null): Promise<void> {
  return host.evalMain(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: filePath === null, filePath: filePath ?? '' });
  }, path);
}

test('a secret is saved, once cancelled and once for its owner alone', async ({
  folder,
  host,
  at,
  sandbox,
  signedIn: _,
}) => {
  const store = await at.createInferenceKey('to-a-file', 'Acme Vision');
  const open = at.button('Save to a file…', store);
  await expect(open).toHaveAttribute('aria-expanded', 'false');
  await open.click();

  await chooseInDialog(host, null);
  await at.button('Choose where…', store).click();
  await expect(at.button('Done', store)).toBeDisabled();

  await chooseInDialog(host, join(folder, 'gone', 'key.secret'));
  await at.button('Choose where…', store).click();
  await expect(store.getByRole('alert')).toContainText('The folder “gone” is not there any more.');
  await expect(at.button('Done', store)).toBeDisabled();

  const path = join(folder, 'key.env');
  await writeFile(path, 'OLD=1\n');
  await chmod(path, 0o644);
  await chooseInDialog(host, path);
  await store.getByRole('radio', { name: '.env line' }).check();
  await at.button('Choose where…', store).click();
  await expect(store).toContainText('Saved as key.env. Readable by you alone.');
  await expectNoViolations(host.page, 'saved to a file');
  await at.button('Done', store).click();
  await expect(store).toBeHidden();

  expect((await stat(path)).mode & 0o777).toBe(0o600);
  const line = await readFile(path, 'utf8');
  const secret = /^ROBOFLOW_API_KEY=(\S+)\n$/.exec(line)?.[1] ?? '';
  const use = { baseUrl: signInTo(sandbox, 'acme-vision').baseUrl, workspace: 'acme-vision', secret };
  expect(await roboflowTrial.predict(use)).toBe(200);

  await host.close();
  expect(await scanForSecrets([join(folder, 'profile')], [secret])).toEqual([]);
  // The same scan finds the file it was saved to.
  expect(await scanForSecrets([folder], [secret])).toMatchObject([{ file: path }]);
});

test('a secret is piped to a command, by keyboard', async ({ folder, host, at, signedIn: _ }) => {
  const { page } = host;
  const store = await at.createInferenceKey('to-a-command', 'Acme Vision');
  await at.button('Pipe to a command…', store).focus();
  await page.keyboard.press('Enter');
  const field = store.getByLabel('Command', { exact: true });
  await expect(field).toBeFocused();

  await page.keyboard.type('cat | tee x');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(store).toContainText('Pipes need a shell');
  await expect(at.button('Run', store)).toBeDisabled();
  await expectNoViolations(page, 'a command that is refused');

  await field.fill('false');
  await page.keyboard.press('Enter');
  await expect(store).toContainText('false ended with code 1');
  await expect(at.button('Done', store)).toBeDisabled();

  await field.fill('sleep 3600');
  await page.keyboard.press('Enter');
  await expect(at.button('Done', store)).toBeDisabled();
  await at.button('Stop', store).click();
  await expect(store).toContainText('sleep was stopped.');

  const path = join(folder, 'piped to');
  await field.fill(`tee '${path}'`);
  await expect(store.getByText(path, { exact: true })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(store).toContainText('tee took the secret.');
  const secret = await readFile(path, 'utf8');
  expect(secret.length).toBeGreaterThan(10);
  // What the command wrote is what it read: it must not come into the window by that way.
  await expect(store.getByLabel('Output of the command')).toHaveValue('[redacted]');
  expect(await page.content()).not.toContain(secret);
  await expectNoViolations(page, 'a command that took it');
  await at.button('Done', store).click();
  await expect(store).toBeHidden();

  await host.close();
  expect(await scanForSecrets([join(folder, 'profile')], [secret])).toEqual([]);
});

test('the next key starts as the last one of its workspace, without its name', async ({
  at,
  signedIn: _,
}) => {
  const form = at.dialog('New key');
  const environment = form.getByLabel('Environment');
  await at.button('New key').click();
  await form.getByLabel('Name').fill('first-of-two');
  await form.getByLabel('Workspace').selectOption({ label: 'Acme Vision' });
  await environment.selectOption({ label: 'CI/CD' });
  await form.getByRole('radio', { name: 'Project', exact: true }).check();
  await at.button('Generate key', form).click();
  const store = at.dialog('Store this secret');
  await at.button('Copy secret', store).click();
  await at.button('Done', store).click();

  await at.button('New key').click();
  await form.getByLabel('Workspace').selectOption({ label: 'Acme Vision' });
  await expect(environment).toHaveValue('ci');
  await expect(form.getByRole('radio', { name: 'Project', exact: true })).toBeChecked();
  await expect(form.getByLabel('Name')).toHaveValue('');

  // Another workspace has its own last key; what was chosen by hand stays.
  await form.getByLabel('Workspace').selectOption({ label: 'Orchard Labs' });
  await expect(environment).toHaveValue('unassigned');
  await environment.selectOption({ label: 'Staging' });
  await form.getByLabel('Workspace').selectOption({ label: 'Acme Vision' });
  await expect(form.getByRole('radio', { name: 'Project', exact: true })).toBeChecked();
  await expect(environment).toHaveValue('staging');
});
