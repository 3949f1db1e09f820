/** Datature Vi contract: the organization, who may call, roles, and when a key counts as used. */
import { beforeEach, describe, expect, it } from 'vitest';
import { callerOf, secretKeys } from '../support/http.ts';
import { credentials, organizations, sandboxForFile } from '../support/test-world.ts';

const START = Date.UTC(2026, 7, 14, 9, 12);
let now = START;
const { url, connections } = await sandboxForFile({ clock: { now: () => new Date(now) } });
const call = callerOf(`${url}/datature-vi/vi/v1`);
const reef = secretKeys(call, organizations.reef, credentials.reefOwner);
const home = `/organizations/${organizations.reef}`;

beforeEach(() => {
  now = START;
});

it('the ready line names the organization id beside the secret key, one connection for each organization', () => {
  expect(connections.filter(({ platform }) => platform === 'datature-vi')).toEqual([
    {
      platform: 'datature-vi',
      baseUrl: `${url}/datature-vi`,
      credential: credentials.reefOwner,
      workspaces: [{ slug: 'org_reef', name: 'Reef' }],
    },
    {
      platform: 'datature-vi',
      baseUrl: `${url}/datature-vi`,
      credential: credentials.shoal,
      workspaces: [{ slug: 'org_shoal', name: 'Shoal' }],
    },
  ]);
});

describe('the organization', () => {
  it.each([
    ['owner', credentials.reefOwner],
    ['admin', credentials.reefAdmin],
    ['member', credentials.reefMember],
  ])('tells a key made by its %s so', async (role, as) => {
    const { status, body } = await call('GET', home, { as });
    expect(status).toBe(200);
    expect(body).toEqual({ id: 'org_reef', name: 'Reef', role, features: { keyPermissions: true } });
  });

  it('says where the pickers are missing', async () => {
    const shoal = await call('GET', `/organizations/${organizations.shoal}`, { as: credentials.shoal });
    expect(shoal.body).toMatchObject({ role: 'owner', features: { keyPermissions: false } });
  });
});

const CALLS: [string, string, unknown][] = [
  ['GET', home, undefined],
  ['GET', reef.keys, undefined],
  ['GET', `${reef.keys}/ID`, undefined],
  ['POST', reef.keys, { name: 'new' }],
  ['PATCH', `${reef.keys}/ID`, { name: 'renamed' }],
  ['DELETE', `${reef.keys}/ID`, undefined],
];

describe.each(CALLS)('%s %s', (method, path, json) => {
  async function as(secret: string | undefined) {
    const { id } = await reef.create({ name: crypto.randomUUID() });
    const named = json === undefined ? undefined : { name: crypto.randomUUID() };
    return call(method, path.replace('ID', id), { as: secret, json: named });
  }

  it.each([
    ['no key', undefined],
    ['an unknown key', 'dtvi_nobody'],
  ])('401 for %s', async (_, secret) => {
    const answer = await as(secret);
    expect(answer).toMatchObject({ status: 401, body: { type: 'about:blank', status: 401 } });
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
  });

  it('404 for a key of another organization, as for one that does not exist', async () => {
    const answer = await as(credentials.shoal);
    expect(answer).toMatchObject({ status: 404 });
    const nowhere = path.replace(organizations.reef, 'org_nowhere');
    const absent = await call(method, nowhere, { as: credentials.reefOwner, json });
    expect({ status: absent.status, body: absent.body }).toEqual({ status: 404, body: answer.body });
  });

  it('passes the key of an admin as that of the owner', async () => {
    expect((await as(credentials.reefAdmin)).status).toBeLessThan(300);
  });

  it(method === 'GET' ? 'shows a member everything' : '403 for a member', async () => {
    expect(await as(credentials.reefMember)).toMatchObject({ status: method === 'GET' ? 200 : 403 });
  });
});

describe('last used', () => {
  const lastUsed = async (id: string) => (await reef.read(id)).key.lastUsedAt;

  it('is never until the first authenticated request, then its time, then that of the next', async () => {
    const { id, secret, lastUsedAt } = await reef.create({ name: 'idle' });
    expect(lastUsedAt).toBeNull();
    now += 60_000;
    expect(await lastUsed(id)).toBeNull();
    expect(await call('GET', `${home}/datasets`, { as: secret })).toMatchObject({ status: 200 });
    now += 60_000;
    expect(await lastUsed(id)).toBe('2026-08-14T09:13:00Z');
    expect(await call('GET', home, { as: secret })).toMatchObject({ status: 200 });
    expect(await lastUsed(id)).toBe('2026-08-14T09:14:00Z');
  });

  it('moves also where the key is refused what it asks, since it was authenticated', async () => {
    const { id, secret } = await reef.create({ name: 'reader', permission: 'read-only' });
    expect(await call('POST', `${home}/datasets`, { as: secret })).toMatchObject({ status: 403 });
    expect(await lastUsed(id)).toBe('2026-08-14T09:12:00Z');
  });
});
