/** Rolling a key and restricting a new one to folders, by keyboard alone. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, signInTo, test } from './support/app.ts';
import type { desk } from './support/desk.ts';
import { keyboardOf } from './support/keyboard.ts';
import { roboflowTrial } from './support/trial.ts';

type Desk = ReturnType<typeof desk>;

async function expectNoViolations(page: Page, where: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode()
      .exclude('[data-base-ui-focus-guard]')
      .analyze();
    const found = violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`,
    );
    expect(found, `${where}, ${colorScheme}`).toEqual([]);
  }
}

async function choose(page: Page, at: Desk, typed: string, choice: string | RegExp): Promise<void> {
  const palette = at.dialog('Command palette');
  await page.keyboard.press('Control+k');
  await expect(palette.getByRole('combobox', { name: 'Search commands' })).toBeFocused();
  await page.keyboard.type(typed);
  const option = palette.getByRole('option', { name: choice });
  await expect(option).toHaveAttribute('aria-selected', 'true');
  const id = (await option.getAttribute('id')) ?? '';
  await expect(palette.getByRole('combobox')).toHaveAttribute('aria-activedescendant', id);
  await page.keyboard.press('Enter');
  await expect(palette).toBeHidden();
}

/** Takes the secret of the dialog that hands it over, and answers it. */
async function takeSecret(page: Page, at: Desk): Promise<string> {
  const keys = keyboardOf(page);
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

test('a key for two folders is made, rolled, and followed in both directions', async ({
  host,
  at,
  sandbox,
}) => {
  const { page } = host;
  const keys = keyboardOf(page);
  const signIn = signInTo(sandbox, 'acme-vision');
  await at.connect(signIn);
  const name = 'roll-trial';

  await choose(page, at, 'new key', 'New key');
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

  await choose(page, at, name, new RegExp(`^${name}`));
  await expect(at.details.getByRole('heading', { name })).toBeVisible();
  await expect(at.details).toContainText('in 2 folders.');
  const oldId = await at.details.locator('code').first().textContent();

  await choose(page, at, 'roll', 'Roll…');
  const dialog = at.dialog('Roll key');
  await expect(at.button('Cancel', dialog)).toBeFocused();
  await expect(dialog).toContainText('The old secret stops working at once. There is no overlap');
  await expect(dialog).toContainText(`The key id changes from ${oldId}`);
  await expectNoViolations(page, 'roll dialog');
  await page.keyboard.press('Tab');
  await expect(at.button('Roll key', dialog)).toBeFocused();
  await page.keyboard.press('Enter');
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
  await page.keyboard.press('Enter');
  await expect(lineage).toContainText('Replaced by');
  await expect(at.details).toContainText(`Rolled: ${name} took its place.`);
  await expectNoViolations(page, 'a key that was replaced');
  await keys.tabTo(lineage.getByRole('button'));
  await page.keyboard.press('Enter');
  await expect(lineage).toContainText(`Replaces${oldId}`);
});

test('what cannot be rolled says why: protected, and on another platform', async ({ at, signedIn: _ }) => {
  const roll = at.button('Roll…', at.details);
  await at.search.fill('ws:acme is:protected');
  await expect(at.grid.getByRole('row').nth(1)).toContainText('Protected');
  await at.grid.getByRole('row').nth(1).click();
  await expect(roll).toHaveAttribute('aria-disabled', 'true');
  await expect(roll).toHaveAccessibleDescription(/^Protected: only Roboflow’s dashboard can lift that/);

  await at.search.fill('');
  await at.workspaces.getByRole('button', { name: /^Orchard Labs/ }).click();
  await expect(at.grid).toHaveAttribute('aria-rowcount', '55');
  await at.grid.getByRole('row').nth(2).click();
  await expect(at.details).toContainText('Orchard Labs');
  await expect(roll).toHaveAttribute('aria-disabled', 'true');
  await expect(roll).toHaveAccessibleDescription(/^This platform cannot roll a key in one step\./);
});
