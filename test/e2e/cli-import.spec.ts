/** Keys that the Roboflow CLI keeps in plain text: found, moved into the keychain, and taken out of its file. By keyboard. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canHaveKeyring, openPrivateKeyring } from '../support/private-keyring.ts';
import { scanForSecrets } from '../support/scan-for-secrets.ts';
import { expect, openLatchkey, signInTo, test } from './support/app.ts';
import { expectNoViolations } from './support/axe.ts';
import { cliConfig, deadKey, homeWithCli } from './support/cli-config.ts';
import { desk } from './support/desk.ts';
import { keyboardOf } from './support/keyboard.ts';

test('from the welcome screen into the keychain, and out of the file', async ({ folder, sandbox }) => {
  test.skip(!canHaveKeyring(), 'It needs a Secret Service of its own.');
  const config = cliConfig(sandbox);
  const { file, env } = await homeWithCli(folder, config, 0o644);
  const keyring = await openPrivateKeyring(join(folder, 'keyring'));
  const profile = join(folder, 'profile');
  const host = await openLatchkey(profile, {
    env: { ...env, LATCHKEY_SECRET_STORE: undefined, ...keyring.env },
  });
  const { page } = host;
  const at = desk(page);
  const keys = keyboardOf(page);

  const sentence = 'The Roboflow CLI keeps 3 keys in plain text in ~/.config/roboflow/config.json.';
  await expect(page.getByText(sentence)).toBeVisible();
  await expectNoViolations(page, 'the welcome screen with keys of the CLI');
  await keys.activate(at.button('Move to the keychain…'));
  const dialog = at.dialog('Import from the Roboflow CLI');
  await expect(dialog).toContainText(sentence);
  await expect(dialog).toContainText('Every user of this computer can read it.');
  const boxes = dialog.getByRole('checkbox');
  await expect(boxes).toHaveCount(3);
  await expect(boxes.first()).toHaveAccessibleName('Northwind');
  await expect(boxes.first()).toHaveAccessibleDescription('northwind · the CLI’s default');
  await expect(dialog.getByLabel('Base URL')).toHaveValue('https://api.roboflow.com');
  await expectNoViolations(page, 'the keys of the CLI, to be chosen');

  await keys.tabTo(dialog.getByRole('checkbox', { name: 'Acme Vision' }));
  await keys.press('Space');
  await expect(at.button('Import 2 keys', dialog)).toBeVisible();
  await keys.fill(dialog.getByLabel('Base URL'), signInTo(sandbox, 'acme-vision').baseUrl);
  await keys.press('Enter');

  const result = (name: string) => dialog.getByRole('listitem').filter({ hasText: name });
  await expect(result('Northwind')).toContainText('Connected');
  await expect(result('Old Harbour')).toContainText('did not accept this API key');
  await expect(dialog.getByRole('status')).toHaveText('1 connected, 1 refused');
  await expect(dialog.getByRole('region', { name: 'Results' })).toBeFocused();
  await expectNoViolations(page, 'what came of the import');

  // Not all of them yet: back to the form, where the connected one is out of reach and says why.
  await keys.activate(at.button('Back', dialog));
  const northwind = dialog.getByRole('checkbox', { name: 'Northwind' });
  await expect(northwind).toHaveAttribute('aria-disabled', 'true');
  await expect(northwind).toHaveAccessibleDescription(/Northwind is connected already\./);
  await keys.tabTo(dialog.getByRole('checkbox', { name: 'Old Harbour' }));
  await keys.press('Space');
  await keys.tabTo(dialog.getByRole('checkbox', { name: 'Acme Vision' }));
  await keys.press('Space');
  await keys.activate(at.button('Import 1 key', dialog));
  await expect(result('Acme Vision')).toContainText('Connected');

  await expect(dialog).toContainText('2 keys are in the keychain and still in plain text in ~/.config');
  await keys.activate(at.button('Take out of the file…', dialog));
  await expect(dialog).toContainText(
    'The Roboflow CLI will no longer be signed in to Northwind and Acme Vision.',
  );
  await expect(at.button('Leave them', dialog)).toBeFocused();
  await expectNoViolations(page, 'the question whether the CLI may lose its keys');
  await keys.activate(at.button('Take 2 keys out', dialog));
  await expect(dialog).toContainText('2 keys taken out of ~/.config/roboflow/config.json.');
  const { wsAcm3Vsn: acme, wsN0rthWd: north, ...others } = config.workspaces;
  const without = ({ url, name }: typeof acme) => ({ url, name });
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({
    ...config,
    workspaces: { wsAcm3Vsn: without(acme), wsN0rthWd: without(north), ...others },
  });
  await keys.activate(at.button('Done', dialog));
  await expect(at.grid).toHaveAttribute('aria-rowcount', String(348 + 239 + 1));
  const order = at.workspaces.getByRole('button');
  await expect(order.filter({ hasText: 'Northwind' })).toBeVisible();

  await host.close();
  // They are in the keychain, and nowhere else: the next start goes on from there.
  const again = await openLatchkey(profile, {
    env: { ...env, LATCHKEY_SECRET_STORE: undefined, ...keyring.env },
  });
  const later = desk(again.page);
  await expect(later.grid).toHaveAttribute('aria-rowcount', String(348 + 239 + 1));
  await again.page.getByRole('button', { name: /^Connections/ }).click();
  await expect(again.page.getByRole('option', { name: /^Northwind/ })).toContainText('Signed in');
  await again.close();
  expect(again.logs.join('\n')).not.toContain(acme.apiKey);
  expect(await scanForSecrets([profile, join(folder, 'home')], [acme.apiKey, north.apiKey])).toEqual([]);
  expect(await scanForSecrets([profile], [deadKey])).toEqual([]);
  await keyring.end();
});

test('without a keychain the file keeps its keys, and another file can be chosen', async ({
  folder,
  sandbox,
}) => {
  const config = cliConfig(sandbox);
  const { file, env } = await homeWithCli(folder, config);
  const host = await openLatchkey(join(folder, 'profile'), { env });
  const { page } = host;
  const at = desk(page);
  const keys = keyboardOf(page);
  const { baseUrl } = signInTo(sandbox, 'acme-vision');

  // By the connect form.
  await keys.activate(at.button('Connect a workspace'));
  await keys.activate(at.button('Import them…', at.dialog('Connect a workspace')));
  const dialog = at.dialog('Import from the Roboflow CLI');
  await expect(dialog).toContainText('Latchkey has no keychain at the moment');
  await keys.fill(dialog.getByLabel('Base URL'), baseUrl);
  await keys.press('Enter');
  const result = (name: string) => dialog.getByRole('listitem').filter({ hasText: name });
  await expect(result('Acme Vision')).toContainText('For this session only');
  await expect(dialog).toContainText('The file keeps them: without it they would be lost.');
  await expect(at.button('Take out of the file…', dialog)).toBeHidden();
  expect(await readFile(file, 'utf8')).toBe(JSON.stringify(config, null, 2));

  // What was refused can be tried again, once the reason is gone.
  await expect(result('Old Harbour')).toContainText('Refused');
  const old = { ...config.workspaces.wsAcm3Vsn, url: 'acme-vision', name: 'Old Harbour' };
  await writeFile(file, JSON.stringify({ workspaces: { wsOldHrbr: { ...old, url: 'old-harbour' } } }));
  await keys.activate(at.button('Try again', dialog));
  await expect(result('Old Harbour')).toContainText('This key belongs to Acme Vision (acme-vision)');
  await keys.activate(at.button('Done', dialog));
  await expect(at.grid).toHaveAttribute('aria-rowcount', String(348 + 239 + 1));

  // By the palette, with a file that lies elsewhere: one that is none, then one that is.
  const [broken, whole] = [join(folder, 'broken.json'), join(folder, 'whole.json')];
  await writeFile(broken, `{"workspaces": {"w": {"apiKey": "${deadKey}"`);
  await writeFile(whole, JSON.stringify({ ...config, API_URL: baseUrl }));
  await host.evalMain(
    (electron, [first, second]) => {
      const { standin } = electron as unknown as { standin?: { dialogAnswers: { open: string[][] } } };
      if (standin) standin.dialogAnswers.open.push([first], [second]);
      else {
        const answers = [first, second];
        electron.dialog.showOpenDialog = async () => ({
          canceled: false,
          filePaths: [answers.shift() ?? ''],
        });
      }
    },
    [broken, whole] as const,
  );
  await keys.press('ControlOrMeta+K');
  await expect(at.dialog('Command palette')).toBeVisible();
  await keys.type('roboflow cli');
  await keys.press('Enter');
  await expect(dialog).toBeVisible();
  await keys.activate(at.button('Choose another file…', dialog));
  await expect(dialog.getByRole('alert')).toContainText('broken.json is not readable as JSON.');
  await expectNoViolations(page, 'a file that is no configuration of the CLI');
  await keys.activate(at.button('Choose another file…', dialog));
  await expect(dialog).toContainText(`3 keys in plain text in ${whole}`);
  await expect(dialog.getByLabel('Base URL')).toHaveValue(baseUrl);
  await expect(dialog.getByRole('checkbox', { name: 'Acme Vision' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await expect(at.button('Import 1 key', dialog)).toBeVisible();
  await keys.press('Escape');
  await expect(dialog).toBeHidden();

  await host.close();
  const secrets = [deadKey, ...Object.values(config.workspaces).map(({ apiKey }) => apiKey)];
  expect(await scanForSecrets([join(folder, 'profile')], secrets)).toEqual([]);
});
