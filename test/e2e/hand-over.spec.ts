/** A new secret to a file and to a command, in the real window; nothing of it stays in the profile. */
import { chmod, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { scanForSecrets } from '../support/scan-for-secrets.ts';
import { expect, signInTo, test } from './support/app.ts';
import { expectNoViolations } from './support/axe.ts';
import type { Host } from './support/host.ts';
import { roboflowTrial } from './support/trial.ts';
import { walkOn } from './support/walk.ts';

/** The system's dialog answers with this path, or as if it was cancelled. */
function chooseInDialog(host: Host, path: string | null): Promise<void> {
  return host.evalMain(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: filePath === null, filePath: filePath ?? '' });
  }, path);
}

test('a secret is saved by keyboard, once cancelled and once for its owner alone', async ({
  folder,
  host,
  at,
  sandbox,
  signedIn: _,
}) => {
  const keys = walkOn(host.page);
  const store = await keys.newKey({ name: 'to-a-file', workspace: 'Acme Vision' });
  const open = at.button('Save to a file…', store);
  await expect(open).toHaveAttribute('aria-expanded', 'false');
  await keys.activate(open);
  await expect(open).toHaveAttribute('aria-expanded', 'true');

  await chooseInDialog(host, null);
  await keys.activate(at.button('Choose where…', store));
  await expect(at.button('Done', store)).toBeDisabled();

  await chooseInDialog(host, join(folder, 'gone', 'key.secret'));
  await keys.activate(at.button('Choose where…', store));
  await expect(store.getByRole('alert')).toContainText('The folder “gone” is not there any more.');
  await expect(at.button('Done', store)).toBeDisabled();

  const path = join(folder, 'key.env');
  await writeFile(path, 'OLD=1\n');
  await chmod(path, 0o644);
  await chooseInDialog(host, path);
  await keys.pick(
    store.getByRole('group', { name: 'The file holds' }),
    store.getByRole('radio', { name: '.env line' }),
  );
  await keys.activate(at.button('Choose where…', store));
  await expect(store).toContainText('Saved as key.env. Readable by you alone.');
  await expectNoViolations(host.page, 'saved to a file');
  await keys.activate(at.button('Done', store));
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
  const keys = walkOn(page);
  const store = await keys.newKey({ name: 'to-a-command', workspace: 'Acme Vision' });
  await keys.activate(at.button('Pipe to a command…', store));
  const field = store.getByLabel('Command', { exact: true });
  await expect(field).toBeFocused();

  await keys.type('cat | tee x');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(store).toContainText('Pipes need a shell');
  await expect(at.button('Run', store)).toBeDisabled();
  await expectNoViolations(page, 'a command that is refused');

  await keys.fill(field, 'false');
  await keys.press('Enter');
  await expect(store).toContainText('false ended with code 1');
  await expect(at.button('Done', store)).toBeDisabled();

  await keys.fill(field, 'sleep 3600');
  await keys.press('Enter');
  await expect(at.button('Done', store)).toBeDisabled();
  await keys.activate(at.button('Stop', store));
  await expect(store).toContainText('sleep was stopped.');

  const path = join(folder, 'piped to');
  await keys.fill(field, `tee '${path}'`);
  await expect(store.getByText(path, { exact: true })).toBeVisible();
  await keys.press('Enter');
  await expect(store).toContainText('tee took the secret.');
  const secret = await readFile(path, 'utf8');
  expect(secret.length).toBeGreaterThan(10);
  // What the command wrote is what it read: it must not come into the window by that way.
  await expect(store.getByLabel('Output of the command')).toHaveValue('[redacted]');
  expect(await page.content()).not.toContain(secret);
  await expectNoViolations(page, 'a command that took it');
  await keys.activate(at.button('Done', store));
  await expect(store).toBeHidden();

  await host.close();
  expect(await scanForSecrets([join(folder, 'profile')], [secret])).toEqual([]);
});

test('a secret is looked at, copied and copied as code by keyboard', async ({
  host,
  at,
  sandbox,
  signedIn: _,
}) => {
  const { page } = host;
  const keys = walkOn(page);
  const clipboard = () => host.evalMain(({ clipboard }) => clipboard.readText());
  const store = await keys.newKey({ name: 'to-be-looked-at', workspace: 'Acme Vision' });
  // The one thing that hides nothing yet: no button has the focus, so that a second Enter shows nothing.
  await keys.press('Enter');
  await expect(at.button('Done', store)).toBeDisabled();

  await keys.activate(at.button('Reveal secret', store));
  const shown = store.locator('code').filter({ visible: true });
  await expect(shown).toHaveText(/^[A-Za-z0-9]{20}$/);
  const secret = (await shown.textContent()) ?? '';
  await expect(at.button('Hide', store)).toBeFocused();
  await keys.press('Enter');
  await expect(at.button('Reveal secret', store)).toBeFocused();
  expect(await page.content()).not.toContain(secret);

  await keys.activate(at.button('Copy secret', store));
  await expect(store.getByRole('status').filter({ hasText: /^Copied\./ })).toBeAttached();
  expect(await clipboard()).toBe(secret);

  await keys.activate(at.button('Copy as…', store));
  const formats = store.getByRole('group', { name: 'Copy as' });
  for (const format of ['.env', 'Python', 'Node', 'cURL']) {
    await keys.tabTo(formats.getByRole('radio', { checked: true }), 'Shift+Tab');
    await keys.pick(formats, store.getByRole('radio', { name: format, exact: true }));
    const preview = await store.getByLabel(`Preview of ${format}`).inputValue();
    await keys.activate(at.button(`Copy as ${format}`, store));
    // Masked where it holds the secret; else it reads it from the environment, and is copied as it stands there.
    if (preview.includes('•')) await expect.poll(clipboard).toMatch(new RegExp(`\\W${secret}`));
    else await expect.poll(clipboard).toBe(preview);
  }
  await expectNoViolations(page, 'copied as cURL');
  // What will be copied can be read to its end.
  await keys.tabTo(store.getByLabel('Preview of cURL'));
  await keys.activate(at.button('Done', store));
  await expect(store).toBeHidden();
  const use = { baseUrl: signInTo(sandbox, 'acme-vision').baseUrl, workspace: 'acme-vision', secret };
  expect(await roboflowTrial.predict(use)).toBe(200);
});

test('a secret that nobody needs is discarded by keyboard, after one more question', async ({
  host,
  at,
  signedIn: _,
}) => {
  const keys = walkOn(host.page);
  const store = await keys.newKey({ name: 'for-nobody', workspace: 'Orchard Labs' });
  const unneeded = at.button('I don’t need it', store);
  await keys.activate(unneeded);
  await expect(store.getByRole('alert')).toContainText('Nobody can get this secret back.');
  await expect(at.button('Go back', store)).toBeFocused();
  await expectNoViolations(host.page, 'a secret to be discarded');
  await keys.press('Enter');
  await expect(unneeded).toBeFocused();
  await keys.press('Enter');
  await keys.press('Tab');
  await expect(at.button('Discard it', store)).toBeFocused();
  await keys.press('Enter');
  await expect(store).toBeHidden();
  await expect(at.details.getByRole('heading', { name: 'for-nobody' })).toBeVisible();
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
