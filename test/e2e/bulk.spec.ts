/** One change over many keys: dry run, progress, stop, what became of each key, and the list that survives a quit. */
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { openToll } from '../support/toll.ts';
import { expect, openLatchkey, signInTo, test } from './support/app.ts';
import { expectNoViolations } from './support/axe.ts';
import { desk } from './support/desk.ts';
import { countOf } from './support/due-dates.ts';
import { type Walk, walkOn } from './support/walk.ts';

type At = ReturnType<typeof desk>;

/** Keys of Acme Vision in the demo world. */
const acmeKeys = 348;

/** Chooses every key the search finds; answers how many those are. */
async function chooseAll(page: Page, keys: Walk, at: At, search: string): Promise<number> {
  await expect(at.grid).toHaveAttribute('aria-rowcount', String(acmeKeys + 1));
  const found = await countOf(page, search);
  // The rows of the search before would be chosen otherwise.
  await keys.searchFor(search, found);
  await keys.tabTo(at.grid);
  await keys.press('Control+a');
  await expect(selected(page)).toContainText(`${found} keys selected`);
  return found;
}

/** Chooses the first two keys the search finds, one with Space and the next with Shift and an arrow. */
async function chooseTwo(page: Page, keys: Walk, at: At, search: string): Promise<void> {
  await keys.searchFor(search, await countOf(page, search));
  await keys.tabTo(at.grid);
  await keys.press('ArrowDown');
  await keys.press('Space');
  await keys.press('Shift+ArrowDown');
  await expect(selected(page)).toContainText('2 keys selected');
}

const selected = (page: Page) => page.getByRole('region', { name: 'Selected keys' });

test('by keyboard: many are disabled, the failed one is named, a retry finishes the rest, and undo brings all back', async ({
  host,
  at,
  sandbox,
}) => {
  const { page } = host;
  const keys = walkOn(page);
  const toll = await openToll(sandbox.url);
  const { baseUrl, ...signIn } = signInTo(sandbox, 'acme-vision');
  await keys.connect({ ...signIn, baseUrl: baseUrl.replace(sandbox.url, toll.url) });
  await chooseAll(page, keys, at, 'airflow');
  toll.decideBy(({ count }) =>
    count === 3 ? { status: 403, body: { error: 'Your role does not allow this.' } } : null,
  );

  await keys.activate(at.button('Disable', selected(page)));
  const dialog = at.dialog('Disable keys');
  await expect(at.button('Cancel', dialog)).toBeFocused();
  const begin = dialog.getByRole('button', { name: /^Disable \d+ keys$/ });
  const count = Number(/\d+/.exec((await begin.textContent()) ?? '')?.[0]);
  await expect(dialog.getByRole('listitem').nth(1)).toContainText('Active');
  await expect(dialog.getByRole('listitem').nth(1)).toContainText('Disabled');
  await expectNoViolations(page, 'dry run');
  const shown = dialog.getByRole('group', { name: 'Keys to show' });
  await keys.pick(shown, dialog.getByRole('radio', { name: /^Left alone/ }));
  await expect(dialog.getByRole('region', { name: 'Left alone' })).toContainText('Protected');
  expect(toll.writes).toEqual([]);

  await keys.activate(begin);
  await expect(dialog.getByRole('alert')).toHaveText(`Ended: ${count - 1} done, 1 not.`);
  await expect(dialog.getByRole('region', { name: 'Failed' })).toContainText('may not change keys');
  await expectNoViolations(page, 'result');
  expect(toll.writes).toHaveLength(count);

  await keys.activate(at.button('Retry 1 key', dialog));
  await expect(dialog.getByRole('alert')).toHaveText(`${count} keys are disabled.`);
  await keys.activate(at.button('Undo', dialog));
  await expect(at.dialog('Undo: disable keys').getByRole('alert')).toHaveText(`${count} keys are as before.`);
  await keys.activate(at.button('Close', at.dialog('Undo: disable keys')));
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(toll.writes).toHaveLength(1 + 2 * count);
  await toll.close();
});

test('by keyboard: deleting many asks for the slug', async ({ host, at, sandbox }) => {
  const { page } = host;
  const keys = walkOn(page);
  await keys.connect(signInTo(sandbox, 'acme-vision'));
  await chooseAll(page, keys, at, 'airflow');
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
  await keys.press('Shift+Tab');
  await expect(slug).toBeFocused();
  await keys.type('acme-visio');
  await expect(begin).toBeDisabled();
  // Enter on a half-typed slug does nothing.
  await keys.press('Enter');
  await expect(begin).toBeDisabled();
  await keys.type('n');
  await expect(begin).toBeEnabled();
  await keys.press('Enter');
  await expect(dialog.getByRole('alert')).toHaveText(/^\d+ keys are deleted\.$/);
  await expect(at.button('Close', dialog)).toBeFocused();
  await keys.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  // What is protected is still there.
  await expect(at.grid.getByRole('row').nth(1)).toContainText('Protected');
});

test('by keyboard: quarantine for many keeps the date that one has; all are enabled and put back', async ({
  host,
  at,
  sandbox,
}) => {
  const { page } = host;
  const keys = walkOn(page);
  await keys.connect(signInTo(sandbox, 'acme-vision'));
  await expect(at.grid).toHaveAttribute('aria-rowcount', String(acmeKeys + 1));

  await test.step('one of them is there already, for 30 days', async () => {
    await keys.searchFor('airflow', await countOf(page, 'airflow'));
    await keys.tabTo(at.grid);
    // The first one is protected.
    await keys.press('End');
    await keys.activate(at.button('Delete…', at.details));
    const dialog = at.dialog('Delete key');
    await keys.pick(
      dialog.getByRole('group', { name: 'Days in quarantine' }),
      dialog.getByRole('radio', { name: '30 days' }),
    );
    await keys.activate(at.button('Quarantine', dialog));
    await expect(at.details).toContainText('in 30 days');
    await keys.searchFor('', acmeKeys);
  });

  await test.step('the dry run leaves its date alone', async () => {
    await chooseAll(page, keys, at, 'airflow');
    await keys.activate(at.button('Delete…', selected(page)));
    await keys.activate(at.button('Show what would change', at.dialog('Delete keys')));
    const dialog = at.dialog('Quarantine keys');
    await expect(dialog.getByRole('listitem').nth(1)).toContainText('Quarantine');
    await keys.pick(
      dialog.getByRole('group', { name: 'Keys to show' }),
      dialog.getByRole('radio', { name: /^Nothing to do 1$/ }),
    );
    await expect(dialog.getByRole('region', { name: 'Nothing to do' })).toContainText(
      /Already in quarantine until \d+ \w+ \d{4}\. Its date stays\./,
    );
    await expectNoViolations(page, 'dry run, nothing to do');
    await keys.activate(dialog.getByRole('button', { name: /^Quarantine \d+ keys$/ }));
    await expect(dialog.getByRole('alert')).toHaveText(/^\d+ keys are in quarantine\.$/);
    await keys.activate(at.button('Close', dialog));
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  const count = await countOf(page, 'airflow is:quarantined');
  await test.step('enabled, and taken back: each is in quarantine as before', async () => {
    await keys.activate(at.button('Enable', selected(page)));
    const dialog = at.dialog('Enable keys');
    await expect(at.button('Cancel', dialog)).toBeFocused();
    await keys.activate(at.button(`Enable ${count} keys`, dialog));
    await expect(dialog.getByRole('alert')).toHaveText(`${count} keys are enabled.`);
    expect(await countOf(page, 'airflow is:quarantined')).toBe(0);
    await keys.activate(at.button('Undo', dialog));
    const undone = at.dialog('Undo: enable keys');
    await expect(undone.getByRole('alert')).toHaveText(`${count} keys are as before.`);
    await expectNoViolations(page, 'undone');
    expect(await countOf(page, 'airflow is:quarantined')).toBe(count);
    await keys.press('Escape');
    await expect(at.details).toContainText('in 30 days');
  });
});

test('by keyboard: a change is stopped in the middle, and what is left is sent later', async ({
  host,
  at,
  sandbox,
}) => {
  const { page } = host;
  const keys = walkOn(page);
  const toll = await openToll(sandbox.url);
  const { baseUrl, ...signIn } = signInTo(sandbox, 'acme-vision');
  await keys.connect({ ...signIn, baseUrl: baseUrl.replace(sandbox.url, toll.url) });
  await chooseAll(page, keys, at, 'airflow');
  const released = Promise.withResolvers<void>();
  const held = Promise.withResolvers<void>();
  toll.decideBy(async ({ count }) => {
    if (count < 2) return null;
    held.resolve();
    await released.promise;
    return null;
  });
  await keys.activate(at.button('Disable', selected(page)));
  const dialog = at.dialog('Disable keys');
  const begin = dialog.getByRole('button', { name: /^Disable \d+ keys$/ });
  const count = Number(/\d+/.exec((await begin.textContent()) ?? '')?.[0]);
  await keys.activate(begin);
  await held.promise;
  await expect(at.button('Continue in the background', dialog)).toBeFocused();
  await keys.activate(at.button('Stop', dialog));
  await expect(dialog).toContainText('Stopping');
  released.resolve();
  await expect(dialog.getByRole('alert')).toHaveText(/^Stopped: \d+ done, \d+ not\.$/);
  await expect(at.button('Close', dialog)).toBeFocused();
  await expectNoViolations(page, 'stopped');
  await keys.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  // The status bar keeps it in sight, and leads back.
  await expectNoViolations(page, 'a change that is not done');
  await keys.activate(page.getByRole('button', { name: /^Disable keys: \d+ not done$/ }));
  await keys.activate(dialog.getByRole('button', { name: /^Retry \d+ keys?$/ }));
  await expect(dialog.getByRole('alert')).toHaveText(`${count} keys are disabled.`);
  await keys.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await toll.close();
});

test('by keyboard: an environment, an owner and a scope for many', async ({ host, at, signedIn: _ }) => {
  const { page } = host;
  const keys = walkOn(page);
  await chooseTwo(page, keys, at, 'kiosk');

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

  await keys.activate(at.button('Owner…', selected(page)));
  const owner = at.dialog('Set owner');
  await expect(owner.getByLabel('Owner')).toBeFocused();
  await keys.type('Kiosk team');
  await expectNoViolations(page, 'choosing an owner');
  await keys.press('Enter');
  await expect(owner.getByRole('listitem').nth(1)).toContainText('Kiosk team');
  await keys.activate(at.button('Set it for 2 keys', owner));
  await expect(owner.getByRole('alert')).toHaveText('2 keys changed owner.');
  await keys.press('Escape');
  await expect(owner).toBeHidden();

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
  await expect(at.button('Scope…', selected(page))).toBeFocused();

  await keys.press('Escape');
  await expect(selected(page)).toBeHidden();
  await chooseTwo(page, keys, at, 'orchard labs scope:inference');
  await keys.activate(at.button('Scope…', selected(page)));
  await keys.pick(modes, scope.getByRole('radio', { name: 'Replace the scope' }));
  await keys.choose(scope.getByLabel('Platform'), 'Workspace keys');
  await keys.pick(
    scope.getByRole('group', { name: 'Scope', exact: true }),
    scope.getByRole('radio', { name: 'Project', exact: true }),
  );
  await keys.activate(at.button('Show what would change', scope));
  await expect(scope.getByRole('listitem').nth(1)).toContainText('Project');
  await expectNoViolations(page, 'dry run of a scope');
  await keys.activate(at.button('Edit 2 keys', scope));
  await expect(scope.getByRole('alert')).toHaveText('2 keys changed scope.');
  await keys.press('Escape');
  await expect(scope).toBeHidden();
});

test('by keyboard: a change goes on behind a closed dialog, and a kill in the middle leaves a list', async ({
  host,
  at,
  sandbox,
  folder,
}) => {
  const { page } = host;
  const keys = walkOn(page);
  const toll = await openToll(sandbox.url);
  const { baseUrl, ...signIn } = signInTo(sandbox, 'acme-vision');
  await keys.connect({ ...signIn, baseUrl: baseUrl.replace(sandbox.url, toll.url) });
  const meant = await chooseAll(page, keys, at, 'edge');
  const released = Promise.withResolvers<void>();
  const held = Promise.withResolvers<void>();
  toll.decideBy(async ({ count }) => {
    if (count < 5) return null;
    held.resolve();
    await released.promise;
    return null;
  });
  await keys.activate(at.button('Disable', selected(page)));
  const dialog = at.dialog('Disable keys');
  await keys.activate(dialog.getByRole('button', { name: /^Disable \d+ keys$/ }));
  await held.promise;
  await expect(dialog.getByRole('progressbar')).toBeVisible();
  await expectNoViolations(page, 'progress');
  await keys.activate(at.button('Continue in the background', dialog));
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
  const after = walkOn(again.page);
  await after.activate(then.button('Show keys'));
  const list = then.dialog('Disable keys');
  await expect(list.getByRole('region', { name: 'Not known' })).toContainText('no answer came');
  await after.pick(
    list.getByRole('group', { name: 'Keys to show' }),
    list.getByRole('radio', { name: /^Not sent/ }),
  );
  await expectNoViolations(again.page, 'interrupted, the list');
  await expect(list.getByRole('region', { name: 'Not sent' }).getByRole('listitem').nth(1)).toContainText(
    'Active',
  );
  await after.activate(then.button('Dismiss', list));
  await expect(banner).toBeHidden();
  await expect(then.grid).toBeFocused();
  await again.close();
  await toll.close();
});
