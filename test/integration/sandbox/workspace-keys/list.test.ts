/** Workspace-keys contract: the list, its pages, and one key. */
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { callerOf, WorkspaceKey, workspaceKeys } from '../support/http.ts';
import { credentials, sandboxForFile } from '../support/test-world.ts';

const { url } = await sandboxForFile();
const untouched = await sandboxForFile();
const call = callerOf(`${url}/workspace-keys/api/v1`);
const grove = workspaceKeys(call, 'grove', credentials.owner);
const heath = workspaceKeys(call, 'heath', credentials.owner);
const Page = z.strictObject({ keys: z.array(WorkspaceKey), after: z.string().nullable() });
const TOTAL = 203;

async function page(query = '', keys = grove.keys) {
  const { status, body } = await call('GET', `${keys}${query}`, { as: credentials.owner });
  expect(status).toBe(200);
  return Page.parse(body);
}

beforeAll(async () => {
  for (let i = 0; i < TOTAL; i += 1) await grove.create({ name: `key-${i}`, scopes: ['project'] });
});

describe('pages', () => {
  it('hold 200 keys unless asked otherwise', async () => {
    const first = await page();
    expect(first.keys).toHaveLength(200);
    const last = await page(`?after=${first.after}`);
    expect([last.keys.length, last.after]).toEqual([3, null]);
  });

  it.each([1, 7, 29, 200, 202, 203, 204, 500])(
    'of %i together hold every key once, in order',
    async (limit) => {
      const names: string[] = [];
      let after: string | null = '';
      let pages = 0;
      while (after !== null) {
        const next: z.infer<typeof Page> = await page(`?limit=${limit}${after && `&after=${after}`}`);
        expect(next.keys.length).toBeLessThanOrEqual(limit);
        names.push(...next.keys.map(({ name }) => name));
        after = next.after;
        pages += 1;
      }
      // No empty page at the end, also where the last one is full.
      expect(pages).toBe(Math.ceil(TOTAL / limit));
      expect(names).toEqual(Array.from({ length: TOTAL }, (_, i) => `key-${i}`));
    },
  );

  it('go on where they were, though the key at the border is deleted and another made', async () => {
    for (const name of ['a', 'b', 'c', 'd']) await heath.create({ name, scopes: ['project'] });
    const first = await page('?limit=2', heath.keys);
    await call('DELETE', `${heath.keys}/${first.keys[1]?.id}`, { as: credentials.owner });
    await heath.create({ name: 'e', scopes: ['project'] });
    const rest = await page(`?limit=5&after=${first.after}`, heath.keys);
    expect(rest.keys.map(({ name }) => name)).toEqual(['c', 'd', 'e']);
  });

  it.each([
    'limit=0',
    'limit=501',
    'limit=-1',
    'limit=2.5',
    'limit=many',
    'limit=',
    'after=nonsense',
    'limit=1&limit=2',
  ])('%s is 400', async (query) => {
    expect(await call('GET', `${grove.keys}?${query}`, { as: credentials.owner })).toMatchObject({
      status: 400,
      body: { status: 400 },
    });
  });

  it('of an empty workspace are one empty page', async () => {
    const call = callerOf(`${untouched.url}/workspace-keys/api/v1`);
    const answer = await call('GET', '/workspaces/grove/keys', { as: credentials.owner });
    expect(answer.body).toEqual({ keys: [], after: null });
  });
});

describe('one key', () => {
  it('has exactly the fields of the contract, times in UTC', async () => {
    const { secret, ...made } = await heath.create({ name: 'single', scopes: ['inference'], public: true });
    const { status, body } = await call('GET', `${heath.keys}/${made.id}`, { as: credentials.owner });
    expect({ status, body }).toEqual({ status: 200, body: made });
    expect(made).toMatchObject({
      name: 'single',
      scopes: ['inference'],
      public: true,
      createdBy: 'owner@grove.example',
      createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
    });
    expect(secret.startsWith(made.hint)).toBe(true);
    expect(secret.length - made.hint.length).toBeGreaterThan(20);
  });

  it('unknown, or of another workspace, is 404', async () => {
    const { id } = await heath.create({ name: 'elsewhere', scopes: ['project'] });
    for (const path of [`${grove.keys}/key_nothing`, `${grove.keys}/${id}`]) {
      expect(await call('GET', path, { as: credentials.owner })).toMatchObject({ status: 404 });
    }
  });
});
