/** Signing in to Roboflow with the browser, as a person without a mouse does it; and what they are told where it comes to nothing. */
import { join } from 'node:path';
import { chromium, type Locator } from '@playwright/test';
import type { OAuthSettings } from '../../src/sandbox/faces/roboflow/oauth/settings.ts';
import { startSandbox } from '../../src/sandbox/server.ts';
import { findChromium } from '../../src/standin/chromium/find.ts';
import { answerInBrowser } from '../support/person-with-browser.ts';
import { test as base, expect } from './support/app.ts';
import { expectNoViolations } from './support/axe.ts';
import { keyboardOf } from './support/keyboard.ts';
import { standInForBrowser } from './support/system-browser.ts';

const ana = 'acme-vision ana@acme.example';

type Fixtures = {
  /** Of the sandbox; it reads them at every request. */
  oauth: Partial<OAuthSettings>;
  baseUrl: string;
  stand: Awaited<ReturnType<typeof standInForBrowser>>;
};

const test = base.extend<Fixtures>({
  oauth: async ({ browserName: _ }, use) => use({}),
  baseUrl: async ({ folder, oauth }, use) => {
    const sandbox = await startSandbox({ profile: 'demo', port: 0, dataDir: join(folder, 'oauth'), oauth });
    await use(`${sandbox.url}/roboflow`);
    await sandbox.close();
  },
  stand: async ({ host }, use) => use(await standInForBrowser(host)),
});

test('a real browser shows the sandbox’s page, sends the answer, and is told to go back', async ({
  host,
  at,
  baseUrl,
  stand,
}) => {
  await at.button('Connect a workspace').first().click();
  const form = at.dialog('Connect a workspace');
  await form.getByLabel('Base URL').fill(baseUrl);
  await form.getByRole('radio', { name: 'Sign in with your browser' }).check();
  await at.button('Connect', form).click();
  const address = await stand.page();

  const browser = await chromium.launch({ executablePath: findChromium(process.env) });
  try {
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    await page.goto(address);
    await expect(page.getByRole('heading')).toHaveText('Latchkey asks for access to a workspace');
    await page.getByLabel('Answer as').selectOption('northwind erik@northwind.example');
    await page.getByRole('button', { name: 'Allow' }).click();
    await expect(page.getByRole('heading')).toHaveText('You can go back to Latchkey');
    // Its style is let through by its hash: without it the heading would be as large as browsers make it.
    await expect(page.getByRole('heading')).toHaveCSS('font-size', '20px');
    await expectNoViolations(page, 'the answer page');
    expect(complaints).toEqual([]);
  } finally {
    await browser.close();
  }
  await expect(form).toBeHidden();
  await expect(at.grid).toHaveAttribute('aria-rowcount', '240');
  await expect(host.page.getByRole('navigation', { name: 'Workspaces' })).toContainText('Northwind');
});

test.describe('by keyboard', () => {
  /** Opens the form, chooses the browser in it and sends it. */
  async function begin(page: Parameters<typeof keyboardOf>[0], baseUrl: string): Promise<Locator> {
    const keyboard = keyboardOf(page);
    await keyboard.activate(page.getByRole('button', { name: 'Connect a workspace', exact: true }).first());
    const form = page.getByRole('dialog', { name: 'Connect a workspace' });
    await keyboard.fill(form.getByLabel('Base URL'), baseUrl);
    const ways = form.getByRole('group', { name: 'How to sign in' });
    await keyboard.pick(ways, form.getByRole('radio', { name: 'Sign in with your browser' }));
    await expect(form.getByLabel('API key')).toHaveCount(0);
    await expectNoViolations(page, 'connect with the browser');
    await keyboard.activate(form.getByRole('button', { name: 'Connect', exact: true }));
    return form;
  }

  test('a person signs in, sees the keys, and how the sign-in is', async ({ host, at, baseUrl, stand }) => {
    const { page } = host;
    const form = await begin(page, baseUrl);
    await expect(form.getByRole('status')).toContainText('Waiting for your answer in the browser');
    await expect(form.getByRole('status')).toContainText(/waits until \d\d:\d\d/);
    await expectNoViolations(page, 'waiting for the browser');

    const keyboard = keyboardOf(page);
    await keyboard.activate(at.button('Open the browser again', form));
    const address = await stand.page(2);
    expect(address).toContain(`${baseUrl}/oauth/authorize?`);
    const { page: answer } = await answerInBrowser(address, { as: ana });
    expect(answer).toContain('You can go back to Latchkey');
    await expect(form).toBeHidden();
    await expect(at.grid).toHaveAttribute('aria-rowcount', '349');

    await keyboard.activate(page.getByRole('button', { name: /^Connections/ }));
    const details = page.getByRole('region', { name: 'Sign-in details' });
    await expect(details.getByRole('heading', { level: 2 })).toHaveText('ana@acme.example');
    await expect(details).toContainText('With the browser, as a person with a role');
    await expectNoViolations(page, 'a sign-in with the browser');
  });

  test('a refusal in the browser is said, and a key can be pasted instead', async ({
    host,
    at,
    baseUrl,
    stand,
  }) => {
    const { page } = host;
    const form = await begin(page, baseUrl);
    await answerInBrowser(await stand.page(), { answer: 'refuse' });
    await expect(form.getByRole('alert')).toContainText(
      'Access was refused in the browser. Nothing was stored.',
    );
    await expectNoViolations(page, 'refused in the browser');
    await expect(form.getByLabel('Base URL')).toHaveValue(baseUrl);
    const keyboard = keyboardOf(page);
    const ways = form.getByRole('group', { name: 'How to sign in' });
    await keyboard.pick(ways, form.getByRole('radio', { name: 'Paste a key' }));
    await expect(form.getByRole('alert')).toHaveCount(0);
    await keyboard.tabTo(form.getByLabel('API key'));

    await keyboard.pick(ways, form.getByRole('radio', { name: 'Sign in with your browser' }));
    await keyboard.activate(at.button('Connect', form));
    await answerInBrowser(await stand.page(2), { as: ana });
    await expect(form).toBeHidden();
    await expect(at.grid).toHaveAttribute('aria-rowcount', '349');
  });

  test('a person who stops it in the dialog frees the port', async ({ host, baseUrl, stand }) => {
    const { page } = host;
    const form = await begin(page, baseUrl);
    const address = new URL(await stand.page());
    const redirect = address.searchParams.get('redirect_uri') ?? '';
    expect((await fetch(redirect, { method: 'HEAD' })).status).toBe(404);
    await keyboardOf(page).press('Escape');
    await expect(form).toBeHidden();
    await expect
      .poll(() =>
        fetch(redirect, { method: 'HEAD' }).then(
          () => 'open',
          () => 'closed',
        ),
      )
      .toBe('closed');
    await expect(
      page.getByRole('button', { name: 'Connect a workspace', exact: true }).first(),
    ).toBeVisible();
  });

  test('without a browser the address is copied by hand', async ({ host, at, baseUrl, stand }) => {
    const { page } = host;
    await stand.isThere(false);
    const form = await begin(page, baseUrl);
    await expect(form.getByRole('alert')).toContainText('No browser could be opened from here.');
    await expectNoViolations(page, 'no browser');
    await keyboardOf(page).activate(at.button('Copy address', form));
    await expect(page.getByText('The address was copied.')).toBeVisible();
    const address = await host.evalMain(({ clipboard }) => clipboard.readText());
    await answerInBrowser(address, { as: ana });
    await expect(form).toBeHidden();
    await expect(at.grid).toHaveAttribute('aria-rowcount', '349');
  });

  test('a sign-in that Roboflow ended keeps its keys, and the browser brings it back', async ({
    host,
    at,
    baseUrl,
    stand,
    oauth,
  }) => {
    const { page } = host;
    const keyboard = keyboardOf(page);
    // Too short to be used twice: every reading takes a new one.
    oauth.accessSeconds = 30;
    await begin(page, baseUrl);
    await answerInBrowser(await stand.page(), { as: ana });
    await expect(at.grid).toHaveAttribute('aria-rowcount', '349');
    oauth.refreshSeconds = -1;
    await keyboard.activate(page.getByRole('button', { name: /^Connections/ }));
    const details = page.getByRole('region', { name: 'Sign-in details' });
    await expect(async () => {
      await keyboard.activate(at.button('Check now', details));
      await expect(details).toContainText('Roboflow has ended this sign-in', { timeout: 2_000 });
    }).toPass();
    await expect(details).toContainText('Sign in again');

    oauth.refreshSeconds = 3_600;
    await keyboard.activate(at.button('Sign in again…', details));
    const again = at.dialog('Sign in again');
    await expect(again.getByRole('radio', { name: 'Sign in with your browser' })).toBeChecked();
    await expect(at.button('Sign in', again)).toBeFocused();
    await expectNoViolations(page, 'sign in again with the browser');
    await keyboard.press('Enter');
    await answerInBrowser(await stand.page(2), { as: ana });
    await expect(again).toBeHidden();
    await expect(page.getByRole('option', { name: /^ana@acme/ })).toContainText('Signed in');
    await expect(page.getByRole('option', { name: /^ana@acme/ })).toContainText(/Answered in/);
  });
});
