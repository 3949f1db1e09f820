/** Quarantine by keyboard alone: into it, out of it, and what became of it while the computer was off. */
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import SqliteDatabase from 'better-sqlite3';
import { expect, openLatchkey, signInTo, test } from './support/app.ts';
import { expectNoViolations } from './support/axe.ts';
import { desk } from './support/desk.ts';
import { roboflowTrial } from './support/trial.ts';

type Desk = ReturnType<typeof desk>;

/** By the palette, so that no pointer is needed. */
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

async function newKey(page: Page, at: Desk, name: string): Promise<void> {
  const store = await at.createInferenceKey(name, 'Acme Vision');
  await at.button('Copy secret', store).click();
  await expect(store).toContainText('Copied');
  await at.button('Done', store).click();
  await expect(store).toBeHidden();
  await choose(page, at, name, new RegExp(`^${name}`));
  await expect(at.details.getByRole('heading', { name })).toBeVisible();
}

/** Opens the delete dialog of the selected key and takes what it offers first. */
async function quarantine(page: Page, at: Desk): Promise<void> {
  await choose(page, at, 'delete', 'Delete…');
  const dialog = at.dialog('Delete key');
  await expect(at.button('Cancel', dialog)).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(at.button('Quarantine', dialog)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
}

async function tabTo(page: Page, at: Desk, name: string): Promise<void> {
  for (let stops = 0; stops < 12; stops += 1) {
    await page.keyboard.press('Tab');
    if (await at.button(name, at.details).evaluate((button) => button === document.activeElement)) return;
  }
  throw new Error(`Tab does not lead to ${name}.`);
}

const bin = (page: Page) => page.getByRole('grid', { name: 'Keys in quarantine' });
const countInSidebar = (page: Page) =>
  page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: /^Quarantine/ });

test('into quarantine, undone; again, planned anew, and restored from its screen', async ({
  host,
  at,
  sandbox,
  signedIn: _,
}) => {
  const { page } = host;
  const name = 'quarantine-trial';
  await newKey(page, at, name);
  const secret = await host.evalMain(({ clipboard }) => clipboard.readText());
  const use = { baseUrl: signInTo(sandbox, 'acme-vision').baseUrl, workspace: 'acme-vision', secret };

  await choose(page, at, 'delete', 'Delete…');
  await expect(at.dialog('Delete key')).toContainText('To be deleted on');
  await expectNoViolations(page, 'delete dialog with quarantine');
  await page.keyboard.press('Escape');

  await quarantine(page, at);
  await expect(at.details).toContainText('Quarantined: will be deleted on');
  expect(await roboflowTrial.predict(use)).toBe(401);
  const undo = page.getByRole('button', { name: 'Undo' });
  await expect(undo).toHaveCount(1);
  await page.keyboard.press('F6');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(undo).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText(`Restored ${name}`)).toBeVisible();
  await expect(at.details).not.toContainText('Quarantined');
  expect(await roboflowTrial.predict(use)).toBe(200);

  await quarantine(page, at);
  await expect(at.details).toContainText('in 14 days');
  await choose(page, at, 'go to quarantine', 'Go to Quarantine');
  await expect(bin(page)).toBeFocused();
  await expect(bin(page)).toHaveAttribute('aria-rowcount', '2');
  await expect(countInSidebar(page)).toContainText('1 keys');
  await page.keyboard.press('ArrowDown');
  await expect(bin(page).getByRole('row', { name })).toHaveAttribute('aria-selected', 'true');
  await expectNoViolations(page, 'quarantine with a key');

  await page.keyboard.press('Enter');
  await expect(at.details).toBeFocused();
  await tabTo(page, at, 'Change date…');
  await page.keyboard.press('Enter');
  const plan = at.dialog('Change date');
  await expect(at.button('Cancel', plan)).toBeFocused();
  await expectNoViolations(page, 'change date');
  await page.keyboard.press('Shift+Tab');
  await expect(plan.getByRole('radio', { name: '14 days' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  const number = plan.getByRole('textbox', { name: 'Number of days' });
  await page.keyboard.press('Tab');
  await expect(number).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('none');
  await expect(plan).toContainText('Type a number from 1 to 365.');
  await expect(at.button('Change date', plan)).toBeDisabled();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('45');
  await expect(plan).toContainText('in 45 days');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(at.button('Change date', plan)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(plan).toBeHidden();
  await expect(bin(page)).toContainText('in 45 days');

  await bin(page).focus();
  await page.keyboard.press('Delete');
  const dialog = at.dialog('Delete key');
  await expect(dialog).toContainText('It is in quarantine');
  await expect(at.button('Quarantine', dialog)).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  await page.keyboard.press('Enter');
  await expect(at.details).toBeFocused();
  await tabTo(page, at, 'Restore');
  await page.keyboard.press('Enter');
  await expect(page.getByText('No key is in quarantine.')).toBeVisible();
  await expect(at.button('Disable', at.details)).toBeVisible();
  expect(await roboflowTrial.predict(use)).toBe(200);
  await expectNoViolations(page, 'empty quarantine');
});

test('where a platform cannot disable, the dialog says why there is no quarantine', async ({
  host,
  at,
  signedIn: _,
}) => {
  const { page } = host;
  await at.workspaces.getByRole('button', { name: /^Orchard Labs/ }).click();
  await expect(at.grid).toHaveAttribute('aria-rowcount', '55');
  await at.grid.focus();
  await page.keyboard.press('Home');
  await choose(page, at, 'delete', 'Delete…');
  const dialog = at.dialog('Delete key');
  await expect(dialog).toContainText(
    'There is no quarantine for this key. This platform cannot disable a key.',
  );
  await expect(dialog).toContainText('immediate and final');
  await expect(at.button('Cancel', dialog)).toBeFocused();
  await expect(at.button('Quarantine', dialog)).toHaveCount(0);
  await expectNoViolations(page, 'delete dialog without quarantine');
});

test('on a plan that cannot disable, the dialog learns it and says so', async ({ host, at, starter }) => {
  const { page } = host;
  await at.connect(starter.signIn);
  await expect(at.grid).toHaveAttribute('aria-rowcount', '11');
  await at.select('camera-1');
  await quarantineRefused();
  await page.keyboard.press('Escape');
  await expect(at.dialog('Delete key')).toBeHidden();
  // Known from now on: the next key is not offered what cannot be.
  await choose(page, at, 'delete', 'Delete…');
  await expect(at.dialog('Delete key')).toContainText('There is no quarantine for this key.');
  await expect(at.button('Quarantine', at.dialog('Delete key'))).toHaveCount(0);

  async function quarantineRefused(): Promise<void> {
    await choose(page, at, 'delete', 'Delete…');
    const dialog = at.dialog('Delete key');
    await at.button('Quarantine', dialog).press('Enter');
    await expect(dialog.getByRole('alert')).toContainText('Advanced API Keys');
    await expect(dialog).toContainText('There is no quarantine for this key.');
    await expect(at.button('Quarantine', dialog)).toHaveCount(0);
  }
});

test('what fell due while the computer was off is deleted at the next start, and that is said', async ({
  folder,
  host,
  at,
}) => {
  const profile = join(folder, 'profile');
  await at.button('Explore the sandbox').click();
  await expect(at.grid).toHaveAttribute('aria-rowcount', '688');
  await expect(at.syncStatus).not.toHaveAttribute('aria-busy', 'true');
  for (const name of ['goes-as-planned', 'is-held-back']) {
    await newKey(host.page, at, name);
    await quarantine(host.page, at);
    await expect(at.details).toContainText('Quarantined: will be deleted on');
  }
  await host.close();

  // Three weeks pass; and one key was not as it is now when it was put there.
  const database = new SqliteDatabase(join(profile, 'latchkey.db'));
  const back = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
  database.prepare('UPDATE quarantine SET since = ?, due = ?').run(back(21), back(7));
  database
    .prepare(
      "UPDATE quarantine SET baseline = json_set(baseline, '$.name', 'had-another-name') WHERE key_name = 'is-held-back'",
    )
    .run();
  database.close();

  const again = await openLatchkey(profile);
  const { page } = again;
  const after = desk(page);
  await expect(page.getByText(/1 key \(goes-as-planned\) was deleted as planned/)).toBeVisible();
  await expect(page.getByText(/1 key \(is-held-back\) was due and was not deleted/)).toBeVisible();
  await expect(countInSidebar(page)).toContainText('1 held back of 1');
  await expectNoViolations(page, 'news of quarantine');
  await after.button('Show quarantine').press('Enter');
  await expect(bin(page)).toContainText('Held back');
  await bin(page).focus();
  await page.keyboard.press('ArrowDown');
  await expect(after.details).toContainText('renamed from had-another-name to is-held-back');
  await expectNoViolations(page, 'quarantine with a key held back');
  await after.button('Dismiss').press('Enter');
  await expect(page.getByText(/was deleted as planned/)).toBeHidden();
  await again.close();
});
