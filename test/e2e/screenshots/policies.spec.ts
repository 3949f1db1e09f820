/** The pictures of rotation policies and of keys that rest. */
import { expect, test } from '../support/app.ts';
import { setEnvironment } from '../support/due-dates.ts';
import { pictures } from './pictures.ts';

test('policies', async ({ host, at }) => {
  const { page } = host;
  await at.button('Explore the sandbox').click();
  await expect(at.grid).toHaveAttribute('aria-rowcount', '688');
  await expect(at.syncStatus).not.toHaveAttribute('aria-busy', 'true');
  await setEnvironment(page, 'ws:acme created:<100d', 'production');
  await setEnvironment(page, 'ws:orchard created:<190d', 'staging');
  await page
    .getByRole('navigation', { name: 'Views' })
    .getByRole('button', { name: /^Rotation/ })
    .click();

  await at.button('Policies…').click();
  const policies = at.dialog('Rotation policies');
  await policies.getByLabel('Production', { exact: true }).selectOption('Another number of days');
  await policies.getByLabel('Production: number of days').fill('60');
  await policies.getByLabel('Reason').fill('Asked for by the last audit');
  await expect(policies.getByRole('status')).toContainText('fall due earlier');
  await pictures(page, 'policies');
  await policies.getByRole('button', { name: 'Save' }).click();
  await expect(policies).toBeHidden();
  await at.button('Policies…').click();
  await policies.getByLabel('For').selectOption('Acme Vision');
  await policies.getByLabel('CI/CD', { exact: true }).selectOption('Another number of days');
  await policies.getByLabel('CI/CD: number of days').fill('45');
  await policies.getByRole('button', { name: 'Save' }).click();
  await expect(policies).toBeHidden();
  await at.button('Policies…').click();
  await expect(policies).toContainText('Asked for by the last audit');
  await pictures(page, 'policies-changes');
  await page.keyboard.press('Escape');

  await page
    .getByRole('navigation', { name: 'Views' })
    .getByRole('button', { name: /^Inventory/ })
    .click();
  await at.search.fill('status:overdue');
  await at.search.press('Enter');
  await page.keyboard.press('Home');
  await expect(at.details).toContainText('d late');
  await page.keyboard.press('s');
  const snooze = at.dialog('Snooze');
  await snooze.getByLabel('Reason').fill('Contract with the integrator ends on Friday');
  await pictures(page, 'snooze');
  await page.keyboard.press('Enter');
  await expect(snooze).toBeHidden();
  await at.search.fill('is:snoozed');
  await at.search.press('Enter');
  await page.keyboard.press('Home');
  await expect(at.details).toContainText('Snoozed until');
  await pictures(page, 'snoozed');
  await at.details.getByRole('button', { name: 'Change…' }).click();
  const own = at.dialog('Rotation policy');
  await own.getByLabel('This key rotates', { exact: true }).selectOption('Another number of days');
  await own.getByLabel('This key rotates: number of days').fill('120');
  await own.getByLabel('Reason').fill('Burnt into the scanners; replaced with the next delivery');
  await pictures(page, 'key-policy');
  await page.keyboard.press('Escape');
  await at.search.fill('');
  await at.search.press('Enter');
  await page.keyboard.press('ControlOrMeta+A');
  await expect(page.getByRole('region', { name: 'Selected keys' })).toContainText('Snooze');
  await pictures(page, 'snooze-many');
});
