/** The pictures of a rotation: its start, each of its seven steps, how it ends, what is asked once more, and two together. */
import type { Locator, Page } from '@playwright/test';
import { openWire } from '../../support/lossy-wire.ts';
import { expect, signInTo, test } from '../support/app.ts';
import type { Desk } from '../support/desk.ts';
import { pictures, wide } from './pictures.ts';

const runDialog = (at: Desk): Locator => at.dialog('Rotate key');
const standsAt = (at: Desk, heading: string) =>
  expect(runDialog(at).getByRole('heading', { level: 3 }).first()).toHaveText(heading);

async function noMessages(page: Page): Promise<void> {
  for (const message of await page.getByRole('button', { name: 'Dismiss', exact: true }).all())
    await message.click();
}

async function select(at: Desk, name: string): Promise<void> {
  await at.searchFor(name, 1);
  await at.select(name);
  await at.search.fill('');
}

async function handOver(at: Desk, next: Locator): Promise<void> {
  await at.button('Hand over…', next).or(at.button('Hand over the next…', next)).click();
  const store = at.dialog('Store this secret');
  await at.button('Copy secret', store).click();
  await at.button('Done', store).click();
  await expect(store).toBeHidden();
}

test('a rotation', async ({ host, at, sandbox }) => {
  const { page } = host;
  const wire = await openWire(sandbox.url);
  await page.setViewportSize(wide);
  const { baseUrl, ...signIn } = signInTo(sandbox, 'acme-vision');
  await at.connect({ ...signIn, baseUrl: baseUrl.replace(sandbox.url, wire.url) });
  await expect(at.grid).toHaveAttribute('aria-rowcount', '349');
  await expect(at.syncStatus).not.toHaveAttribute('aria-busy', 'true');
  const name = 'airflow-plates';
  await select(at, name);
  await at.button('Edit details', at.details).click();
  const form = at.dialog('Edit details');
  await form.getByLabel('Used by').fill('Orchestrator, line 4 camera, nightly export');
  await at.button('Save', form).click();
  await expect(form).toBeHidden();
  await noMessages(page);

  const dialog = runDialog(at);
  await at.button('Rotate…', at.details).click();
  await expect(at.button('Make the twin', dialog)).toBeEnabled();
  await pictures(page, 'run-start');
  wire.cut(true);
  await at.button('Make the twin', dialog).click();
  await standsAt(at, 'Step 1 of 7: Twin');
  await expect(at.button('Try again now', dialog)).toBeVisible();
  await pictures(page, 'run-twin');
  wire.cut(false);
  await at.button('Try again now', dialog).click();
  await standsAt(at, 'Step 2 of 7: Hand over');
  await pictures(page, 'run-hand-over');
  await handOver(at, dialog);
  await standsAt(at, 'Step 3 of 7: Consumers');
  await dialog.getByRole('checkbox', { name: 'Orchestrator' }).check();
  await expect(dialog).toContainText('1 of 3 consumers have switched');
  await pictures(page, 'run-consumers');
  await at.button('Close', dialog).click();
  await expect(at.details).toContainText('Being rotated: step 3 of 7');
  await noMessages(page);
  await pictures(page, 'run-inspector');
  await at.button('Open rotation', at.details).click();
  await at.button('All have switched', dialog).click();
  await standsAt(at, 'Step 4 of 7: Quiet');
  await pictures(page, 'run-quiet');
  await at.button('It is quiet', dialog).click();
  await standsAt(at, 'Step 6 of 7: Delete');
  await pictures(page, 'run-delete');
  await at.button('Undo…', dialog).click();
  await pictures(page, 'run-undo');
  await at.button('Undo', at.dialog('Undo disable')).click();
  await standsAt(at, 'Step 5 of 7: Disable');
  await pictures(page, 'run-disable');
  await at.button('Disable the old key', dialog).click();
  await standsAt(at, 'Step 6 of 7: Delete');
  await at.button('Cancel rotation…', dialog).click();
  await pictures(page, 'run-cancel');
  await at.button('Keep rotating', at.dialog('Cancel rotation')).click();
  await at.button('Delete now…', dialog).click();
  const question = at.dialog('Delete old key');
  await expect(question).toBeVisible();
  await pictures(page, 'run-delete-now');
  const listing = wire.holdAnswerTo('GET', { after: 'DELETE' });
  await at.button('Delete now', question).click();
  await listing.held;
  await standsAt(at, 'Step 7 of 7: Proof');
  await pictures(page, 'run-proof');
  listing.release();
  await standsAt(at, 'Done: the old key is gone');
  await pictures(page, 'run-done');
  await wire.close();
});

test('a rotation that counts its quiet hours', async ({ host, at, sandbox }) => {
  const { page } = host;
  await page.setViewportSize(wide);
  await at.connect(signInTo(sandbox, 'Harbour CV'));
  await expect(at.syncStatus).not.toHaveAttribute('aria-busy', 'true');
  await at.search.fill('unused:<2d');
  await at.rowsSettled();
  await at.grid.getByRole('row').nth(1).click();
  await expect(at.details).toContainText('Datature');
  await at.button('Rotate…', at.details).click();
  const dialog = runDialog(at);
  await expect(at.button('Make the twin', dialog)).toBeEnabled();
  await pictures(page, 'run-start-datature-vi');
  await at.button('Make the twin', dialog).click();
  await handOver(at, dialog);
  await standsAt(at, 'Step 3 of 7: Consumers');
  await at.button('All have switched', dialog).click();
  await standsAt(at, 'Step 4 of 7: Quiet');
  await pictures(page, 'run-quiet-counted');
});

test('rotations together', async ({ host, at, sandbox }) => {
  const { page } = host;
  await page.setViewportSize(wide);
  await at.connect(signInTo(sandbox, 'acme-vision'));
  await expect(at.grid).toHaveAttribute('aria-rowcount', '349');
  await expect(at.syncStatus).not.toHaveAttribute('aria-busy', 'true');
  for (const row of [4, 5, 6, 7]) await at.grid.getByRole('row').nth(row).getByRole('checkbox').check();
  await at.button('Rotate…', page.getByRole('region', { name: 'Selected keys' })).click();
  const dialog = at.dialog('Rotate keys');
  await expect(dialog.getByRole('button', { name: /^Make \d twins?$/ })).toBeEnabled();
  await pictures(page, 'runs-start');
  await dialog.getByRole('button', { name: /^Make \d twins?$/ }).click();
  await expect(dialog).toContainText('Hand over:');
  await handOver(at, dialog);
  await expect(dialog).toContainText('Consumers: 1 key');
  await handOver(at, dialog);
  await expect(dialog).toContainText('Consumers: 2 keys');
  await pictures(page, 'runs-together');
});
