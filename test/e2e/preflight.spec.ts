/** What a login cannot hand out is told before the click; the least for a use case is one click away. */
import type { Locator, Page } from '@playwright/test';
import { expect, signInTo, test } from './support/app.ts';
import { expectNoViolations } from './support/axe.ts';
import { otherAdministrator } from './support/other-administrator.ts';
import { scopedLogin, signInScoped } from './support/scoped-login.ts';
import { walkOn } from './support/walk.ts';

const lacksFull = /has no full access itself/;

/** On screen, beside what only assistive technology is told. */
const told = (form: Locator | Page, words: RegExp) => form.getByText(words).filter({ visible: true }).first();
const card = (form: Locator, name: string) => form.getByRole('radio', { name, exact: true });

test('a scoped login sees what it cannot hand out, why, and makes a key of the rest, by keyboard', async ({
  host,
  at,
  sandbox,
}) => {
  const { page } = host;
  const keys = walkOn(page);
  await keys.connect(await signInScoped(sandbox));
  await keys.press('ControlOrMeta+N');
  const form = at.dialog('New key');
  await expect(card(form, 'Full access')).toHaveAttribute('aria-disabled', 'true');
  await expect(card(form, 'Full access')).toHaveAccessibleDescription(lacksFull);
  await expect(card(form, 'Project')).toHaveAccessibleDescription(
    /lacks .* and a key hands on only what it has/,
  );

  // Inference is what a new key starts as, and more than this login has: said before anything is sent.
  await expect(told(form, /lacks “run inference”/)).toBeVisible();
  await expect(at.button('Generate key', form)).toHaveAttribute('aria-disabled', 'true');
  await keys.fill(form.getByLabel('Name'), 'belt uploads');
  await keys.press('Enter');
  await expect(form).toBeVisible();
  await keys.tabTo(at.button('Generate key', form));
  await expect(at.button('Generate key', form)).toHaveAccessibleDescription(/lacks “run inference”/);

  // In reach of the keyboard, where the reason is on screen too.
  await keys.tabTo(form.getByLabel('Name'));
  await keys.tabTo(card(form, 'Inference'));
  await keys.press('ArrowRight');
  await expect(card(form, 'Custom')).toBeChecked();
  await keys.press('ArrowRight');
  await expect(card(form, 'Full access')).toBeFocused();
  await expect(told(page, lacksFull)).toBeVisible();
  await expect(card(form, 'Custom')).toBeChecked();

  await expectNoViolations(page, 'the reason of a card that cannot be chosen');
  await keys.press('Space');
  await expect(card(form, 'Full access')).not.toBeChecked();

  const tree = form.getByRole('searchbox', { name: 'Filter abilities' });
  await keys.fill(tree, 'images');
  const annotate = form.getByRole('checkbox', { name: 'Annotate images' });
  await expect(annotate).toHaveAttribute('aria-disabled', 'true');
  await keys.activate(annotate, 'Space');
  await expect(annotate).not.toBeChecked();
  // The greyed box is a stop, and says why to the eye and to assistive technology.
  await expect(annotate).toHaveAccessibleDescription(/lacks .* and a key hands on only what it has/);
  await expect(told(page, /lacks .*annotate images.* and a key hands on only what it has/)).toBeVisible();
  await expectNoViolations(page, 'the reason of a greyed box');
  // All of Images is all of them that can be given.
  await keys.tabTo(form.getByRole('checkbox', { name: 'All of Images' }), 'Shift+Tab');
  await keys.press('Space');
  await expect(form.getByRole('checkbox', { name: 'Upload images' })).toBeChecked();
  await expect(form.getByRole('checkbox', { name: 'Tag images' })).toBeChecked();
  await expect(annotate).not.toBeChecked();
  await expectNoViolations(page, 'new key of a scoped login');

  await keys.tabTo(form.getByLabel('Start from a use case'), 'Shift+Tab');
  await keys.choose(form.getByLabel('Start from a use case'), 'Uploader');
  await expect(
    form.getByLabel('Start from a use case').getByRole('option', { name: /^Trainer/ }),
  ).toBeDisabled();
  // Inference was chosen to begin with, and is no part of this.
  await expect(at.button('Generate key', form)).not.toHaveAttribute('aria-disabled');
  await keys.activate(at.button('Generate key', form));
  await expect(at.dialog('Store this secret')).toBeVisible();

  const admin = otherAdministrator(signInTo(sandbox, 'acme-vision'));
  const made = (await admin.list()).find(({ name }) => name === 'belt uploads') as
    | { scopes?: string[] }
    | undefined;
  expect(made?.scopes).toEqual(['project:read', 'image:create', 'image:tag', 'batch:create']);
});

test('a login that may not make keys is told so, and may try all the same, by keyboard', async ({
  host,
  at,
  sandbox,
}) => {
  const keys = walkOn(host.page);
  await keys.connect(
    await signInScoped(
      sandbox,
      scopedLogin.filter((scope) => scope !== 'api-key:create'),
    ),
  );
  await keys.press('ControlOrMeta+N');
  const form = at.dialog('New key');
  await expect(told(form, /lacks the scope api-key:create/)).toBeVisible();
  await expect(at.button('Generate key', form)).toHaveAttribute('aria-disabled', 'true');
  await expectNoViolations(host.page, 'a login that may not make keys');
  await keys.fill(form.getByLabel('Name'), 'not to be');
  await keys.activate(at.button('Try all the same', form));
  // The button went with its notice; the dialog kept the focus.
  await expect(form.locator(':focus')).toHaveCount(1);
  await expect(card(form, 'Inference')).not.toHaveAttribute('aria-disabled');
  await keys.activate(at.button('Generate key', form));
  // The platform’s 404, in words.
  await expect(form.getByRole('alert')).toContainText('lacks the scope api-key:create');
});

test('a plan that was refused once is known the next time, by keyboard', async ({ host, at, starter }) => {
  const keys = walkOn(host.page);
  await keys.connect(starter.signIn);
  await keys.press('ControlOrMeta+N');
  const form = at.dialog('New key');
  await keys.fill(form.getByLabel('Name'), 'narrow as can be');
  await keys.pick(form.getByRole('group', { name: 'Scope' }), card(form, 'Inference'));
  await keys.activate(at.button('Generate key', form));
  await expect(form.getByRole('alert')).toContainText('does not include Advanced API Keys');
  await keys.activate(at.button('Cancel', form));
  await expect(form).toBeHidden();

  await keys.press('ControlOrMeta+N');
  await expect(told(form, /as Roboflow said when it was last tried/)).toBeVisible();
  await expect(card(form, 'Custom')).toHaveAttribute('aria-disabled', 'true');
  await keys.fill(form.getByLabel('Name'), 'all there is');
  await keys.pick(form.getByRole('group', { name: 'Scope' }), card(form, 'Full access'));
  await expect(at.button('Generate key', form)).not.toHaveAttribute('aria-disabled');
  await keys.activate(at.button('Generate key', form));
  await expect(at.dialog('Store this secret')).toBeVisible();
});

test('a wide key says what would be enough, and the dialog is worked by keyboard', async ({
  host,
  at,
  sandbox,
}) => {
  const { page } = host;
  const signIn = signInTo(sandbox, 'acme-vision');
  const admin = otherAdministrator(signIn);
  await admin.create('belt seven', [...scopedLogin, 'model:infer']);
  const keys = walkOn(page);
  await keys.connect(signIn);
  await keys.searchFor('belt seven', 1);
  await keys.selectFirst('belt seven');
  await keys.activate(at.button('Edit scope', at.details));
  const form = at.dialog('Edit scope');
  await expect(form).toBeVisible();
  // Nothing was noted, and its name says nothing: no guess.
  await expect(form.getByText(/would be enough/)).toHaveCount(0);
  await keys.press('Escape');
  await expect(form).toBeHidden();

  const found = await page.evaluate(async () => {
    const query = {
      search: 'belt seven',
      workspaceId: null,
      sort: { column: 'name', direction: 'ascending' },
    } as const;
    const rows = await window.latchkey.inventoryRows({ query, offset: 0, limit: 1 });
    if (!rows.ok) throw new Error(rows.error.message);
    const keyIds = rows.value.rows.map(({ id }) => id);
    return window.latchkey.annotationsSet({
      keyIds,
      patch: { purpose: 'Uploads from the cameras of line 7' },
    });
  });
  expect(found.ok).toBe(true);
  await expect(at.details.getByText('Uploads from the cameras of line 7')).toBeVisible();

  await keys.activate(at.button('Edit scope', at.details));
  await expect(
    form.getByText('Uploader would be enough for its purpose, “Uploads from the cameras of line 7”.'),
  ).toBeVisible();
  await expectNoViolations(page, 'edit scope with a narrower use case');
  await keys.activate(at.button('Use Uploader', form));
  await expect(form.locator(':focus')).toHaveCount(1);
  await expect(form.getByText(/Removes: run inference/)).toBeVisible();
  await keys.activate(at.button('Save', form));
  await expect(form).toBeHidden();
  const saved = (await admin.list()).find(({ name }) => name === 'belt seven') as
    | { scopes?: string[] }
    | undefined;
  expect(saved?.scopes?.toSorted()).toEqual(['batch:create', 'image:create', 'image:tag', 'project:read']);
});

test('many keys: scopes the login lacks cannot be added, by keyboard', async ({ host, at, sandbox }) => {
  const keys = walkOn(host.page);
  await keys.connect(await signInScoped(sandbox));
  await keys.searchFor('desk of the uploads team', 1);
  await keys.press('Enter');
  await keys.press('ControlOrMeta+a');
  const bar = host.page.getByRole('region', { name: 'Selected keys' });
  await keys.activate(at.button('Scope…', bar));
  const form = at.dialog('Edit scope');
  await keys.fill(form.getByRole('searchbox', { name: 'Filter abilities' }), 'images');
  await expect(form.getByRole('checkbox', { name: 'Annotate images' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await expect(form.getByRole('checkbox', { name: 'Tag images' })).not.toHaveAttribute('aria-disabled');
  const remove = form.getByRole('radio', { name: 'Remove scopes' });
  await keys.pick(form.getByRole('group', { name: 'How to change the scope' }), remove);
  await expect(form.getByRole('checkbox', { name: 'Annotate images' })).not.toHaveAttribute('aria-disabled');
});
