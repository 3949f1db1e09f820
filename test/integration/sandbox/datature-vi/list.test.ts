/** Datature Vi contract: the list, its pages, and one key. */
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { callerOf, SecretKey, secretKeys } from '../support/http.ts';
import { credentials, organizations, sandboxForFile } from '../support/test-world.ts';

const { url } = await sandboxForFile();
const call = callerOf(`${url}/datature-vi/vi/v1`);
const reef = secretKeys(call, organizations.reef, credentials.reefOwner);
const shoal = secretKeys(call, organizations.shoal, credentials.shoal);
const Page = z.strictObject({ items: z.array(SecretKey), next: z.string().nullable() });
const TOTAL = 203;

async function page(query = '', { keys } = reef, as = credentials.reefOwner) {
  const { status, body } = await call('GET', `${keys}${query}`, { as });
  expect(status).toBe(200);
  return Page.parse(body);
}

beforeAll(async () => {
  // Three are there from the start.
  for (let at = 3; at < TOTAL; at += 1) await reef.create({ name: `key-${at}` });
});

describe('pages', () => {
  it('hold 100 keys unless asked otherwise', async () => {
    const first = await page();
    const second = await page(`?cursor=${first.next}`);
    const last = await page(`?cursor=${second.next}`);
    expect([first.items.length, second.items.length, last.items.length, last.next]).toEqual([
      100,
      100,
      3,
      null,
    ]);
  });

  it.each([7, 29, 200])('of %i together hold every key once, in order', async (limit) => {
    const names: string[] = [];
    let cursor: string | null = '';
    let pages = 0;
    while (cursor !== null) {
      const next: z.infer<typeof Page> = await page(`?limit=${limit}${cursor && `&cursor=${cursor}`}`);
      names.push(...next.items.map(({ name }) => name));
      cursor = next.next;
      pages += 1;
    }
    // No empty page at the end, also where the last one is full.
    expect(pages).toBe(Math.ceil(TOTAL / limit));
    const made = Array.from({ length: TOTAL - 3 }, (_, at) => `key-${at + 3}`);
    expect(names).toEqual(['sk_owner', 'sk_admin', 'sk_member', ...made]);
  });

  it('go on where they were, though the key at the border is removed and another made', async () => {
    for (const name of ['a', 'b', 'c', 'd']) await shoal.create({ name });
    const first = await page('?limit=3', shoal, credentials.shoal);
    await shoal.remove(first.items[2]?.id ?? '');
    await shoal.create({ name: 'e' });
    const rest = await page(`?cursor=${first.next}`, shoal, credentials.shoal);
    expect(rest.items.map(({ name }) => name)).toEqual(['c', 'd', 'e']);
  });

  it.each(['limit=0', 'limit=201', 'limit=2.5', 'limit=many', 'limit=', 'cursor=nonsense'])(
    '%s is 400',
    async (query) => {
      const refused = await call('GET', `${reef.keys}?${query}`, { as: credentials.reefOwner });
      expect(refused).toMatchObject({ status: 400, body: { status: 400 } });
    },
  );
});

describe('one key', () => {
  it('has exactly the fields of the contract, times in UTC, the secret only once', async () => {
    const { secret, ...made } = await reef.create({
      name: 'single',
      access: ['deployment', 'dataset'],
      permission: 'read-only',
    });
    expect((await reef.read(made.id)).key).toEqual(made);
    expect(made).toMatchObject({
      name: 'single',
      access: ['dataset', 'deployment'],
      permission: 'read-only',
      lastUsedAt: null,
      createdBy: 'owner@reef.example',
      createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
    });
    expect(secret).toMatch(/^dtvi_[A-Za-z0-9]{40}$/);
    expect(made.hint).toBe(`${secret.slice(0, 7)}...`);
  });

  it('unknown, or of another organization, is 404', async () => {
    for (const id of ['sk_nothing', 'sk_shoal']) {
      const answer = await call('GET', `${reef.keys}/${id}`, { as: credentials.reefOwner });
      expect(answer).toMatchObject({ status: 404, body: { status: 404 } });
    }
  });
});
