/** What others changed since the last visit: found, followed into the key and marked as seen, by keyboard alone. */
import type { Page } from '@playwright/test';
import { expect, signInTo, test } from './support/app.ts';
import { expectNoViolations } from './support/axe.ts';
import type { Desk } from './support/desk.ts';
import { otherAdministrator } from './support/other-administrator.ts';
import { type Walk, walkOn } from './support/walk.ts';

const changesOf = (page: Page) => page.getByRole('grid', { name: 'Changes' });
/** The screen's entry in the sidebar, with the number of changes nobody has looked at. */
const entryOf = (page: Page) =>
  page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: /^Since your last visit/ });

/** Three keys are changed by somebody else, and a sync is asked for. */
async function othersAtWork(keys: Walk, at: Desk, signIn: { baseUrl: string; credential: string }) {
  // A run that began before would not see them.
  await expect(at.syncStatus).not.toHaveAttribute('aria-busy', 'true');
  const other = otherAdministrator(signIn);
  const nightly = await other.idOf('nightly-export');
  await other.change(nightly, { scopes: ['version:read', 'project:read', 'image:read', 'folder:delete'] });
  await other.change(await other.idOf('qa-regression'), { name: 'qa-regression-2' });
  await other.change(await other.idOf('line2-uploader'), { disabled: true });
  await keys.command('sync now', /^Sync now/);
}

test('others’ changes are found, followed, and marked as seen, by keyboard', async ({
  host,
  at,
  sandbox,
  signedIn: _,
}) => {
  const { page } = host;
  const keys = walkOn(page);
  await othersAtWork(keys, at, signInTo(sandbox, 'acme-vision'));
  await expect(entryOf(page)).toContainText('3 not looked at yet');

  await keys.command('since your', /Since your last visit/);
  const changes = changesOf(page);
  await expect(changes).toHaveAttribute('aria-rowcount', '4');
  await expect(changes).toContainText('Acme Vision');
  await expect(changes.getByRole('row').filter({ hasText: 'nightly-export' })).toContainText(
    'Can now delete folders.',
  );
  // Looked at, so the number goes; the list stays for the rest of the visit.
  await expect(entryOf(page)).not.toContainText('not looked at yet');
  await expect(changes).toHaveAttribute('aria-rowcount', '4');

  // The palette leads into the list, or Tab does.
  await keys.tabTo(changes);
  await keys.press('End');
  const last = changes.getByRole('row', { selected: true });
  await expect(last).toHaveCount(1);
  const name = (
    (await last.getByRole('gridcell').first().locator('span').first().getAttribute('title')) ?? ''
  ).trim();
  await expect(at.details.getByRole('heading', { name, exact: true })).toBeVisible();
  await keys.press('Home');
  await expect(at.details.getByRole('heading', { name, exact: true })).toBeHidden();
  await keys.press('Enter');
  await expect(at.details).toBeFocused();
  await expect(at.details).toContainText('elsewhere');
  await keys.press('Escape');
  await expect(changes).toBeFocused();

  // From the list back over its controls, the last of which is what was done here as well.
  await keys.press('Shift+Tab');
  await expect(page.getByRole('checkbox', { name: 'Also what I did' })).toBeFocused();
  await keys.press('Shift+Tab');
  const kinds = page.getByRole('combobox', { name: 'Kind of change' });
  await expect(kinds).toBeFocused();
  await keys.choose(kinds, 'Renamed (1)');
  await expect(changes).toHaveAttribute('aria-rowcount', '2');
  await expect(changes).toContainText('Was called “qa-regression” before.');
  await keys.choose(kinds, 'All kinds (3)');
  await expect(changes).toHaveAttribute('aria-rowcount', '4');

  await keys.activate(page.getByRole('button', { name: 'Mark all as seen' }));
  await expect(page.getByText(/^Nothing changed since /)).toBeVisible();
  await expect(changes).toBeFocused();
  await keys.undo();
  await expect(changes).toHaveAttribute('aria-rowcount', '4');
});

test('what was done from here is nobody’s news, and can be listed all the same, by keyboard', async ({
  host,
  signedIn: _,
}) => {
  const { page } = host;
  const keys = walkOn(page);
  await keys.copyAndClose(await keys.newKey({ name: 'made-by-myself', workspace: 'Acme Vision' }));
  await keys.command('since your', /Since your last visit/);
  await expect(page.getByText(/^Nothing changed since /)).toBeVisible();
  await keys.activate(page.getByRole('checkbox', { name: 'Also what I did' }), 'Space');
  const changes = changesOf(page);
  await expect(changes.getByRole('row').filter({ hasText: 'made-by-myself' })).toContainText('By you, here');
});

test('a key that vanished still shows what is known of it, by keyboard', async ({
  host,
  at,
  sandbox,
  signedIn: _,
}) => {
  const { page } = host;
  const keys = walkOn(page);
  await expect(at.syncStatus).not.toHaveAttribute('aria-busy', 'true');
  const other = otherAdministrator(signInTo(sandbox, 'acme-vision'));
  await other.remove(await other.idOf('qa-regression'));
  await keys.command('sync now', /^Sync now/);
  await expect(entryOf(page)).toContainText('1 not looked at yet');
  await keys.command('since your', /Since your last visit/);
  await keys.tabTo(changesOf(page));
  await keys.press('Home');
  await expect(at.details.getByRole('heading', { name: 'qa-regression' })).toBeVisible();
  await expect(at.details).toContainText('Vanished elsewhere');
});

test('all that is kept, and no change of a kind, are shown by keyboard', async ({
  host,
  at,
  sandbox,
  signedIn: _,
}) => {
  const { page } = host;
  const keys = walkOn(page);
  await othersAtWork(keys, at, signInTo(sandbox, 'acme-vision'));
  await expect(entryOf(page)).toContainText('3 not looked at yet');
  await keys.command('since your', /Since your last visit/);
  const changes = changesOf(page);
  await expect(changes).toHaveAttribute('aria-rowcount', '4');
  await keys.choose(page.getByRole('combobox', { name: 'Kind of change' }), 'Renamed (1)');
  await expect(changes).toHaveAttribute('aria-rowcount', '2');
  // Nobody renamed anything in Orchard Labs.
  await keys.press('ControlOrMeta+2');
  await expect(page.getByText('No such change in Orchard Labs.')).toBeVisible();
  await expectNoViolations(page, 'no change of a kind');
  await keys.activate(at.button('Show all kinds'));
  await expect(changes).toBeFocused();
  await expect(page.getByText(/^Nothing changed in Orchard Labs since /)).toBeVisible();
  await keys.activate(at.button('Show all that is kept'));
  await expect(changes).toBeFocused();
  await expect(page.getByRole('radio', { name: 'All kept' })).toBeChecked();
  await keys.press('ControlOrMeta+0');
  await expect(changes.getByRole('row').filter({ hasText: 'qa-regression-2' })).toBeVisible();
});

test('axe finds nothing on the list, nor on the empty one', async ({ host, at, sandbox, signedIn: _ }) => {
  const { page } = host;
  const keys = walkOn(page);
  await keys.command('since your', /Since your last visit/);
  await expect(page.getByText(/^Nothing changed since /)).toBeVisible();
  await expectNoViolations(page, 'no changes');
  await othersAtWork(keys, at, signInTo(sandbox, 'acme-vision'));
  const changes = changesOf(page);
  await expect(changes).toHaveAttribute('aria-rowcount', '4');
  await keys.tabTo(changes);
  await keys.press('Home');
  await expect(at.details.getByRole('heading').first()).toBeVisible();
  await expectNoViolations(page, 'changes');
});
