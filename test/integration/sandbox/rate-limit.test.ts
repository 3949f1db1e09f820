/** Every contract: 429 with Retry-After, for each credential on its own. */
import { describe, expect, it } from 'vitest';
import { callerOf } from './support/http.ts';
import { credentials, organizations, sandboxForFile } from './support/test-world.ts';

let now = Date.UTC(2026, 7, 14);
const { url } = await sandboxForFile({ requestsPerMinute: 12, clock: { now: () => new Date(now) } });

const FACES = [
  {
    face: 'roboflow',
    path: '/',
    spender: credentials.alpha,
    other: credentials.beta,
    type: 'application/json',
  },
  {
    face: 'datature-vi',
    path: `/vi/v1/organizations/${organizations.reef}`,
    spender: credentials.reefOwner,
    other: credentials.reefAdmin,
    type: 'application/problem+json',
  },
  {
    face: 'workspace-keys',
    path: '/api/v1/me',
    spender: credentials.owner,
    other: credentials.admin,
    type: 'application/problem+json',
  },
];

describe.each(FACES)('$face', ({ face, path, spender, other, type }) => {
  const call = callerOf(`${url}/${face}`);
  const get = (as?: string) => call('GET', path, { as });

  it('refuses what goes beyond the allowance, says how long to wait, and means it', async () => {
    for (let i = 0; i < 12; i += 1) expect(await get(spender)).toMatchObject({ status: 200 });
    const refused = await get(spender);
    expect(refused.status).toBe(429);
    expect(refused.headers.get('content-type')).toContain(type);
    const seconds = Number(refused.headers.get('retry-after'));
    expect(seconds).toBe(5);

    now += (seconds - 1) * 1_000;
    expect(await get(spender)).toMatchObject({ status: 429 });
    now += 1_000;
    expect(await get(spender)).toMatchObject({ status: 200 });
    expect(await get(spender)).toMatchObject({ status: 429 });
  });

  it('leaves other credentials alone', async () => {
    expect(await get(spender)).toMatchObject({ status: 429 });
    expect(await get(other)).toMatchObject({ status: 200 });
  });

  it('also counts callers without a credential, together', async () => {
    for (let i = 0; i < 12; i += 1) expect(await get()).toMatchObject({ status: 401 });
    expect(await get()).toMatchObject({ status: 429 });
  });
});
