/** The key that is public by design and the default key, as Roboflow has them; reached and copied by keyboard. */
import { expect, signInTo, test } from './support/app.ts';
import { expectNoViolations } from './support/axe.ts';
import { keyboardOf } from './support/keyboard.ts';
import { signInScoped } from './support/scoped-login.ts';

const toConnections = /^Connections/;

test('the publishable key is shown on demand and copied, and the default key says what it is', async ({
  host,
  at,
  sandbox,
}) => {
  const { page } = host;
  const keys = keyboardOf(page);
  await at.connect(signInTo(sandbox, 'acme-vision'));
  await at.searchFor('legacy-backend', 1);
  await at.select('legacy-backend');
  await expect(at.details).toContainText('The platform’s key for its own snippets');

  await keys.activate(page.getByRole('button', { name: toConnections }));
  const details = page.getByRole('region', { name: 'Sign-in details' });
  await keys.activate(details.getByRole('button', { name: 'Show publishable key of Acme Vision' }));
  await expect(details).toContainText('rf_wsAcm3Vsn');
  await expect(details).toContainText('public by design');
  await expectNoViolations(page, 'the connections screen with a publishable key');
  // Where the button was that is gone.
  const copy = details.getByRole('button', { name: 'Copy publishable key' });
  await expect(copy).toBeFocused();
  await keys.press('Enter');
  await expect(details.getByText(/^Copied$|^Selected: copy it with the keyboard$/)).toBeAttached();
});

test('a login that may not read the workspace is told so', async ({ host, at, sandbox }) => {
  const { page } = host;
  await at.connect(await signInScoped(sandbox, ['api-key:read']));
  await page.getByRole('button', { name: toConnections }).click();
  const details = page.getByRole('region', { name: 'Sign-in details' });
  await details.getByRole('button', { name: /^Show publishable key/ }).click();
  await expect(details.getByRole('alert')).toContainText('workspace:read');
  await expectNoViolations(page, 'a publishable key that may not be read');
});
