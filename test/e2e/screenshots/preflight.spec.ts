/** The pictures of the preflight: a login that may do little, and a wide key that would do with less. */
import { expect, signInTo, test } from '../support/app.ts';
import { signInNarrow } from '../support/narrow-login.ts';
import { otherAdministrator } from '../support/other-administrator.ts';
import { signInScoped } from '../support/scoped-login.ts';
import { pictures, wide } from './pictures.ts';

test('what a scoped login cannot hand out', async ({ host, at, sandbox }) => {
  const { page } = host;
  await page.setViewportSize(wide);
  await at.connect(await signInScoped(sandbox));
  await at.button('New key').click();
  const form = at.dialog('New key');
  await expect(at.button('Generate key', form)).toHaveAttribute('aria-disabled', 'true');
  await form.getByLabel('Name').fill('line-4-labels');
  await pictures(page, 'preflight-refused');
  await form.getByRole('radio', { name: 'Custom', exact: true }).check();
  await form.getByRole('searchbox', { name: 'Filter abilities' }).fill('images');
  await pictures(page, 'preflight-tree', async () => {
    await page.mouse.move(0, 0);
    await form.getByRole('checkbox', { name: 'Annotate images' }).hover();
    await expect(page.locator(':popover-open').getByText(/lacks “annotate images”/)).toBeVisible();
  });
});

test('what a narrow login cannot give in the matrix', async ({ host, at, sandbox }) => {
  const { page } = host;
  await page.setViewportSize(wide);
  const narrow = { access: ['dataset', 'deployment'], permission: 'read-only' };
  await at.connect(await signInNarrow(sandbox, 'org_7fh2kq9m', narrow));
  await at.searchFor('handover-2024', 1);
  await at.select('handover-2024');
  await at.button('Edit scope', at.details).click();
  const form = at.dialog('Edit scope');
  await form.getByRole('checkbox', { name: 'Training' }).uncheck();
  await expect(form.getByText(/it cannot give Full/).filter({ visible: true })).toBeVisible();
  await pictures(page, 'preflight-matrix', async () => {
    await page.mouse.move(0, 0);
    await form.getByRole('radio', { name: 'Labeler Only', exact: true }).hover();
    await expect(page.locator(':popover-open').getByText(/cannot give Labeler Only/)).toBeVisible();
  });
});

test('what would be enough', async ({ host, at, sandbox }) => {
  const { page } = host;
  await page.setViewportSize(wide);
  const signIn = signInTo(sandbox, 'acme-vision');
  await otherAdministrator(signIn).create('belt-7-uploads', [
    'project:read',
    'image:create',
    'image:tag',
    'batch:create',
    'model:infer',
    'version:read',
    'folder:delete',
  ]);
  await at.connect(signIn);
  await at.searchFor('belt-7-uploads', 1);
  await at.select('belt-7-uploads');
  await at.button('Edit scope', at.details).click();
  const form = at.dialog('Edit scope');
  await expect(at.button('Use Uploader', form)).toBeVisible();
  await pictures(page, 'narrower-use-case');
});
