/** What a login cannot hand out is told before the click; the least for a use case is one click away. */
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, signInTo, test } from './support/app.ts';
import { keyboardOf } from './support/keyboard.ts';
import { otherAdministrator } from './support/other-administrator.ts';
import { scopedLogin, signInScoped } from './support/scoped-login.ts';

const lacksFull = /has no full access itself/;

async function expectNoViolations(page: Page, where: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`),
      `${where}, ${colorScheme}`,
    ).toEqual([]);
  }
}

/** On screen, beside what only assistive technology is told. */
const told = (form: Locator | Page, words: RegExp) => form.getByText(words).filter({ visible: true }).first();
const card = (form: Locator, name: string) => form.getByRole('radio', { name, exact: true });

test('a scoped login sees what it cannot hand out, why, and makes a key of the rest', async ({
  host,
  at,
  sandbox,
}) => {
  const { page } = host;
  await at.connect(await signInScoped(sandbox));
  await at.button('New key').click();
  const form = at.dialog('New key');
  await expect(card(form, 'Full access')).toHaveAttribute('aria-disabled', 'true');
  await expect(card(form, 'Full access')).toHaveAccessibleDescription(lacksFull);
  await expect(card(form, 'Project')).toHaveAccessibleDescription(
    /lacks .* and a key hands on only what it has/,
  );

  // Inference is what a new key starts as, and more than this login has: said before anything is sent.
  await expect(told(form, /lacks “run inference”/)).toBeVisible();
  await expect(at.button('Generate key', form)).toHaveAttribute('aria-disabled', 'true');
  await form.getByLabel('Name').fill('belt uploads');
  await page.keyboard.press('Enter');
  await expect(form).toBeVisible();

  await card(form, 'Full access').click({ force: true });
  await expect(card(form, 'Full access')).not.toBeChecked();
  // In reach of the keyboard, where the reason is on screen too.
  const keys = keyboardOf(page);
  await keys.tabTo(form.getByLabel('Name'), 'Shift+Tab');
  await keys.tabTo(card(form, 'Inference'));
  await keys.press('ArrowRight');
  await expect(card(form, 'Custom')).toBeChecked();
  await keys.press('ArrowRight');
  await expect(card(form, 'Full access')).toBeFocused();
  await expect(told(page, lacksFull)).toBeVisible();
  await expect(card(form, 'Custom')).toBeChecked();

  const tree = form.getByRole('searchbox', { name: 'Filter abilities' });
  await tree.fill('images');
  const annotate = form.getByRole('checkbox', { name: 'Annotate images' });
  await expect(annotate).toHaveAttribute('aria-disabled', 'true');
  await annotate.click({ force: true });
  await expect(annotate).not.toBeChecked();
  // All of Images is all of them that can be given.
  await form.getByRole('checkbox', { name: 'All of Images' }).click();
  await expect(form.getByRole('checkbox', { name: 'Upload images' })).toBeChecked();
  await expect(form.getByRole('checkbox', { name: 'Tag images' })).toBeChecked();
  await expect(annotate).not.toBeChecked();
  await expectNoViolations(page, 'new key of a scoped login');

  await form.getByLabel('Start from a use case').selectOption({ label: 'Uploader' });
  await expect(
    form.getByLabel('Start from a use case').getByRole('option', { name: /^Trainer/ }),
  ).toBeDisabled();
  // Inference was chosen to begin with, and is no part of this.
  await expect(at.button('Generate key', form)).not.toHaveAttribute('aria-disabled');
  await at.button('Generate key', form).click();
  await expect(at.dialog('Store this secret')).toBeVisible();

  const admin = otherAdministrator(signInTo(sandbox, 'acme-vision'));
  const made = (await admin.list()).find(({ name }) => name === 'belt uploads') as
    | { scopes?: string[] }
    | undefined;
  expect(made?.scopes).toEqual(['project:read', 'image:create', 'image:tag', 'batch:create']);
});

test('a login that may not make keys is told so, and may try all the same', async ({ at, sandbox }) => {
  await at.connect(
    await signInScoped(
      sandbox,
      scopedLogin.filter((scope) => scope !== 'api-key:create'),
    ),
  );
  await at.button('New key').click();
  const form = at.dialog('New key');
  await expect(told(form, /lacks the scope api-key:create/)).toBeVisible();
  await expect(at.button('Generate key', form)).toHaveAttribute('aria-disabled', 'true');
  await form.getByLabel('Name').fill('not to be');
  await at.button('Try all the same', form).click();
  await expect(card(form, 'Inference')).not.toHaveAttribute('aria-disabled');
  await at.button('Generate key', form).click();
  // The platform’s 404, in words.
  await expect(form.getByRole('alert')).toContainText('lacks the scope api-key:create');
});

test('a plan that was refused once is known the next time', async ({ at, starter }) => {
  await at.connect(starter.signIn);
  await at.button('New key').click();
  const form = at.dialog('New key');
  await form.getByLabel('Name').fill('narrow as can be');
  await card(form, 'Inference').check();
  await at.button('Generate key', form).click();
  await expect(form.getByRole('alert')).toContainText('does not include Advanced API Keys');
  await at.button('Cancel', form).click();
  await expect(form).toBeHidden();

  await at.button('New key').click();
  await expect(told(form, /as Roboflow said when it was last tried/)).toBeVisible();
  await expect(card(form, 'Custom')).toHaveAttribute('aria-disabled', 'true');
  await form.getByLabel('Name').fill('all there is');
  await card(form, 'Full access').check();
  await expect(at.button('Generate key', form)).not.toHaveAttribute('aria-disabled');
  await at.button('Generate key', form).click();
  await expect(at.dialog('Store this secret')).toBeVisible();
});

test('a wide key says what would be enough, and the dialog is worked by keyboard alone', async ({
  host,
  at,
  sandbox,
}) => {
  const { page } = host;
  const signIn = signInTo(sandbox, 'acme-vision');
  const admin = otherAdministrator(signIn);
  await admin.create('belt seven', [...scopedLogin, 'model:infer']);
  await at.connect(signIn);
  await at.searchFor('belt seven', 1);
  await at.select('belt seven');
  const keys = keyboardOf(page);
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
  await expect(form.getByText(/Removes: run inference/)).toBeVisible();
  await keys.activate(at.button('Save', form));
  await expect(form).toBeHidden();
  const saved = (await admin.list()).find(({ name }) => name === 'belt seven') as
    | { scopes?: string[] }
    | undefined;
  expect(saved?.scopes?.toSorted()).toEqual(['batch:create', 'image:create', 'image:tag', 'project:read']);
});

test('many keys: scopes the login lacks cannot be added', async ({ host, at, sandbox }) => {
  await at.connect(await signInScoped(sandbox));
  await at.searchFor('desk of the uploads team', 1);
  await at.grid.focus();
  await host.page.keyboard.press('ControlOrMeta+a');
  const bar = host.page.getByRole('region', { name: 'Selected keys' });
  await at.button('Scope…', bar).click();
  const form = at.dialog('Edit scope');
  await form.getByRole('searchbox', { name: 'Filter abilities' }).fill('images');
  await expect(form.getByRole('checkbox', { name: 'Annotate images' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await expect(form.getByRole('checkbox', { name: 'Tag images' })).not.toHaveAttribute('aria-disabled');
  await form.getByRole('radio', { name: 'Remove scopes' }).check();
  await expect(form.getByRole('checkbox', { name: 'Annotate images' })).not.toHaveAttribute('aria-disabled');
});
