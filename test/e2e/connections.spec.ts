/** The connections screen by keyboard alone, signing in broken off, and the keychain's states on a real Secret Service. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { canHaveKeyring, openPrivateKeyring } from '../support/private-keyring.ts';
import { expect, signInTo, test } from './support/app.ts';
import { expectNoViolations } from './support/axe.ts';
import { desk } from './support/desk.ts';
import { launch } from './support/host.ts';
import { otherAdministrator } from './support/other-administrator.ts';
import { walkOn } from './support/walk.ts';

/** By the palette; the list of sign-ins then has the focus. */
async function goToConnections(page: Page): Promise<void> {
  await walkOn(page).goTo('Connections');
  await expect(page.getByRole('listbox', { name: 'Sign-ins' })).toBeFocused();
}

function connectionsOn(page: Page) {
  const details = page.getByRole('region', { name: 'Sign-in details' });
  return {
    list: page.getByRole('listbox', { name: 'Sign-ins' }),
    option: (name: string | RegExp) => page.getByRole('option', { name }),
    details,
    heading: details.getByRole('heading', { level: 2 }),
    order: page.getByRole('list', { name: 'Order of workspaces' }),
  };
}

test('by keyboard: a sign-in is looked at, named, checked and removed, and comes back', async ({
  host,
  at,
  sandbox,
  signedIn: _,
}) => {
  const { page } = host;
  const keys = walkOn(page);
  const { option, details, heading } = connectionsOn(page);
  await goToConnections(page);
  await expect(option(/^Acme Vision/)).toHaveAttribute('aria-selected', 'true');
  await expect(option(/^Acme Vision/)).toContainText('Signed in');
  await expect(option(/^Acme Vision/)).toContainText(/Answered in \d/);
  await expectNoViolations(page, 'connections');

  await keys.press('End');
  await expect(heading).toHaveText('maria@acme.example');
  await expect(details).toContainText('2 workspaces');
  await keys.press('Enter');
  await expect(details).toBeFocused();

  await keys.activate(at.button('Name…', details));
  const name = at.dialog('Name this sign-in');
  await expect(name.getByLabel('Name', { exact: true })).toBeFocused();
  await keys.type('Orchard and Pixel');
  await expectNoViolations(page, 'name a sign-in');
  await keys.press('Enter');
  await expect(heading).toHaveText('Orchard and Pixel');
  await expect(at.button('Name…', details)).toBeFocused();

  await keys.activate(at.button('Check now', details));
  await expect(details).toContainText(/Answered in .*just now/);

  await keys.activate(at.button('Remove…', details));
  const remove = at.dialog('Remove sign-in');
  await expect(at.button('Cancel', remove)).toBeFocused();
  await expect(remove).toContainText('2 workspaces and the copy of 76 keys');
  await expect(remove).toContainText('no key is changed or deleted there');
  await expectNoViolations(page, 'remove a sign-in');
  await keys.press('Escape');
  await expect(remove).toBeHidden();
  await expect(option(/^Orchard and Pixel/)).toBeVisible();
  await keys.press('Enter');
  await expect(at.button('Cancel', remove)).toBeFocused();
  await keys.press('Tab');
  await keys.press('Enter');
  await expect(remove).toBeHidden();
  await expect(option(/^Orchard and Pixel/)).toHaveCount(0);
  await expect(page.getByText('Orchard and Pixel was removed.')).toBeVisible();
  await expect(at.workspaces).not.toContainText('Orchard Labs');

  await keys.connect(signInTo(sandbox, 'orchard-labs'));
  await expect(option(/^maria@acme\.example/)).toBeVisible();
  await expect(at.workspaces).toContainText('Orchard Labs');
});

test('by keyboard: workspaces are renamed, coloured and put in order, and the numbers go along', async ({
  host,
  at,
  signedIn: _,
}) => {
  const { page } = host;
  const keys = walkOn(page);
  const { order } = connectionsOn(page);
  await goToConnections(page);
  const items = order.getByRole('listitem');
  await expect(items).toContainText([/Acme Vision/, /Orchard Labs/, /Pixel Foundry/]);

  await keys.activate(at.button('Edit Orchard Labs', order));
  const edit = at.dialog('Edit workspace');
  const field = edit.getByLabel('Name on this desk');
  await expect(field).toBeFocused();
  await keys.press('ControlOrMeta+A');
  await keys.type('Acme Vision');
  await keys.press('Enter');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(edit).toContainText('Another workspace is called Acme Vision already');
  await expectNoViolations(page, 'edit a workspace with an error');
  await keys.press('ControlOrMeta+A');
  await keys.type('Fruit');
  await keys.press('Tab');
  await keys.press('ArrowRight');
  await expect(edit.getByRole('radio', { checked: true })).toBeFocused();
  await keys.press('Enter');
  await expect(edit).toBeHidden();
  await expect(items.nth(1)).toContainText('Fruit');
  // What the platform calls it stays in view.
  await expect(items.nth(1)).toContainText('Orchard Labs');
  await expect(at.workspaces).toContainText('Fruit');

  const up = at.button('Move Fruit up', order);
  await keys.activate(up);
  await expect(items).toContainText([/Fruit/, /Acme Vision/, /Pixel Foundry/]);
  await expect(up).toBeFocused();
  await expect(page.getByText('Fruit is number 1 now.')).toBeAttached();
  // Pressed faster than the list is read anew: no press is lost.
  await keys.press('Alt+ArrowDown');
  await keys.press('Alt+ArrowDown');
  await expect(items).toContainText([/Acme Vision/, /Pixel Foundry/, /Fruit/]);
  await expect(up).toBeFocused();

  // By the buttons alone, down as well as up.
  await keys.activate(at.button('Move Acme Vision down', order));
  await expect(items).toContainText([/Pixel Foundry/, /Acme Vision/, /Fruit/]);
  await expect(at.button('Move Acme Vision down', order)).toBeFocused();

  // Orchard's 54 keys are under 3 now.
  await keys.press('ControlOrMeta+3');
  await expect(at.grid).toHaveAttribute('aria-rowcount', '55');
});

test('a workspace can be dragged to its place', async ({ host, at, signedIn: _ }) => {
  const { page } = host;
  const { order } = connectionsOn(page);
  await goToConnections(page);
  const items = order.getByRole('listitem');
  await expect(items).toContainText([/Acme Vision/, /Orchard Labs/, /Pixel Foundry/]);
  // With a finger: a window that lies behind another test's gets no moves of a pressed mouse, but those of a touch.
  const session = await page.context().newCDPSession(page);
  const touch = async (type: 'touchStart' | 'touchMove' | 'touchEnd', on?: Locator) => {
    const box = await on?.boundingBox();
    const touchPoints = box ? [{ x: box.x + box.width / 2, y: box.y + box.height / 2 }] : [];
    await session.send('Input.dispatchTouchEvent', { type, touchPoints });
  };
  await touch('touchStart', items.nth(2).getByTitle('Drag to another place'));
  await expect(items.nth(2)).toHaveAttribute('data-dragged');
  await touch('touchMove', items.nth(0));
  await expect(items.nth(0)).toHaveAttribute('data-drop', 'before');
  // Escape gives it up, and the rest of the same touch moves nothing.
  await page.keyboard.press('Escape');
  await expect(items.nth(0)).not.toHaveAttribute('data-drop');
  await touch('touchEnd');
  await expect(items).toContainText([/Acme Vision/, /Orchard Labs/, /Pixel Foundry/]);

  await touch('touchStart', items.nth(2).getByTitle('Drag to another place'));
  await touch('touchMove', items.nth(0));
  await expect(items.nth(0)).toHaveAttribute('data-drop', 'before');
  await touch('touchEnd');
  await expect(items).toContainText([/Pixel Foundry/, /Acme Vision/, /Orchard Labs/]);
  await expect(at.workspaces.getByRole('listitem').nth(1)).toContainText('Pixel Foundry');
});

test('by keyboard: a second sign-in for another workspace is taken, one for the same is refused by name', async ({
  host,
  at,
  sandbox,
}) => {
  const { page } = host;
  const keys = walkOn(page);
  const acme = signInTo(sandbox, 'acme-vision');
  await keys.connect(acme);
  await expect(at.grid).toBeVisible();
  await goToConnections(page);
  await keys.activate(at.button('Connect another workspace'));
  await keys.press('Escape');
  await expect(at.dialog('Connect a workspace')).toBeHidden();
  await expect(at.button('Connect another workspace')).toBeFocused();
  await keys.connect(signInTo(sandbox, 'northwind'));
  const { list } = connectionsOn(page);
  await expect(list.getByRole('option')).toContainText([/^Acme Vision/, /^Northwind/]);
  const form = await keys.fillConnect(acme);
  await expect(form).toContainText('Acme Vision is connected already');
  await expectNoViolations(page, 'connect, already connected');
  await keys.press('Escape');
  await expect(form).toBeHidden();
  await expect(list.getByRole('option')).toHaveCount(2);
});

test('by keyboard: a sign-in whose key was revoked says so, and is put right with another one', async ({
  host,
  at,
  sandbox,
}) => {
  const { page } = host;
  const keys = walkOn(page);
  const whole = signInTo(sandbox, 'acme-vision');
  const other = otherAdministrator(whole);
  const made = (await other.create('desk of a colleague', ['workspace:read', 'api-key:read'])) as {
    key?: string;
  };
  await keys.connect({ ...whole, credential: made.key ?? '' });
  await expect(at.grid).toBeVisible();
  const { option, details } = connectionsOn(page);
  await goToConnections(page);
  await expect(option(/^Acme Vision/)).toContainText('Signed in');

  await other.remove(await other.idOf('desk of a colleague'));
  await keys.activate(at.button('Check now', details));
  await expect(option(/^Acme Vision/)).toContainText('Sign in again');
  await expectNoViolations(page, 'connections, sign-in lost');
  await keys.activate(at.button('Sign in again…', details));
  const again = at.dialog('Sign in again');
  await expect(again.getByLabel('API key')).toBeFocused();
  await keys.type('not-a-key-of-anybody');
  await keys.press('Enter');
  await expect(again.getByLabel('API key')).toHaveAttribute('aria-invalid', 'true');
  await expectNoViolations(page, 'sign in again, refused');
  await keys.signInAgain(again, whole.credential);
  await expect(at.button('Sign in again…', details)).toBeFocused();
  await expect(option(/^Acme Vision/)).toContainText('Signed in');
});

test('by keyboard: Cancel breaks a sign-in off, the request ends and nothing comes of it', async ({
  host,
  at,
}) => {
  const { promise: asked, resolve: ask } = Promise.withResolvers<void>();
  const { promise: left, resolve: leave } = Promise.withResolvers<void>();
  const server = createServer((request) => {
    request.socket.once('close', () => leave());
    ask();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const keys = walkOn(host.page);
  const form = await keys.fillConnect({
    platform: 'workspace-keys',
    baseUrl: `http://127.0.0.1:${port}`,
    credential: 'wkt_nobody0000000000000000000000000000001',
  });
  await asked;
  await expectNoViolations(host.page, 'connect, under way');
  await keys.activate(at.button('Cancel', form));
  await left;
  await expect(form).toBeHidden();
  await expect(host.page.getByRole('heading', { name: 'Latchkey' })).toBeVisible();
  await expect(at.button('Explore the sandbox')).toBeVisible();
  server.close();
});

test('by keyboard: a platform that is not there is said in words, and asked again', async ({
  host,
  at,
  sandbox,
  signedIn: _,
}) => {
  const { page } = host;
  const { option, details } = connectionsOn(page);
  await sandbox.close();
  await goToConnections(page);
  const keys = walkOn(page);
  await keys.press('Enter');
  await expect(details).toBeFocused();
  await keys.activate(at.button('Check now', details));
  await expect(option(/^Acme Vision/)).toContainText('Offline');
  await expect(option(/^Acme Vision/)).toContainText('No answer');
  await expectNoViolations(page, 'connections, offline');
});

test('by keyboard: a keychain that is locked, emptied or gone says so, each with its way out', async ({
  folder,
  sandbox,
}) => {
  test.skip(!canHaveKeyring(), 'It needs a Secret Service of its own.');
  const keyring = await openPrivateKeyring(join(folder, 'keyring'));
  const host = await launch({
    userDataDir: join(folder, 'profile'),
    env: { LATCHKEY_SECRET_STORE: undefined, ...keyring.env },
  });
  const { page } = host;
  const at = desk(page);
  const { option, details } = connectionsOn(page);
  const keys = walkOn(page);
  await keys.connect(signInTo(sandbox, 'acme-vision'));
  await expect(at.grid).toBeVisible();
  await goToConnections(page);
  await expect(page.getByText('The keychain works.')).toBeVisible();
  await expect(details).toContainText('In the keychain of this computer');

  keyring.lock();
  await keys.activate(at.button('Check now', details));
  await expect(page.getByText('The keychain is locked.')).toBeVisible();
  await expect(option(/^Acme Vision/)).toContainText('Keychain');
  await expectNoViolations(page, 'keychain locked');
  // Elsewhere the banner says the same, with the same way out.
  await keys.press('ControlOrMeta+0');
  await expect(at.grid).toBeVisible();
  await expect(page.getByText('The keychain is locked.')).toBeVisible();
  await keyring.unlock();
  await keys.activate(at.button('Try again').first());
  await expect(page.getByText('The keychain is locked.')).toHaveCount(0);
  await goToConnections(page);
  await expect(option(/^Acme Vision/)).toContainText('Signed in');

  keyring.empty();
  await keys.activate(at.button('Check now', details));
  await expect(page.getByText('A credential is missing from the keychain.')).toBeVisible();
  await expect(option(/^Acme Vision/)).toContainText('Sign in again');
  await expectNoViolations(page, 'item missing');
  await keys.activate(at.button('Sign in again'));
  const again = at.dialog('Sign in again');
  await keys.signInAgain(again, signInTo(sandbox, 'acme-vision').credential);
  await expect(page.getByText('The keychain works.')).toBeVisible();
  await expect(option(/^Acme Vision/)).toContainText('Signed in');

  await keyring.stop();
  await keys.activate(at.button('Check now', details));
  await expect(page.getByText('The keychain is gone.')).toBeVisible();
  await expectNoViolations(page, 'keychain gone');
  await keys.activate(at.button('Try again').first());
  await expect(at.button('Try again').first()).toBeFocused();
  await expect(page.getByText('The keychain is gone.')).toBeVisible();
  await host.close();
  await keyring.end();
});
