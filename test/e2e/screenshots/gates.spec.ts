/** The pictures of what a plan and a protection do not allow, and of a key that was replaced in the table. */
import { expect, signInTo, test } from '../support/app.ts';
import { pictures, wide } from './pictures.ts';

test('plan-gate', async ({ host, at, starter }) => {
  const { page } = host;
  await page.setViewportSize(wide);
  await at.connect(starter.signIn);
  await expect(at.grid).toHaveAttribute('aria-rowcount', '11');
  await expect(at.syncStatus).not.toHaveAttribute('aria-busy', 'true');
  await at.select('camera-3');
  await at.button('Roll…', at.details).click();
  await at.button('Roll key', at.dialog('Roll key')).click();
  const store = at.dialog('Store this secret');
  await at.button('I don’t need it', store).click();
  await at.button('Discard it', store).click();
  await expect(store).toBeHidden();
  await at.select('camera-1');
  await at.button('Disable', at.details).click();
  await expect(at.details.getByRole('alert')).toContainText('Advanced API Keys');
  // Another key: the refusal of the first is told where it was asked for.
  await at.select('camera-2');
  await expect(at.details.getByText(/as Roboflow said when it was last tried/)).toBeVisible();
  await pictures(page, 'plan-gate');
});

test('protected', async ({ host, at, sandbox }) => {
  const { page } = host;
  await page.setViewportSize(wide);
  await at.connect(signInTo(sandbox, 'acme-vision'));
  await expect(at.grid).toHaveAttribute('aria-rowcount', '349');
  await expect(at.syncStatus).not.toHaveAttribute('aria-busy', 'true');
  await at.search.fill('is:protected');
  await expect(at.grid.getByRole('row').nth(1)).toContainText('Protected');
  await at.grid.getByRole('row').nth(1).click();
  await expect(at.details.getByText(/^Protected: only Roboflow’s dashboard/)).toBeVisible();
  await pictures(page, 'protected');
});
