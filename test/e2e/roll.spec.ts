/** Rolling a key and restricting a new one to folders, by keyboard alone. */
import type { Page } from '@playwright/test';
import { expect, signInTo, test } from './support/app.ts';
import { expectNoViolations } from './support/axe.ts';
import type { Desk } from './support/desk.ts';
import { countOf } from './support/due-dates.ts';
import { roboflowTrial } from './support/trial.ts';
import { walkOn } from './support/walk.ts';

/** Takes the secret of the dialog that hands it over, and answers it. */
async function takeSecret(page: Page, at: Desk): Promise<string> {
  const keys = walkOn(page);
  const store = at.dialog('Store this secret');
  await expect(store).toBeVisible();
  await keys.activate(at.button('Reveal secret', store));
  const secret = store.locator('code').filter({ visible: true });
  await expect(secret).toHaveText(/^[A-Za-z0-9]{20}$/);
  const text = (await secret.textContent()) ?? '';
  await keys.activate(at.button('Done', store));
  await expect(store).toBeHidden();
  return text;
}

test('a key for two folders is made, rolled, and followed in both directions, by keyboard', async ({
  host,
  at,
  sandbox,
}) => {
  const { page } = host;
  const keys = walkOn(page);
  const signIn = signInTo(sandbox, 'acme-vision');
  await keys.connect(signIn);
  const name = 'roll-trial';

  await keys.command('new key', 'New key');
  const form = at.dialog('New key');
  await keys.fill(form.getByLabel('Name'), name);
  const only = form.getByRole('checkbox', { name: 'Only some folders' });
  await keys.activate(only, 'Space');
  const folders = form.getByRole('group', { name: 'Folders' }).getByRole('listitem').getByRole('checkbox');
  await expect(folders.first()).toBeVisible();
  await keys.activate(at.button('Generate key', form));
  await expect(form).toContainText('Choose at least one folder.');
  await keys.tabTo(only, 'Shift+Tab');
  await keys.activate(folders.nth(0), 'Space');
  await keys.activate(folders.nth(1), 'Space');
  await expect(form).toContainText('in 2 folders.');
  await expect(form).not.toContainText('Choose at least one folder.');
  await expectNoViolations(page, 'new key for two folders');
  await keys.activate(at.button('Generate key', form));
  const first = await takeSecret(page, at);
  const use = { baseUrl: signIn.baseUrl, workspace: 'acme-vision' };

  await keys.command(name, new RegExp(`^${name}`));
  await expect(at.details.getByRole('heading', { name })).toBeVisible();
  await expect(at.details).toContainText('in 2 folders.');
  const oldId = await at.details.locator('code').first().textContent();

  await keys.command('roll', 'Roll…');
  const dialog = at.dialog('Roll key');
  await expect(at.button('Cancel', dialog)).toBeFocused();
  await expect(dialog).toContainText('The old secret stops working at once. There is no overlap');
  await expect(dialog).toContainText(`The key id changes from ${oldId}`);
  await expectNoViolations(page, 'roll dialog');
  await keys.press('Tab');
  await expect(at.button('Roll key', dialog)).toBeFocused();
  await keys.press('Enter');
  const second = await takeSecret(page, at);
  expect(second).not.toBe(first);
  expect(await roboflowTrial.predict({ ...use, secret: first })).toBe(401);

  const lineage = at.details
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: 'Lineage' }) });
  await expect(lineage).toContainText(`Replaces${oldId}`);
  await expect(at.details).toContainText('Rolled');
  await expectNoViolations(page, 'a key that replaced another');
  await keys.tabTo(at.details.getByRole('button', { name: `Show ${name} (${oldId})` }));
  await keys.press('Enter');
  await expect(lineage).toContainText('Replaced by');
  await expect(at.details).toContainText(`Rolled: ${name} took its place.`);
  await expectNoViolations(page, 'a key that was replaced');
  await keys.tabTo(lineage.getByRole('button'));
  await keys.press('Enter');
  await expect(lineage).toContainText(`Replaces${oldId}`);
});

test('what cannot be rolled says why by keyboard: protected, and on another platform', async ({
  host,
  at,
  signedIn: _,
}) => {
  const { page } = host;
  const keys = walkOn(page);
  const roll = at.button('Roll…', at.details);
  const isProtected = 'ws:acme is:protected';
  await keys.searchFor(isProtected, await countOf(page, isProtected));
  await keys.press('Enter');
  await keys.press('Home');
  await keys.press('Enter');
  await expect(at.details).toBeFocused();
  await keys.tabTo(roll);
  await expect(roll).toHaveAttribute('aria-disabled', 'true');
  await expect(roll).toHaveAccessibleDescription(/^Protected: only Roboflow’s dashboard can lift that/);
  await keys.press('Enter');
  await expect(at.dialog('Roll key')).toBeHidden();
  await expectNoViolations(page, 'a protected key');

  await keys.searchFor('ws:orchard', await countOf(page, 'ws:orchard'));
  await keys.press('Enter');
  await keys.press('End');
  await expect(at.details).toContainText('Orchard Labs');
  await keys.press('Enter');
  await keys.tabTo(roll);
  await expect(roll).toHaveAttribute('aria-disabled', 'true');
  await expect(roll).toHaveAccessibleDescription(/^This platform cannot roll a key in one step\./);
  // For the eye in a tooltip, which comes with the focus.
  await expect(
    page.getByText(/^This platform cannot roll a key in one step\./).filter({ visible: true }),
  ).toBeVisible();
  await expectNoViolations(page, 'the reason in a tooltip');
});
