/** The pictures of rolling a key: the question, the line of keys, and a new key for some folders only. */
import { expect, signInTo, test } from '../support/app.ts';
import { pictures, wide } from './pictures.ts';

test('roll', async ({ host, at, sandbox }) => {
  const { page } = host;
  await page.setViewportSize(wide);
  await at.connect(signInTo(sandbox, 'acme-vision'));
  await expect(at.grid).toHaveAttribute('aria-rowcount', '349');
  await expect(at.syncStatus).not.toHaveAttribute('aria-busy', 'true');

  await at.button('New key').click();
  const form = at.dialog('New key');
  await form.getByLabel('Name').fill('north-hall-export');
  await form.getByRole('checkbox', { name: 'Only some folders' }).check();
  const folders = form.getByRole('group', { name: 'Folders' }).getByRole('listitem').getByRole('checkbox');
  await folders.nth(0).check();
  await folders.nth(1).check();
  await expect(form).toContainText('in 2 folders.');
  await folders.nth(1).focus();
  await pictures(page, 'new-key-folders');
  await at.button('Generate key', form).click();
  const store = at.dialog('Store this secret');
  await at.button('I don’t need it', store).click();
  await at.button('Discard it', store).click();
  await expect(store).toBeHidden();

  await at.searchFor('north-hall-export', 1);
  await at.select('north-hall-export');
  await at.button('Roll…', at.details).click();
  await expect(at.dialog('Roll key')).toContainText('There is no overlap');
  await pictures(page, 'roll');
  await at.button('Roll key', at.dialog('Roll key')).click();
  await at.button('I don’t need it', store).click();
  await at.button('Discard it', store).click();
  await expect(store).toBeHidden();
  const origin = at.details.getByText('First seen by Latchkey');
  await pictures(page, 'roll-lineage', origin);
  await at.details.getByRole('button', { name: /^Show north-hall-export/ }).click();
  await expect(at.details).toContainText('took its place');
  await pictures(page, 'roll-replaced', origin);
});
