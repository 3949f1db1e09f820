/** What is noted about keys: in the inspector, in its dialog, in a new key, and where it could not be written. */
import { expect, test } from '../support/app.ts';
import { pictures } from './pictures.ts';

test('annotations', async ({ host, at, starter, signedIn: _ }) => {
  const { page } = host;
  await at.connect(starter.signIn);
  await at.searchFor('"team assembly"', 2);
  await at.select('line4-uploader');
  await at.search.fill('line uploader');
  await expect(at.details).toContainText('Team assembly');
  await pictures(page, 'details');

  await at.button('Edit details', at.details).click();
  const form = at.dialog('Edit details');
  await form.getByLabel('Notes').fill('The gateway keeps pictures for a day.\nA short outage loses nothing.');
  await expect(form.getByRole('checkbox')).toBeEnabled();
  await pictures(page, 'edit-details');
  await form.getByLabel('Notes').fill(`Was ${'0123456789abcdef'.repeat(2)} before.`);
  await pictures(page, 'edit-details-problem');
  await at.button('Cancel', form).click();

  await at.searchFor('"camera-4"', 1);
  await at.select('camera-4');
  await pictures(page, 'details-empty');
  await at.button('Edit details', at.details).click();
  await form.getByLabel('Owner').fill('Robin');
  await form.getByRole('checkbox').check();
  await pictures(page, 'edit-details-sharing');
  await at.button('Save', form).click();
  await at.details.getByText('Kept here; not written to the platform.').waitFor();
  // In a low window it is below the facts.
  await pictures(page, 'details-kept-here', at.button('Write again', at.details));

  await at.search.fill('');
  await at.button('New key').click();
  const newKey = at.dialog('New key');
  await newKey.getByLabel('Workspace').selectOption({ label: 'Acme Vision' });
  await newKey.getByLabel('Name').fill('line-5-uploader');
  await newKey.getByLabel('Used by').fill('Line 5 gateway');
  await newKey.getByLabel('Purpose').fill('Uploads pictures from line 5.');
  await pictures(page, 'new-key-details');
});
