/** Wrong credentials, wrong addresses and wrong answers: each is said as what it is, and nothing is lost. */
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { scanForSecrets } from '../support/scan-for-secrets.ts';
import { expect, signInTo, test } from './support/app.ts';
import { expectNoViolations } from './support/axe.ts';
import { walkOn } from './support/walk.ts';

const wrongKey = 'WrongKeyThatNobodyMayEverSee42';

async function serve(answer: RequestListener): Promise<{ url: string; close: () => void }> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
}

test('a wrong API key is refused in words that do not repeat it, and nothing is stored, by keyboard', async ({
  sandbox,
  host,
  folder,
}) => {
  const { baseUrl } = signInTo(sandbox, 'acme-vision');
  const form = await walkOn(host.page).fillConnect({
    platform: 'roboflow',
    baseUrl,
    credential: wrongKey,
  });
  await expect(form).toContainText('Roboflow did not accept this API key');
  await expect(form).not.toContainText(wrongKey);
  await expect(form.getByLabel('API key')).toBeFocused();
  await expectNoViolations(host.page, 'a refused API key');
  await expect(form.getByLabel('API key')).toHaveValue(wrongKey);
  expect(await host.page.evaluate(() => window.latchkey.workspacesList({}))).toEqual({ ok: true, value: [] });
  await host.close();
  expect(await scanForSecrets([folder], [wrongKey])).toEqual([]);
});

/** Each in the same window, one after the other. */
const wrongAddresses = [
  { what: 'plain http to another host', address: 'http://api.example.com', says: /https/ },
  { what: 'something that is no address', address: 'not a url', says: /https:\/\// },
  { what: 'a host where nobody listens', address: 'http://127.0.0.1:9', says: /127\.0\.0\.1/ },
];

test('an address that is none, is not safe or leads nowhere is said beside it, by keyboard', async ({
  host,
}) => {
  const keys = walkOn(host.page);
  for (const { what, address, says } of wrongAddresses) {
    await test.step(what, async () => {
      const form = await keys.fillConnect({ platform: 'roboflow', baseUrl: address, credential: wrongKey });
      const field = form.getByLabel('Base URL');
      await expect(field).toHaveAttribute('aria-invalid', 'true');
      await expect(field).toHaveAccessibleDescription(says);
      await expect(field).toHaveValue(address);
      // There at once, to be put right.
      await expect(field).toBeFocused();
      await keys.press('Escape');
      await expect(form).toBeHidden();
    });
  }
});

for (const { what, answer, says } of [
  {
    what: 'a web page',
    answer: (_: unknown, response: Parameters<RequestListener>[1]) =>
      response.setHeader('content-type', 'text/html').end('<html><body>Welcome</body></html>'),
    says: /web page/,
  },
  {
    what: 'JSON that breaks off',
    answer: (_: unknown, response: Parameters<RequestListener>[1]) =>
      response.setHeader('content-type', 'application/json').end('{"workspace": "acm'),
    says: /incomplete|cut|broke|not whole|unreadable/i,
  },
]) {
  test(`${what} instead of an answer is said as such, by keyboard`, async ({ host }) => {
    const server = await serve(answer);
    const form = await walkOn(host.page).fillConnect({
      platform: 'roboflow',
      baseUrl: server.url,
      credential: wrongKey,
    });
    await expect(form).toContainText(says);
    server.close();
  });
}

test('an empty, a long and a taken name are said beside the field, by keyboard', async ({
  host,
  at,
  signedIn: _,
}) => {
  const keys = walkOn(host.page);
  await keys.press('ControlOrMeta+N');
  const form = at.dialog('New key');
  const name = form.getByLabel('Name');
  await keys.choose(form.getByLabel('Workspace'), 'Acme Vision');
  await keys.activate(at.button('Generate key', form));
  await expect(name).toHaveAccessibleDescription(/name is needed/i);
  await expect(name).toBeFocused();
  await expectNoViolations(host.page, 'a name that is needed');
  await keys.fill(name, 'n'.repeat(300));
  await expect(name).toHaveAccessibleDescription(/300 characters/);
  await keys.fill(name, 'latchkey-admin');
  await expect(name).toHaveAccessibleDescription(/already/);
  await keys.press('Enter');
  // While it is asked for, Escape does nothing.
  await expect(at.button('Generate key', form)).not.toHaveAttribute('aria-busy', 'true');
  await expect(form).toBeVisible();
  await keys.press('Escape');
  await expect(form).toBeHidden();
});
