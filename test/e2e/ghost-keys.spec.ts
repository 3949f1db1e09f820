/** The answer to a creation is lost on the wire: what Latchkey then asks, and each way out of it. */
import { join } from 'node:path';
import { openWire } from '../support/lossy-wire.ts';
import { test as base, expect, openLatchkey, signInTo } from './support/app.ts';
import { expectNoViolations } from './support/axe.ts';
import { type Desk, desk } from './support/desk.ts';
import { otherAdministrator } from './support/other-administrator.ts';
import { type Walk, walkOn } from './support/walk.ts';

const test = base.extend<{ wire: Awaited<ReturnType<typeof openWire>>; acme: undefined }>({
  wire: async ({ sandbox }, use) => {
    const wire = await openWire(sandbox.url);
    await use(wire);
    await wire.close();
  },
  /** Signed in to Acme Vision through the wire. */
  acme: async ({ sandbox, wire, host, at }, use) => {
    const { baseUrl, ...signIn } = signInTo(sandbox, 'acme-vision');
    await walkOn(host.page).connect({ ...signIn, baseUrl: baseUrl.replace(sandbox.url, wire.url) });
    await expect(at.grid).toHaveAttribute('aria-rowcount', '349');
    await use(undefined);
  },
});

/** Asks for a key and reads that no answer came. */
async function createInVain(keys: Walk, at: Desk, name: string): Promise<void> {
  await keys.press('ControlOrMeta+N');
  const form = at.dialog('New key');
  await keys.fill(form.getByLabel('Name'), name);
  await keys.choose(form.getByLabel('Environment'), 'Staging');
  await keys.pick(
    form.getByRole('group', { name: 'Scope' }),
    form.getByRole('radio', { name: 'Project', exact: true }),
  );
  await keys.activate(at.button('Generate key', form));
  await expect(form.getByRole('alert')).toContainText('It may have happened all the same.');
  await keys.activate(at.button('Cancel', form));
  await expect(form).toBeHidden();
}

test('by keyboard: it is deleted, and another one is made in its place', async ({
  host,
  at,
  wire,
  acme: _,
}) => {
  const { page } = host;
  const keys = walkOn(page);
  wire.loseAnswerTo('POST');
  await createInVain(keys, at, 'line-9-uploader');
  await expect(page.getByText('line-9-uploader in Acme Vision has lost its secret.')).toBeVisible();
  await expectNoViolations(page, 'the notice');

  // The inspector says so as well.
  await keys.inspect('line-9-uploader');
  await expect(at.details).toContainText('Its secret may be lost.');
  // The notice and the inspector lead to the same list.
  await keys.activate(at.button('Decide…', page.getByRole('main')).first());
  await expect(at.dialog('Keys without a secret')).toBeVisible();
  await keys.press('Escape');
  await expect(at.dialog('Keys without a secret')).toBeHidden();
  await keys.activate(at.button('Decide…', at.details));
  const list = at.dialog('Keys without a secret');
  await expect(list).toContainText('its answer was lost on the way');
  await expectNoViolations(page, 'the list');

  await keys.activate(at.button('Delete… line-9-uploader', list));
  const question = at.dialog('Delete key');
  await expect(question).toContainText('in Acme Vision');
  await expect(at.button('Cancel', question)).toBeFocused();
  await expectNoViolations(page, 'the question');
  await keys.activate(at.button('Cancel', question));
  await expect(list).toBeVisible();
  await keys.activate(at.button('Delete… line-9-uploader', list));
  await keys.activate(at.button('Delete', question));
  const deleted = at.dialog('Key deleted');
  await expect(at.button('Make another', deleted)).toBeFocused();
  await expect(page.getByText('has lost its secret')).toHaveCount(0);
  await expectNoViolations(page, 'deleted');

  await keys.activate(at.button('Make another', deleted));
  const form = at.dialog('New key');
  await expect(form.getByLabel('Name')).toHaveValue('line-9-uploader');
  await expect(form.getByLabel('Environment')).toHaveValue('staging');
  await expect(form.getByRole('radio', { name: 'Project', exact: true })).toBeChecked();
  await keys.activate(at.button('Generate key', form));
  const store = at.dialog('Store this secret');
  await keys.activate(at.button('Copy secret', store));
  await keys.activate(at.button('Done', store));
  await expect(store).toBeHidden();
  await expect(at.grid).toBeFocused();
  await keys.searchFor('line-9-uploader', 1);
});

test('by keyboard: it is kept without its secret, after a restart and without a sign-in', async ({
  folder,
  host,
  at,
  wire,
  acme: _,
}) => {
  wire.loseAnswerTo('POST');
  await createInVain(walkOn(host.page), at, 'line-9-uploader');
  await expect(host.page.getByText('has lost its secret')).toBeVisible();
  await host.close();

  const again = await openLatchkey(join(folder, 'profile'));
  const { page } = again;
  const after = desk(page);
  const keys = walkOn(page);
  await expect(page.getByText('line-9-uploader in Acme Vision has lost its secret.')).toBeVisible();
  await keys.activate(after.button('Decide…'));
  const list = after.dialog('Keys without a secret');
  await keys.activate(after.button('Keep without its secret line-9-uploader', list));
  await expect(list).toBeHidden();
  await expect(page.getByText('has lost its secret')).toHaveCount(0);
  // The notice went with the question, and its button with it.
  await expect(after.grid).toBeFocused();
  await keys.searchFor('line-9-uploader', 1);
  await keys.tabTo(after.grid);
  await keys.press('ArrowDown');
  await expect(after.details).toContainText('Kept without its secret.');
  await again.close();
});

test('by keyboard: where two keys may be the one, nothing happens before a person said which', async ({
  host,
  at,
  sandbox,
  wire,
  acme: _,
}) => {
  const { page } = host;
  const keys = walkOn(page);
  wire.loseAnswerTo('POST', { thenCut: true });
  await createInVain(keys, at, 'line-9-uploader');
  await expect(page.getByText('It is not known yet whether line-9-uploader was made in')).toBeVisible();
  await expectNoViolations(page, 'waiting');
  await otherAdministrator(signInTo(sandbox, 'acme-vision')).create('line-9-uploader', ['image:read']);

  await expect(page.getByRole('button', { name: 'Sync it now' })).toBeVisible();
  wire.cut(false);
  // Not that one: a sync that still runs may turn it into another one before Enter.
  await keys.activate(at.button('Sync now'));
  await expect(page.getByText('line-9-uploader in Acme Vision has lost its secret.')).toBeVisible();
  await keys.activate(at.button('Decide…'));
  const list = at.dialog('Keys without a secret');
  const keep = at.button('Keep without its secret line-9-uploader', list);
  await expect(list.getByRole('radio')).toHaveCount(2);
  await expect(keep).toBeDisabled();
  await expect(at.button('Delete… line-9-uploader', list)).toBeDisabled();
  await expectNoViolations(page, 'two that may be it');

  const ours = list.getByRole('radio').and(list.locator('[aria-describedby]')).first();
  await keys.pick(list.getByRole('group', { name: /^Which one/ }), ours);
  await expect(keep).toBeEnabled();
  await keys.activate(at.button('None of these', list));
  await expect(list).toBeHidden();
  await keys.searchFor('line-9-uploader', 2);
});
