/** Each kind of trouble as a client meets it, and whether the write behind it was carried out. */
import { describe, expect, it, onTestFinished } from 'vitest';
import { startSandbox } from '../../../../src/sandbox/server.ts';
import type { Fault } from '../../../../src/sandbox/trouble/trouble.ts';
import { CALM } from '../../../../src/sandbox/trouble/trouble.ts';
import { testProfile } from '../support/test-world.ts';
import { clientOf, seen } from './client.ts';

/** Answers what eight creations met, and how many of them were carried out. */
async function eightCreations(fault: Fault) {
  const sandbox = await startSandbox({ profile: testProfile, port: 0, seed: 'a', trouble: { [fault]: 1 } });
  onTestFinished(() => sandbox.close());
  const { platform, baseUrl, credential } = sandbox.connections[0] ?? expect.unreachable();
  expect(platform).toBe('roboflow');
  const { create } = clientOf(baseUrl, credential);
  const outcomes = [];
  for (let count = 0; count < 8; count += 1) outcomes.push(await seen(create(`made-${count}`)));
  return outcomes;
}

describe('every request', () => {
  it.each<[Fault, RegExp]>([
    ['throttled', /^429 json retry-after=1$/],
    ['serverError', /^50[023] (json|text)/],
    ['webPage', /^50[23] web page/],
    ['dropped', /^broken UND_ERR_SOCKET$/],
    ['cutBody', /^broken UND_ERR_SOCKET$/],
    ['cutJson', /^201 text$/],
    ['garbled', /^201 text$/],
  ])('%s is seen as %s', async (fault, pattern) => {
    for (const outcome of await eightCreations(fault)) expect(outcome).toMatch(pattern);
  });

  it('that fails comes with each of the three statuses, as JSON of both shapes and as plain text', async () => {
    const sandbox = await startSandbox({ profile: testProfile, port: 0, trouble: { serverError: 1 } });
    onTestFinished(() => sandbox.close());
    const { list } = clientOf(sandbox.connections[0]?.baseUrl ?? '', 'nobody');
    const statuses = new Set<number>();
    const shapes = new Set<string>();
    for (let count = 0; count < 60; count += 1) {
      const response = await list();
      statuses.add(response.status);
      const text = await response.text();
      shapes.add(text.startsWith('{"error":{') ? 'rich' : text.startsWith('{"error":"') ? 'flat' : 'text');
    }
    expect([...statuses].toSorted()).toEqual([500, 502, 503]);
    expect([...shapes].toSorted()).toEqual(['flat', 'rich', 'text']);
  });
});

describe('a write', () => {
  const carriedOut = async (fault: Fault) => {
    const options = { profile: testProfile, port: 0, seed: 'a' };
    const sandbox = await startSandbox({ ...options, trouble: { ...CALM, [fault]: 0.5 } });
    onTestFinished(() => sandbox.close());
    const { baseUrl, credential } = sandbox.connections[0] ?? expect.unreachable();
    const client = clientOf(baseUrl, credential);
    const names: string[] = [];
    for (let count = 0; count < 24; count += 1) {
      if ((await seen(client.create(`made-${count}`))) !== '201 json') names.push(`made-${count}`);
    }
    let listed = '';
    while (!listed.endsWith('}'))
      listed = await client.list().then(
        (r) => (r.ok ? r.text() : ''),
        () => '',
      );
    return { failed: names.length, done: names.filter((name) => listed.includes(`"${name}"`)).length };
  };

  it.each<Fault>(['serverError', 'webPage', 'dropped'])(
    'behind %s was carried out now and then',
    async (fault) => {
      const { failed, done } = await carriedOut(fault);
      expect(done).toBeGreaterThan(0);
      expect(done).toBeLessThan(failed);
    },
  );

  it('that was throttled was not carried out', async () => {
    const { failed, done } = await carriedOut('throttled');
    expect(failed).toBeGreaterThan(0);
    expect(done).toBe(0);
  });
});
