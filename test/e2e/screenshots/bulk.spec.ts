/** The pictures of a change of many keys: choosing, dry run, slugs, progress, what failed, interrupted. */
import { join } from 'node:path';
import { openToll } from '../../support/toll.ts';
import { expect, openLatchkey, signInTo, test } from '../support/app.ts';
import { pictures, wide } from './pictures.ts';

test('many at once', async ({ host, at, sandbox, folder: profiles }) => {
  const { page } = host;
  const toll = await openToll(sandbox.url);
  await page.setViewportSize(wide);
  const { baseUrl, ...signIn } = signInTo(sandbox, 'acme-vision');
  await at.connect({ ...signIn, baseUrl: baseUrl.replace(sandbox.url, toll.url) });
  await at.connect(signInTo(sandbox, 'orchard-labs'));
  await expect(at.workspaces.getByRole('button', { name: /Orchard Labs/ })).toBeVisible();
  const bar = page.getByRole('region', { name: 'Selected keys' });
  const chooseAll = async (search: string) => {
    await at.search.fill(search);
    await at.grid.focus();
    await page.keyboard.press('Control+a');
    await expect(bar).toBeVisible();
  };
  const open = async (action: string, dialog: string) => {
    await at.button(action, bar).click();
    await expect(at.dialog(dialog)).toBeVisible();
    return at.dialog(dialog);
  };
  const list = (name: string) => page.getByRole('region', { name });

  await chooseAll('ci');
  const scope = await open('Scope…', 'Edit scope');
  await scope.getByLabel('Filter abilities').fill('version');
  await scope.getByRole('checkbox', { name: 'read versions' }).check();
  await pictures(page, 'bulk-choose');
  await at.button('Show what would change', scope).click();
  await expect(list('Will change').getByRole('listitem').nth(1)).toContainText('Adds');
  await pictures(page, 'bulk-dry-run');
  await at.button('Cancel', scope).click();
  await expect(scope).toBeHidden();

  await chooseAll('edge');
  const deletion = await open('Delete…', 'Delete keys');
  await pictures(page, 'bulk-end');
  await deletion.getByRole('radio', { name: 'Delete now' }).check();
  await at.button('Show what would change', deletion).click();
  await expect(deletion.getByRole('listitem').nth(1)).toContainText('Deleted');
  await pictures(page, 'bulk-delete');
  await at.button('Cancel', deletion).click();
  await expect(deletion).toBeHidden();

  await chooseAll('ci');
  await open('Delete…', 'Delete keys');
  await deletion.getByRole('radio', { name: 'Delete now' }).check();
  await at.button('Show what would change', deletion).click();
  await expect(deletion.getByRole('textbox')).toHaveCount(3);
  await pictures(page, 'bulk-delete-in-three');
  await at.button('Cancel', deletion).click();
  await expect(deletion).toBeHidden();

  await chooseAll('ws:acme-vision');
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const held = Promise.withResolvers<void>();
  toll.decideBy(async ({ count }) => {
    if (count === 30 || count === 31)
      return { status: 403, body: { error: 'Your role does not allow this.' } };
    if (count > 120) {
      held.resolve();
      await released;
    }
    return null;
  });
  const disabling = await open('Disable', 'Disable keys');
  await disabling.getByRole('button', { name: /^Disable \d+ keys$/ }).click();
  await held.promise;
  await expect(disabling.getByRole('progressbar')).toBeVisible();
  await pictures(page, 'bulk-progress');
  await at.button('Stop', disabling).click();
  release();
  await expect(disabling.getByRole('alert')).toContainText('Stopped');
  await expect(disabling.getByRole('listitem').nth(1)).toContainText('may not');
  await pictures(page, 'bulk-result');
  await at.button('Close', disabling).click();
  await expect(page.getByRole('button', { name: /^Disable keys: .* not done$/ })).toBeVisible();
  await pictures(page, 'bulk-left');

  const hanging = Promise.withResolvers<void>();
  toll.decideBy(({ count }) => {
    if (count < 160) return null;
    hanging.resolve();
    return 'hang';
  });
  await page.getByRole('button', { name: /^Disable keys: .* not done$/ }).click();
  await at
    .dialog('Disable keys')
    .getByRole('button', { name: /^Retry/ })
    .click();
  await hanging.promise;
  await host.kill();
  const again = await openLatchkey(join(profiles, 'profile'));
  await expect(again.page.getByText('A bulk change was interrupted.')).toBeVisible();
  await pictures(again.page, 'bulk-interrupted');
  await again.close();
  await toll.close();
});
