/** The pictures of signing in with the browser: the choice, the wait, and a refusal. */
import { answerInBrowser } from '../../support/person-with-browser.ts';
import { expect, signInTo, test } from '../support/app.ts';
import { standInForBrowser } from '../support/system-browser.ts';
import { pictures, wide } from './pictures.ts';

test('connecting with the browser', async ({ host, at, sandbox, signedIn: _ }) => {
  const { page } = host;
  await page.setViewportSize(wide);
  const browser = await standInForBrowser(host);
  await at.button('Connect a workspace').click();
  const form = at.dialog('Connect a workspace');
  await form.getByRole('radio', { name: 'Sign in with your browser' }).check();
  await pictures(page, 'connect-browser');

  await form.getByLabel('Base URL').fill(signInTo(sandbox, 'northwind').baseUrl);
  await at.button('Connect', form).click();
  await expect(form.getByRole('status')).toContainText('Waiting for your answer in the browser');
  // The minute is that of the person who takes the pictures, which they should not show.
  await form.getByRole('status').evaluate((element) => {
    const place = element.querySelector('p:last-child');
    if (place) place.textContent = place.textContent.replace(/\d\d:\d\d/, '09:41');
  });
  await pictures(page, 'connect-browser-waiting');

  await answerInBrowser(await browser.page(), { answer: 'refuse' });
  await expect(form.getByRole('alert')).toBeVisible();
  await form
    .getByLabel('Base URL')
    .evaluate((element) => element instanceof HTMLInputElement && element.setSelectionRange(0, 0));
  await pictures(page, 'connect-browser-refused');
});
