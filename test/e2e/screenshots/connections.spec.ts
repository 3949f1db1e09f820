/** The pictures of the connections screen: every state of a sign-in side by side, its dialogs, and the keychain's states. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { openWire } from '../../support/lossy-wire.ts';
import { canHaveKeyring, openPrivateKeyring } from '../../support/private-keyring.ts';
import { expect, signInTo, test } from '../support/app.ts';
import { desk } from '../support/desk.ts';
import { launch } from '../support/host.ts';

const pictures = fileURLToPath(new URL('../../../docs/screenshots/', import.meta.url));
const wide = { width: 1360, height: 850 };

async function picture(
  page: Page,
  name: string,
  sizes: readonly ['' | '-1024', number, number][],
): Promise<void> {
  for (const [suffix, width, height] of sizes) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height });
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      await expect(page.getByRole('status', { name: 'Sync status' })).not.toHaveAttribute(
        'aria-busy',
        'true',
      );
      const ending = suffix === '' ? `-${colorScheme}` : colorScheme === 'light' ? suffix : `${suffix}-dark`;
      await page.screenshot({
        path: `${pictures}${name}${ending}.png`,
        animations: 'disabled',
        caret: 'hide',
      });
    }
  }
  await page.setViewportSize(wide);
}

const both = [
  ['', 1360, 850],
  ['-1024', 1024, 700],
] as const satisfies readonly ['' | '-1024', number, number][];

/** Passes requests on until it is told to answer with a web page, as a proxy in front of a platform does. */
async function openProxy(target: string) {
  let broken = false;
  const server = createServer(async (request, response) => {
    if (broken) {
      response.setHeader('content-type', 'text/html').end('<!doctype html><title>Maintenance</title>');
      return;
    }
    const headers = { authorization: request.headers.authorization ?? '' };
    const answer = await fetch(new URL(request.url ?? '/', target), { headers });
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text());
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    break: () => {
      broken = true;
    },
    close: () => void server.close(),
  };
}

test('connections', async ({ folder, sandbox }) => {
  test.skip(!canHaveKeyring(), 'It needs a Secret Service of its own.');
  const keyring = await openPrivateKeyring(join(folder, 'keyring'));
  const host = await launch({
    userDataDir: join(folder, 'profile'),
    env: { LATCHKEY_SECRET_STORE: undefined, ...keyring.env },
  });
  const { page } = host;
  const at = desk(page);
  await page.setViewportSize(wide);
  const [unreachable, swapped, proxy] = [
    await openWire(sandbox.url),
    await openWire(sandbox.url),
    await openProxy(sandbox.url),
  ];
  const through = (slug: string, url: string) => {
    const signIn = signInTo(sandbox, slug);
    return { ...signIn, baseUrl: signIn.baseUrl.replace(sandbox.url, url) };
  };
  await at.connect(signInTo(sandbox, 'acme-vision'));
  await at.connect(through('northwind', unreachable.url));
  await at.connect(through('orchard-labs', swapped.url));
  await at.connect(through('Harbour CV', proxy.url));
  await expect(at.grid).toHaveAttribute('aria-rowcount', String(348 + 239 + 54 + 22 + 24 + 1));

  await page.getByRole('button', { name: /^Connections/ }).click();
  const details = page.getByRole('region', { name: 'Sign-in details' });
  const option = (name: RegExp) => page.getByRole('option', { name });
  unreachable.cut(true);
  swapped.swapCredential('wkt_revoked00000000000000000000000000009');
  proxy.break();
  for (const [name, state] of [
    [/^Northwind/, 'Offline'],
    [/^maria/, 'Sign in again'],
    [/^Harbour/, 'Error'],
  ] as const) {
    await option(name).click();
    await at.button('Check now', details).click();
    await expect(option(name)).toContainText(state);
  }
  await option(/^maria/).click();
  await expect(details).toContainText('2 workspaces');
  await picture(page, 'connections', both);

  await at.button('Remove…', details).click();
  await expect(at.dialog('Remove sign-in')).toBeVisible();
  await picture(page, 'connections-remove', both);
  await page.keyboard.press('Escape');
  await at.button('Edit Orchard Labs').click();
  await expect(at.dialog('Edit workspace')).toBeVisible();
  await picture(page, 'connections-edit-workspace', both);
  await page.keyboard.press('Escape');

  await option(/^Acme/).click();
  keyring.lock();
  await at.button('Check now', details).click();
  await expect(page.getByText('The keychain is locked.')).toBeVisible();
  await expect(option(/^Acme/)).toContainText('Keychain');
  await picture(page, 'connections-keychain-locked', both);
  await keyring.unlock();
  await at.button('Try again').first().click();
  await expect(page.getByText('The keychain works.')).toBeVisible();
  await expect(option(/^Acme/)).toContainText('Signed in');

  // Nothing on a private keyring refuses; the sentence is what counts here.
  await host.evalMain(({ BrowserWindow }) => {
    const refused = {
      driver: 'keytar',
      state: 'refused',
      reason: 'The keychain of this computer refused Latchkey.',
    };
    BrowserWindow.getAllWindows()[0]?.webContents.send('app.secretStoreChanged', refused);
  });
  await expect(page.getByText('The keychain refused Latchkey.').first()).toBeVisible();
  await picture(page, 'connections-keychain-refused', both);
  await at.button('Try again').first().click();
  await expect(page.getByText('The keychain works.')).toBeVisible();

  keyring.empty();
  await at.button('Check now', details).click();
  await expect(page.getByText('A credential is missing from the keychain.')).toBeVisible();
  await expect(option(/^Acme/)).toContainText('Sign in again');
  await picture(page, 'connections-keychain-missing', both);

  await keyring.stop();
  await at.button('Check now', details).click();
  await expect(page.getByText('The keychain is gone.')).toBeVisible();
  await picture(page, 'connections-keychain-absent', both);

  await host.close();
  await Promise.all([keyring.end(), unreachable.close(), swapped.close()]);
  proxy.close();
});
