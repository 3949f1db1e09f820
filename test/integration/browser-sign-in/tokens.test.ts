/** What becomes of a sign-in with the browser: tokens are renewed, rotated, refused, ended, and nothing cached is ever lost. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ErrorInfo } from '#shared/domain/errors.ts';
import { eventually } from '../../support/eventually.ts';
import { answerInBrowser } from '../../support/person-with-browser.ts';
import { signInTo } from '../main/desk.ts';
import { type BrowserDesk, openBrowserDesk, recordSecrets } from './desk.ts';

let desk: BrowserDesk;
let connectionId: string;
let workspaceId: string;
beforeEach(async () => {
  desk = await openBrowserDesk();
  const page = desk.nextPage();
  const connecting = desk.core().call('connections.connectInBrowser', {
    platform: 'roboflow',
    baseUrl: desk.baseUrl,
    requestId: 'one',
  });
  await answerInBrowser(await page, { as: 'acme-vision ana@acme.example' });
  const connected = await connecting;
  connectionId = connected.connectionId;
  workspaceId = connected.workspaceIds[0] ?? '';
  await sync();
});
afterEach(async () => {
  vi.unstubAllGlobals();
  await desk.end();
});

const sync = () => desk.core().call('sync.now', { workspaceId: null });
const workspace = async () => (await desk.core().call('workspaces.list', {}))[0] ?? expect.unreachable();
const refreshes = () => desk.wire.requests.filter((each) => each === 'POST /roboflow/oauth/token').length;
const anHour = 3_600;

/** Whether the sandbox still takes it; it is used up by asking. */
async function isAlive(refreshToken: string, item: string): Promise<boolean> {
  const { clientId } = JSON.parse(item) as { clientId: string };
  const body = new URLSearchParams({
    grant_type: 'refresh_token',
    client_id: clientId,
    refresh_token: refreshToken,
  });
  return (await fetch(`${desk.baseUrl}/oauth/token`, { method: 'POST', body })).ok;
}

async function signInAgain(as: string, requestId = 'again') {
  const page = desk.nextPage();
  const signedIn = desk.core().call('connections.signInAgainInBrowser', { connectionId, requestId });
  const settled = signedIn.then(
    (value) => ({ value, error: null }),
    ({ error }: { error: ErrorInfo }) => ({ value: null, error }),
  );
  await answerInBrowser(await page, { as });
  return settled;
}

describe('an access token', () => {
  it('is renewed before it expires, once for all who need it, and its refresh token is replaced in the keychain', async () => {
    const before = desk.keychain.refreshToken(connectionId);
    const count = refreshes();
    desk.later(anHour - 30);
    await Promise.all([
      sync(),
      desk.core().call('connections.check', { connectionId }),
      desk.core().call('folders.list', { workspaceId }),
    ]);
    expect(refreshes()).toBe(count + 1);
    expect(desk.keychain.refreshToken(connectionId)).not.toBe(before);
    expect(await workspace()).toMatchObject({ state: 'ready' });
  });

  it('is not renewed while it is good', async () => {
    const count = refreshes();
    await sync();
    expect(refreshes()).toBe(count);
  });

  it('that is refused is renewed, and the request sent again', async () => {
    const { seen, recording } = recordSecrets();
    vi.stubGlobal('fetch', recording);
    desk.later(anHour);
    await sync();
    const count = refreshes();
    // Every token that is in use by now is refused; the next one is not.
    for (const token of seen) desk.wire.redirectCredential(token, 'NotAToken');
    await sync();
    expect(await workspace()).toMatchObject({ state: 'ready', problem: null });
    expect(refreshes()).toBe(count + 1);
  });

  it('that is refused for a write is renewed, and the write carried out once', async () => {
    const { seen, recording } = recordSecrets();
    vi.stubGlobal('fetch', recording);
    desk.later(anHour);
    await sync();
    for (const token of seen) desk.wire.redirectCredential(token, 'NotAToken');
    const made = await desk.core().call('keys.create', {
      workspaceId,
      name: 'made-with-a-new-token',
      grant: { platform: 'roboflow', scopes: ['model:infer'] },
      environment: 'staging',
    });
    expect(desk.wire.requests.filter((each) => each === 'POST /roboflow/acme-vision/api-keys')).toHaveLength(
      2,
    );
    await sync();
    expect(await workspace()).toMatchObject({ state: 'ready', keyCount: 349 });
    expect(await desk.core().call('inventory.key', { keyId: made.keyId })).toMatchObject({
      createdBy: 'ana@acme.example',
    });
  });

  it('that is refused renewed as well asks to sign in again, and a later success clears that', async () => {
    desk.wire.swapCredential('NotAToken');
    await sync();
    expect(await workspace()).toMatchObject({
      state: 'sign-in',
      problem: { message: 'Roboflow does not accept this sign-in any more.' },
      keyCount: 348,
    });
    desk.wire.swapCredential(null);
    await sync();
    expect(await workspace()).toMatchObject({ state: 'ready', problem: null });
  });

  it('comes from the keychain’s refresh token after a restart', async () => {
    const before = desk.keychain.refreshToken(connectionId);
    await desk.restart();
    await sync();
    expect(await workspace()).toMatchObject({ state: 'ready', account: 'ana@acme.example' });
    expect(desk.keychain.refreshToken(connectionId)).not.toBe(before);
  });
});

describe('a refresh token', () => {
  it('that has expired asks to sign in again, keeps every key, and is not tried a second time', async () => {
    desk.later(31 * 24 * anHour);
    await sync();
    expect(await workspace()).toMatchObject({
      state: 'sign-in',
      problem: {
        code: 'sign-in-needed',
        message: expect.stringContaining('Roboflow has ended this sign-in'),
      },
      keyCount: 348,
    });
    expect(desk.keychain.items.get(connectionId)).toContain('"refreshToken":null');
    const count = refreshes();
    await desk.restart();
    await sync();
    expect(refreshes()).toBe(count);
    expect(await workspace()).toMatchObject({ state: 'sign-in', keyCount: 348 });

    const { value } = await signInAgain('acme-vision ana@acme.example');
    expect(value?.workspaceIds).toEqual([workspaceId]);
    await sync();
    expect(await workspace()).toMatchObject({ state: 'ready', problem: null, keyCount: 348 });
  });

  it('is not lost when the network is: offline until it is back, and no new sign-in is asked for', async () => {
    const before = desk.keychain.refreshToken(connectionId);
    desk.later(anHour);
    desk.wire.cut(true);
    await sync();
    expect(await workspace()).toMatchObject({ state: 'offline', keyCount: 348 });
    expect(desk.keychain.refreshToken(connectionId)).toBe(before);
    desk.wire.cut(false);
    await sync();
    expect(await workspace()).toMatchObject({ state: 'ready' });
  });

  it('that the keychain does not take is not lost, and nothing is done with its access token before', async () => {
    const before = desk.keychain.refreshToken(connectionId);
    desk.later(anHour);
    desk.keychain.refuseWrites(true);
    await sync();
    expect(await workspace()).toMatchObject({ state: 'error', problem: { code: 'keychain' }, keyCount: 348 });
    expect(desk.keychain.refreshToken(connectionId)).toBe(before);
    desk.keychain.refuseWrites(false);
    await sync();
    expect(await workspace()).toMatchObject({ state: 'ready' });
    expect(desk.keychain.refreshToken(connectionId)).not.toBe(before);
  });

  it('of a locked keychain is the keychain’s trouble and nobody else’s', async () => {
    desk.later(anHour);
    desk.keychain.lock(true);
    await sync();
    expect(await workspace()).toMatchObject({ state: 'error', problem: { code: 'keychain' } });
    desk.keychain.lock(false);
    await sync();
    expect(await workspace()).toMatchObject({ state: 'ready' });
  });

  it('that is missing from the keychain asks to sign in again', async () => {
    desk.keychain.items.clear();
    await desk.restart();
    await sync();
    expect(await workspace()).toMatchObject({
      state: 'sign-in',
      problem: { code: 'sign-in-needed', message: expect.stringContaining('has nothing of this sign-in') },
      keyCount: 348,
    });
  });
});

describe('signing in again', () => {
  it('to another workspace is refused, leaves the old sign-in as it was, and ends the new one', async () => {
    const before = desk.keychain.items.get(connectionId);
    const { error } = await signInAgain('northwind erik@northwind.example');
    expect(error).toMatchObject({ code: 'wrong-workspace' });
    expect(desk.keychain.items.get(connectionId)).toBe(before);
    await sync();
    expect(await workspace()).toMatchObject({ state: 'ready', account: 'ana@acme.example' });
  });

  it('as somebody else takes their name, and ends the sign-in before', async () => {
    const [item = '', token] = [
      desk.keychain.items.get(connectionId),
      desk.keychain.refreshToken(connectionId),
    ];
    await signInAgain('acme-vision maria@acme.example');
    expect(await workspace()).toMatchObject({ account: 'maria@acme.example', signInWay: 'browser' });
    await eventually(async () => expect(desk.wire.requests).toContain('POST /roboflow/oauth/revoke'));
    await eventually(async () => expect(await isAlive(token, item)).toBe(false));
  });

  it('with an API key ends the sign-in with the browser', async () => {
    const [item = '', token] = [
      desk.keychain.items.get(connectionId),
      desk.keychain.refreshToken(connectionId),
    ];
    const { credential } = signInTo(desk.sandbox, 'acme-vision');
    await desk.core().call('connections.signInAgain', { connectionId, credential });
    expect(await workspace()).toMatchObject({ signInWay: 'credential', account: null });
    expect(desk.keychain.items.get(connectionId)).toBe(credential);
    expect(await isAlive(token, item)).toBe(false);
    await sync();
    expect(await workspace()).toMatchObject({ state: 'ready' });
  });
});

describe('removing the connection', () => {
  const remove = () => desk.core().call('connections.remove', { connectionId });

  it('ends the sign-in at the platform and in the keychain', async () => {
    const [item = '', token] = [
      desk.keychain.items.get(connectionId),
      desk.keychain.refreshToken(connectionId),
    ];
    expect(await remove()).toEqual({ credentialLeft: false, stillSignedIn: false });
    expect([...desk.keychain.items]).toEqual([]);
    expect(await isAlive(token, item)).toBe(false);
  });

  it('says so where the platform cannot be told', async () => {
    desk.wire.cut(true);
    expect(await remove()).toEqual({ credentialLeft: false, stillSignedIn: true });
    expect([...desk.keychain.items]).toEqual([]);
  });

  it('while the keychain is locked ends it when it is open again', async () => {
    const [item = '', token] = [
      desk.keychain.items.get(connectionId),
      desk.keychain.refreshToken(connectionId),
    ];
    desk.keychain.lock(true);
    expect(await remove()).toEqual({ credentialLeft: true, stillSignedIn: false });
    desk.keychain.lock(false);
    await desk.restart();
    desk.core().services.begin(false);
    await eventually(() => expect([...desk.keychain.items]).toEqual([]));
    expect(await isAlive(token, item)).toBe(false);
  });
});
