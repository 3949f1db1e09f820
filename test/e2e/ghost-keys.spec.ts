/** The answer to a creation is lost on the wire: what Latchkey then asks, and each way out of it. */
import { join } from 'node:path';
import { openWire } from '../support/lossy-wire.ts';
import { test as base, expect, openLatchkey, signInTo } from './support/app.ts';
import { expectNoViolations } from './support/axe.ts';
import { type Desk, desk } from './support/desk.ts';
import { keyboardOf } from './support/keyboard.ts';
import { otherAdministrator } from './support/other-administrator.ts';

const test = base.extend<{ wire: Awaited<ReturnType<typeof openWire>>; acme: undefined }>({
  wire: async ({ sandbox }, use) => {
    const wire = await openWire(sandbox.url);
    await use(wire);
    await wire.close();
  },
  /** Signed in to Acme Vision through the wire. */
  acme: async ({ sandbox, wire, at }, use) => {
    const { baseUrl, ...signIn } = signInTo(sandbox, 'acme-vision');
    await at.connect({ ...signIn, baseUrl: baseUrl.replace(sandbox.url, wire.url) });
    await expect(at.grid).toHaveAttribute('aria-rowcount', '349');
    await use(undefined);
  },
});

/** Asks for a key and reads that no answer came. */
async function createInVain(at: Desk, name: string): Promise<void> {
  await at.button('New key').click();
  const form = at.dialog('New key');
  await form.getByLabel('Name').fill(name);
  await form.getByLabel('Environment').selectOption({ label: 'Staging' });
  await form.getByRole('radio', { name: 'Project', exact: true }).check();
  await at.button('Generate key', form).click();
  await expect(form.getByRole('alert')).toContainText('It may have happened all the same.');
  await at.button('Cancel', form).click();
  await expect(form).toBeHidden();
}

test('it is deleted, and another one is made in its place', async ({ host, at, wire, acme: _ }) => {
  const { page } = host;
  wire.loseAnswerTo('POST');
  await createInVain(at, 'line-9-uploader');
  await expect(page.getByText('line-9-uploader in Acme Vision has lost its secret.')).toBeVisible();
  await expectNoViolations(page, 'the notice');

  // The inspector says so as well.
  await at.searchFor('line-9-uploader', 1);
  await at.select('line-9-uploader');
  await expect(at.details).toContainText('Its secret may be lost.');
  await at.button('Decide…', at.details).click();
  const list = at.dialog('Keys without a secret');
  await expect(list).toContainText('its answer was lost on the way');
  await expectNoViolations(page, 'the list');

  await at.button('Delete… line-9-uploader', list).click();
  const question = at.dialog('Delete key');
  await expect(question).toContainText('in Acme Vision');
  await expect(at.button('Cancel', question)).toBeFocused();
  await expectNoViolations(page, 'the question');
  await at.button('Cancel', question).click();
  await expect(list).toBeVisible();
  await at.button('Delete… line-9-uploader', list).click();
  await at.button('Delete', question).click();
  const deleted = at.dialog('Key deleted');
  await expect(at.button('Make another', deleted)).toBeFocused();
  await expect(page.getByText('has lost its secret')).toHaveCount(0);
  await expectNoViolations(page, 'deleted');

  await at.button('Make another', deleted).click();
  const form = at.dialog('New key');
  await expect(form.getByLabel('Name')).toHaveValue('line-9-uploader');
  await expect(form.getByLabel('Environment')).toHaveValue('staging');
  await expect(form.getByRole('radio', { name: 'Project', exact: true })).toBeChecked();
  await at.button('Generate key', form).click();
  const store = at.dialog('Store this secret');
  await at.button('Copy secret', store).click();
  await at.button('Done', store).click();
  await expect(store).toBeHidden();
  await at.searchFor('line-9-uploader', 1);
});

test('it is kept without its secret, by keyboard, after a restart and without a sign-in', async ({
  folder,
  host,
  at,
  wire,
  acme: _,
}) => {
  wire.loseAnswerTo('POST');
  await createInVain(at, 'line-9-uploader');
  await expect(host.page.getByText('has lost its secret')).toBeVisible();
  await host.close();

  const again = await openLatchkey(join(folder, 'profile'));
  const { page } = again;
  const after = desk(page);
  const keys = keyboardOf(page);
  await expect(page.getByText('line-9-uploader in Acme Vision has lost its secret.')).toBeVisible();
  await keys.activate(after.button('Decide…'));
  const list = after.dialog('Keys without a secret');
  await keys.activate(after.button('Keep without its secret line-9-uploader', list));
  await expect(list).toBeHidden();
  await expect(page.getByText('has lost its secret')).toHaveCount(0);
  await keys.fill(after.search, 'line-9-uploader');
  await expect(after.grid).toHaveAttribute('aria-rowcount', '2');
  await keys.tabTo(after.grid);
  await keys.press('ArrowDown');
  await expect(after.details).toContainText('Kept without its secret.');
  await again.close();
});

test('where two keys may be the one, nothing happens before a person said which', async ({
  host,
  at,
  sandbox,
  wire,
  acme: _,
}) => {
  const { page } = host;
  wire.loseAnswerTo('POST', { thenCut: true });
  await createInVain(at, 'line-9-uploader');
  await expect(page.getByText('It is not known yet whether line-9-uploader was made in')).toBeVisible();
  await expectNoViolations(page, 'waiting');
  await otherAdministrator(signInTo(sandbox, 'acme-vision')).create('line-9-uploader', ['image:read']);

  await expect(page.getByRole('button', { name: 'Sync it now' })).toBeVisible();
  wire.cut(false);
  // Not that one: a sync that still runs may turn it into another one under the pointer.
  await at.button('Sync now').click();
  await expect(page.getByText('line-9-uploader in Acme Vision has lost its secret.')).toBeVisible();
  await at.button('Decide…').click();
  const list = at.dialog('Keys without a secret');
  const keep = at.button('Keep without its secret line-9-uploader', list);
  await expect(list.getByRole('radio')).toHaveCount(2);
  await expect(keep).toBeDisabled();
  await expect(at.button('Delete… line-9-uploader', list)).toBeDisabled();
  await expectNoViolations(page, 'two that may be it');

  const ours = list.getByRole('radio').and(list.locator('[aria-describedby]')).first();
  await ours.check();
  await expect(keep).toBeEnabled();
  await at.button('None of these', list).click();
  await expect(list).toBeHidden();
  await at.searchFor('line-9-uploader', 2);
});
