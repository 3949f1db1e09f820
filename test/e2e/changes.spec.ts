/** What others changed since the last visit: found, followed into the key and marked as seen, by keyboard alone. */
import type { Page } from '@playwright/test';
import { expect, signInTo, test } from './support/app.ts';
import { expectNoViolations } from './support/axe.ts';
import type { desk } from './support/desk.ts';
import { keyboardOf } from './support/keyboard.ts';
import { otherAdministrator } from './support/other-administrator.ts';

type Desk = ReturnType<typeof desk>;

const changesOf = (page: Page) => page.getByRole('grid', { name: 'Changes' });
/** The screen's entry in the sidebar, with the number of changes nobody has looked at. */
const entryOf = (page: Page) =>
  page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: /^Since your last visit/ });

/** Chooses the first entry that these words find. */
async function byPalette(page: Page, at: Desk, words: string, entry: RegExp): Promise<void> {
  await page.keyboard.press('ControlOrMeta+K');
  const palette = at.dialog('Command palette');
  await expect(palette.getByRole('combobox', { name: 'Search commands' })).toBeFocused();
  await page.keyboard.type(words);
  await expect(palette.getByRole('option', { selected: true })).toHaveText(entry);
  await page.keyboard.press('Enter');
  await expect(palette).toBeHidden();
}

/** Three keys are changed by somebody else, and a sync is asked for. */
async function othersAtWork(page: Page, at: Desk, signIn: { baseUrl: string; credential: string }) {
  // A run that began before would not see them.
  await expect(at.syncStatus).not.toHaveAttribute('aria-busy', 'true');
  const other = otherAdministrator(signIn);
  const nightly = await other.idOf('nightly-export');
  await other.change(nightly, { scopes: ['version:read', 'project:read', 'image:read', 'folder:delete'] });
  await other.change(await other.idOf('qa-regression'), { name: 'qa-regression-2' });
  await other.change(await other.idOf('line2-uploader'), { disabled: true });
  await byPalette(page, at, 'sync now', /^Sync now/);
}

test('others’ changes are found, followed, and marked as seen, without the mouse', async ({
  host,
  at,
  sandbox,
  signedIn: _,
}) => {
  const { page } = host;
  const { keyboard } = page;
  await othersAtWork(page, at, signInTo(sandbox, 'acme-vision'));
  await expect(entryOf(page)).toContainText('3 not looked at yet');

  await byPalette(page, at, 'since your', /Since your last visit/);
  const changes = changesOf(page);
  await expect(changes).toHaveAttribute('aria-rowcount', '4');
  await expect(changes).toContainText('Acme Vision');
  await expect(changes.getByRole('row').filter({ hasText: 'nightly-export' })).toContainText(
    'Can now delete folders.',
  );
  // Looked at, so the number goes; the list stays for the rest of the visit.
  await expect(entryOf(page)).not.toContainText('not looked at yet');
  await expect(changes).toHaveAttribute('aria-rowcount', '4');

  await changes.focus();
  await expect(changes).toBeFocused();
  await keyboard.press('End');
  const last = changes.getByRole('row', { selected: true });
  await expect(last).toHaveCount(1);
  const name = (
    (await last.getByRole('gridcell').first().locator('span').first().getAttribute('title')) ?? ''
  ).trim();
  await expect(at.details.getByRole('heading', { name, exact: true })).toBeVisible();
  await keyboard.press('Home');
  await expect(at.details.getByRole('heading', { name, exact: true })).toBeHidden();
  await keyboard.press('Enter');
  await expect(at.details).toBeFocused();
  await expect(at.details).toContainText('elsewhere');
  await keyboard.press('Escape');
  await expect(changes).toBeFocused();

  // From the list back over its controls, the last of which is what was done here as well.
  await keyboard.press('Shift+Tab');
  await expect(page.getByRole('checkbox', { name: 'Also what I did' })).toBeFocused();
  await keyboard.press('Shift+Tab');
  const kinds = page.getByRole('combobox', { name: 'Kind of change' });
  await expect(kinds).toBeFocused();
  const keys = keyboardOf(page);
  await keys.choose(kinds, 'Renamed (1)');
  await expect(changes).toHaveAttribute('aria-rowcount', '2');
  await expect(changes).toContainText('Was called “qa-regression” before.');
  await keys.choose(kinds, 'All kinds (3)');
  await expect(changes).toHaveAttribute('aria-rowcount', '4');

  await page.getByRole('button', { name: 'Mark all as seen' }).focus();
  await keyboard.press('Enter');
  await expect(page.getByText(/^Nothing changed since /)).toBeVisible();
  await expect(changes).toBeFocused();
  const undo = page.getByRole('button', { name: 'Undo' });
  await expect(undo).toBeVisible();
  await keyboard.press('F6');
  await keyboard.press('Tab');
  await keyboard.press('Tab');
  await expect(undo).toBeFocused();
  await keyboard.press('Enter');
  await expect(changes).toHaveAttribute('aria-rowcount', '4');
});

test('what was done from here is nobody’s news, and can be listed all the same', async ({
  host,
  at,
  signedIn: _,
}) => {
  const { page } = host;
  const store = await at.createInferenceKey('made-by-myself', 'Acme Vision');
  await at.button('Copy secret', store).click();
  await at.button('Done', store).click();
  // The palette stays away from another dialog.
  await expect(store).toBeHidden();
  await byPalette(page, at, 'since your', /Since your last visit/);
  await expect(page.getByText(/^Nothing changed since /)).toBeVisible();
  await page.getByRole('checkbox', { name: 'Also what I did' }).check();
  const changes = changesOf(page);
  await expect(changes.getByRole('row').filter({ hasText: 'made-by-myself' })).toContainText('By you, here');
});

test('a key that vanished still shows what is known of it', async ({ host, at, sandbox, signedIn: _ }) => {
  const { page } = host;
  await expect(at.syncStatus).not.toHaveAttribute('aria-busy', 'true');
  const other = otherAdministrator(signInTo(sandbox, 'acme-vision'));
  await other.remove(await other.idOf('qa-regression'));
  await byPalette(page, at, 'sync now', /^Sync now/);
  await expect(entryOf(page)).toContainText('1 not looked at yet');
  await byPalette(page, at, 'since your', /Since your last visit/);
  await changesOf(page).getByRole('row').filter({ hasText: 'qa-regression' }).click();
  await expect(at.details.getByRole('heading', { name: 'qa-regression' })).toBeVisible();
  await expect(at.details).toContainText('Vanished elsewhere');
});

test('axe finds nothing on the list, nor on the empty one', async ({ host, at, sandbox, signedIn: _ }) => {
  const { page } = host;
  await byPalette(page, at, 'since your', /Since your last visit/);
  await expect(page.getByText(/^Nothing changed since /)).toBeVisible();
  await expectNoViolations(page, 'no changes');
  await othersAtWork(page, at, signInTo(sandbox, 'acme-vision'));
  const changes = changesOf(page);
  await expect(changes).toHaveAttribute('aria-rowcount', '4');
  await changes.focus();
  await page.keyboard.press('Home');
  await expect(at.details.getByRole('heading').first()).toBeVisible();
  await expectNoViolations(page, 'changes');
});
