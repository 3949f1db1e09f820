/** Signing in with the browser against a real authorization server: what it brings, where its tokens are, and how it can fail. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ErrorInfo } from '#shared/domain/errors.ts';
import { answerConsent, answerInBrowser } from '../../support/person-with-browser.ts';
import { scanForSecrets } from '../../support/scan-for-secrets.ts';
import { everyKey, signInTo } from '../main/desk.ts';
import { type BrowserDesk, type Connected, isOpen, openBrowserDesk, portIn, recordSecrets } from './desk.ts';

let desk: BrowserDesk;
beforeEach(async () => {
  desk = await openBrowserDesk({ platformPorts: { answerLimit: 20_000 } });
});
afterEach(async () => {
  vi.unstubAllGlobals();
  await desk.end();
});

const ana = 'acme-vision ana@acme.example';
const begin = (requestId = 'one') =>
  desk
    .core()
    .call('connections.connectInBrowser', { platform: 'roboflow', baseUrl: desk.baseUrl, requestId });

async function connect(as = ana, requestId = 'one'): Promise<Connected> {
  const page = desk.nextPage();
  const connected = begin(requestId);
  await answerInBrowser(await page, { as });
  return connected;
}

async function refusal(call: Promise<unknown>): Promise<ErrorInfo> {
  const thrown = await call.then(
    () => expect.unreachable('it was not refused'),
    (reason: { error: ErrorInfo }) => reason,
  );
  return thrown.error;
}

async function expectNothingStored(): Promise<void> {
  expect(await desk.core().call('connections.list', {})).toEqual([]);
  expect(await desk.core().call('workspaces.list', {})).toEqual([]);
  expect([...desk.keychain.items]).toEqual([]);
  for (const page of desk.pages) expect(await isOpen(portIn(page))).toBe(false);
}

/** Begins, plays the browser with `act`, and answers the refusal. */
async function failing(act: (page: URL) => Promise<unknown>): Promise<ErrorInfo> {
  const page = desk.nextPage();
  const refused = refusal(begin());
  await act(await page);
  return refused;
}

describe('a sign-in with the browser', () => {
  it('connects the workspace that was chosen there, in the name of the person, and reads its keys', async () => {
    const { workspaceIds } = await connect();
    expect(workspaceIds).toHaveLength(1);
    await desk.core().call('sync.now', { workspaceId: null });
    expect(await desk.core().call('workspaces.list', {})).toMatchObject([
      {
        name: 'Acme Vision',
        account: 'ana@acme.example',
        state: 'ready',
        keyCount: 348,
        signInWay: 'browser',
      },
    ]);
    expect(await desk.core().call('connections.list', {})).toMatchObject([
      { signInWay: 'browser', keptIn: 'keychain', account: 'ana@acme.example' },
    ]);
  });

  it('asks for a code at the sandbox’s own page, with PKCE, state and a port of this computer', async () => {
    await connect();
    const [page] = desk.pages;
    expect(page?.href.startsWith(`${desk.baseUrl}/oauth/authorize?`)).toBe(true);
    const sent = Object.fromEntries(page?.searchParams ?? []);
    expect(sent).toMatchObject({ response_type: 'code', code_challenge_method: 'S256' });
    expect(sent.code_challenge).toMatch(/^[\w-]{43}$/);
    expect(sent.state).toMatch(/^[\w-]{43}$/);
    expect(sent.redirect_uri).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/callback$/);
    expect(sent.scope?.split(' ')).toEqual(
      expect.arrayContaining(['api-key:create', 'model:infer', 'offline_access']),
    );
    expect(sent.scope?.split(' ')).not.toContain('openid');
  });

  it('keeps the refresh token in the keychain, and nothing that authenticates anywhere else', async () => {
    const { seen, recording } = recordSecrets();
    vi.stubGlobal('fetch', recording);
    const { connectionId } = await connect();
    desk.later(3_600);
    await desk.core().call('sync.now', { workspaceId: null });
    await desk.restart();
    await desk.core().call('sync.now', { workspaceId: null });
    const state = desk.pages[0]?.searchParams.get('state') ?? '';
    // Code, verifier, and three pairs of tokens: from the sign-in, the refresh, and the restart.
    expect(seen.size).toBe(8);
    expect(seen).toContain(desk.keychain.refreshToken(connectionId));
    expect([...desk.keychain.items.keys()]).toEqual([connectionId]);
    expect(await scanForSecrets([desk.profile], [...seen, state])).toEqual([]);
  });

  it('shows a calm page that holds nothing, and takes one answer only', async () => {
    const page = desk.nextPage();
    const connected = begin();
    const redirect = await answerConsent(await page, { as: ana });
    const { port } = redirect;
    for (const stray of [
      fetch(`http://127.0.0.1:${port}/favicon.ico`),
      fetch(`http://127.0.0.1:${port}/`),
      fetch(redirect, { method: 'HEAD' }),
      fetch(redirect, { method: 'POST' }),
    ])
      expect((await stray).status).toBe(404);
    const response = await fetch(redirect);
    const text = await response.text();
    expect(response.status).toBe(200);
    expect(text).toContain('You can go back to Latchkey');
    expect(text).not.toContain(redirect.searchParams.get('code') ?? 'no code');
    expect(response.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/=]+'/,
    );
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    await connected;
    expect(await isOpen(Number(port))).toBe(false);
  });

  it('does not answer a page that comes under another host name', async () => {
    const page = desk.nextPage();
    const connected = begin();
    const redirect = await answerConsent(await page, { as: ana });
    const named = new URL(redirect);
    named.hostname = 'localhost';
    const outcome = await fetch(named).then(
      ({ status }) => status,
      () => 404,
    );
    expect(outcome).toBe(404);
    await fetch(redirect);
    await connected;
  });

  it('says that the browser is out, and opens it again on request', async () => {
    const page = desk.nextPage();
    const connected = begin();
    const first = await page;
    await vi.waitFor(() => expect(desk.core().emitted).toContain('connections.browserReady'));
    expect(await desk.core().call('connections.openBrowserAgain', { requestId: 'one' })).toEqual({
      opened: true,
    });
    expect(desk.pages).toEqual([first, first]);
    await answerInBrowser(first, { as: ana });
    await connected;
    const over = refusal(desk.core().call('connections.openBrowserAgain', { requestId: 'one' }));
    expect(await over).toMatchObject({ code: 'not-found' });
  });

  it('hands the address over by the clipboard where there is no browser', async () => {
    await desk.end();
    const pages: URL[] = [];
    desk = await openBrowserDesk({
      openSignIn: (address) => {
        pages.push(address);
        return Promise.reject(new Error('no browser here'));
      },
    });
    const connected = begin();
    await vi.waitFor(() => expect(desk.core().emitted).toContain('connections.browserReady'));
    expect(await desk.core().call('connections.openBrowserAgain', { requestId: 'one' })).toEqual({
      opened: false,
    });
    await desk.core().call('connections.copySignInAddress', { requestId: 'one' });
    expect(desk.core().clipboard()).toBe(pages[0]?.href);
    await answerInBrowser(desk.core().clipboard(), { as: ana });
    await connected;
  });

  it('of two workspaces side by side has a token for each', async () => {
    const acme = await connect();
    const northwind = await connect('northwind erik@northwind.example', 'two');
    await desk.core().call('sync.now', { workspaceId: null });
    expect(await desk.core().call('workspaces.list', {})).toMatchObject([
      { account: 'ana@acme.example', state: 'ready', keyCount: 348 },
      { account: 'erik@northwind.example', state: 'ready', keyCount: 239 },
    ]);
    const token = (connected: Connected) => desk.keychain.refreshToken(connected.connectionId);
    expect(token(acme)).not.toBe(token(northwind));
  });

  it('can make keys of full access as an owner, under their name, and has no key of its own among them', async () => {
    const { workspaceIds } = await connect();
    const [workspaceId = ''] = workspaceIds;
    await desk.core().call('sync.now', { workspaceId });
    const made = await desk.core().call('keys.create', {
      workspaceId,
      name: 'made-by-a-person',
      grant: { platform: 'roboflow', scopes: null },
      environment: 'staging',
    });
    const key = await desk.core().call('inventory.key', { keyId: made.keyId });
    expect(key).toMatchObject({ createdBy: 'ana@acme.example' });
    const { rows } = await desk.core().call('inventory.rows', { query: everyKey, offset: 0, limit: 100 });
    expect(rows.filter(({ thisLogin }) => thisLogin)).toEqual([]);
  });
});

describe('the role of the person', () => {
  it('that sees keys and makes none is named where one should be made', async () => {
    const { workspaceIds } = await connect('acme-vision jonas@acme.example');
    const [workspaceId = ''] = workspaceIds;
    await desk.core().call('sync.now', { workspaceId });
    const refused = await refusal(
      desk.core().call('keys.create', {
        workspaceId,
        name: 'not-allowed',
        grant: { platform: 'roboflow', scopes: ['model:infer'] },
        environment: 'staging',
      }),
    );
    expect(refused).toMatchObject({ code: 'role', message: expect.stringContaining('create_api_key') });
    expect(refused.message).toContain('Your role in this workspace does not let you make keys');
  });

  it('that sees no keys is named at the workspace', async () => {
    await connect('acme-vision liwei@acme.example');
    await desk.core().call('sync.now', { workspaceId: null });
    const [workspace] = await desk.core().call('workspaces.list', {});
    expect(workspace?.problem).toMatchObject({
      code: 'role',
      message: expect.stringContaining('view_workspace_api_keys'),
    });
  });
});

describe('a sign-in that comes to nothing says why, stores nothing and frees the port', () => {
  afterEach(expectNothingStored);

  it('with another state', async () => {
    const refused = await failing((page) =>
      answerInBrowser(page, { as: ana }, (redirect) => redirect.searchParams.set('state', 'another')),
    );
    expect(refused).toMatchObject({
      code: 'sign-in-failed',
      message: expect.stringContaining('does not belong to this sign-in'),
      hint: expect.stringContaining('Nothing was stored'),
    });
  });

  it('with a second state beside the right one', async () => {
    const refused = await failing((page) =>
      answerInBrowser(page, { as: ana }, (redirect) => redirect.searchParams.append('state', 'another')),
    );
    expect(refused.message).toContain('does not belong to this sign-in');
  });

  it.each([
    ['another issuer', 'https://attacker.example'],
    ['no issuer, from a server that promised one', null],
  ])('with %s', async (_what, answeredIssuer) => {
    desk.oauth.answeredIssuer = answeredIssuer;
    const refused = await failing((page) => answerInBrowser(page, { as: ana }));
    expect(refused).toMatchObject({
      code: 'sign-in-failed',
      message: expect.stringContaining('came from another server'),
    });
  });

  it('with a code that has expired', async () => {
    const refused = await failing((page) => answerInBrowser(page, { as: ana }, () => desk.later(61)));
    expect(refused).toMatchObject({ code: 'sign-in-failed', message: expect.stringContaining('too late') });
  });

  it('with a code that somebody else has used', async () => {
    const refused = await failing((page) =>
      answerInBrowser(page, { as: ana }, (redirect) =>
        redirect.searchParams.set('code', 'NoCodeOfThisServer123'),
      ),
    );
    expect(refused).toMatchObject({
      code: 'sign-in-failed',
      message: expect.stringContaining('used before'),
    });
  });

  it('with access refused by the person', async () => {
    const refused = await failing((page) => answerInBrowser(page, { answer: 'refuse' }));
    expect(refused).toMatchObject({
      code: 'sign-in-failed',
      message: 'Access was refused in the browser.',
      hint: expect.stringContaining('API key'),
    });
  });

  it('with a browser that nobody answers in', async () => {
    await desk.end();
    desk = await openBrowserDesk({ platformPorts: { answerLimit: 200 } });
    const refused = await failing(async () => undefined);
    expect(refused).toMatchObject({
      code: 'sign-in-failed',
      message: expect.stringContaining('Nobody answered'),
    });
  });

  it('with a sign-in that is stopped here', async () => {
    const refused = await failing(async (page) => {
      expect(await isOpen(portIn(page))).toBe(true);
      expect(await desk.core().call('connections.cancel', { requestId: 'one' })).toEqual({ stopped: true });
    });
    expect(refused).toMatchObject({ code: 'cancelled' });
  });

  it('with a web page in the place of tokens', async () => {
    desk.oauth.tokenWebPage = true;
    const refused = await failing((page) => answerInBrowser(page, { as: ana }));
    expect(refused).toMatchObject({ code: 'not-json', message: expect.stringContaining('web page') });
  });

  it('with a server that is gone by the time of the answer', async () => {
    const refused = await failing(async (page) => {
      const redirect = await answerConsent(page, { as: ana });
      desk.wire.cut(true);
      await fetch(redirect);
    });
    expect(refused).toMatchObject({ code: 'offline' });
  });

  it('with a server that registers nobody', async () => {
    desk.oauth.refuseRegistration = true;
    expect(await refusal(begin())).toMatchObject({
      code: 'sign-in-failed',
      message: expect.stringContaining('refused to register'),
      hint: expect.stringContaining('API key'),
    });
  });

  it('at an address that has no such sign-in', async () => {
    const baseUrl = `${desk.wire.url}/workspace-keys`;
    const call = desk
      .core()
      .call('connections.connectInBrowser', { platform: 'roboflow', baseUrl, requestId: 'one' });
    expect(await refusal(call)).toMatchObject({
      code: 'sign-in-failed',
      field: 'baseUrl',
      message: expect.stringContaining('offers no sign-in with the browser'),
    });
  });

  it('on a platform that has no such sign-in', async () => {
    const baseUrl = `${desk.wire.url}/workspace-keys`;
    const call = desk
      .core()
      .call('connections.connectInBrowser', { platform: 'workspace-keys', baseUrl, requestId: 'one' });
    expect(await refusal(call)).toMatchObject({ code: 'sign-in-failed' });
  });
});

it('a workspace that is here already is not connected twice, and the new sign-in is ended', async () => {
  await desk
    .core()
    .call('connections.connect', { ...signInTo(desk.sandbox, 'acme-vision'), baseUrl: desk.baseUrl });
  const { seen, recording } = recordSecrets();
  vi.stubGlobal('fetch', recording);
  expect(await failing((page) => answerInBrowser(page, { as: ana }))).toMatchObject({ code: 'conflict' });
  expect(seen.size).toBe(4);
  for (const token of seen) {
    const answer = await fetch(`${desk.baseUrl}/`, { headers: { authorization: `Bearer ${token}` } });
    expect(answer.status).toBe(401);
  }
  expect(await desk.core().call('connections.list', {})).toHaveLength(1);
});

it('stopped when the tokens are here and nothing is stored yet, a sign-in is ended at the platform too', async () => {
  const { seen, recording } = recordSecrets();
  vi.stubGlobal('fetch', async (...request: Parameters<typeof fetch>) => {
    // Asked right after the tokens came.
    if (String(request[0]).endsWith('/oauth/userinfo')) {
      await desk.core().call('connections.cancel', { requestId: 'one' });
    }
    return recording(...request);
  });
  expect(await failing((page) => answerInBrowser(page, { as: ana }))).toMatchObject({ code: 'cancelled' });
  await expectNothingStored();
  expect(desk.wire.requests).toContain('POST /roboflow/oauth/revoke');
  expect(seen.size).toBe(4);
  for (const token of seen) {
    const answer = await fetch(`${desk.baseUrl}/`, { headers: { authorization: `Bearer ${token}` } });
    expect(answer.status).toBe(401);
  }
});
