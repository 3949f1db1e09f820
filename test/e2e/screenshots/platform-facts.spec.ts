/** The pictures of what only some platforms have: the publishable key, an organization without pickers, folders without names. */
import { join } from 'node:path';
import { startSandbox } from '../../../src/sandbox/server.ts';
import { demoWithoutPickers, withoutPickers } from '../../support/without-pickers.ts';
import { test as base, expect, signInTo } from '../support/app.ts';
import { signInScoped } from '../support/scoped-login.ts';
import { pictures, wide } from './pictures.ts';

const test = base.extend({
  sandbox: async ({ folder }, use) => {
    const sandbox = await startSandbox({
      profile: demoWithoutPickers(),
      port: 0,
      dataDir: join(folder, 'sandbox'),
    });
    await use(sandbox);
    await sandbox.close();
  },
});

test('the form for a credential', async ({ host, at }) => {
  const { page } = host;
  await page.setViewportSize(wide);
  await at.button('Connect a workspace').click();
  await expect(at.dialog('Connect a workspace')).toContainText('Import from the Roboflow CLI…');
  await pictures(page, 'connect');
});

test('the publishable key', async ({ host, at, sandbox }) => {
  const { page } = host;
  await page.setViewportSize(wide);
  await at.connect(signInTo(sandbox, 'acme-vision'));
  await expect(at.syncStatus).not.toHaveAttribute('aria-busy', 'true');
  await page.getByRole('button', { name: /^Connections/ }).click();
  await page.getByRole('button', { name: 'Show publishable key of Acme Vision' }).click();
  await expect(page.getByText('rf_wsAcm3Vsn')).toBeVisible();
  await pictures(page, 'publishable-key');
});

test('an organization without pickers', async ({ host, at, sandbox }) => {
  const { page } = host;
  await page.setViewportSize(wide);
  await at.connect(signInTo(sandbox, withoutPickers));
  await expect(at.grid).toHaveAttribute('aria-rowcount', '2');
  await at.button('New key').click();
  const form = at.dialog('New key');
  await form.getByLabel('Name').fill('quay-reader');
  await expect(form.getByRole('region', { name: 'Scope' })).toContainText('Full access');
  await pictures(page, 'no-pickers');
});

test('folders without their names', async ({ host, at, sandbox }) => {
  const { page } = host;
  await page.setViewportSize(wide);
  const scopes = ['workspace:read', 'api-key:read', 'api-key:create', 'model:infer'];
  await at.connect(await signInScoped(sandbox, scopes));
  await at.button('New key').click();
  const form = at.dialog('New key');
  await form.getByLabel('Name').fill('lab-camera-3');
  await form.getByRole('checkbox', { name: 'Only some folders' }).check();
  await form.getByLabel('Folder IDs').fill('fld_acme_attic');
  await form.getByText('Without any, untick').scrollIntoViewIfNeeded();
  await pictures(page, 'folders-untold');
});
