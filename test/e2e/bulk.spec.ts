/** One change over many keys: dry run, progress, stop, what became of each key, and the list that survives a quit. */
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { openToll } from '../support/toll.ts';
import { expect, openLatchkey, signInTo, test } from './support/app.ts';
import { expectNoViolations } from './support/axe.ts';
import { desk } from './support/desk.ts';
import { countOf } from './support/due-dates.ts';
import { keyboardOf } from './support/keyboard.ts';

type At = ReturnType<typeof desk>;

/** Keys of Acme Vision in the demo world. */
const acmeKeys = 348;

/** Chooses every key the search finds; answers how many those are. */
async function chooseAll(page: Page, at: At, search: string): Promise<number> {
  await expect(at.grid).toHaveAttribute('aria-rowcount', String(acmeKeys + 1));
  const found = await countOf(page, search);
  // The rows of the search before would be chosen otherwise.
  await at.searchFor(search, found);
  await at.grid.focus();
  await page.keyboard.press('Control+a');
  await expect(selected(page)).toContainText(`${found} keys selected`);
  return found;
}

const selected = (page: Page) => page.getByRole('region', { name: 'Selected keys' });

test('disabling many: the failed one is named, a retry finishes the rest, and undo brings all back', async ({
  host,
  at,
  sandbox,
}) => {
  const { page } = host;
  const toll = await openToll(sandbox.url);
  const { baseUrl, ...signIn } = signInTo(sandbox, 'acme-vision');
  await at.connect({ ...signIn, baseUrl: baseUrl.replace(sandbox.url, toll.url) });
  await chooseAll(page, at, 'airflow');
  toll.decideBy(({ count }) =>
    count === 3 ? { status: 403, body: { error: 'Your role does not allow this.' } } : null,
  );

  await at.button('Disable', selected(page)).click();
  const dialog = at.dialog('Disable keys');
  await expect(at.button('Cancel', dialog)).toBeFocused();
  const begin = dialog.getByRole('button', { name: /^Disable \d+ keys$/ });
  const count = Number(/\d+/.exec((await begin.textContent()) ?? '')?.[0]);
  await expect(dialog.getByRole('listitem').nth(1)).toContainText('Active');
  await expect(dialog.getByRole('listitem').nth(1)).toContainText('Disabled');
  await expectNoViolations(page, 'dry run');
  await dialog.getByRole('radio', { name: /^Left alone/ }).check();
  await expect(dialog.getByRole('region', { name: 'Left alone' })).toContainText('Protected');
  expect(toll.writes).toEqual([]);

  await begin.click();
  await expect(dialog.getByRole('alert')).toHaveText(`Ended: ${count - 1} done, 1 not.`);
  await expect(dialog.getByRole('region', { name: 'Failed' })).toContainText('may not change keys');
  await expectNoViolations(page, 'result');
  expect(toll.writes).toHaveLength(count);

  await at.button('Retry 1 key', dialog).click();
  await expect(dialog.getByRole('alert')).toHaveText(`${count} keys are disabled.`);
  await at.button('Undo', dialog).click();
  await expect(at.dialog('Undo: disable keys').getByRole('alert')).toHaveText(`${count} keys are as before.`);
  await at.button('Close', at.dialog('Undo: disable keys')).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(toll.writes).toHaveLength(1 + 2 * count);
  await toll.close();
});

test('deleting many asks for the slug, and the way through it needs no mouse', async ({
  host,
  at,
  sandbox,
}) => {
  const { page } = host;
  await at.connect(signInTo(sandbox, 'acme-vision'));
  await chooseAll(page, at, 'airflow');
  const keys = keyboardOf(page);
  await keys.activate(at.button('Delete…', selected(page)));
  const dialog = at.dialog('Delete keys');
  // What can be taken back is offered first.
  await expect(dialog.getByRole('radio', { name: 'Quarantine' })).toBeChecked();
  await expectNoViolations(page, 'choosing an end');
  await keys.pick(
    dialog.getByRole('group', { name: 'How they end' }),
    dialog.getByRole('radio', { name: 'Delete now' }),
  );
  await keys.activate(at.button('Show what would change', dialog));
  const begin = dialog.getByRole('button', { name: /^Delete \d+ keys$/ });
  await expect(begin).toBeDisabled();
  await expect(at.button('Cancel', dialog)).toBeFocused();
  await expect(dialog.getByRole('listitem').nth(1)).toContainText('Deleted');
  await expectNoViolations(page, 'deletion');

  const slug = dialog.getByRole('textbox', { name: /Acme Vision/ });
  await page.keyboard.press('Shift+Tab');
  await expect(slug).toBeFocused();
  await page.keyboard.type('acme-visio');
  await expect(begin).toBeDisabled();
  // Enter on a half-typed slug does nothing.
  await page.keyboard.press('Enter');
  await expect(begin).toBeDisabled();
  await page.keyboard.type('n');
  await expect(begin).toBeEnabled();
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toHaveText(/^\d+ keys are deleted\.$/);
  await expect(at.button('Close', dialog)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  // What is protected is still there.
  await expect(at.grid.getByRole('row').nth(1)).toContainText('Protected');
});

test('quarantine for many, and all of them back', async ({ host, at, sandbox }) => {
  const { page } = host;
  await at.connect(signInTo(sandbox, 'acme-vision'));
  await chooseAll(page, at, 'airflow');
  await at.button('Delete…', selected(page)).click();
  await at.button('Show what would change', at.dialog('Delete keys')).click();
  const dialog = at.dialog('Quarantine keys');
  await expect(dialog.getByRole('listitem').nth(1)).toContainText('Quarantine');
  await dialog.getByRole('button', { name: /^Quarantine \d+ keys$/ }).click();
  await expect(dialog.getByRole('alert')).toHaveText(/^\d+ keys are in quarantine\.$/);
  await at.button('Undo', dialog).click();
  await expect(at.dialog('Undo: quarantine keys').getByRole('alert')).toHaveText(
    /^\d+ keys are as before\.$/,
  );
});

test('an environment and a scope for many, by keyboard alone', async ({ host, at, signedIn: _ }) => {
  const { page } = host;
  const keys = keyboardOf(page);
  await keys.fill(at.search, 'kiosk');
  await expect(at.grid.getByRole('row').nth(1)).toContainText('kiosk');
  await at.rowsSettled();
  await keys.tabTo(at.grid);
  await keys.press('ArrowDown');
  await keys.press('Space');
  await keys.press('Shift+ArrowDown');
  await expect(selected(page)).toContainText('2 keys selected');

  await keys.activate(at.button('Environment…', selected(page)));
  const environment = at.dialog('Set environment');
  await keys.choose(environment.getByLabel('Environment'), 'Staging');
  await expectNoViolations(page, 'choosing an environment');
  await keys.activate(at.button('Show what would change', environment));
  await expect(at.button('Cancel', environment)).toBeFocused();
  await expect(environment.getByRole('listitem').nth(1)).toContainText('Staging');
  await keys.activate(at.button('Set it for 2 keys', environment));
  await expect(environment.getByRole('alert')).toHaveText('2 keys are in their new environment.');
  await keys.press('Escape');
  await expect(environment).toBeHidden();

  await keys.activate(at.button('Scope…', selected(page)));
  const scope = at.dialog('Edit scope');
  await expectNoViolations(page, 'choosing a scope');
  const modes = scope.getByRole('group', { name: 'How to change the scope' });
  await keys.pick(modes, scope.getByRole('radio', { name: 'Replace the scope' }));
  await keys.choose(scope.getByLabel('Platform'), 'Workspace keys');
  await keys.activate(at.button('Show what would change', scope));
  // Keys of the other platform are named with the reason, and there is nothing to send.
  await expect(scope.getByRole('region', { name: 'Left alone' })).toContainText('is one of Workspace keys');
  await expect(at.button('Close', scope)).toBeFocused();
  await keys.press('Enter');
  await expect(scope).toBeHidden();
});

test('a change goes on behind a closed dialog, and a kill in the middle leaves a list', async ({
  host,
  at,
  sandbox,
  folder,
}) => {
  const { page } = host;
  const toll = await openToll(sandbox.url);
  const { baseUrl, ...signIn } = signInTo(sandbox, 'acme-vision');
  await at.connect({ ...signIn, baseUrl: baseUrl.replace(sandbox.url, toll.url) });
  const meant = await chooseAll(page, at, 'edge');
  const released = Promise.withResolvers<void>();
  const held = Promise.withResolvers<void>();
  toll.decideBy(async ({ count }) => {
    if (count < 5) return null;
    held.resolve();
    await released.promise;
    return null;
  });
  await at.button('Disable', selected(page)).click();
  const dialog = at.dialog('Disable keys');
  await dialog.getByRole('button', { name: /^Disable \d+ keys$/ }).click();
  await held.promise;
  await expect(dialog.getByRole('progressbar')).toBeVisible();
  await expectNoViolations(page, 'progress');
  await at.button('Continue in the background', dialog).click();
  await expect(dialog).toBeHidden();
  const status = page.getByRole('button', { name: /^Disabling keys: 4 of \d+$/ });
  await expect(status).toBeVisible();
  expect(meant).toBeGreaterThan(20);

  // Four are done, and of the four under way nobody knows yet.
  await host.kill();
  released.resolve();
  const again = await openLatchkey(join(folder, 'profile'));
  const banner = again.page.getByText(/Disable keys: 4 done, \d+ not\.$/);
  await expect(banner).toBeVisible();
  await expectNoViolations(again.page, 'interrupted');
  const then = desk(again.page);
  await then.button('Show keys').click();
  const list = then.dialog('Disable keys');
  await expect(list.getByRole('region', { name: 'Not known' })).toContainText('no answer came');
  await list.getByRole('radio', { name: /^Not sent/ }).check();
  await expect(list.getByRole('region', { name: 'Not sent' }).getByRole('listitem').nth(1)).toContainText(
    'Active',
  );
  await then.button('Dismiss', list).click();
  await expect(banner).toBeHidden();
  await again.close();
  await toll.close();
});
