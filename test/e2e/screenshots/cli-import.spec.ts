/** The pictures of moving the Roboflow CLI's keys: found, to be chosen, what came of it, and the question about the file. */
import { join } from 'node:path';
import { canHaveKeyring, openPrivateKeyring } from '../../support/private-keyring.ts';
import { expect, openLatchkey, signInTo, test } from '../support/app.ts';
import { cliConfig, homeWithCli } from '../support/cli-config.ts';
import { desk } from '../support/desk.ts';
import { pictures, wide } from './pictures.ts';

test('keys of the CLI', async ({ folder, sandbox }) => {
  test.skip(!canHaveKeyring(), 'It needs a Secret Service of its own.');
  const keyring = await openPrivateKeyring(join(folder, 'keyring'));
  const { env } = await homeWithCli(folder, cliConfig(sandbox), 0o644);
  const host = await openLatchkey(join(folder, 'profile'), {
    env: { ...env, LATCHKEY_SECRET_STORE: undefined, ...keyring.env },
  });
  const { page } = host;
  const at = desk(page);
  await page.setViewportSize(wide);

  await expect(at.button('Move to the keychain…')).toBeVisible();
  await pictures(page, 'cli-import-welcome');
  await at.button('Move to the keychain…').click();
  const dialog = at.dialog('Import from the Roboflow CLI');
  await expect(dialog.getByRole('checkbox')).toHaveCount(3);
  await dialog.getByLabel('Base URL').fill(signInTo(sandbox, 'acme-vision').baseUrl);
  await pictures(page, 'cli-import');
  await at.button('Import 3 keys', dialog).click();
  await expect(at.button('Take out of the file…', dialog)).toBeVisible();
  await expect(page.getByRole('status', { name: 'Sync status' })).not.toHaveAttribute('aria-busy', 'true');
  await pictures(page, 'cli-import-result');
  await at.button('Take out of the file…', dialog).click();
  await pictures(page, 'cli-import-remove');
  await host.close();
  await keyring.end();
});
