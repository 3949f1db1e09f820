/** The pictures of Datature Vi: its sign-in, and the matrix of access and permission. */
import { expect, signInTo, test } from '../support/app.ts';
import { pictures, wide } from './pictures.ts';

test('datature-vi', async ({ host, at, sandbox }) => {
  const { page } = host;
  await page.setViewportSize(wide);
  await at.connect(signInTo(sandbox, 'org_7fh2kq9m'));
  await expect(at.grid).toHaveAttribute('aria-rowcount', '25');
  await expect(at.syncStatus).not.toHaveAttribute('aria-busy', 'true');
  await at.select('container-codes-export');
  await pictures(page, 'datature-vi');
  await at.button('Edit scope', at.details).click();
  const form = at.dialog('Edit scope');
  await form.getByRole('checkbox', { name: 'Training' }).check();
  await form.getByRole('radio', { name: 'Full', exact: true }).check();
  await expect(form.getByRole('region', { name: 'Changes' })).toContainText('start runs');
  await pictures(page, 'scope-matrix');
});
