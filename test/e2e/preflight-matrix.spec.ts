/** What a Datature Vi login cannot hand on is told in the matrix before the click: access and levels beyond its own key. */
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './support/app.ts';
import { expectNoViolations } from './support/axe.ts';
import { keyboardOf } from './support/keyboard.ts';
import { signInNarrow } from './support/narrow-login.ts';

const harbour = 'org_7fh2kq9m';
const narrow = { access: ['dataset', 'deployment'], permission: 'read-only' };
const noTraining = /has no Training access, and a key hands on only what it has itself/;
const notFull = /is Read Only, so it cannot give Full/;

/** In the dialog, beside what only assistive technology is told. */
const told = (form: Locator, words: RegExp) => form.getByText(words).filter({ visible: true }).first();
/** In the browser's top layer: anything else would be behind the dialog. */
const tip = (page: Page, words: RegExp) => page.locator(':popover-open').getByText(words);
const access = (form: Locator, name: string) => form.getByRole('checkbox', { name });
const level = (form: Locator, name: string) => form.getByRole('radio', { name, exact: true });

test('a narrow login sees in the matrix what it cannot hand on, by keyboard alone', async ({
  host,
  at,
  sandbox,
}) => {
  const { page } = host;
  await at.connect(await signInNarrow(sandbox, harbour, narrow));
  const keys = keyboardOf(page);
  await keys.activate(at.button('New key'));
  const form = at.dialog('New key');
  await expect(access(form, 'Training')).toHaveAccessibleDescription(noTraining);
  await expect(access(form, 'Training')).toHaveAttribute('aria-disabled', 'true');
  await expect(access(form, 'Dataset')).not.toHaveAttribute('aria-disabled');
  await expect(level(form, 'Full')).toHaveAccessibleDescription(notFull);
  await expect(level(form, 'Labeler Only')).toHaveAttribute('aria-disabled', 'true');
  for (const name of ['Read Only', 'Restricted'])
    await expect(level(form, name)).not.toHaveAttribute('aria-disabled');

  // Inference is what a new key starts as, and within what this login has.
  await expect(at.button('Generate key', form)).not.toHaveAttribute('aria-disabled');
  await keys.fill(form.getByLabel('Name'), 'crate-counts');
  await keys.tabTo(access(form, 'Training'));
  await expect(tip(page, noTraining)).toBeVisible();
  await keys.press('Space');
  await expect(access(form, 'Training')).not.toBeChecked();

  // What can be chosen is chosen; on what cannot, the arrow stops and the reason shows.
  await keys.tabTo(level(form, 'Read Only'), 'Shift+Tab');
  await keys.press('ArrowRight');
  await expect(level(form, 'Labeler Only')).toBeFocused();
  await expect(level(form, 'Read Only')).toBeChecked();
  await expect(tip(page, /cannot give Labeler Only/)).toBeVisible();
  await expectNoViolations(page, 'matrix of a narrow login');
  await keys.press('ArrowRight');
  await expect(level(form, 'Restricted')).toBeChecked();
  await keys.press('ArrowLeft');
  await keys.press('ArrowLeft');
  await expect(level(form, 'Read Only')).toBeChecked();
  await keys.tabTo(access(form, 'Dataset'));
  await keys.press('Space');
  await expect(form).toContainText('This key can view datasets');

  const useCases = form.getByLabel('Start from a use case');
  await expect(useCases.getByRole('option', { name: /^Training.*beyond this login/ })).toBeDisabled();
  await keys.activate(at.button('Generate key', form));
  await expect(at.dialog('Store this secret')).toBeVisible();
});

test('a scope is changed within what the login has; beyond it the platform is asked only where one insists', async ({
  host,
  at,
  sandbox,
}) => {
  await at.connect(await signInNarrow(sandbox, harbour, narrow));
  await at.searchFor('container-codes-export', 1);
  await at.select('container-codes-export');
  await at.button('Edit scope', at.details).click();
  const form = at.dialog('Edit scope');
  await expect(level(form, 'Full')).toHaveAccessibleDescription(notFull);
  // Nothing was changed yet, so nothing is said of what the key has already.
  await expect(form.getByText(/would be refused/)).toHaveCount(0);

  await access(form, 'Training').click({ force: true });
  await expect(access(form, 'Training')).not.toBeChecked();
  await level(form, 'Full').click({ force: true });
  await expect(level(form, 'Full')).not.toBeChecked();
  await access(form, 'Deployment').check();
  await expect(at.button('Save', form)).not.toHaveAttribute('aria-disabled', 'true');

  await level(form, 'Restricted').check();
  await expectNoViolations(host.page, 'edit scope of a narrow login');
  await level(form, 'Read Only').check();
  await at.button('Save', form).click();
  await expect(form).toBeHidden();
  await expect(at.details).toContainText('run inference');

  // Full was there before, so it can stay chosen; with a change it would be given anew.
  await at.searchFor('handover-2024', 1);
  await at.select('handover-2024');
  await at.button('Edit scope', at.details).click();
  await access(form, 'Training').uncheck();
  await expect(told(form, notFull)).toBeVisible();
  await expect(at.button('Save', form)).toHaveAttribute('aria-disabled', 'true');
  await expectNoViolations(host.page, 'a change that would be refused');
  await at.button('Try all the same', form).click();
  await expect(level(form, 'Labeler Only')).not.toHaveAttribute('aria-disabled');
  await at.button('Save', form).click();
  // The platform’s 403, in words.
  await expect(form.getByRole('alert')).toContainText('may do less than this scope');
});
