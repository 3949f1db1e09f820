/** What people note about keys, as they read and write it, by mouse and by keyboard alone. */
import { expect, signInTo, test } from './support/app.ts';
import { expectNoViolations } from './support/axe.ts';
import type { desk } from './support/desk.ts';

type Desk = ReturnType<typeof desk>;

const notes = (at: Desk) => at.details.getByRole('region', { name: 'Details', exact: true });
const form = (at: Desk) => at.dialog('Edit details');

async function show(at: Desk, name: string): Promise<void> {
  await at.searchFor(`"${name}"`, 1);
  await at.select(name);
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

test('go into the key once that is switched on', async ({ host, at, sandbox, signedIn: _ }) => {
  const signIn = signInTo(sandbox, 'acme-vision');
  await show(at, 'plant-historian');
  const before = await metadataOf(signIn, 'acme-vision', 'plant-historian');
  await at.button('Edit details', notes(at)).click();
  const share = form(at).getByRole('checkbox', { name: 'Write details into the keys of Acme Vision' });
  await expect(share).not.toBeChecked();
  await share.check();
  await form(at).getByLabel('Purpose').fill('Feeds the plant historian.');
  await at.button('Save', form(at)).click();
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

test('stay here, and say so, where the plan or the platform does not take them', async ({
  host,
  at,
  starter,
  signedIn: _,
}) => {
  const { page } = host;
  await at.connect(starter.signIn);
  await show(at, 'camera-1');
  await at.button('Edit details', notes(at)).click();
  await form(at).getByLabel('Owner').fill('Robin');
  await form(at)
    .getByRole('checkbox', { name: /^Write details into the keys/ })
    .check();
  await at.button('Save', form(at)).click();
  await expect(notes(at)).toContainText('Robin');
  await expect(notes(at)).toContainText('Kept here; not written to the platform.');
  await expect(notes(at)).toContainText('Advanced API Keys');
  await expectNoViolations(page, 'details that could not be written');
  await expect(at.details.getByText('Sharing the details failed')).toHaveCount(1);
  await at.button('Write again', notes(at)).click();
  await expect(at.details.getByText('Sharing the details failed')).toHaveCount(2);
  await expect(notes(at)).toContainText('Kept here; not written to the platform.');

  await show(at, 'annotator-portal');
  await at.button('Edit details', notes(at)).click();
  await expect(form(at)).toContainText('This platform keeps no metadata with a key.');
  await expect(form(at).getByRole('checkbox')).toHaveCount(0);
});

test('are noted without a network', async ({ at, sandbox, signedIn: _ }) => {
  await sandbox.close();
  await at.button('Sync now').click();
  await expect(at.syncStatus).toContainText(/offline|not reach/i);
  await show(at, 'legacy-backend');
  await at.button('Edit details', notes(at)).click();
  await form(at).getByLabel('Used by').fill('Billing');
  await at.button('Save', form(at)).click();
  await expect(notes(at)).toContainText('Billing');
  await expect(at.details).toContainText('Details changed');
});

test('are written and taken back without a mouse', async ({ host, at, signedIn: _ }) => {
  const { page } = host;
  await page.keyboard.press('/');
  await page.keyboard.type('legacy-backend');
  await expect(at.grid).toHaveAttribute('aria-rowcount', '2');
  await page.keyboard.press('Control+k');
  const palette = at.dialog('Command palette');
  await expect(palette.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('legacy-backend');
  await expect(palette.getByRole('option', { name: /^legacy-backend/ })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await page.keyboard.press('Enter');
  await expect(at.details.getByRole('heading', { name: 'legacy-backend' })).toBeVisible();

  await page.keyboard.press('Control+k');
  await page.keyboard.type('edit details');
  await expect(palette.getByRole('option', { name: 'Edit details' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await page.keyboard.press('Enter');
  await expect(form(at).getByLabel('Environment')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(form(at).getByLabel('Owner')).toBeFocused();
  await page.keyboard.type('Oskar');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Billing');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(form(at).getByLabel('Notes')).toBeFocused();
  await page.keyboard.type('One.');
  // A line of its own, and not a submit.
  await page.keyboard.press('Enter');
  await page.keyboard.type('Two.');
  await page.keyboard.press('Shift+Tab');
  await expect(form(at).getByLabel('Purpose')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(form(at)).toBeHidden();
  await expect(notes(at)).toContainText('Billing');
  await expect(notes(at)).toContainText(/One\.\s+Two\./);

  await expect(page.getByText('Saved the details of legacy-backend')).toBeVisible();
  await page.keyboard.press('F6');
  const undo = page.getByRole('button', { name: 'Undo' });
  for (
    let presses = 0;
    presses < 5 && !(await undo.evaluate((button) => button === document.activeElement));
    presses++
  )
    await page.keyboard.press('Tab');
  await expect(undo).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(notes(at)).toContainText('Nothing noted yet');
});

test('come with a new key, whose owner the next one starts with', async ({
  host: _host,
  at,
  signedIn: _,
}) => {
  await at.button('New key').click();
  const newKey = at.dialog('New key');
  await newKey.getByLabel('Workspace').selectOption({ label: 'Pixel Foundry' });
  await newKey.getByLabel('Name').fill('poster-upload');
  await newKey.getByLabel('Owner').fill('Team posters');
  await newKey.getByLabel('Used by').fill('Poster service');
  await newKey.getByLabel('Purpose').fill('Uploads posters.');
  await at.button('Generate key', newKey).click();
  const store = at.dialog('Store this secret');
  await at.button('Copy secret', store).click();
  await at.button('Done', store).click();
  await expect(store).toBeHidden();
  await expect(notes(at)).toContainText('Team posters');
  await expect(notes(at)).toContainText('Poster service');
  await expect(notes(at)).toContainText('Uploads posters.');

  await at.button('New key').click();
  await newKey.getByLabel('Workspace').selectOption({ label: 'Pixel Foundry' });
  await expect(newKey.getByLabel('Owner')).toHaveValue('Team posters');
  await expect(newKey.getByLabel('Used by')).toHaveValue('');
});
