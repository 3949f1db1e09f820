/** The chaos profile's troubles on the Datature Vi face: in its own words and in others, but never with other facts. */
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { startSandbox } from '../../../../src/sandbox/server.ts';
import { CALM, FAULTS, type Fault, type Trouble } from '../../../../src/sandbox/trouble/trouble.ts';
import { profileNamed } from '../../../../src/sandbox/worlds/profiles.ts';
import { seen } from '../chaos/client.ts';
import { SecretKey } from '../support/http.ts';
import { credentials, testProfile } from '../support/test-world.ts';

async function reefUnder(trouble: Partial<Trouble>, seed = 'a') {
  const sandbox = await startSandbox({
    profile: testProfile,
    port: 0,
    seed,
    requestsPerMinute: 100_000,
    trouble,
  });
  onTestFinished(() => sandbox.close());
  const keys = `${sandbox.url}/datature-vi/vi/v1/organizations/org_reef/secret-keys`;
  const headers = { authorization: `Bearer ${credentials.reefOwner}`, 'content-type': 'application/json' };
  return {
    list: () => fetch(keys, { headers }),
    get: (id: string) => fetch(`${keys}/${id}`, { headers }),
    create: (name: string) => fetch(keys, { method: 'POST', headers, body: JSON.stringify({ name }) }),
  };
}

it.each<[Fault, RegExp]>([
  ['throttled', /^429 json retry-after=1$/],
  ['serverError', /^50[023] (json|text)/],
  ['webPage', /^50[23] web page/],
  ['dropped', /^broken UND_ERR_SOCKET$/],
  ['cutBody', /^broken UND_ERR_SOCKET$/],
  ['cutJson', /^201 text$/],
  ['garbled', /^201 text$/],
])('%s is seen as %s', async (fault, pattern) => {
  const { create } = await reefUnder({ [fault]: 1 });
  for (let count = 0; count < 4; count += 1) expect(await seen(create(`made-${count}`))).toMatch(pattern);
});

describe('its dialects', () => {
  const Page = z.strictObject({ items: z.array(SecretKey), next: z.string().nullable().optional() });

  it('leave out an empty cursor or not, and tell the same keys each time', async () => {
    const { list } = await reefUnder({ ...CALM, dialect: 1 });
    const pages = [];
    for (let count = 0; count < 12; count += 1) pages.push(Page.parse(await (await list()).json()));
    expect(new Set(pages.map(({ next }) => next))).toEqual(new Set([undefined, null]));
    for (const { items } of pages)
      expect(items.map(({ id }) => id)).toEqual(['sk_owner', 'sk_admin', 'sk_member']);
  });

  it('leave the entity tag alone', async () => {
    const { get } = await reefUnder({ ...CALM, dialect: 1 });
    expect((await get('sk_admin')).headers.get('etag')).toMatch(/^"/);
  });

  it('refuse as problems, in the flat shape and in plain text', async () => {
    const { get } = await reefUnder({ ...CALM, dialect: 1 });
    const shapes = new Set<string>();
    for (let count = 0; count < 40; count += 1) {
      const text = await (await get('sk_nobody')).text();
      shapes.add(text.startsWith('{"type":') ? 'problem' : text.startsWith('{"error":"') ? 'flat' : 'text');
    }
    expect([...shapes].toSorted()).toEqual(['flat', 'problem', 'text']);
  });
});

it('a bad day of the chaos profile repeats to the letter, with every kind of fault in it', async () => {
  const trouble = { ...profileNamed('chaos')?.behaviour.trouble, longestDelay: 1 };
  async function day(seed: string): Promise<string[]> {
    const { list, create } = await reefUnder(trouble, seed);
    const outcomes: string[] = [];
    for (let count = 0; count < 100; count += 1) {
      outcomes.push(await seen(list()), await seen(create(`made-${count}`)));
    }
    return outcomes;
  }
  const monday = await day('monday');
  expect(await day('monday')).toEqual(monday);
  for (const kind of [/^429/, /^50\d (json|text)/, /web page/, /^broken/, /^20\d text/, /^20[01] json/]) {
    expect(monday.some((outcome) => kind.test(outcome))).toBe(true);
  }
  expect(FAULTS.filter((fault) => !trouble[fault])).toEqual([]);
});
