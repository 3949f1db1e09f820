/** What people note about keys, as they read and write it, by mouse and by keyboard alone. */
import { expect, signInTo, test } from './support/app.ts';
import { expectNoViolations } from './support/axe.ts';
import type { Desk } from './support/desk.ts';
import { type Walk, walkOn } from './support/walk.ts';

const notes = (at: Desk) => at.details.getByRole('region', { name: 'Details', exact: true });
const form = (at: Desk) => at.dialog('Edit details');

async function show(at: Desk, name: string): Promise<void> {
  await at.searchFor(`"${name}"`, 1);
  await at.select(name);
}

/** The same without a mouse, and on into its details. */
async function showByKeys(keys: Walk, at: Desk, name: string): Promise<void> {
  await keys.searchFor(`"${name}"`, 1);
  await keys.selectFirst(name);
  await keys.press('Enter');
  await expect(at.details).toBeFocused();
}

/** The metadata of a key, asked for past the application. */
async function metadataOf(signIn: { baseUrl: string; credential: string }, slug: string, name: string) {
  const response = await fetch(`${signIn.baseUrl}/${slug}/api-keys`, {
    headers: { authorization: `Bearer ${signIn.credential}` },
  });
  const { apiKeys } = (await response.json()) as {
    apiKeys: { name: string; customMetadata: Record<string, unknown> }[];
  };
  return apiKeys.find((key) => key.name === name)?.customMetadata;
}

test('are read from the keys, edited, found, and taken back', async ({ host, at, signedIn: _ }) => {
  const { page } = host;
  await show(at, 'edge-fleet-inference');
  await expect(at.details).toContainText('Production');
  await expect(notes(at)).toContainText('Team edge');
  await expect(notes(at)).toContainText('edge-01, edge-02, edge-03');
  await at.button('Edit scope', at.details).click();
  await expect(at.dialog('Edit scope')).toContainText('Used by edge-01, edge-02, edge-03.');
  await at.button('Cancel', at.dialog('Edit scope')).click();
  // Our own field is not shown a second time, as what it is on the wire.
  await expect(at.details.getByText('hosts', { exact: true })).toBeVisible();
  await expect(at.details.getByText('latchkey', { exact: true })).toBeHidden();

  await show(at, 'legacy-backend');
  await expect(notes(at)).toContainText('Nothing noted yet');
  await at.button('Edit details', notes(at)).click();
  await expect(at.button('Save', form(at))).toBeDisabled();
  await form(at).getByLabel('Environment').selectOption({ label: 'Production' });
  await form(at).getByLabel('Owner').fill('Oskar');
  await form(at).getByLabel('Used by').fill('Billing service, Reports');
  await form(at)
    .getByLabel('Notes')
    .fill(`Was ${'0123456789abcdef'.repeat(2)} before.`);
  await expect(form(at)).toContainText('This looks like a secret. What is noted here can be read by others.');
  await expect(at.button('Save', form(at))).toBeDisabled();
  await expectNoViolations(page, 'the dialog with a problem');
  await form(at).getByLabel('Notes').fill('Oskar left in May.\nAsk Maria before touching it.');
  await at.button('Save', form(at)).click();
  await expect(form(at)).toBeHidden();
  await expect(notes(at)).toContainText('Billing service, Reports');
  await expect(notes(at)).toContainText('Ask Maria before touching it.');
  await expect(at.details).toContainText('Details changed');
  await at.searchFor('"ask maria before"', 1);
  await expect(at.grid.getByRole('row').filter({ hasText: 'legacy-backend' })).toContainText('Production');

  await expect(page.getByText('Saved the details of legacy-backend')).toBeVisible();
  await at.button('Undo').click();
  await expect(notes(at)).toContainText('Nothing noted yet');
  await expect(page.getByText('Put the details of legacy-backend back')).toBeVisible();
  await expect(at.grid).toHaveAttribute('aria-rowcount', '1');
});

test('go into the key once that is switched on, by keyboard', async ({ host, at, sandbox, signedIn: _ }) => {
  const signIn = signInTo(sandbox, 'acme-vision');
  const keys = walkOn(host.page);
  await showByKeys(keys, at, 'plant-historian');
  const before = await metadataOf(signIn, 'acme-vision', 'plant-historian');
  await keys.activate(at.button('Edit details', notes(at)));
  const share = form(at).getByRole('checkbox', { name: 'Write details into the keys of Acme Vision' });
  await expect(share).not.toBeChecked();
  await keys.activate(share, 'Space');
  await expect(share).toBeChecked();
  await expectNoViolations(host.page, 'details that will be shared');
  await keys.tabTo(form(at).getByLabel('Purpose'), 'Shift+Tab');
  await keys.type('Feeds the plant historian.');
  await keys.activate(at.button('Save', form(at)));
  await expect(form(at)).toBeHidden();
  await expect(at.button('Edit details', notes(at))).toBeFocused();
  await expect(notes(at)).toContainText('Feeds the plant historian.');
  const after = () => metadataOf(signIn, 'acme-vision', 'plant-historian');
  await expect(notes(at)).toContainText('Written into the key, where other administrators see it.');
  expect(JSON.parse(String((await after())?.latchkey))).toMatchObject({
    version: 1,
    owner: 'tomas@acme.example',
    purpose: 'Feeds the plant historian.',
  });
  expect({ ...(await after()), latchkey: null }).toEqual({ ...before, latchkey: null });
  await expect(at.details).toContainText('Details shared');
  await expectNoViolations(host.page, 'the inspector with details');
});

test('stay here, and say so by keyboard, where the plan or the platform does not take them', async ({
  host,
  at,
  starter,
  signedIn: _,
}) => {
  const { page } = host;
  const keys = walkOn(page);
  await keys.connect(starter.signIn);
  await showByKeys(keys, at, 'camera-1');
  await keys.activate(at.button('Edit details', notes(at)));
  await keys.fill(form(at).getByLabel('Owner'), 'Robin');
  await keys.activate(form(at).getByRole('checkbox', { name: /^Write details into the keys/ }), 'Space');
  await keys.activate(at.button('Save', form(at)));
  await expect(notes(at)).toContainText('Robin');
  await expect(notes(at)).toContainText('Kept here; not written to the platform.');
  await expect(notes(at)).toContainText('Advanced API Keys');
  await expectNoViolations(page, 'details that could not be written');
  await expect(at.details.getByText('Sharing the details failed')).toHaveCount(1);
  await keys.activate(at.button('Write again', notes(at)));
  await expect(at.details.getByText('Sharing the details failed')).toHaveCount(2);
  await expect(notes(at)).toContainText('Kept here; not written to the platform.');

  await showByKeys(keys, at, 'annotator-portal');
  await keys.activate(at.button('Edit details', notes(at)));
  await expect(form(at)).toContainText('This platform keeps no metadata with a key.');
  await expect(form(at).getByRole('checkbox')).toHaveCount(0);
});

test('are noted without a network, by keyboard', async ({ host, at, sandbox, signedIn: _ }) => {
  await sandbox.close();
  const keys = walkOn(host.page);
  await keys.activate(at.button('Sync now'));
  await expect(at.syncStatus).toContainText(/offline|not reach/i);
  await showByKeys(keys, at, 'legacy-backend');
  await keys.activate(at.button('Edit details', notes(at)));
  await keys.fill(form(at).getByLabel('Used by'), 'Billing');
  await keys.press('Enter');
  await expect(notes(at)).toContainText('Billing');
  await expect(at.details).toContainText('Details changed');
});

test('are written and taken back by keyboard', async ({ host, at, signedIn: _ }) => {
  const { page } = host;
  const keys = walkOn(page);
  await keys.command('legacy-backend', /^legacy-backend/);
  await expect(at.details.getByRole('heading', { name: 'legacy-backend' })).toBeVisible();
  await keys.command('edit details', 'Edit details');
  await expect(form(at).getByLabel('Environment')).toBeFocused();
  await keys.press('Tab');
  await expect(form(at).getByLabel('Owner')).toBeFocused();
  await keys.type('Oskar');
  await keys.press('Tab');
  await keys.type('Billing');
  await keys.press('Tab');
  await keys.press('Tab');
  await expect(form(at).getByLabel('Notes')).toBeFocused();
  await keys.type('One.');
  // A line of its own, and not a submit.
  await keys.press('Enter');
  await keys.type('Two.');
  await keys.press('Shift+Tab');
  await expect(form(at).getByLabel('Purpose')).toBeFocused();
  await keys.press('Enter');
  await expect(form(at)).toBeHidden();
  await expect(notes(at)).toContainText('Billing');
  await expect(notes(at)).toContainText(/One\.\s+Two\./);

  await expect(page.getByText('Saved the details of legacy-backend')).toBeVisible();
  await keys.undo();
  await expect(notes(at)).toContainText('Nothing noted yet');
});

test('come with a new key, whose owner the next one starts with, by keyboard', async ({
  host,
  at,
  signedIn: _,
}) => {
  const keys = walkOn(host.page);
  await keys.press('ControlOrMeta+N');
  const newKey = at.dialog('New key');
  await keys.fill(newKey.getByLabel('Name'), 'poster-upload');
  await keys.choose(newKey.getByLabel('Workspace'), 'Pixel Foundry');
  await keys.fill(newKey.getByLabel('Owner'), 'Team posters');
  await keys.fill(newKey.getByLabel('Used by'), 'Poster service');
  await keys.fill(newKey.getByLabel('Purpose'), 'Uploads posters.');
  await keys.press('Enter');
  await keys.copyAndClose(at.dialog('Store this secret'));
  await expect(notes(at)).toContainText('Team posters');
  await expect(notes(at)).toContainText('Poster service');
  await expect(notes(at)).toContainText('Uploads posters.');

  await keys.press('ControlOrMeta+N');
  await keys.choose(newKey.getByLabel('Workspace'), 'Pixel Foundry');
  await expect(newKey.getByLabel('Owner')).toHaveValue('Team posters');
  await expect(newKey.getByLabel('Used by')).toHaveValue('');
});
